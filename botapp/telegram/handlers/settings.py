from django.utils import timezone

from botapp.enums import Depth, Language
from botapp.exceptions import NotFound, StaleButton, UnknownTimeZone
from botapp.queries.people import facts
from botapp.queries.time_zones import difference, label, meant
from botapp.services.people import set_depth, set_language, set_time_zone
from botapp.telegram.dialogue import Dialogue
from botapp.telegram.keyboards.settings import (
    DEPTH,
    LANGUAGE,
    TIME_ZONE,
    Choose,
    OpenSettings,
    OpenTimeZones,
    meant_keys,
    settings_keys,
    time_zone_keys,
)


async def show_settings(dialogue: Dialogue, press: OpenSettings | None = None) -> None:
    """Language, depth and time zone, with a button for each choice."""
    await _show(dialogue)


async def choose(dialogue: Dialogue, press: Choose) -> None:
    """One choice; from this very answer on it counts."""
    dialogue.check_own()
    try:
        if press.setting == LANGUAGE:
            await dialogue.call(set_language, dialogue.person.id, language=press.value)
        elif press.setting == DEPTH:
            await dialogue.call(set_depth, dialogue.person.id, depth=press.value)
        elif press.setting == TIME_ZONE:
            await dialogue.call(set_time_zone, dialogue.person.id, time_zone=press.value)
        else:
            raise StaleButton
    except (NotFound, UnknownTimeZone) as error:
        raise StaleButton from error
    await _show(dialogue)


async def show_time_zones(dialogue: Dialogue, press: OpenTimeZones | None = None) -> None:
    """/timezone: the common ones, or what is named behind the command; if that is several, to choose from."""
    if not dialogue.argument:
        keys = time_zone_keys(dialogue.person.time_zone)
        await dialogue.show("settings/time_zones", keyboard=keys)
        return
    found = await dialogue.call(meant, dialogue.argument)
    if len(found) > 1:
        asked = {"asked": dialogue.argument}
        await dialogue.say("settings/which_time_zone", asked, keyboard=meant_keys(found))
        return
    await dialogue.call(set_time_zone, dialogue.person.id, time_zone=found[0])
    await _show(dialogue)


async def _show(dialogue: Dialogue) -> None:
    person = await dialogue.call(facts, dialogue.person.id)
    dialogue.speak(person.language)
    dialogue.live_in(person.time_zone)
    context = {
        "language": Language(person.language).label,
        "depth": Depth(person.depth).label,
        "zone": label(person.time_zone),
        "difference": difference(person.time_zone),
        "now": timezone.now(),
    }
    await dialogue.show("settings/settings", context, keyboard=settings_keys(person))
