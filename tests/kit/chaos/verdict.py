"""What became of everything that was said: read from the sandbox's journal and from the database."""

import time
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from django.db.models import Count, Sum

from analytics.models import Event
from botapp.models import DailyUsage, Generation, SentMessage, StoredUpdate
from botapp.sandbox.journal import Call
from botapp.sandbox.parameters import Params
from tests.kit.chaos.features import SOURCE
from tests.kit.chaos.traffic import Said, figure
from tests.kit.waiting import OPEN

# What each kind must be answered with; the others only have to come to an end.
ANSWERS = {
    "count": ("{n}",),
    "slow": ("{n}",),
    "two": ("{n} a", "{n} b"),
    "hang_loop": ("{n}",),
    "freeze": ("{n}",),
}
COUNTED = ("count", "slow", "freeze")
# Two ends of a connection hear of its end one after the other.
TOLERANCE = 0.02
LOOK = 0.02


@dataclass(frozen=True)
class Verdict:
    """Each list names what is wrong. `is_clean` speaks of what is promised under every fault; how many
    duplicate sends, conflicts and overlaps are right depends on the fault. `needless` are those duplicate
    sends whose first message stood in the journal already: after a kill there is none."""

    said: int
    lost: list[str] = field(default_factory=list)
    double_effects: list[str] = field(default_factory=list)
    duplicate_sends: list[str] = field(default_factory=list)
    order_violations: list[str] = field(default_factory=list)
    needless: list[str] = field(default_factory=list)
    conflicts: list[Call] = field(default_factory=list)
    overlaps: list[tuple[Call, Call]] = field(default_factory=list)

    @property
    def is_clean(self) -> bool:
        """Nothing lost, nothing done twice, everything in order."""
        return not (self.lost or self.double_effects or self.order_violations)

    def __str__(self) -> str:
        first = [*self.lost, *self.double_effects, *self.order_violations][:3]
        return (
            f"{self.said} said, {len(self.lost)} lost, {len(self.double_effects)} double effects, "
            f"{len(self.order_violations)} out of order, {len(self.duplicate_sends)} duplicate sends, "
            f"{len(self.conflicts)} conflicts, {len(self.overlaps)} overlaps"
            + (f": {'; '.join(first)}" if first else "")
        )


@dataclass(frozen=True)
class _Answer:
    """One message that the bot sent as an answer to `said`; `part` orders those of one update."""

    said: Said
    part: str
    at: float = field(compare=False)
    message_id: int = field(compare=False)


def judge(said: Sequence[Said], calls: Iterable[Call]) -> Verdict:
    """Call it when everything is done (wait_until_done)."""
    calls = list(calls)
    polls = [call for call in calls if call.method == "getUpdates"]
    answers = _answers(said, calls)
    return Verdict(
        said=len(said),
        lost=_lost(said, answers, calls),
        double_effects=_double_effects(said),
        duplicate_sends=[
            f"{a.said.number}: {a.part}" for a, n in Counter(answers).items() for _ in range(n - 1)
        ],
        order_violations=_order_violations(answers),
        needless=_needless(answers),
        conflicts=[call for call in polls if call.status == 409],
        overlaps=_overlaps(polls),
    )


def wait_until_done(said: Sequence[Said], seconds: float) -> None:
    """Return when every update is done or given up and every answer owed is written; else AssertionError."""
    end = time.monotonic() + seconds
    while left := _left(said):
        assert time.monotonic() < end, f"after {seconds} s: {left}"
        time.sleep(LOOK)


def gap_after(calls: Iterable[Call], moment: float) -> float:
    """Seconds from `moment` (monotonic) until the next getUpdates arrived; infinite if none did."""
    later = (call.at for call in calls if call.method == "getUpdates" and call.at >= moment)
    return min(later, default=float("inf")) - moment


def answered_after(one: Said, calls: Iterable[Call]) -> float:
    """Seconds from what was said to its first answer; infinite if there is none."""
    first = next(iter(_answers([one], list(calls))), None)
    return first.at - one.at if first else float("inf")


def _left(said: Sequence[Said]) -> str:
    """What is still to do, empty if nothing is."""
    if not said:
        return ""
    # In this order, because what is not stored yet may be stored and open a moment later.
    missing = {one.update_id for one in said} - set(StoredUpdate.objects.values_list("update_id", flat=True))
    if missing:
        return f"{len(missing)} updates not stored"
    if open_ones := StoredUpdate.objects.filter(state__in=OPEN).count():
        return f"{open_ones} updates open"
    if writing := Generation.objects.filter(state=Generation.State.WAITING).count():
        return f"{writing} answers being written"
    return ""


def _answers(said: Sequence[Said], calls: list[Call]) -> list[_Answer]:
    """All that was sent, in the order in which Telegram took it."""
    by_number = {(one.chat_id, one.number): one for one in said}
    by_message = {(one.chat_id, one.message_id): one for one in said}
    found = []
    for call in sorted(
        (c for c in calls if c.method == "sendMessage" and c.status == 200), key=lambda c: c.ended_at
    ):
        chat, text = int(call.params["chat_id"]), str(call.params["text"])
        number, _, _ = text.partition(" ")
        reply_to = (Params(call.params).structure("reply_parameters") or {}).get("message_id")
        one = by_message.get((chat, reply_to)) or (
            by_number.get((chat, int(number))) if number.isdecimal() else None
        )
        if one:
            found.append(_Answer(one, text, call.ended_at, call.message_id))
    return found


def _lost(said: Sequence[Said], answers: list[_Answer], calls: list[Call]) -> list[str]:
    states = dict(StoredUpdate.objects.values_list("update_id", "state"))
    counted = set(Event.objects.filter(source=SOURCE).values_list("subject", flat=True))
    told = {(answer.said.number, answer.part) for answer in answers}
    shown = _shown(calls)
    return [
        f"{one.kind} {one.number}: {why}"
        for one in said
        if (why := _why_lost(one, states.get(one.update_id, "not stored"), counted, told, shown))
    ]


def _why_lost(
    one: Said, state: str, counted: set[str], told: set[tuple[int, str]], shown: dict[int, str]
) -> str:
    if one.kind not in ANSWERS and one.kind != "news":
        return "" if state in ("done", "dead") else state
    if state != "done":
        return state
    if one.kind == "news":
        return "" if figure(one.number) in shown[one.chat_id] else "no card"
    if one.kind in COUNTED and str(one.number) not in counted:
        return "no effect"
    missing = [part for part in ANSWERS[one.kind] if (one.number, part.format(n=one.number)) not in told]
    return "no answer" if missing else ""


def _shown(calls: list[Call]) -> dict[int, str]:
    """Per chat all texts that were shown there."""
    texts: dict[int, list[str]] = defaultdict(list)
    for call in calls:
        if call.method in ("sendMessage", "editMessageText") and call.status == 200:
            texts[int(call.params["chat_id"])].append(str(call.params["text"]))
    return defaultdict(str, {chat: "\n".join(found) for chat, found in texts.items()})


def _double_effects(said: Sequence[Said]) -> list[str]:
    rows = Event.objects.filter(source=SOURCE).values_list("subject").annotate(n=Count("pk")).filter(n__gt=1)
    doubles = [f"count {subject}: {n} rows" for subject, n in rows.order_by()]
    asked = Counter(one.chat_id for one in said if one.kind == "news")
    owed = dict(Generation.objects.values_list("chat_id").annotate(n=Count("pk")).order_by())
    doubles += [
        f"chat {chat}: {n} answers to {asked[chat]} items" for chat, n in owed.items() if n > asked[chat]
    ]
    used = dict(DailyUsage.objects.values_list("person__telegram_id").annotate(n=Sum("used")).order_by())
    doubles += [
        f"chat {chat}: charged {n} times for {asked[chat]} items"
        for chat, n in used.items()
        if n > asked[chat]
    ]
    return doubles


def _order_violations(answers: list[_Answer]) -> list[str]:
    """First answers only: a duplicate of an older one is no violation."""
    highest: dict[int, tuple[int, str]] = {}
    seen: set[_Answer] = set()
    violations = []
    for answer in answers:
        if answer in seen:
            continue
        seen.add(answer)
        chat, place = answer.said.chat_id, (answer.said.number, answer.part)
        if place < highest.get(chat, (0, "")):
            violations.append(f"chat {chat}: {answer.said.number} after {highest[chat][0]}")
        highest[chat] = max(place, highest.get(chat, (0, "")))
    return violations


def _needless(answers: list[_Answer]) -> list[str]:
    journaled = set(SentMessage.objects.values_list("chat_id", "message_id"))
    last = {answer: answer.message_id for answer in answers}
    return [
        f"{answer.said.number}: {answer.part}"
        for answer in answers
        if answer.message_id != last[answer] and (answer.said.chat_id, answer.message_id) in journaled
    ]


def _overlaps(polls: list[Call]) -> list[tuple[Call, Call]]:
    """Pairs of getUpdates of different connections that were both being answered at one time."""
    found = []
    last: Call | None = None
    for poll in sorted(polls, key=lambda call: call.at):
        if last and last.connection != poll.connection and _end(last) - poll.at > TOLERANCE:
            found.append((last, poll))
        if last is None or _end(poll) >= _end(last):
            last = poll
    return found


def _end(call: Call) -> float:
    return call.ended_at if call.status else float("inf")
