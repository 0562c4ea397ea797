"""Which lesson goes with which word of the glossary, for the button under the word."""

from lessons.telegram.buttons import OpenTermLesson

# Slug of a lesson → slugs of the terms that it explains. Terms that are not here get no button.
_TERMS_OF_LESSON = {
    "what-is-a-blockchain": ("blockchain", "node", "proof-of-work", "proof-of-stake", "mining", "validator"),
    "keys-and-wallets": ("wallet", "private-key", "seed-phrase", "cold-wallet", "hot-wallet", "phishing"),
    "smart-contracts": ("smart-contract", "gas", "oracle", "exploit", "audit"),
    "lending-and-stablecoins": ("stablecoin", "depeg", "reserves", "liquidation", "defi"),
    "rollups": ("rollup", "layer-2", "bridge"),
    "how-daos-decide": ("dao", "governance-token"),
}
LESSON_OF_TERM = {term: lesson for lesson, terms in _TERMS_OF_LESSON.items() for term in terms}


def term_lesson(slug: str) -> OpenTermLesson | None:
    """The button for a term with this slug, or None."""
    return OpenTermLesson(slug) if slug in LESSON_OF_TERM else None
