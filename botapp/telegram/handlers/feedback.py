from django.utils.translation import gettext as _

from analytics.models import Event
from botapp.models import Feedback
from botapp.queries.explanations import stored
from botapp.queries.versions import left
from botapp.services.feedback import Judged, judge
from botapp.telegram.dialogue import Dialogue
from botapp.telegram.keyboards.card import Judge
from botapp.telegram.keyboards.more import other_ways

Verdict = Feedback.Verdict


async def take_verdict(dialogue: Dialogue, press: Judge) -> None:
    """👍 is thanked for; the first 👎 offers the item in another way."""
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
        answer = await dialogue.call(stored, press.explanation, person_id=person)
        versions = await dialogue.call(left, answer, person_id=person)
        await dialogue.say("feedback/another_way", keyboard=other_ways(answer, versions_left=versions))
