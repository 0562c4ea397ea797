from django.utils.translation import gettext as _

from analytics.models import Event
from botapp.models import Feedback
from botapp.queries.explanations import stored
from botapp.queries.versions import offer
from botapp.services.feedback import Judged, judge
from botapp.telegram.dialogue import Dialogue
from botapp.telegram.keyboards.card import Judge
from botapp.telegram.keyboards.more import other_ways

Verdict = Feedback.Verdict


async def take_verdict(dialogue: Dialogue, press: Judge) -> None:
    """👍 is thanked for; the first 👎 offers the item in another way, if there is one."""
    person = dialogue.person.id
    judged = await dialogue.call(
        judge, press.explanation, person_id=person, verdict=press.verdict, step="judge"
    )
    if judged == Judged.NOTHING:
        await dialogue.toast(_("You have told me already, thank you."))
        return
    facts = {"explanation": press.explanation}
    dialogue.note(Event.Kind.FEEDBACK, subject=press.verdict, facts=facts)
    await dialogue.toast(_("Thank you!") if press.verdict == Verdict.UP else _("Thank you for telling me."))
    if judged == Judged.FIRST_DOWN:
        await _offer_other_ways(dialogue, press.explanation)


async def _offer_other_ways(dialogue: Dialogue, explanation_id: int) -> None:
    person = dialogue.person
    answer = await dialogue.call(stored, explanation_id, person_id=person.id)
    worth = await dialogue.call(offer, answer, person_id=person.id, language=person.language)
    if keyboard := other_ways(answer, offer=worth):
        await dialogue.say("feedback/another_way", keyboard=keyboard)
