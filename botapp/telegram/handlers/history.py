from botapp.explain.notices import notice
from botapp.queries.explanations import StoredAnswer, stored
from botapp.queries.history import is_saved, latest
from botapp.telegram.card import card, kind_of
from botapp.telegram.dialogue import Dialogue
from botapp.telegram.keyboards.card import Reopen, card_keys
from botapp.telegram.keyboards.history import OpenHistory, history_keys


async def show_history(dialogue: Dialogue, press: OpenHistory | None = None) -> None:
    """The person's last ten explanations, each a tap away."""
    lines = await dialogue.call(latest, dialogue.person.id)
    await dialogue.show("history/history", {"lines": lines}, keyboard=history_keys(lines))


async def reopen(dialogue: Dialogue, press: Reopen) -> None:
    """An earlier card below, with its source folded in; the list stays."""
    person = dialogue.person.id
    answer = await dialogue.call(stored, press.explanation, person_id=person)
    kept = await dialogue.call(is_saved, answer.id, person_id=person)
    said = notice(answer.failure, answer.degraded)
    await dialogue.say_messages(
        card(answer.explanation, mode=answer.mode, notice=said, **_source(answer)),
        keyboard=card_keys(
            answer.id,
            depth=answer.depth,
            kind=kind_of(answer),
            is_saved=kept,
            is_answered=answer.explanation.answered,
        ),
    )


def _source(answer: StoredAnswer) -> dict[str, str]:
    """A question stands above its answer, an item folded below it."""
    return {"question" if answer.kind == "question" else "source": answer.source_text}
