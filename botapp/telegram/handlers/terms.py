from botapp.ai.base import GlossaryTerm
from botapp.exceptions import NotFound
from botapp.queries import glossary
from botapp.queries.ai_services import is_ai_set_up
from botapp.queries.explanations import stored
from botapp.telegram.dialogue import Dialogue
from botapp.telegram.keyboards.menu import back_to_menu
from botapp.telegram.keyboards.more import ShowWords
from botapp.telegram.keyboards.terms import ShowTerm, ShowWord, choice_keys, term_keys, word_keys

LINK = "term_"


async def show_words(dialogue: Dialogue, press: ShowWords) -> None:
    """The words of a card as buttons of a message below it."""
    answer = await dialogue.call(stored, press.explanation, person_id=dialogue.person.id)
    if not answer.explanation.terms:
        raise NotFound
    await dialogue.say("terms/words", keyboard=word_keys(answer.id, answer.explanation.terms), is_reply=True)


async def show_word(dialogue: Dialogue, press: ShowWord) -> None:
    """One of them in that message, the others below it."""
    answer = await dialogue.call(stored, press.explanation, person_id=dialogue.person.id)
    notes = answer.explanation.terms
    if press.number >= len(notes):
        raise NotFound
    note = notes[press.number]
    term = await dialogue.call(glossary.look_up, note.term, language=answer.language)
    keys = [*term_keys(term), *word_keys(answer.id, notes, shown=press.number)]
    await dialogue.show("terms/term", {"note": note, "term": term}, keyboard=keys)


async def look_up(dialogue: Dialogue) -> None:
    """/term word; without a word, how to ask for one."""
    word, language = dialogue.argument, dialogue.person.language
    term = await dialogue.call(glossary.look_up, word, language=language) if word else None
    if term:
        await show_meaning(dialogue, term)
        return
    like = await dialogue.call(glossary.similar, word, language=language) if word else ()
    context = {"word": word, "like": like, "has_ai": is_ai_set_up()}
    await dialogue.say("terms/unknown", context, keyboard=choice_keys(like))


async def open_linked(dialogue: Dialogue) -> None:
    """t.me/<bot>?start=term_<slug>."""
    await show_term(dialogue, ShowTerm(dialogue.argument.removeprefix(LINK)))


async def show_term(dialogue: Dialogue, press: ShowTerm) -> None:
    term = await dialogue.call(glossary.by_slug, press.slug, language=dialogue.person.language)
    if term is None:
        raise NotFound
    await show_meaning(dialogue, term)


async def show_meaning(dialogue: Dialogue, term: GlossaryTerm) -> None:
    """A word of the glossary with what other features have on it."""
    await dialogue.show("terms/term", {"term": term}, keyboard=[*term_keys(term), back_to_menu()])
