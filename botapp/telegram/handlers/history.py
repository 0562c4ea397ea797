from botapp.explain.notices import notice
from botapp.queries.explanations import stored
from botapp.queries.history import is_saved, latest
from botapp.telegram.card import card, kind_of
from botapp.telegram.dialogue import Dialogue
from botapp.telegram.keyboards.card import Reopen, card_keys
from botapp.telegram.keyboards.history import OlderHistory, OpenHistory, history_keys


async def show_history(dialogue: Dialogue, press: OpenHistory | OlderHistory | None = None) -> None:
    """The person's last ten explanations, each a tap away; a press shows those before them."""
    before = press.before if isinstance(press, OlderHistory) else None
    page = await dialogue.call(latest, dialogue.person.id, before=before)
    is_first = before is None
    context = {"lines": page.lines, "is_first": is_first}
    await dialogue.show("history/history", context, keyboard=history_keys(page, is_first=is_first))


async def reopen(dialogue: Dialogue, press: Reopen) -> None:
    """An earlier card below, with its source folded in; the list stays."""
    person = dialogue.person.id
    answer = await dialogue.call(stored, press.explanation, person_id=person)
    kept = await dialogue.call(is_saved, answer.id, person_id=person)
    said = notice(answer.failure, answer.degraded)
    await dialogue.say_messages(
        card(answer.explanation, notice=said, source=answer.source_text),
        keyboard=card_keys(
            answer.id,
            depth=answer.depth,
            kind=kind_of(answer),
            is_saved=kept,
            is_answered=answer.explanation.answered,
        ),
    )
