"""The settings as an operator meets them: read afresh from a given environment, without any .env."""

import ast
import importlib.util
import itertools
import logging
import os
import re
import subprocess
import sys
from functools import cache
from pathlib import Path
from types import ModuleType

import pytest
from django.core.exceptions import ImproperlyConfigured

from rvx_site.ai_services import PRESETS

ROOT = Path(__file__).resolve().parents[2]
TOKEN = "123456:test-token-of-the-sandbox-bot-0001"
FIVE = {
    "TELEGRAM_BOT_TOKEN": TOKEN,
    "GEMINI_API_KEY": "a-key",
    "API_URL_NEWS": "http://127.0.0.1:8000/explain_news",
    "API_URL_BASE": "http://127.0.0.1:8000",
    "RAILWAY_ENVIRONMENT": "production",
}


@pytest.fixture
def read(monkeypatch):
    """Settings read from exactly these variables."""

    def read(**variables: str) -> ModuleType:
        for name in list(os.environ):
            if name in _known_names():
                monkeypatch.delenv(name)
        for name, value in {"ENV_FILE": "", **variables}.items():
            monkeypatch.setenv(name, value)
        spec = importlib.util.spec_from_file_location("fresh_settings", ROOT / "rvx_site" / "settings.py")
        settings = importlib.util.module_from_spec(spec)
        spec.loader.exec_module(settings)
        return settings

    return read


@cache
def _calls() -> list[list[str]]:
    """The names that each call of a reader takes, in order: ours, then the older ones."""
    tree = ast.parse((ROOT / "rvx_site" / "settings.py").read_text())
    return [
        [a.value for a in node.args if isinstance(a, ast.Constant)]
        for node in ast.walk(tree)
        if isinstance(node, ast.Call)
        and isinstance(node.func, ast.Attribute)
        and isinstance(node.func.value, ast.Name)
        and node.func.value.id == "read"
        and any(isinstance(a, ast.Constant) for a in node.args)
    ]


def _known_names() -> set[str]:
    return {name for names in _calls() for name in names} | set(FIVE) | _UNUSED | _OF_SERVICES


_UNUSED = {"UPDATE_CHANNEL_ID", "API_URL_NEWS", "API_URL_BASE"}
# Read by the names of services, in ai_services.py.
_OF_SERVICES = {"AI_PROVIDERS"} | {
    f"{name.upper()}_API_KEY" for name, preset in PRESETS.items() if preset.get("NEEDS_KEY", True)
}


def test_a_token_is_all_that_production_needs(read):
    settings = read(TELEGRAM_BOT_TOKEN=TOKEN)
    assert settings.DEBUG is False
    assert settings.PORT == 8000
    assert settings.DAILY_LIMIT == 50
    assert settings.SANDBOX_ENABLED is False
    assert settings.LANGUAGE_CODE == "ru"


def test_the_five_variables_of_the_earlier_installation_suffice():
    """In a process of its own, as a platform starts it."""
    code = "import django; django.setup(); from django.conf import settings; print(settings.ALLOWED_HOSTS)"
    done = subprocess.run(
        [sys.executable, "-c", code],
        capture_output=True,
        text=True,
        check=False,
        cwd=ROOT,
        env={
            "PATH": os.environ["PATH"],
            "ENV_FILE": "",
            "DJANGO_SETTINGS_MODULE": "rvx_site.settings",
            **FIVE,
        },
    )
    assert done.returncode == 0, done.stderr
    assert "healthcheck.railway.app" in done.stdout


def test_addresses_of_the_earlier_installation_are_noted_as_not_needed(read):
    notes = read(**FIVE).STARTUP_NOTES
    infos = [note for level, note in notes if level == logging.INFO]
    assert [note.split()[0] for note in infos] == ["API_URL_NEWS", "API_URL_BASE"]


def test_keys_of_other_ais_of_the_earlier_installation_simply_work(read):
    settings = read(TELEGRAM_BOT_TOKEN=TOKEN, SECRET_KEY="s", GROQ_API_KEY="g", MISTRAL_API_KEY="m")
    assert (list(settings.AI_SERVICES), settings.STARTUP_NOTES) == (["groq", "mistral"], [])


def test_without_a_secret_one_is_derived_from_the_token_with_a_warning(read):
    first, again = read(**FIVE), read(**FIVE)
    assert first.SECRET_KEY == again.SECRET_KEY
    assert len(first.SECRET_KEY) == 64
    assert TOKEN.split(":")[1] not in first.SECRET_KEY
    assert next(note for level, note in first.STARTUP_NOTES if level == logging.WARNING).startswith(
        "SECRET_KEY is not"
    )


def test_another_token_means_another_derived_secret(read):
    other = {**FIVE, "TELEGRAM_BOT_TOKEN": "654321:another-token-of-another-bot-000001"}
    assert read(**FIVE).SECRET_KEY != read(**other).SECRET_KEY


def test_a_given_secret_is_taken_as_it_is_even_if_it_begins_with_a_dollar(read):
    assert read(SECRET_KEY="$ecret").SECRET_KEY == "$ecret"


def test_notes_never_hold_a_secret(read):
    notes = " ".join(note for _, note in read(**FIVE, DEBUG="true", GROQ_API_KEY="gsk-1").STARTUP_NOTES)
    assert not any(secret in notes for secret in (TOKEN, "a-key", "gsk-1"))


def test_neither_secret_nor_token_stops_with_a_sentence(read):
    with pytest.raises(ImproperlyConfigured, match=r"Set SECRET_KEY .*or TELEGRAM_BOT_TOKEN"):
        read()


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("TELEGRAM_BOT_TOKEN", "no-colon"),
        ("TELEGRAM_BOT_TOKEN", "12a:letters"),
        ("TELEGRAM_API_BASE_URL", "api.telegram.org"),
        ("ADMIN_IDS", "12,@ada"),
        ("BOT_ADMIN_IDS", "--5"),
        ("ALLOWED_USERS", "ada"),
        ("CHANNEL_GATE_FAIL_OPEN", "perhaps"),
        ("DAILY_LIMIT", "many"),
        ("DAILY_LIMIT", "0"),
        ("MAX_REQUESTS_PER_DAY", "1.5"),
        ("FLOOD_SECONDS", "soon"),
        ("FLOOD_SECONDS", "-1"),
        ("FLOOD_SECONDS", "nan"),
        ("FLOOD_BURST", "0"),
        ("LEASE_TTL_SECONDS", "0.1"),
        ("LANES", "0"),
        ("BRIDGE_THREADS", "none"),
        ("GEMINI_SDK", "openai"),
        ("GEMINI_MODEL", "gemini?key=1"),
        ("GEMINI_BASE_URL", "ftp://x"),
        ("GEMINI_TIMEOUT_SECONDS", "inf"),
        ("GEMINI_INPUT_PRICE", "cheap"),
        ("GEMINI_OUTPUT_PRICE", "-1"),
        ("AI_PROVIDERS", "gemini;groq"),
        ("CACHE_TTL_SECONDS", "-5"),
        ("SANDBOX_ENABLED", "2"),
        ("SANDBOX_PORT", "0"),
        ("PORT", "70000"),
        ("PORT", "http"),
        ("WEB_WORKERS", "0"),
        ("WEB_CONCURRENCY", "two"),
        ("DEBUG", "maybe"),
        ("BEHIND_PROXY", "x"),
        ("DATABASE_URL", "nonsense"),
        ("DATABASE_URL", "mongodb://h/name"),
        ("DATABASE_URL", "postgres://u:p@host:port/name"),
        ("DATABASE_URL", "postgres://u:p@host"),
        ("CACHE_URL", "nonsense"),
        ("LOG_LEVEL", "LOUD"),
        ("TELEGRAM_BOT_TOKEN", "123456:short"),
        ("TELEGRAM_BOT_TOKEN", f"{TOKEN[:20]}\n{TOKEN[20:]}"),
        ("TELEGRAM_BOT_TOKEN", f"{TOKEN[:20]} {TOKEN[20:]}"),
        ("TELEGRAM_BOT_TOKEN", f"bot{TOKEN}"),
        ("GEMINI_API_KEY", "a\nkey"),
        ("GEMINI_API_KEY", "a key"),
        ("GEMINI_API_KEY", "ключ"),
        ("CHANNEL_ID", "not a channel"),
        ("CHANNEL_ID", "rvx"),
        ("CHANNEL_ID", "https://t.me/rvx"),
        ("MANDATORY_CHANNEL_ID", "12345"),
        ("PUBLIC_DOMAIN", "https://x.y/"),
        ("PUBLIC_DOMAIN", "x.y/admin"),
        ("RAILWAY_PUBLIC_DOMAIN", "x.y:8000"),
        ("ALLOWED_HOSTS", "rvx.example.org,https://x.y"),
        ("CSRF_TRUSTED_ORIGINS", "example.com"),
        ("CSRF_TRUSTED_ORIGINS", "https://example.com/admin"),
        ("LOCK_DIR", "/nope/x"),
        ("LOCK_DIR", __file__),
        ("LOCK_DATABASE_URL", "SECRETPASS"),
        ("LOCK_DATABASE_URL", "sqlite:////data/rvx.sqlite3"),
        ("LOCK_DATABASE_URL", "postgres://u:p@host:port/name"),
        ("LOCK_DATABASE_URL", "postgres://u:p@host/name?foo=1"),
        ("DATABASE_URL", "postgres://u:p@host/name?foo=1"),
        ("LANES", "9" * 5000),
        ("ADMIN_IDS", "9" * 5000),
        ("ENV_FILE", "/nope"),
        ("ENV_FILE", "/"),
    ],
)
def test_a_wrong_value_stops_the_start_with_the_name_that_was_set(read, name, value):
    with pytest.raises(ImproperlyConfigured, match=rf"^{name} must "):
        read(**{"SECRET_KEY": "s", name: value})


@pytest.mark.parametrize(
    ("older", "value", "ours", "expected"),
    [
        ("BOT_ADMIN_IDS", "1, 2", "ADMIN_IDS", (1, 2)),
        ("BOT_OWNER_ID", "3", "ADMIN_IDS", (3,)),
        ("ADMIN_USERS", "4 5", "ADMIN_IDS", (4, 5)),
        ("ALLOWED_USERS", "6", "ALLOWED_USER_IDS", (6,)),
        ("MANDATORY_CHANNEL_ID", "@rvx", "CHANNEL_ID", "@rvx"),
        ("MANDATORY_CHANNEL_LINK", "https://t.me/rvx", "CHANNEL_LINK", "https://t.me/rvx"),
        ("MAX_REQUESTS_PER_DAY", "7", "DAILY_LIMIT", 7),
        ("FLOOD_COOLDOWN_SECONDS", "1.5", "FLOOD_SECONDS", 1.5),
        ("CACHE_TTL_SECONDS", "60", "EXPLANATION_TTL_SECONDS", 60),
        ("WEB_CONCURRENCY", "3", "WEB_WORKERS", 3),
        ("RAILWAY_PUBLIC_DOMAIN", "rvx.example.org", "PUBLIC_DOMAIN", "rvx.example.org"),
    ],
)
def test_an_older_name_means_ours(read, older, value, ours, expected):
    assert getattr(read(SECRET_KEY="s", **{older: value}), ours) == expected


def test_our_name_outranks_an_older_one(read):
    assert read(SECRET_KEY="s", DAILY_LIMIT="9", MAX_REQUESTS_PER_DAY="7").DAILY_LIMIT == 9


def test_admins_of_all_names_are_admins_once(read):
    assert read(SECRET_KEY="s", ADMIN_IDS="1,2", BOT_OWNER_ID="2", ADMIN_USERS="3").ADMIN_IDS == (1, 2, 3)


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("CHANNEL_ID", "@rvx_news"),
        ("CHANNEL_ID", "-1001234567890"),
        ("PUBLIC_DOMAIN", "rvx.example.org"),
        ("PUBLIC_DOMAIN", "localhost"),
        ("GEMINI_API_KEY", "AIza-_.~"),
        ("LOCK_DATABASE_URL", "postgresql://u:p@host:5432/name?sslmode=require"),
        ("ALLOWED_HOSTS", ["*", ".example.org", "rvx.example.org", "[::1]", "127.0.0.1"]),
        ("CSRF_TRUSTED_ORIGINS", ["https://rvx.example.org", "http://*.example.org:8000"]),
    ],
)
def test_what_is_right_is_taken_as_it_is(read, name, value):
    given = ",".join(value) if isinstance(value, list) else value
    assert getattr(read(SECRET_KEY="s", **{name: given}), name) == value


def test_a_lock_directory_that_is_there_is_used(read, tmp_path):
    found = read(SECRET_KEY="s", LOCK_DIR=str(tmp_path)).LOCK_DIR
    assert found == tmp_path
    assert read(SECRET_KEY="s").LOCK_DIR is None


def test_options_of_postgresql_are_passed_on(read):
    url = "postgres://u:p@host/name?sslmode=require&keepalives_idle=5"
    options = read(SECRET_KEY="s", DATABASE_URL=url).DATABASES["default"]["OPTIONS"]
    assert (options["sslmode"], options["keepalives_idle"]) == ("require", 5)


def test_the_channel_of_the_earlier_installation_is_accepted_without_a_word(read):
    settings = read(SECRET_KEY="s", UPDATE_CHANNEL_ID="-100")
    assert (settings.STARTUP_NOTES, hasattr(settings, "POST_CHANNEL_ID")) == ([], False)


def test_the_sandbox_is_refused_in_production(read):
    with pytest.raises(ImproperlyConfigured, match=r"SANDBOX_ENABLED must be off in production"):
        read(**FIVE, SANDBOX_ENABLED="true")


def test_debug_in_production_is_warned_of(read):
    notes = read(**FIVE, DEBUG="true").STARTUP_NOTES
    assert (logging.WARNING, "DEBUG is on in production: error pages show settings. Switch it off.") in notes


def test_hosts_are_this_machine_the_public_domain_and_the_health_checker(read):
    settings = read(**FIVE, RAILWAY_PUBLIC_DOMAIN="rvx.example.org")
    assert settings.ALLOWED_HOSTS == [
        "localhost",
        "127.0.0.1",
        "[::1]",
        "rvx.example.org",
        "healthcheck.railway.app",
    ]
    assert settings.CSRF_TRUSTED_ORIGINS == ["https://rvx.example.org"]


def test_elsewhere_no_proxy_is_trusted(read):
    settings = read(TELEGRAM_BOT_TOKEN=TOKEN)
    assert settings.ALLOWED_HOSTS == ["localhost", "127.0.0.1", "[::1]"]
    assert not hasattr(settings, "SECURE_PROXY_SSL_HEADER")
    assert settings.CSRF_TRUSTED_ORIGINS == []


def test_on_the_platform_the_proxy_s_header_is_trusted_and_cookies_are_secure(read):
    settings = read(**FIVE, RAILWAY_PUBLIC_DOMAIN="rvx.example.org")
    assert settings.SECURE_PROXY_SSL_HEADER == ("HTTP_X_FORWARDED_PROTO", "https")
    assert settings.SESSION_COOKIE_SECURE
    assert settings.CSRF_COOKIE_SECURE


def test_nothing_redirects(read):
    """The platform asks for /health over plain HTTP and takes a redirect for a failure."""
    assert not getattr(read(**FIVE, RAILWAY_PUBLIC_DOMAIN="rvx.example.org"), "SECURE_SSL_REDIRECT", False)


def test_sqlite_waits_instead_of_failing(read):
    options = read(SECRET_KEY="s", DATABASE_URL="sqlite:////data/rvx.sqlite3").DATABASES["default"]["OPTIONS"]
    assert options["transaction_mode"] == "IMMEDIATE"
    assert options["timeout"] == 20
    assert "journal_mode=WAL" in options["init_command"]


def test_postgresql_is_chosen_by_its_address(read):
    database = read(SECRET_KEY="s", DATABASE_URL="postgres://ada:pass@db:5433/rvx").DATABASES["default"]
    assert database["ENGINE"] == "django.db.backends.postgresql"
    assert (database["HOST"], database["PORT"], database["NAME"]) == ("db", 5433, "rvx")


def test_a_wrong_database_address_is_refused_without_repeating_the_password(read):
    with pytest.raises(ImproperlyConfigured) as refused:
        read(SECRET_KEY="s", DATABASE_URL="postgres://ada:hunter2@db:x/rvx")
    assert "hunter2" not in str(refused.value)


def test_the_env_file_fills_in_what_the_environment_does_not_say(read, tmp_path):
    (tmp_path / "env").write_text("SECRET_KEY=from-file\nDAILY_LIMIT=3\n")
    settings = read(ENV_FILE=str(tmp_path / "env"), DAILY_LIMIT="4")
    assert (settings.SECRET_KEY, settings.DAILY_LIMIT) == ("from-file", 4)


def test_the_example_names_every_variable_and_no_other():
    text = (ROOT / ".env.example").read_text()
    ours = {names[0] for names in _calls()}
    assert set(re.findall(r"^([A-Z_]+)=$", text, re.MULTILINE)) == ours | _OF_SERVICES


def test_the_example_explains_each_variable_in_the_line_before():
    lines = (ROOT / ".env.example").read_text().splitlines()
    bare = [line for before, line in itertools.pairwise(lines) if line.endswith("=") and before[:2] != "# "]
    assert bare == []


def test_the_example_names_every_older_name():
    text = (ROOT / ".env.example").read_text()
    older = {name for names in _calls() for name in names[1:]} | _UNUSED
    assert [name for name in older if not re.search(rf"\b{name}\b", text)] == []


def test_a_copy_of_the_example_works_once_the_token_is_filled_in(read, tmp_path):
    text = (ROOT / ".env.example").read_text().replace("TELEGRAM_BOT_TOKEN=", f"TELEGRAM_BOT_TOKEN={TOKEN}")
    (tmp_path / "env").write_text(text)
    assert read(ENV_FILE=str(tmp_path / "env")).DAILY_LIMIT == 50
