"""What the first answer of a process needs made: the AI's library, dictionaries, indexes of the glossary.

It takes seconds of a busy machine, so it is made on a thread, and before anybody holds the right to write:
that runs out if the event loop stands still.
"""

import asyncio
import logging

from botapp.ai.base import Knowledge, Language, Prompt
from botapp.ai.grounding import Grounding, Source
from botapp.ai.offline import explainer
from botapp.ai.prompts import build
from botapp.background import OfLoop
from botapp.bridge import apart
from botapp.explain import chain

logger = logging.getLogger(__name__)
# Any item with a name, a number and a day: it makes whatever an item can need.
_ITEMS: dict[Language, str] = {
    "ru": "Биржа Kraken выплатит 30 млн долларов в понедельник.",
    "uk": "Біржа Kraken виплатить 30 млн доларів у понеділок.",
    "en": "The exchange Kraken pays $30 million on Monday.",
}
_made: OfLoop[dict[Language, "asyncio.Task[None]"]] = OfLoop(dict)


def is_over(language: Language) -> bool:
    """Whether answers in this language need nothing made any more."""
    made = _made().get(language)
    return made is not None and made.done()


async def finish(language: Language, knowledge: Knowledge) -> None:
    """Returns when all is made; raises nothing: whatever can't be made fails where it is used."""
    made = _made()
    if language not in made:
        made[language] = apart(asyncio.to_thread(_use, language, knowledge))
        made[language].add_done_callback(_tell)
    await asyncio.wait([made[language]])


def _tell(made: "asyncio.Task[None]") -> None:
    if not made.cancelled() and (error := made.exception()):
        logger.warning("The first use could not be prepared: %s", type(error).__name__)


def _use(language: Language, knowledge: Knowledge) -> None:
    chain.load()
    prompt = Prompt(_ITEMS[language], language=language, knowledge=knowledge)
    build(prompt)
    Grounding(Source.of(prompt.text, knowledge), language).ground(explainer.explain(prompt))
