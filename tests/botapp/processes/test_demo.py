"""What `make demo` adds."""

import socket

import pytest
from django.contrib.auth import authenticate, get_user_model

from botapp.processes import demo


def test_the_login_that_is_printed_opens_the_admin(db, client):
    demo.ensure_login()
    assert authenticate(username=demo.LOGIN, password=demo.password()).is_superuser
    assert client.login(username=demo.LOGIN, password=demo.password())


def test_a_second_start_says_the_same_password_and_keeps_people_logged_in(db):
    demo.ensure_login()
    first = get_user_model().objects.get(username=demo.LOGIN).password
    demo.ensure_login()
    assert get_user_model().objects.get(username=demo.LOGIN).password == first


def test_a_password_that_was_changed_is_set_to_the_printed_one(db):
    demo.ensure_login()
    user = get_user_model().objects.get(username=demo.LOGIN)
    user.set_password("something else")
    user.save()
    demo.ensure_login()
    assert authenticate(username=demo.LOGIN, password=demo.password())


def test_another_secret_means_another_password(settings):
    first = demo.password()
    settings.SECRET_KEY = "another"
    assert demo.password() != first
    assert len(first) == 16


def test_busy_ports_are_passed_over(settings):
    with socket.socket() as web:
        web.bind(("127.0.0.1", 0))
        web.listen()
        settings.PORT = settings.SANDBOX_PORT = web.getsockname()[1]
        planned = demo.plan()
    assert len({planned.web, planned.sandbox, settings.PORT}) == 3


@pytest.fixture
def planned():
    return demo.Demo(web=8001, sandbox=8011)


def test_the_programs_are_pointed_at_the_sandbox(planned):
    assert planned.environment["TELEGRAM_API_BASE_URL"] == "http://127.0.0.1:8011"
    assert planned.environment["PORT"] == "8001"
    assert planned.program.command[-3:] == ("sandbox", "--port", "8011")


def test_the_block_says_where_to_look_and_how_to_log_in(planned):
    for words in (
        "http://127.0.0.1:8011/",
        "http://127.0.0.1:8001/admin/",
        "/api/docs",
        demo.password(),
        "Ctrl-C",
    ):
        assert words in planned.block()


def test_a_demo_whose_bot_does_not_lead_is_not_called_ready(planned):
    assert "RVX is ready" not in planned.block(is_ready=False)
    assert "manage.py doctor" in planned.block(is_ready=False)
