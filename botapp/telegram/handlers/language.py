from botapp.enums import Language
from botapp.exceptions import StaleButton
from botapp.services.people import set_language
from botapp.telegram.dialogue import Dialogue
from botapp.telegram.keyboards.language import OpenLanguages, SetLanguage, language_keys
from botapp.telegram.keyboards.menu import menu_keys


async def show_languages(dialogue: Dialogue, press: OpenLanguages | None = None) -> None:
    await dialogue.show("language/choice", keyboard=language_keys(dialogue.person.language))


async def choose_language(dialogue: Dialogue, press: SetLanguage) -> None:
    """From this very answer on, the menu included."""
    if press.language not in Language.values:
        raise StaleButton
    person = await dialogue.call(set_language, dialogue.person.id, language=press.language)
    dialogue.speak(person.language)
    await dialogue.show("language/chosen", keyboard=menu_keys())
