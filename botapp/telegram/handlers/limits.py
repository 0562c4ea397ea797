from botapp.queries.time_zones import label
from botapp.services.quotas import left
from botapp.telegram.dialogue import Dialogue


async def show_limits(dialogue: Dialogue) -> None:
    """Today's explanations: the number shown is the one enforced."""
    allowance = await dialogue.call(left, dialogue.person.id)
    await dialogue.say("limits/limits", {"allowance": allowance, "zone": label(dialogue.person.time_zone)})
