"""What an operator reads after a takeover: who led, why that ended, who leads now, how long it took."""

import re
import time

from analytics.models import Event
from tests.chaos.conftest import PATIENCE
from tests.kit.chaos.features import SOURCE
from tests.kit.chaos.fleet import LEADS
from tests.kit.chaos.verdict import wait_until_done

STORY = (
    r"Bot lock acquired \(PID: {new}\), epoch 2 on \S+\n"
    r".*Took over from \S+, pid {old} \(epoch 1, since [\d: -]+ UTC\): its lock was free, so its process is "
    r"gone.*\. Its last sign of life: [\d.]+ s ago\.\n"
    r"(?:.*\n)*?.*Polling, [\d.]+ s after taking the lead\.\n"
)


def test_a_takeover_tells_its_story_and_no_secret(pair, sandbox, readers, verdict):
    first, second = pair
    readers.push(40)
    wait_until_done(readers.said, PATIENCE)
    assert any(one.kind == "news" for one in readers.said)
    begun = readers.write("slow", "1")
    end = time.monotonic() + PATIENCE
    while not Event.objects.filter(source=SOURCE, subject=str(begun.number)).exists():
        assert time.monotonic() < end
    first.kill()
    second.until(LEADS).until("Taken up again from the process that is gone: 1 updates, 0 answers.")
    found = verdict(readers)
    assert found.is_clean, found
    assert re.search(STORY.format(new=second.pid, old=first.pid), second.log), second.log
    second.terminate()
    assert second.wait(10) == 0
    assert "Bot lock released" in second.log
    for secret in (sandbox.sandbox.token, sandbox.sandbox.token.partition(":")[2], "Ravelin", "/slow"):
        assert secret not in first.log + second.log
    assert "Traceback" not in first.log + second.log
