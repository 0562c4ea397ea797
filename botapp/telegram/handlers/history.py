from botapp.explain.notices import word_notice
from botapp.queries.explanations import StoredAnswer, stored
from botapp.queries.history import latest
from botapp.queries.kept import is_saved
from botapp.queries.sources import source
from botapp.services import answer_parts
from botapp.telegram.card import card
from botapp.telegram.depths import worth_a_press
from botapp.telegram.dialogue import Dialogue
from botapp.telegram.keyboards.card import Reopen, answer_keys
from botapp.telegram.keyboards.history import OlderHistory, OpenHistory, history_keys
from botapp.telegram.keyboards.teach import lesson_keys
from botapp.telegram.lesson_card import lesson_card


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
    if answer.kind == "lesson":
        await _reopen_lesson(dialogue, answer)
        return
    kept = await dialogue.call(is_saved, answer.id, person_id=person)
    came_from = await dialogue.call(source, answer.id, person_id=person)
    said = word_notice(answer.failure, answer.degraded, kind=answer.kind)
    depths = await worth_a_press(answer, language=dialogue.person.language)
    shown = await dialogue.say_messages(
        card(answer.explanation, mode=answer.mode, notice=said, provenance=came_from, **_source(answer)),
        keyboard=answer_keys(answer, is_saved=kept, depths=depths),
    )
    await dialogue.call(
        answer_parts.note_opened, answer.id, person_id=person, chat_id=dialogue.chat_id, message_id=shown
    )


def _source(answer: StoredAnswer) -> dict[str, str]:
    """A question stands above its answer, an item folded below it."""
    return {"question" if answer.kind == "question" else "source": answer.source_text}


async def _reopen_lesson(dialogue: Dialogue, answer: StoredAnswer) -> None:
    shown = answer.explanation
    keyboard = lesson_keys(
        answer.id, title=answer.subject, language=answer.language, follow_ups=shown.follow_ups
    )
    said = word_notice(answer.failure, answer.degraded, kind=answer.kind)
    await dialogue.say_messages(lesson_card(shown, notice=said), keyboard=keyboard)
