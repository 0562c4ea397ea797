"""Stop pressed, and /stop sent, while an answer grows."""

import time
from typing import Any

from benchmarks.chaos.outcome import Outcome
from benchmarks.chaos.stage import Stage, milliseconds
from botapp.models import Generation, StoredUpdate
from botapp.sandbox.people import Person
from botapp.telegram.keyboards.card import Stop
from tests.kit.chaos.traffic import NEWS
from tests.kit.scripted_ai import Good, Request, ScriptedGemini
from tests.kit.waiting import OPEN

WITHIN = 1.0
PATIENCE = 15.0
FIRST_PERSON = 800_001
# An answer that would take ten seconds.
GROWING = Good(pieces=40, pause=0.25)


def run(stage: Stage) -> Outcome:
    with ScriptedGemini() as gemini:
        gemini.script(GROWING)
        stage.leader(GEMINI_API_KEY="a-key-for-the-script", GEMINI_BASE_URL=gemini.base_url)
        times = stage.pick(5, 2)
        pressed = [_stop(stage, gemini, number, by_button=True) for number in range(times)]
        written = [_stop(stage, gemini, times + number, by_button=False) for number in range(times)]
        _until_quiet()
    figure = (
        f"button {times} times, the AI's stream ended after max {milliseconds(max(pressed))}; "
        f"/stop {times} times, after max {milliseconds(max(written))}"
    )
    wrong = _wrong(2 * times)
    if wrong:
        stage.notes.append(f"first wrongs: {', '.join(wrong[:5])}")
    figure += f"; {len(wrong)} of {2 * times} not stopped once and for all"
    return stage.outcome(figure, held=max(*pressed, *written) < WITHIN and not wrong)


def _stop(stage: Stage, gemini: ScriptedGemini, number: int, *, by_button: bool) -> float:
    """Seconds from the act until the client let go of the growing answer. One person more busies the lane."""
    acts = stage.sandbox.sandbox.acts
    person = Person(FIRST_PERSON + number, f"Reader {number}", language_code="en")
    asked = len(gemini.requests)
    stage.sandbox.call(acts.say, person, NEWS.format(figure=str(200_000 + number)))
    button = _growing(stage, person)
    request = _request(gemini, asked)
    # What comes behind must not hold up the stop.
    stage.sandbox.call(acts.say, person, "/help")
    began = time.monotonic()
    if by_button:
        stage.sandbox.call(acts.press, person, *button)
    else:
        stage.sandbox.call(acts.say, person, "/stop")
    return time.monotonic() - began if request.hung_up.wait(PATIENCE) else float("inf")


def _until_quiet() -> None:
    """No update and no answer is open any more."""
    end = time.monotonic() + PATIENCE
    while time.monotonic() < end and (
        StoredUpdate.objects.filter(state__in=OPEN).exists()
        or Generation.objects.filter(state=Generation.State.WAITING).exists()
    ):
        time.sleep(0.1)


def _wrong(people: int) -> list[str]:
    """Whose one answer is not there, not alone or not stopped, and which updates did not end well."""
    states: dict[int, list[str]] = {FIRST_PERSON + number: [] for number in range(people)}
    for chat, state in Generation.objects.values_list("chat_id", "state"):
        states[chat].append(state)
    found = [f"{chat}: {of}" for chat, of in states.items() if of != [Generation.State.STOPPED]]
    undone = StoredUpdate.objects.exclude(state=StoredUpdate.State.DONE)
    return found + [f"update {number}: {state}" for number, state in undone.values_list("update_id", "state")]


def _growing(stage: Stage, person: Person) -> tuple[int, str]:
    """Message and data of the Stop button, once the message was edited with the answer's first words."""
    end = time.monotonic() + PATIENCE
    while time.monotonic() < end:
        chat = stage.sandbox.sandbox.bot.chats.get(person.id)
        for message in list(chat.messages.values()) if chat else ():
            data = _stop_data(message)
            if data and "edit_date" in message:
                return message["message_id"], data
        time.sleep(0.02)
    raise AssertionError("no answer grew")


def _stop_data(message: dict[str, Any]) -> str:
    keyboard = (message.get("reply_markup") or {}).get("inline_keyboard", [])
    found = [str(button.get("callback_data", "")) for row in keyboard for button in row]
    return next((data for data in found if data.startswith(f"{Stop.prefix}:")), "")


def _request(gemini: ScriptedGemini, asked: int) -> Request:
    """The one request that was made for this person."""
    made = gemini.requests[asked:]
    if len(made) != 1:
        raise AssertionError(f"{len(made)} requests for one item")
    return made[0]
