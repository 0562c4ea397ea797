"""In order within a lane, lanes in parallel."""

import asyncio
import uuid
from collections import defaultdict
from datetime import UTC, datetime

from botapp.delivery.claims import Row
from botapp.delivery.lanes import Lanes
from tests.botapp.delivery.kit import until


def row(number, lane):
    return Row(number, number, "message", lane, {}, 0, None, datetime.now(UTC), uuid.uuid4())


class Work:
    """Records who ran; `gate` holds everybody until it is set."""

    def __init__(self, parallel=4):
        self.began, self.ended = [], defaultdict(list)
        self.gate = asyncio.Event()
        self.lanes = Lanes(self.run, parallel=parallel)
        self.most = self.now = 0

    async def run(self, row):
        async with self.lanes.place(row):
            self.began.append(row.pk)
            self.now += 1
            self.most = max(self.most, self.now)
            try:
                await self.gate.wait()
                await asyncio.sleep(0)
            finally:
                self.now -= 1
            self.ended[row.lane].append(row.pk)


async def test_one_lane_runs_one_after_another_and_lanes_run_side_by_side():
    work = Work()
    work.lanes.add([row(1, "a"), row(2, "a"), row(3, "b")])
    await until(lambda: len(work.began) == 2)
    assert work.began == [1, 3]
    work.gate.set()
    assert await work.lanes.finish(1)
    assert work.ended == {"a": [1, 2], "b": [3]}


async def test_order_holds_when_rows_come_in_pieces():
    work = Work()
    work.gate.set()
    for number in range(200):
        work.lanes.add([row(number, f"lane {number % 7}")])
        if number % 13 == 0:
            await asyncio.sleep(0)
    assert await work.lanes.finish(1)
    assert all(numbers == sorted(numbers) for numbers in work.ended.values())
    assert sum(map(len, work.ended.values())) == 200


async def test_not_more_than_the_bound_run_at_once():
    work = Work(parallel=3)
    work.lanes.add([row(number, f"lane {number}") for number in range(10)])
    await until(lambda: len(work.began) == 3)
    work.gate.set()
    assert await work.lanes.finish(1)
    assert work.most == 3


async def test_an_urgent_row_runs_though_every_place_is_taken():
    work = Work(parallel=1)
    work.lanes.add([row(1, "a"), row(2, "b")])
    await until(lambda: work.began == [1])
    work.lanes.add([row(3, "!3")])
    await until(lambda: 3 in work.began)
    assert 2 not in work.began
    work.gate.set()
    assert await work.lanes.finish(1)


async def test_what_was_not_begun_can_be_taken_out():
    work = Work()
    work.lanes.add([row(1, "a"), row(2, "a"), row(3, "a")])
    await until(lambda: work.began == [1])
    assert [left.pk for left in work.lanes.take_out_waiting()] == [2, 3]
    assert (work.lanes.size, work.lanes.pks(), dict(work.lanes.load())) == (1, [1], {"a": 1})
    work.gate.set()
    assert await work.lanes.finish(1)
    assert work.ended == {"a": [1]}


async def test_lanes_leave_nothing_behind():
    work = Work()
    work.gate.set()
    work.lanes.add([row(number, f"lane {number}") for number in range(50)])
    assert await work.lanes.finish(1)
    await asyncio.sleep(0)
    assert not work.lanes._queues
    assert not work.lanes._tasks


async def test_a_cancelled_lane_can_be_used_again_even_if_it_never_ran():
    work = Work()
    work.lanes.add([row(1, "a")])
    work.lanes.take_out_waiting()
    await work.lanes.cancel(1)
    work.gate.set()
    work.lanes.add([row(2, "a")])
    assert await work.lanes.finish(1)
    assert work.ended == {"a": [2]}


async def test_finish_says_when_the_time_was_not_enough():
    work = Work()
    work.lanes.add([row(1, "a")])
    assert not await work.lanes.finish(0.02)
    await work.lanes.cancel(1)
    assert work.lanes.size == 0


async def test_an_emptied_lane_tells_that_there_is_room():
    work = Work()
    told = []
    work.lanes.on_room = lambda: told.append(work.lanes.size)
    work.gate.set()
    work.lanes.add([row(1, "a"), row(2, "a"), row(3, "b")])
    await work.lanes.finish(1)
    await until(lambda: len(told) == 2)
