"""The program behind `make test`: both databases, closing lines at the end, and no failure lost."""

import os
from pathlib import Path

import pytest

from tests.tools.kit import project, run

# In the place of pytest and of the server, programs that only say what they were asked.
_PYTEST = """\
import os, pathlib, sys, time
name = "second" if "tests.kit.database_only" in sys.argv else "first"
pathlib.Path(name).touch()
until = time.monotonic() + float(os.environ.get("WAIT", 0))
while not (both := pathlib.Path("first").exists() and pathlib.Path("second").exists()):
    if time.monotonic() >= until:
        break
    time.sleep(0.01)
print("began before the end of the other:", both)
print("asked", *sys.argv[1:])
print("database", repr(os.environ["TEST_DATABASE_URL"]))
print("leaves compiled code", "PYTHONDONTWRITEBYTECODE" not in os.environ)
if "--last-failed" in sys.argv:
    print("PASSED tests/test_shaky.py::test_it" if "ALONE" in os.environ else "FAILED tests/test_shaky.py")
    sys.exit(int(os.environ.get("ALONE", 1)))
print("closing line of", name)
sys.exit(int(os.environ.get(name.upper(), 0)))
"""
_SERVER = """\
import os, subprocess, sys
address = os.environ["TEST_DATABASE_URL"] or "postgres://made"
sys.exit(subprocess.call(sys.argv[1:], env={**os.environ, "TEST_DATABASE_URL": address}))
"""


@pytest.fixture
def small(tmp_path: Path) -> Path:
    made = project(tmp_path / "small", "test.py")
    for name, text in (("pytest.py", _PYTEST), ("tests/kit/postgres.py", _SERVER)):
        (made / name).parent.mkdir(parents=True, exist_ok=True)
        (made / name).write_text(text)
    return made


def _databases(said: str) -> list[str]:
    return [line.split()[1].strip("'") for line in said.splitlines() if line.startswith("database")]


def test_both_databases_are_tested_and_both_closing_lines_stand_at_the_end(small):
    code, said = run(small, "test.py")
    assert code == 0, said
    assert _databases(said) == ["", "postgres://made"] * 2
    closing = ["SQLite     closing line of first", "PostgreSQL closing line of second"]
    assert said.splitlines()[-4:] == closing * 2


def test_the_faults_come_last_one_database_after_the_other(small):
    _, said = run(small, "test.py")
    asked = [line for line in said.splitlines() if line.startswith("asked")]
    assert ["--ignore=tests/chaos" in line for line in asked] == [True, True, False, False]
    assert [line.endswith(" tests/chaos") for line in asked] == [False, False, True, True]
    assert said.index("== SQLite: faults") < said.index("== PostgreSQL: faults")


def test_a_server_of_ones_own_is_used_for_the_second_run_only(small):
    _, said = run(small, "test.py", TEST_DATABASE_URL="postgres://mine")
    assert _databases(said) == ["", "postgres://mine"] * 2


def test_arguments_reach_both_runs(small):
    _, said = run(small, "test.py", "tests/botapp", "-x")
    asked = [line for line in said.splitlines() if line.startswith("asked")]
    assert len(asked) == 2
    assert all(line.endswith("tests/botapp -x") for line in asked)


def test_what_failed_only_beside_the_others_passes_and_is_named(small):
    code, said = run(small, "test.py", "tests/botapp", SECOND="1", ALONE="0")
    assert code == 0
    assert said.splitlines()[-2] == "PostgreSQL passed only alone: tests/test_shaky.py::test_it"
    asked = [line.split() for line in said.splitlines() if line.startswith("asked")]
    assert asked[-1][-1] == "tests/botapp"
    assert asked[-1][asked[-1].index("-n") + 1] == "0"
    assert "postgres://made" in said.split("alone")[1]


def test_what_can_not_be_run_is_not_tried_again(small):
    code, said = run(small, "test.py", FIRST="2")
    assert code == 2
    assert said.count("asked") == 4, "two parts of two runs"


@pytest.mark.parametrize(("first", "second"), [("1", "0"), ("0", "1"), ("1", "1"), ("0", "5")])
def test_a_failure_of_either_is_the_failure_of_both_and_stops_neither(small, first, second):
    code, said = run(small, "test.py", FIRST=first, SECOND=second)
    assert code == max(int(first), int(second))
    assert "closing line of second" in said.splitlines()[-1]


def test_both_run_at_the_same_time_and_what_they_say_stays_apart(small):
    _, said = run(small, "test.py", "tests/botapp", WAIT="20")
    lines = said.splitlines()
    assert lines.count("began before the end of the other: True") == 2
    assert lines.index("== SQLite") < lines.index("closing line of first") < lines.index("== PostgreSQL")
    assert lines.index("== PostgreSQL") < lines.index("closing line of second")


def test_what_is_compiled_is_kept_for_the_processes_to_come(small):
    _, said = run(small, "test.py", PYTHONDONTWRITEBYTECODE="1")
    assert said.count("leaves compiled code True") == 4


def test_the_work_is_shared_by_file_and_by_no_more_than_eight(small):
    _, said = run(small, "test.py")
    asked = next(line.split() for line in said.splitlines() if line.startswith("asked"))
    assert asked[asked.index("-n") + 1] == str(min(os.cpu_count() or 1, 4))
    assert asked[asked.index("--dist") + 1] == "loadfile"
