from botapp.queries.cards import shown_on
from botapp.queries.explanations import StoredAnswer, stored
from botapp.queries.kept import is_saved
from botapp.queries.versions import offer
from botapp.telegram.card import grounds, kind_of
from botapp.telegram.depths import worth_a_press
from botapp.telegram.dialogue import Dialogue
from botapp.telegram.keyboards.card import CloseMore, OpenMore, answer_keys
from botapp.telegram.keyboards.more import ShowQuestions, ShowSources, more_keys, question_keys


async def open_more(dialogue: Dialogue, press: OpenMore) -> None:
    """What else can be done with the card, in place of its buttons."""
    answer = await _on_card(dialogue, press.explanation)
    person = dialogue.person
    worth = await dialogue.call(offer, answer, person_id=person.id, language=person.language)
    await dialogue.rekey(more_keys(answer, kind=kind_of(answer), offer=worth))


async def close_more(dialogue: Dialogue, press: CloseMore) -> None:
    answer = await _on_card(dialogue, press.explanation)
    kept = await dialogue.call(is_saved, answer.id, person_id=dialogue.person.id)
    depths = await worth_a_press(answer, language=dialogue.person.language)
    await dialogue.rekey(answer_keys(answer, is_saved=kept, depths=depths))


async def show_questions(dialogue: Dialogue, press: ShowQuestions) -> None:
    """What could be asked next, in place of the card's buttons."""
    await dialogue.rekey(question_keys(await _on_card(dialogue, press.explanation)))


async def show_sources(dialogue: Dialogue, press: ShowSources) -> None:
    """Below the card, so that both can be read: each statement and the sentence it rests on."""
    answer = await dialogue.call(stored, press.explanation, person_id=dialogue.person.id)
    await dialogue.say_messages(await dialogue.call(grounds, answer), is_reply=True)


async def _on_card(dialogue: Dialogue, explanation_id: int) -> StoredAnswer:
    """Others see the buttons of a card in a group, too; only who asked changes them."""
    dialogue.check_own()
    return await dialogue.call(
        shown_on,
        dialogue.message_id,
        explanation_id,
        person_id=dialogue.person.id,
        chat_id=dialogue.chat_id,
    )
