"""Telegram counts text in UTF-16 code units: an emoji is two of them."""


def length(text: str) -> int:
    return len(text.encode("utf-16-le", "surrogatepass")) // 2


def cut(text: str, units: int) -> int:
    """The number of characters of `text` that fit into `units`, never half an emoji."""
    taken = 0
    for index, char in enumerate(text):
        taken += 2 if char > "\uffff" else 1
        if taken > units:
            return index
    return len(text)


def boundaries(text: str) -> set[int]:
    """Every offset in code units at which a character starts, and the end."""
    starts, position = {0}, 0
    for char in text:
        position += 2 if char > "\uffff" else 1
        starts.add(position)
    return starts
