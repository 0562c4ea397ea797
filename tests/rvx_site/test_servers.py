"""What gunicorn reads, and the two doors it may open."""

import logging.config
import os
import subprocess
import sys
from pathlib import Path

import pytest
from gunicorn import util
from gunicorn.workers.gthread import ThreadWorker

from rvx_site import asgi, gunicorn, wsgi

ROOT = Path(__file__).resolve().parents[2]
_TELL = "from rvx_site import gunicorn as g; print(g.bind, g.workers, g.threads, g.graceful_timeout)"


def _told(**variables: str) -> str:
    """gunicorn's configuration as a fresh process with these variables reads it."""
    given = {"ENV_FILE": "", "SECRET_KEY": "only-for-tests", "PATH": os.environ["PATH"], **variables}
    done = subprocess.run(
        [sys.executable, "-c", _TELL], cwd=ROOT, env=given, capture_output=True, text=True, check=False
    )
    return done.stdout.strip() or done.stderr.strip().splitlines()[-1]


def test_the_variables_of_the_platform_decide():
    assert _told(PORT="8123", WEB_WORKERS="3", WEB_THREADS="5", GRACE_SECONDS="4") == "0.0.0.0:8123 3 5 4"


def test_with_the_sandbox_on_nobody_else_on_the_network_gets_in():
    assert _told(PORT="8123", SANDBOX_ENABLED="true").startswith("127.0.0.1:8123 ")


def test_the_older_name_of_the_number_of_workers_is_read():
    assert _told(WEB_CONCURRENCY="1").split()[1] == "1"


def test_a_wrong_port_stops_the_start_by_name():
    assert "PORT must be from 1 to 65535" in _told(PORT="99999")


def test_addresses_of_people_are_not_written_to_an_access_log():
    assert gunicorn.accesslog is None
    assert gunicorn.logconfig_dict["loggers"]["gunicorn.access"] == {"handlers": [], "propagate": False}


def test_lines_of_the_server_pass_through_the_filter_that_hides_secrets():
    settings = gunicorn.logconfig_dict
    assert settings["loggers"]["gunicorn.error"]["propagate"]
    for name in settings["root"]["handlers"]:
        assert settings["handlers"][name]["filters"][-1] == "secrets"
    assert logging.config.DictConfigurator(settings)


def test_a_worker_is_given_longer_than_the_longest_explanation_takes_to_refuse(settings):
    assert gunicorn.timeout >= settings.ANSWER_DEADLINE_SECONDS
    assert issubclass(util.load_class(gunicorn.worker_class), ThreadWorker), "waiting for an AI is no hang"


def test_workers_are_forked_from_one_that_has_loaded_everything():
    assert gunicorn.preload_app
    assert gunicorn.worker_tmp_dir in (None, "/dev/shm")


@pytest.mark.django_db
def test_the_wsgi_door_answers(rf):
    heads = []
    body = wsgi.application(
        rf.get("/nowhere", headers={"Host": "localhost"}).environ,
        lambda status, headers: heads.append(status),
    )
    assert heads == ["404 Not Found"]
    assert b"not_found" in b"".join(body)


def test_both_doors_are_those_that_the_settings_name(settings):
    assert f"{wsgi.__name__}.application" == settings.WSGI_APPLICATION
    assert f"{asgi.__name__}.application" == settings.ASGI_APPLICATION
    assert callable(asgi.application)
