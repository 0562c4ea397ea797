from botapp.enums import Depth, Language
from botapp.queries.own_numbers import own_numbers
from botapp.queries.profile import profile
from botapp.queries.time_zones import difference, label, zone
from botapp.telegram.dialogue import Dialogue


async def show_profile(dialogue: Dialogue) -> None:
    """/profile: who RVX takes the person for, what they chose and what is kept."""
    person = dialogue.person
    context = {
        "profile": await dialogue.call(profile, person.id),
        "language": Language(person.language).label,
        "depth": Depth(person.depth).label,
        "zone": label(person.time_zone),
        "difference": difference(person.time_zone),
    }
    await dialogue.say("profile/profile", context)


async def show_numbers(dialogue: Dialogue) -> None:
    """/stats: the person's own numbers."""
    numbers = await dialogue.call(own_numbers, dialogue.person.id, zone=zone(dialogue.person.time_zone))
    await dialogue.say("stats/stats", {"numbers": numbers})
