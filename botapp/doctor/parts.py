"""What other apps add to the examination: their `doctor` module registers it when it is imported."""

from collections.abc import Callable, Iterator

from botapp.doctor.finding import Finding

Examiner = Callable[[], Iterator[Finding]]
_more: list[Examiner] = []


def register(examiner: Examiner) -> None:
    """Run after our own examiners whenever the database answers."""
    if examiner not in _more:
        _more.append(examiner)


def registered() -> tuple[Examiner, ...]:
    return tuple(_more)
