"""The warning that an SQLite file in a container is lost: only where it is true."""

from pathlib import Path

import pytest

from botapp.processes import storage
from botapp.processes.storage import in_container, is_lost_at_redeploy

SQLITE = "rvx_site.sqlite"


@pytest.fixture
def inside(monkeypatch, tmp_path):
    """A container, by Docker's mark."""
    (tmp_path / ".dockerenv").touch()
    monkeypatch.setattr(storage, "_CONTAINER_MARKS", (tmp_path / ".dockerenv",))


@pytest.fixture
def outside(monkeypatch, tmp_path, settings):
    settings.PLATFORM = ""
    monkeypatch.setattr(storage, "_CONTAINER_MARKS", (tmp_path / "nothing",))


def test_a_container_is_known_by_its_mark_or_by_the_platform_s_variable(
    outside, settings, monkeypatch, tmp_path
):
    assert not in_container()
    settings.PLATFORM = "production"
    assert in_container()


def test_docker_s_mark_is_enough(inside):
    assert in_container()


def test_a_file_on_the_container_s_own_disk_is_lost(inside):
    assert is_lost_at_redeploy({"ENGINE": SQLITE, "NAME": "/rvx.sqlite3"})


def test_a_file_in_a_folder_that_is_yet_to_be_made_is_lost(inside):
    assert is_lost_at_redeploy({"ENGINE": SQLITE, "NAME": "/nowhere/at/all/rvx.sqlite3"})


def test_a_file_on_a_volume_stays(inside):
    volume = next((p for p in map(Path, ("/dev/shm", "/proc", "/dev")) if p.exists()), None)
    if volume is None or volume.stat().st_dev == Path("/").stat().st_dev:
        pytest.skip("nothing is mounted here")
    assert not is_lost_at_redeploy({"ENGINE": SQLITE, "NAME": f"{volume}/rvx.sqlite3"})


def test_postgresql_is_elsewhere(inside):
    assert not is_lost_at_redeploy({"ENGINE": "django.db.backends.postgresql", "NAME": "rvx"})


def test_outside_of_containers_files_stay(outside):
    assert not is_lost_at_redeploy({"ENGINE": SQLITE, "NAME": "/rvx.sqlite3"})
