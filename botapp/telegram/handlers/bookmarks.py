from django.utils.translation import gettext as _

from botapp.queries.cards import shown_on
from botapp.queries.history import saved
from botapp.services import bookmarks
from botapp.telegram.card import kind_of
from botapp.telegram.dialogue import Dialogue
from botapp.telegram.keyboards.card import Keep, card_keys
from botapp.telegram.keyboards.history import OpenBookmarks, history_keys


async def keep(dialogue: Dialogue, press: Keep) -> None:
    """Save an explanation or let it go again; the button says what the next press does."""
    person = dialogue.person.id
    answer = await dialogue.call(
        shown_on, dialogue.message_id, press.explanation, person_id=person, chat_id=dialogue.chat_id
    )
    change = bookmarks.save if press.keep else bookmarks.unsave
    await dialogue.call(change, press.explanation, person_id=person, step="keep")
    await dialogue.toast(_("Saved. All of them: /bookmarks") if press.keep else _("No longer saved."))
    await dialogue.rekey(
        card_keys(answer.id, depth=answer.depth, kind=kind_of(answer), is_saved=bool(press.keep))
    )


async def show_bookmarks(dialogue: Dialogue, press: OpenBookmarks | None = None) -> None:
    """What the person keeps, newest first."""
    lines = await dialogue.call(saved, dialogue.person.id)
    await dialogue.show("history/bookmarks", {"lines": lines}, keyboard=history_keys(lines))
