"""Texts that are surely no news: without AI they would be explained as if they were some."""

from botapp.ai.base import Language
from botapp.ai.offline import no_news
from botapp.exceptions import AlreadyWriting, StaleButton
from botapp.models import Generation
from botapp.queries.knowledge import knowledge
from botapp.services import generations, texts


def is_held(text: str, *, language: Language) -> bool:
    """Whether the person is asked first if the text is to be explained, where no AI says what a text is."""
    written = texts.clean(text).strip()
    if len(written) < texts.MINIMUM or texts.classify(written) != "news":
        return False
    return no_news.is_surely_other(written, knowledge(language))


def explain(
    person_id: int,
    *,
    chat_id: int,
    message_id: int | None,
    source_message_id: int,
    text: str,
    language: str,
    depth: str,
) -> int:
    """Owe the explanation of a text that was held, in the message that said so, once; the generation's id.

    Raises StaleButton if the message shows an answer already or is gone, AlreadyWriting, InvalidText,
    DailyLimitReached or TooFast.
    """
    there = Generation.objects.filter(chat_id=chat_id, message_id=message_id)
    if there.filter(state=Generation.State.WAITING).exists():
        raise AlreadyWriting
    if message_id is None or there.exists():
        raise StaleButton
    return generations.begin(
        person_id,
        chat_id=chat_id,
        message_id=message_id,
        source_message_id=source_message_id,
        text=texts.check(text, maximum=texts.LONGEST),
        kind="news",
        language=language,
        depth=depth,
    )
