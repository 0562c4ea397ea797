from functools import partial
from typing import Any

from botapp.enums import Level
from botapp.exceptions import StaleButton, UnknownTopic
from botapp.queries import topics
from botapp.services import generations, teaching
from botapp.services.teaching import Order
from botapp.telegram.beginning import write_below, write_here
from botapp.telegram.dialogue import Dialogue
from botapp.telegram.keyboards.teach import (
    ChooseTopic,
    OpenTopics,
    Teach,
    TeachBelow,
    level_keys,
    topic_keys,
)


async def teach(dialogue: Dialogue) -> None:
    """/teach, /teach topic, /teach topic level: what is not said is chosen by buttons."""
    wish = await dialogue.call(teaching.understand, dialogue.argument, language=dialogue.person.language)
    if not wish.words:
        await _offer_topics(dialogue, level=wish.level)
    elif wish.topic and not wish.level:
        await _offer_levels(dialogue, wish.topic, asked=wish.words if wish.is_nearest else "")
    else:
        await _teach_words(dialogue, wish.words, level=wish.level or Level.BEGINNER.value)


async def show_topics(dialogue: Dialogue, press: OpenTopics) -> None:
    await _offer_topics(dialogue)


async def show_levels(dialogue: Dialogue, press: ChooseTopic) -> None:
    await _offer_levels(dialogue, press.topic)


async def teach_here(dialogue: Dialogue, press: Teach) -> None:
    """The lesson in place of the choice; below it where the choice is somebody else's."""
    lesson = await _chosen(dialogue, press.topic, press.level)
    if not dialogue.is_own:
        await write_below(dialogue, partial(_begin, dialogue, lesson), template="teach/writing")
        return
    generation = await _begin(dialogue, lesson, "begin", message_id=dialogue.message_id)
    await write_here(dialogue, generation, template="teach/writing")


async def teach_below(dialogue: Dialogue, press: TeachBelow) -> None:
    lesson = await _chosen(dialogue, press.topic, press.level)
    await write_below(dialogue, partial(_begin, dialogue, lesson), template="teach/writing")


async def _offer_topics(dialogue: Dialogue, *, level: str = "", asked: str = "") -> None:
    keyboard = topic_keys(topics.names(dialogue.person.language), level=level)
    await dialogue.show("teach/topics", {"asked": asked}, keyboard=keyboard)


async def _offer_levels(dialogue: Dialogue, topic: str, *, asked: str = "") -> None:
    name = topics.names(dialogue.person.language).get(topic)
    if name is None:
        raise StaleButton
    await dialogue.show("teach/levels", {"name": name, "asked": asked[:100]}, keyboard=level_keys(topic))


async def _teach_words(dialogue: Dialogue, words: str, *, level: str) -> None:
    try:
        lesson = await dialogue.call(teaching.order, words, level=level, language=dialogue.person.language)
    except UnknownTopic:
        await _offer_topics(dialogue, asked=words[:100])
        return
    above = "teach/nearest" if lesson.is_nearest else ""
    context = {"asked": words[:100], "title": lesson.subject}
    begin = partial(_begin, dialogue, lesson)
    await write_below(dialogue, begin, template="teach/writing", context=context, above=above)


async def _chosen(dialogue: Dialogue, topic: str, level: str) -> Order:
    if topic not in topics.names(dialogue.person.language) or level not in Level.values:
        raise StaleButton
    return await dialogue.call(teaching.order, topic, level=level, language=dialogue.person.language)


async def _begin(dialogue: Dialogue, lesson: Order, step: str, **details: Any) -> int:
    return await dialogue.call(
        generations.begin,
        dialogue.person.id,
        chat_id=dialogue.chat_id,
        text=lesson.text,
        kind="lesson",
        language=dialogue.person.language,
        depth=lesson.depth,
        subject=lesson.subject,
        step=step,
        **details,
    )
