from botapp.queries.search import Place, found, remembered, wanted
from botapp.services import searches
from botapp.telegram.dialogue import Dialogue
from botapp.telegram.keyboards.search import MoreFound, found_keys


async def search(dialogue: Dialogue) -> None:
    """/search words: what the person had explained that has all of them."""
    person, words = dialogue.person.id, await dialogue.call(wanted, dialogue.argument)
    page = await dialogue.call(found, words, person_id=person)
    kept = 0
    if page.older:
        kept = await dialogue.call(searches.remember, person, text=dialogue.argument, step="remember")
    context = {"lines": page.lines, "asked": dialogue.argument}
    await dialogue.say("search/found", context, keyboard=found_keys(page, search=kept))


async def show_more(dialogue: Dialogue, press: MoreFound) -> None:
    """The next page, in the place of the one before."""
    person = dialogue.person.id
    asked = await dialogue.call(remembered, press.search, person_id=person)
    words = await dialogue.call(wanted, asked)
    after = Place(press.before, bool(press.by_root))
    page = await dialogue.call(found, words, person_id=person, after=after)
    context = {"lines": page.lines, "asked": asked}
    await dialogue.show("search/found", context, keyboard=found_keys(page, search=press.search))
