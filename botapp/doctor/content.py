"""Whether the texts that RVX comes with are loaded."""

from collections.abc import Iterator

from botapp.doctor.amounts import count
from botapp.doctor.finding import Finding, ok, warn
from botapp.queries.knowledge import knowledge

SUBJECT = "content"
CURE = "python manage.py load_content"


def examine() -> Iterator[Finding]:
    known = knowledge("ru")
    found = f"{count(len(known.terms), 'term')}, {count(len(known.events), 'kind')} of events"
    yield ok(SUBJECT, found) if known.terms and known.events else warn(SUBJECT, found, CURE)
