from botapp.queries.allowances import allowance
from botapp.queries.time_zones import label
from botapp.telegram.dialogue import Dialogue


async def show_limits(dialogue: Dialogue) -> None:
    """Today's explanations: the number shown is the one enforced."""
    today = await dialogue.call(allowance, dialogue.person.id)
    await dialogue.say("limits/limits", {"allowance": today, "zone": label(dialogue.person.time_zone)})
