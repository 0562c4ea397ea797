from analytics.queries.audience import people_active
from analytics.queries.usage import usage
from botapp.telegram.dialogue import Dialogue

WEEK = 7
COLUMNS = ("explanations", "feedback", "lessons", "answers", "errors")


async def show_stats(dialogue: Dialogue) -> None:
    """People, explanations, lessons and errors, today and over seven days (UTC)."""
    days = await dialogue.call(usage, WEEK)
    week = {column: sum(getattr(day, column) for day in days) for column in COLUMNS}
    week["people"] = await dialogue.call(people_active, WEEK)
    await dialogue.say("admin_stats/stats", {"today": days[-1], "week": week})
