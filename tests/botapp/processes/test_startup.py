"""Preparing: notes, database, migrations, texts. On databases of their own, in processes of their own."""

import os
import socket
import subprocess
import sys
from pathlib import Path

import pytest

from botapp.processes import startup

ROOT = Path(__file__).resolve().parents[3]
CODE = (
    "import django; django.setup()\n"
    "from botapp.processes.startup import prepare, say_notes\n"
    "say_notes(); prepare()\n"
    "from botapp.models import Term; print('terms', Term.objects.count())"
)


def start(directory: Path, **variables: str) -> subprocess.Popen[str]:
    return subprocess.Popen(
        [sys.executable, "-c", CODE],
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        cwd=ROOT,
        env={
            **os.environ,
            "DJANGO_SETTINGS_MODULE": "rvx_site.settings",
            "DATABASE_URL": f"sqlite:///{directory}/rvx.sqlite3",
            "SECRET_KEY": "s",
            "LOG_LEVEL": "INFO",
            "ENV_FILE": "",
            **variables,
        },
    )


@pytest.fixture(scope="module")
def two_starts(tmp_path_factory):
    """What two starts at the same time on one empty database say, and their exit codes."""
    directory = tmp_path_factory.mktemp("startup")
    both = [start(directory), start(directory, API_URL_NEWS="http://127.0.0.1/")]
    said = [process.communicate(timeout=60)[0] for process in both]
    return said, [process.returncode for process in both], directory


def test_two_starts_at_once_do_not_collide(two_starts):
    said, codes, _ = two_starts
    assert codes == [0, 0], said


def test_one_of_them_migrates_and_the_other_finds_it_done(two_starts):
    text = "".join(two_starts[0])
    assert text.count("The database is migrated:") == 1
    assert text.count("The database is up to date.") == 1


def test_both_find_the_reference_texts(two_starts):
    counts = {line for said in two_starts[0] for line in said.splitlines() if line.startswith("terms ")}
    assert len(counts) == 1
    assert int(counts.pop().split()[1]) >= 60


def test_the_notes_of_the_settings_are_logged(two_starts):
    assert "INFO botapp.processes.startup: API_URL_NEWS is set and not needed" in two_starts[0][1]


def test_a_lost_database_is_warned_of(monkeypatch, caplog):
    monkeypatch.setattr(startup, "is_lost_at_redeploy", lambda: True)
    startup.warn_of_lost_database()
    assert "the next deploy loses it" in caplog.text


def test_a_file_that_is_no_database_is_named_in_a_sentence(tmp_path):
    (tmp_path / "rvx.sqlite3").write_text("Dear diary, today I was no database. " * 99)
    process = started(tmp_path)
    assert process.stderr.count("Traceback") == 0
    assert "rvx.sqlite3 can't be opened. Check DATABASE_URL." in process.stderr
    assert process.returncode == startup.NO_DATABASE


def test_a_database_of_the_lock_that_is_away_is_named_in_a_sentence(tmp_path):
    url = os.environ.get("TEST_DATABASE_URL", "")
    if not url:
        pytest.skip("an SQLite file needs no lock elsewhere")
    process = started(tmp_path, DATABASE_URL=url, LOCK_DATABASE_URL="postgres://u:hunter2@127.0.0.1:1/x")
    assert "LOCK_DATABASE_URL" in process.stderr
    assert "Traceback" not in process.stderr
    assert "hunter2" not in process.stderr + process.stdout
    assert process.returncode == startup.NO_DATABASE


def started(directory: Path, **variables: str) -> subprocess.CompletedProcess[str]:
    """`manage.py start`, as a platform runs it, which has to end by itself."""
    given = {"DATABASE_URL": f"sqlite:///{directory}/rvx.sqlite3", "SECRET_KEY": "s", "ENV_FILE": ""}
    command = [sys.executable, "manage.py", "start", "--only", "api"]
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        given["PORT"] = str(probe.getsockname()[1])
    return subprocess.run(
        command,
        cwd=ROOT,
        env={**os.environ, "DJANGO_SETTINGS_MODULE": "rvx_site.settings", **given, **variables},
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )
