"""The thread that owns lock and lease: when it gives up, when it takes over."""

import time

import pytest
from django.db import connection, transaction

from botapp.delivery import identity, lease
from botapp.delivery.election import Election
from botapp.delivery.lock import NoLock, lock_for
from botapp.delivery.runners import Post
from botapp.models import Runner
from tests.botapp.delivery.kit import BOT

pytestmark = pytest.mark.usefixtures("live_db")
TTL = 0.6


class Heart:
    """A loop whose beat the test decides."""

    beating = True

    def age(self):
        return 0.0 if self.beating else 60.0


class Heard:
    """What the election said, in its order."""

    def __init__(self):
        self.said = []
        self.deadline = 0.0

    def led(self, taken, deadline):
        self.said.append(("led", taken.reason))
        self.deadline = deadline

    def renewed(self, deadline):
        self.deadline = deadline

    def lost(self, why):
        self.said.append(("lost", why))

    def waits(self, state):
        if ("waits", state.pid) not in self.said:
            self.said.append(("waits", state.pid))


class Runs:
    """One election on its thread."""

    def __init__(self, lock=None):
        self.me = identity.myself()
        self.heart, self.heard = Heart(), Heard()
        self.lock = lock or lock_for(BOT, identity=self.me, ttl=TTL)
        self.election = Election(self.me, Post(BOT, "offline"), self.lock, self.heard, self.heart, ttl=TTL)
        self.election.start()

    def until(self, *said, seconds=3.0):
        end = time.monotonic() + seconds
        while list(said) != self.heard.said[-len(said) :]:
            assert time.monotonic() < end, self.heard.said
            time.sleep(0.005)

    def end(self):
        self.election.stop()
        assert self.election.join(3)


@pytest.fixture
def elections():
    made = []

    def make(lock=None):
        made.append(Runs(lock))
        return made[-1]

    yield make
    for one in made:
        one.end()


def test_the_first_one_leads_with_the_lock_and_renews(elections):
    one = elections()
    one.until(("led", "first"))
    deadline = one.heard.deadline
    time.sleep(TTL)
    assert one.heard.deadline > deadline
    state = lease.read(BOT)
    assert state.holder == one.me.holder
    assert state.lock == one.lock.view().identity != ""
    assert state.seconds_left > 0
    assert Runner.objects.get().role == "leader"


def test_a_second_one_waits_and_leads_as_soon_as_the_first_one_ends(elections):
    one = elections()
    one.until(("led", "first"))
    two = elections()
    two.until(("waits", one.me.pid))
    one.end()
    two.until(("led", "released"), seconds=0.5)
    assert not Runner.objects.filter(holder=one.me.holder).exists()


def test_a_blocked_loop_loses_the_lead_and_gets_it_again_when_it_runs(elections):
    one = elections()
    one.until(("led", "first"))
    one.heart.beating = False
    one.until(("lost", "its event loop is blocked"))
    assert not one.lock.view().is_held
    time.sleep(0.2)
    assert one.heard.said[-1][0] == "lost"
    one.heart.beating = True
    one.until(("led", "expired"))


def test_the_lead_of_a_blocked_loop_passes_on(elections):
    one = elections()
    one.until(("led", "first"))
    two = elections()
    two.until(("waits", one.me.pid))
    one.heart.beating = False
    two.heard.said.clear()
    end = time.monotonic() + TTL + 1
    while not any(word == "led" for word, _ in two.heard.said):
        assert time.monotonic() < end
        time.sleep(0.005)
    assert lease.read(BOT).holder == two.me.holder


def test_a_leader_whose_lease_was_taken_learns_it_at_its_next_renewal(elections):
    one = elections()
    one.until(("led", "first"))
    lease.take(BOT, identity=identity.myself(), lock="", ttl=30, verdict=lambda state: "expired")
    one.until(("lost", "another process took the lead"), ("waits", one.me.pid), seconds=TTL)


def test_without_any_lock_the_lease_alone_decides(elections):
    one = elections(NoLock())
    one.until(("led", "first"))
    assert lease.read(BOT).lock == ""
    two = elections(NoLock())
    two.until(("waits", one.me.pid))
    one.heart.beating = False
    two.until(("led", "expired"))


def test_a_lease_that_names_another_lock_is_waited_for(elections):
    gone = identity.myself()
    lease.take(BOT, identity=gone, lock="a lock elsewhere", ttl=0.5, verdict=lambda state: "first")
    one = elections()
    one.until(("waits", gone.pid))
    assert not one.lock.view().is_held or one.heard.said[-1][0] == "led"
    one.until(("led", "expired"), seconds=2)


def test_a_database_that_another_writer_keeps_locked_costs_the_lead_but_not_the_thread(elections):
    one = elections()
    one.until(("led", "first"))
    with transaction.atomic():
        if connection.vendor == "postgresql":
            connection.cursor().execute("LOCK TABLE botapp_lease IN ACCESS EXCLUSIVE MODE")
        end = time.monotonic() + 3
        while one.heard.said[-1][0] != "lost":
            assert time.monotonic() < end
            time.sleep(0.01)
    one.until(("led", "expired"), seconds=2)


@pytest.mark.skipif(connection.vendor != "postgresql", reason="PostgreSQL only")
def test_sessions_that_are_ended_by_force_cost_the_leader_its_lock_for_a_moment_only(elections):
    one = elections()
    one.until(("led", "first"))
    for _ in range(5):
        with connection.cursor() as cursor:
            cursor.execute(
                "SELECT pg_terminate_backend(pid) FROM pg_stat_activity"
                " WHERE pid <> pg_backend_pid() AND datname = current_database()"
            )
        time.sleep(0.1)
    end = time.monotonic() + 2
    while not (one.lock.view().is_held and lease.read(BOT).seconds_left > 0):
        assert time.monotonic() < end
        time.sleep(0.01)
    assert lease.read(BOT).holder == one.me.holder
