"""Numbers as a person reads them."""


def duration(seconds: float) -> str:
    """`under 1 ms`, `85 ms`, `2.4 s`, `41 s`, `12 min`, `3.5 h`, `9 days`."""
    if seconds < 0.001:
        return "under 1 ms"
    if seconds < 1:
        return f"{seconds * 1000:.0f} ms"
    if seconds < 10:
        return f"{seconds:.1f}".removesuffix(".0") + " s"
    if seconds < 120:
        return f"{seconds:.0f} s"
    if seconds < 7200:
        return f"{seconds / 60:.0f} min"
    return f"{seconds / 3600:.1f} h" if seconds < 172_800 else f"{seconds / 86_400:.0f} days"


def size(number: float) -> str:
    """`512 B`, `12.4 MB`, `41 GB`."""
    unit, *larger = ("B", "kB", "MB", "GB", "TB")
    while number >= 1000 and larger:
        number, unit, *larger = number / 1000, *larger
    return f"{number:.1f} {unit}" if number < 10 and unit != "B" else f"{number:.0f} {unit}"


def count(number: int, one: str, many: str = "") -> str:
    """`1 update`, `2,310 updates`."""
    return f"{number:,} {one if number == 1 else many or one + 's'}"
