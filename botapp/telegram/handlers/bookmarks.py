from django.utils.translation import gettext as _

from botapp.queries import titles
from botapp.queries.cards import shown_on
from botapp.queries.explanations import stored
from botapp.queries.history import card_in, saved
from botapp.services import bookmarks
from botapp.telegram.depths import worth_a_press
from botapp.telegram.dialogue import Dialogue
from botapp.telegram.keyboards.card import Keep, answer_keys
from botapp.telegram.keyboards.history import (
    DropBookmark,
    OlderBookmarks,
    OpenBookmarks,
    bookmark_keys,
)


async def keep(dialogue: Dialogue, press: Keep) -> None:
    """Save an explanation or let it go again; the button says what the next press does."""
    person = dialogue.person.id
    answer = await dialogue.call(
        shown_on, dialogue.message_id, press.explanation, person_id=person, chat_id=dialogue.chat_id
    )
    change = bookmarks.save if press.keep else bookmarks.unsave
    await dialogue.call(change, press.explanation, person_id=person, step="keep")
    await dialogue.toast(_("Saved. All of them: /bookmarks") if press.keep else _("No longer saved."))
    depths = await worth_a_press(answer, language=dialogue.person.language)
    await dialogue.rekey(answer_keys(answer, is_saved=bool(press.keep), depths=depths))


async def keep_card(dialogue: Dialogue) -> None:
    """/bookmark: the card that it replies to, or else the last one."""
    person = dialogue.person.id
    card = await dialogue.call(card_in, dialogue.chat_id, dialogue.replied_to, person_id=person)
    await dialogue.call(bookmarks.save, card, person_id=person, step="keep")
    answer = await dialogue.call(stored, card, person_id=person)
    named = titles.of(answer.kind, source_text=answer.source_text, headline=answer.explanation.headline)
    await dialogue.say("history/kept", {"headline": named})


async def show_bookmarks(dialogue: Dialogue, press: OpenBookmarks | OlderBookmarks | None = None) -> None:
    """What the person keeps, newest first."""
    await _show(dialogue, before=press.before if isinstance(press, OlderBookmarks) else 0)


async def drop(dialogue: Dialogue, press: DropBookmark) -> None:
    """Let one go; the list shows the rest in its place."""
    dialogue.check_own()
    person = dialogue.person.id
    await dialogue.call(bookmarks.unsave, press.explanation, person_id=person, step="drop")
    await dialogue.toast(_("No longer saved."))
    await _show(dialogue, before=press.before)


async def _show(dialogue: Dialogue, *, before: int) -> None:
    page = await dialogue.call(saved, dialogue.person.id, before=before or None)
    if before and not page.lines:
        before, page = 0, await dialogue.call(saved, dialogue.person.id)
    context = {"lines": page.lines, "is_first": not before}
    await dialogue.show("history/bookmarks", context, keyboard=bookmark_keys(page, before=before))
