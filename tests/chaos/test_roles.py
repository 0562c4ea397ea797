"""Who leads, who waits and who is dead, as /health and `runbot --status` tell it while it happens."""

import re
import time

from botapp.queries.delivery import DEAD_AFTER_SECONDS, status
from tests.kit.chaos.fleet import LEADS, WAITING


def roles(sandbox):
    """Process number → role."""
    return {line.pid: line.role for line in status(sandbox.sandbox.bot.id).runners}


def test_leader_standby_and_dead_are_told_apart(fleet, pair, sandbox, client):
    first, second = pair
    third = fleet.start().until(WAITING)
    assert roles(sandbox) == {first.pid: "leader", second.pid: "standby", third.pid: "standby"}
    first.kill()
    third.kill()
    second.until(LEADS)
    assert client.get("/health").json()["bot"] == "leader"
    end = time.monotonic() + DEAD_AFTER_SECONDS + 3
    while roles(sandbox) != {first.pid: "dead", second.pid: "leader", third.pid: "dead"}:
        assert time.monotonic() < end, roles(sandbox)
        time.sleep(0.1)
    asked = fleet.start("--status")
    assert asked.wait() == 0
    assert "bot: leader\n" in asked.log
    assert "webhook: none\n" in asked.log
    assert re.search(rf"^leader: .*, pid {second.pid}, epoch 2, since ", asked.log, re.MULTILINE)
    for bot, role in ((first, "dead"), (second, "leader"), (third, "dead")):
        assert re.search(rf"^process: {role}, .*, pid {bot.pid}, seen ", asked.log, re.MULTILINE), asked.log


def test_health_follows_a_bot_from_its_start_to_its_end(fleet, sandbox, client):
    def bot():
        return client.get("/health").json()["bot"]

    assert bot() == "absent"
    first = fleet.start().until("Polling,")
    assert bot() == "leader"
    first.kill()
    first.wait()
    assert bot() in ("leader", "standby"), "its lease has not ended and it was just seen"
    second = fleet.start().until(LEADS)
    assert bot() == "leader"
    second.terminate()
    assert second.wait(10) == 0
    assert bot() != "leader"
