"""The database as the doctor sees it: here, away, full, behind a pooler; and what is printed then."""

import io
import os
import re
import shutil
import subprocess
import sys
from collections import namedtuple
from pathlib import Path

import pytest
from django.conf import settings as project
from django.core.management import call_command
from django.db import connection

from botapp.doctor import disk
from botapp.doctor.amounts import count
from botapp.processes import storage

TOKEN = "123456:test-token-of-the-sandbox-bot-0001"
on_sqlite = pytest.mark.skipif(connection.vendor != "sqlite", reason="about a file")
on_postgresql = pytest.mark.skipif(connection.vendor != "postgresql", reason="about a server")


def outside(tmp_path: Path, **more: str) -> tuple[int, str]:
    """Exit code and text of the command as a process of its own."""
    environment = {
        "PATH": os.environ["PATH"],
        "ENV_FILE": "",
        "TELEGRAM_BOT_TOKEN": TOKEN,
        "TELEGRAM_API_BASE_URL": "http://127.0.0.1:9",
        "DATABASE_URL": f"sqlite:///{tmp_path}/empty.sqlite3",
        **more,
    }
    command = [sys.executable, str(project.BASE_DIR / "manage.py"), "doctor"]
    done = subprocess.run(command, env=environment, capture_output=True, text=True, check=False, timeout=30)
    assert done.stderr == ""
    return done.returncode, done.stdout


@pytest.mark.parametrize(
    ("address", "found", "cure"),
    [
        ("sqlite:///{}/none.sqlite3", "the file .*/none.sqlite3 is not there", "DATABASE_URL"),
        ("sqlite:///{}/empty.sqlite3", r"not up to date \(\d+ migrations missing\)", "manage.py migrate"),
        ("postgres://ada:pass-word@127.0.0.1:9/none", "unreachable .*refused", "DATABASE_URL"),
    ],
)
def test_a_database_that_can_not_be_used_is_bad_and_the_rest_is_examined(tmp_path, address, found, cure):
    (tmp_path / "empty.sqlite3").touch()
    code, text = outside(tmp_path, DATABASE_URL=address.format(tmp_path))
    assert code == 1
    assert re.search(
        rf"^bad +database +.*{found}", " ".join(text.split("\n                       ")), re.MULTILINE
    )
    assert cure in text
    assert re.search(r"^warn +the rest +leader, lock", text, re.MULTILINE)
    assert re.search(r"^bad +Bot API", text, re.MULTILINE)
    assert re.search(r"^ok +cache", text, re.MULTILINE)
    assert "SECRET_KEY is not set" in text
    assert "pass-word" not in text
    assert TOKEN.split(":")[1] not in text
    assert not (tmp_path / "none.sqlite3").exists()


def test_the_database_is_named_without_its_password(doctor):
    found = doctor()["database"]
    assert found["level"] == "ok"
    assert found["found"].startswith("SQLite, " if connection.vendor == "sqlite" else "PostgreSQL ")
    assert found["found"].endswith("migrated")


@on_sqlite
def test_a_file_is_measured(doctor, settings, monkeypatch, tmp_path):
    monkeypatch.setattr(storage, "_CONTAINER_MARKS", (tmp_path / "nothing",))
    report = doctor()
    assert re.fullmatch(r"[\d.]+ [kM]B", report["file"]["found"])
    assert re.fullmatch(r"WAL, [\d.]+ [kM]?B", report["journal"]["found"])
    assert " free beside the file" in report["disk space"]["found"]


@on_sqlite
def test_a_file_inside_a_container_is_a_warning(doctor, monkeypatch, tmp_path):
    (tmp_path / ".dockerenv").touch()
    monkeypatch.setattr(storage, "_CONTAINER_MARKS", (tmp_path / ".dockerenv",))
    found = doctor()["file"]
    is_mounted = disk.file().parent.stat().st_dev != Path("/").stat().st_dev
    assert ("the next deploy loses it" in found["found"]) is not is_mounted


Usage = namedtuple("Usage", "total used free")


@on_sqlite
@pytest.mark.parametrize(("free", "level"), [(10e6, "bad"), (200e6, "warn"), (10e9, "ok")])
def test_a_disk_that_gets_full_is_seen_before_it_is(doctor, monkeypatch, free, level):
    monkeypatch.setattr(shutil, "disk_usage", lambda path: Usage(1e11, 1e11 - free, free))
    found = doctor()["disk space"]
    assert found["level"] == level
    assert ("people get no answers" in found["cure"]) is (level != "ok")


@on_sqlite
@pytest.mark.parametrize(("mode", "level"), [("DELETE", "warn"), ("WAL", "ok")])
def test_a_journal_that_is_no_wal_is_a_warning(doctor, monkeypatch, tmp_path, mode, level):
    """As on a network share, where there is no shared memory: readers and writers block each other."""
    used = connection.settings_dict
    command = used["OPTIONS"]["init_command"].replace("journal_mode=WAL", f"journal_mode={mode}")
    # A copy: the mode of a file can't be changed while pool threads have it open.
    copy = tmp_path / "copy.sqlite3"
    connection.cursor().execute("VACUUM INTO %s", [str(copy)])
    connection.close()
    monkeypatch.setitem(used, "NAME", str(copy))
    monkeypatch.setitem(used["OPTIONS"], "init_command", command)
    try:
        assert doctor()["journal"]["level"] == level
    finally:
        connection.close()


@on_postgresql
def test_a_server_is_measured_and_no_pooler_found(doctor):
    report = doctor()
    assert re.fullmatch(r"[\d.]+ [kMG]B, \d+ of \d+ sessions in use", report["server"]["found"])
    assert report["pooler"]["found"] == "none between"
    assert report["clock, database"]["found"] == "agrees with this host's within 2 s"


@on_postgresql
def test_a_database_that_takes_no_writes_is_bad(doctor):
    name = connection.settings_dict["NAME"]
    with connection.cursor() as cursor:
        cursor.execute(f'ALTER DATABASE "{name}" SET default_transaction_read_only = on')
    try:
        report = doctor()
    finally:
        with connection.cursor() as cursor:
            cursor.execute("SET default_transaction_read_only = off")
            cursor.execute(f'ALTER DATABASE "{name}" RESET default_transaction_read_only')
    assert report["database"]["found"].endswith("takes no writes")
    assert report["the rest"]["level"] == "warn"


def printed(*arguments):
    out = io.StringIO()
    with pytest.raises(SystemExit) as end:
        call_command("doctor", *arguments, stdout=out)
    return end.value.code, out.getvalue().splitlines()


def test_the_page_is_aligned_and_ends_with_where_to_begin(telegram, live_db, monkeypatch):
    monkeypatch.setenv("COLUMNS", "80")
    code, lines = printed()
    *findings, empty, summary = lines
    assert code == 1
    assert empty == ""
    warned = count(sum(line.startswith("warn") for line in lines), "warning")
    assert summary == f"1 bad, {warned}. Begin with: leader."
    assert all(re.match(r"(ok|warn|bad) +\S", line) or line.startswith(" " * 23) for line in findings)
    assert all(line[22] == " " and line[23] != " " for line in findings if not line.startswith("  "))
    assert max(map(len, lines)) <= 80
    cures = [line for line in findings if line.startswith(" " * 23 + "→ ")]
    assert len(cures) == sum(line.startswith(("warn", "bad")) for line in findings)
