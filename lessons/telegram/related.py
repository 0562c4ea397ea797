"""Which lesson goes with which kind of event, for the button under an explanation."""

from lessons.telegram.buttons import OpenRelated

# Kind of event → slug of a lesson. Kinds that are not here get no button.
LESSON_OF_KIND = {
    "hack": "keys-and-wallets",
    "scam": "keys-and-wallets",
    "stablecoin": "lending-and-stablecoins",
    "network_upgrade": "rollups",
}


def related_lesson(explanation_id: int, kind: str) -> OpenRelated | None:
    """The button for an explanation of this kind, or None."""
    return OpenRelated(kind) if kind in LESSON_OF_KIND else None
