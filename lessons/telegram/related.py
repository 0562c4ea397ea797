"""Which lesson goes with which kind of event or topic, for the button under an explanation."""

from lessons.telegram.buttons import OpenRelated

# Kind of event → slug of a lesson. Kinds that are not here get no button.
LESSON_OF_KIND = {
    "hack": "keys-and-wallets",
    "scam": "keys-and-wallets",
    "airdrop": "keys-and-wallets",
    "exploit": "smart-contracts",
    "stablecoin": "lending-and-stablecoins",
    "depeg": "lending-and-stablecoins",
    "network_upgrade": "rollups",
    "mining": "what-is-a-blockchain",
    "halving": "what-is-a-blockchain",
}
# Topic of a short lesson → slug of a lesson of a course.
LESSON_OF_TOPIC = {
    "crypto_basics": "what-is-a-blockchain",
    "security": "keys-and-wallets",
    "web3": "smart-contracts",
    "nft": "smart-contracts",
    "defi": "lending-and-stablecoins",
    "tokenomics": "how-daos-decide",
}
LESSONS = {**LESSON_OF_KIND, **LESSON_OF_TOPIC}


def related_lesson(explanation_id: int, kind: str) -> OpenRelated | None:
    """The button for an explanation of this kind of event or topic, or None."""
    return OpenRelated(kind) if kind in LESSONS else None
