"""How much of a model's attention a text takes, estimated without any model's own counter.

Three characters a token: of the common models English takes four or more, Russian and Ukrainian about
three. The estimate errs on the side of more, so what fits by it fits.
"""

_CHARACTERS = 3
_TURN = 4  # tokens for who speaks
_WORTH_CUTTING = 40  # tokens: less of a turn tells nobody anything


def estimate(text: str) -> int:
    """Tokens of a text, rounded up."""
    return -(-len(text) // _CHARACTERS)


def of_turn(text: str) -> int:
    """Tokens of one turn of a conversation."""
    return estimate(text) + _TURN


def beginning(text: str, most: int) -> str:
    """The text if it has at most `most` tokens, else its beginning up to a word's end, with an ellipsis."""
    if estimate(text) <= most:
        return text
    room = max(0, most * _CHARACTERS - 1)
    cut = text[:room]
    return (cut.rsplit(maxsplit=1)[0] if " " in cut.strip() else cut).rstrip(" ,;:—–-") + "…" if cut else ""


def latest(texts: list[str], most: int) -> list[str]:
    """Of turns, newest first, those that fit into `most` tokens; the last of them perhaps cut."""
    kept: list[str] = []
    for text in texts:
        if of_turn(text) > most:
            cut = beginning(text, most - _TURN) if most >= _WORTH_CUTTING else ""
            return [*kept, cut] if cut else kept
        kept.append(text)
        most -= of_turn(text)
    return kept
