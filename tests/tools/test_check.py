"""The checks of the build on a small project: a planted fault is reported, and the others still run."""

from pathlib import Path

import pytest

from tests.tools.kit import project, run

_RULES = '[tool.ruff]\nextend-exclude = [".ci"]\n[tool.ruff.lint]\nselect = ["E", "F", "T20"]\n'


@pytest.fixture
def small(tmp_path: Path) -> Path:
    """A project in which everything is as it should be."""
    made = project(tmp_path / "small", "check.py")
    (made / "pyproject.toml").write_text(_RULES)
    (made / "module.py").write_text("NUMBER = 1\n")
    (made / "templates").mkdir()
    (made / "templates" / "page.html").write_text("<p>Good</p>\n")
    return made


def test_a_good_project_passes_and_says_how_many_checks_it_took(small):
    code, said = run(small, "check.py", "style", "format")
    assert code == 0, said
    assert said.splitlines()[-1] == "All 2 checks passed."
    assert [line.split("(")[0].strip() for line in said.splitlines()[:2]] == ["ok     style", "ok     format"]


def test_a_fault_of_style_is_shown_with_its_place(small):
    (small / "module.py").write_text("import os\n")
    code, said = run(small, "check.py", "style")
    assert code == 1
    assert "module.py" in said
    assert "F401" in said


def test_after_one_check_failed_the_others_still_run_and_the_end_names_it(small):
    (small / "module.py").write_text("print( 1 )\n")
    code, said = run(small, "check.py", "style", "templates", "format")
    assert code == 1
    assert said.splitlines()[-1] == "Failed: style, format."
    assert "ok     templates" in said


def test_what_a_passing_check_says_is_not_shown(small):
    _, said = run(small, "check.py", "style")
    assert len(said.splitlines()) == 2


def test_a_check_that_can_not_even_start_counts_as_failed(small):
    code, said = run(small, "check.py", "migrations")
    assert code == 1
    assert "Failed: migrations." in said


def test_a_name_that_is_no_check_is_not_passed_over_in_silence(small):
    code, said = run(small, "check.py", "stile")
    assert code != 0
    assert "stile" in said
