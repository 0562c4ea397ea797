"""Leader, processes, lock, takeovers and backlog, as the doctor sees them."""

from datetime import timedelta
from socket import gethostname

import pytest
from django.db import connection
from django.db.models import F
from django.utils import timezone

from botapp.delivery import lease
from botapp.models import Lease, Runner, StoredUpdate
from tests.botapp.doctor.conftest import BOT, lead, wait
from tests.kit.chaos.fleet import READY


@pytest.fixture
def sandbox(telegram):
    """The one that the doctor asks, for bots that run."""
    return telegram


def stored(number, *, state="new", ago=0.0):
    received = timezone.now() - timedelta(seconds=ago)
    StoredUpdate.objects.create(bot_id=BOT, update_id=number, lane="x", state=state, received_at=received)


def test_a_leader_with_its_lock_and_a_standby_are_well(doctor, held):
    leader = lead(lock=held.view().identity)
    wait()
    report = doctor()
    assert report["leader"]["level"] == "ok"
    assert f"pid {leader.pid}, for " in report["leader"]["found"]
    assert "epoch 1, lease ends in " in report["leader"]["found"]
    assert report["processes"]["found"] == "1 leader, 1 standby"
    assert report["lock"]["found"].endswith("held by the leader")
    assert {report[name]["level"] for name in ("processes", "lock", "takeovers", "backlog")} == {"ok"}


def test_no_process_at_all_is_bad_and_makes_no_lock_file(doctor, settings, tmp_path):
    settings.LOCK_DIR = tmp_path
    report = doctor()
    assert report["leader"]["level"] == "bad"
    assert "manage.py start" in report["leader"]["cure"]
    assert report["lock"]["found"] == "never taken yet"
    assert list(tmp_path.iterdir()) == []
    assert "processes" not in report


def test_a_leader_that_went_silent_is_named(doctor):
    gone = lead(ttl=-1.0)
    Runner.objects.filter(holder=gone.holder).update(seen_at=1.0)
    report = doctor()
    assert report["leader"]["level"] == "bad"
    assert f"pid {gone.pid}, went silent" in report["leader"]["found"]


def test_after_a_stop_in_good_order_nobody_is_said_to_have_been_killed(doctor, fleet):
    killed = fleet.start().until(READY)
    killed.kill()
    killed.wait()
    stopped = fleet.start().until(READY)
    stopped.terminate()
    assert stopped.wait() == 0
    found = doctor()["leader"]
    assert found["level"] == "bad"
    assert f"nobody: {gethostname()}, pid {stopped.pid}, ended in good order " in found["found"]
    assert "killed" not in found["cure"]


def test_of_a_stop_and_a_death_after_it_the_death_is_told(doctor):
    lease.release(BOT, epoch=1, holder=lead().holder)
    Runner.objects.all().delete()
    Lease.objects.update(expires_at=F("expires_at") - 60)
    gone = wait()
    Runner.objects.filter(holder=gone.holder).update(seen_at=F("seen_at") - 30)
    assert f"pid {gone.pid}, went silent" in doctor()["leader"]["found"]


def test_waiting_ones_of_whom_none_leads_are_bad_after_a_second_look(doctor, settings):
    settings.LEASE_TTL_SECONDS = -0.9
    wait()
    found = doctor()["leader"]
    assert (found["level"], found["found"]) == ("bad", "nobody, though 1 process could")


def test_two_versions_at_once_are_seen(doctor):
    lead(version="1.0")
    wait("1.1")
    assert "versions 1.0 and 1.1 at once" in doctor()["processes"]["found"]


def test_who_died_lately_is_named_and_who_died_long_ago_is_counted(doctor):
    lead()
    gone = wait()
    Runner.objects.filter(holder=gone.holder).update(seen_at=Runner.objects.get(role="leader").seen_at - 60)
    report = doctor()
    assert report["processes"]["level"] == "warn"
    assert (
        f"1 leader, 1 dead; gone without a goodbye: {gone.host}, pid {gone.pid}"
        in report["processes"]["found"]
    )
    Runner.objects.filter(holder=gone.holder).update(seen_at=1.0)
    assert doctor()["processes"] == {
        "subject": "processes",
        "level": "ok",
        "found": "1 leader, 1 dead",
        "cure": "",
    }


def test_a_free_lock_that_the_lease_names_tells_that_the_leader_is_gone(doctor, held):
    lead(lock=held.view().identity)
    held.release()
    assert doctor()["lock"]["found"] == "free: the leader has just died"


def test_the_examined_lock_is_free_again_at_once(doctor, held):
    lease.release(BOT, epoch=1, holder=lead().holder)
    held.release()
    assert doctor()["lock"]["found"].endswith("free")
    assert held.attempt()


def test_a_lock_that_is_held_though_nobody_leads_is_a_warning(doctor, held):
    lease.release(BOT, epoch=1, holder=lead().holder)
    found = doctor()["lock"]
    assert (found["level"], found["found"].endswith("held though nobody leads")) == ("warn", True)
    assert "end that process" in found["cure"]


@pytest.mark.skipif("connection.vendor != 'sqlite'")
def test_who_examines_leaves_no_name_in_the_lock_file(doctor, settings, tmp_path):
    settings.LOCK_DIR = tmp_path
    (tmp_path / f"rvx-bot-{BOT}.pid").write_text('{"lock": "abc", "pid": 1}')
    lease.release(BOT, epoch=1, holder=lead().holder)
    assert doctor()["lock"]["found"].endswith("free")
    assert (tmp_path / f"rvx-bot-{BOT}.pid").read_text() == '{"lock": "abc", "pid": 1}'


def test_a_leader_without_a_lock_is_a_warning(doctor, held):
    lead(lock="")
    assert doctor()["lock"]["level"] == "warn"


def test_a_lock_that_nobody_can_have_is_a_warning_with_its_cure(doctor, settings):
    if connection.vendor == "sqlite":
        settings.LOCK_DIR, cure = "/dev/null/nowhere", "LOCK_DIR"
    else:
        settings.LOCK_DATABASE_URL, cure = "postgres://nobody@127.0.0.1:9/none", "LOCK_DATABASE_URL"
    lead()
    found = doctor()["lock"]
    assert (found["level"], cure in found["cure"]) == ("warn", True)


@pytest.mark.parametrize(
    ("ways", "level", "words"),
    [
        (["first"], "ok", "none in the last hour"),
        (["first", "died", "released"], "ok", "2 leaderships ended in the last hour"),
        (
            ["first", "died", "died", "died"],
            "warn",
            "too often: 3 leaderships ended in the last hour: 3 killed",
        ),
        (["first", "expired", "expired", "expired", "died"], "warn", "3 silent too long"),
        (["first", *["released"] * 6], "warn", "6 in good order"),
    ],
)
def test_takeovers_are_counted_by_how_the_lead_ended(doctor, ways, level, words):
    for reason in ways:
        lead(ttl=60.0, reason=reason)
    found = doctor()["takeovers"]
    assert found["level"] == level
    assert words in found["found"]
    assert bool(found["cure"]) is (level == "warn")


@pytest.mark.parametrize(("ago", "level"), [(5, "ok"), (90, "warn"), (900, "bad")])
def test_the_backlog_is_judged_by_its_oldest(doctor, ago, level):
    lead()
    stored(1, ago=ago)
    stored(2, state="claimed")
    found = doctor()["backlog"]
    assert found["level"] == level
    assert "1 waiting, 1 in work; the oldest waits for " in found["found"]


def test_a_backlog_without_a_leader_points_at_the_leader(doctor):
    stored(1, ago=900)
    assert doctor()["backlog"]["cure"] == "Nobody answers: see leader"


def test_what_was_given_up_is_a_warning(doctor):
    stored(1, state="dead")
    assert "1 update failed every time" in doctor()["given up"]["found"]


def test_without_a_token_nobody_knows_which_bot(doctor, settings):
    settings.TELEGRAM_BOT_TOKEN = ""
    report = doctor()
    assert report["leader"]["level"] == "warn"
    assert report["token"]["level"] == "bad"
    assert report["content"]["level"] == "ok"
