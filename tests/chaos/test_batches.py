"""What Telegram hands over at once, broken or once more."""

import time

from botapp.models import Effect, StoredUpdate
from tests.kit.chaos.verdict import answered_after


def test_a_malformed_update_does_not_hold_up_the_ninety_nine_behind_it(
    fleet, sandbox, traffic, calls, verdict
):
    sandbox.call(sandbox.sandbox.acts.raw_update, {"message": {"text": 7}})
    traffic.push(99)
    fleet.start()
    found = verdict(traffic)
    assert found.is_clean, found
    assert found.duplicate_sends == []
    first = StoredUpdate.objects.order_by("update_id").first()
    assert first.state == "dead"
    batch = next(call for call in calls() if call.method == "getUpdates")
    assert max(one.at + answered_after(one, calls()) for one in traffic.said) - batch.at < 5


def test_two_hundred_updates_that_come_again_have_no_effect(fleet, sandbox, readers, calls, verdict):
    first = fleet.start().until("Polling,")
    readers.push(200)
    queue = sandbox.sandbox.bot.queue
    bodies = sandbox.call(queue.take, 0, 200)
    before = verdict(readers)
    assert before.is_clean, before
    first.terminate()
    first.wait()
    effects, asked = Effect.objects.count(), len(calls())

    def hand_over_again():
        queue.next_id = bodies[0]["update_id"]
        for body in bodies:
            queue.put_raw(body)

    sandbox.call(hand_over_again)
    fleet.start()
    end = time.monotonic() + 20
    while sandbox.call(len, queue):
        assert time.monotonic() < end, "they were not confirmed"
        time.sleep(0.05)
    after = verdict(readers)
    assert after.is_clean, after
    assert after.duplicate_sends == []
    assert Effect.objects.count() == effects
    assert not [call for call in calls()[asked:] if call.method in ("sendMessage", "editMessageText")]
