"""Full text search over what a person had explained."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime

from django.db import connection
from django.db.models import Exists, Max, OuterRef, QuerySet
from django.db.models.expressions import RawSQL

from botapp.ai.search_words import WORD, fold, forms, marks, places, related
from botapp.exceptions import NothingToLookFor, StaleButton, TooMuchToLookFor
from botapp.models import Explanation, Generation, Search
from botapp.queries.readable import lines
from botapp.queries.titles import title

MOST_WORDS = 10
LONGEST = 200  # characters
MAX_NUMBER = 2**63 - 1  # what a row's number can be at most
_BEGINNING = 4  # letters from which a word also finds those that begin with it
_AROUND = 70  # characters of a fragment on each side of the first hit
# Both give numbers of explanations, each from the index that the migration named search made.
_INDEXED = {
    "sqlite": "SELECT rowid FROM botapp_searchindex WHERE botapp_searchindex MATCH %s",
    "postgresql": "SELECT explanation_id FROM botapp_searchentry"
    " WHERE array_to_tsvector(string_to_array(words, ' ')) @@ %s::tsquery",
}


@dataclass(frozen=True)
class Wanted:
    """One word that is looked for: any of `forms`, or what begins with `beginning` if it is set.

    `related`: marks of words of its root, which stand behind.
    """

    forms: frozenset[str]
    beginning: str = ""
    related: frozenset[str] = frozenset()

    def fits(self, found: frozenset[str]) -> bool:
        """Whether a word of a text with these forms and marks is meant by it."""
        return not (self.forms | self.related).isdisjoint(found) or bool(
            self.beginning and any(form.startswith(self.beginning) for form in found)
        )


@dataclass(frozen=True)
class Piece:
    """A part of a fragment; `is_hit`: a word that was looked for."""

    text: str
    is_hit: bool = False


@dataclass(frozen=True)
class Hit:
    """An answer that has all the words; `created_at` is when the person got it the last time."""

    explanation_id: int
    headline: str
    created_at: datetime
    fragment: tuple[Piece, ...]


@dataclass(frozen=True)
class Place:
    """Where a page ends: the number of its last answer, and whether that one was found by roots."""

    before: int
    by_root: bool = False


@dataclass(frozen=True)
class Found:
    """A page of hits: those with the words themselves, then those by roots, each newest first.

    `older`: the place from which the next page goes on, if there is one.
    """

    lines: tuple[Hit, ...]
    older: Place | None


def wanted(text: str) -> tuple[Wanted, ...]:
    """The words of what somebody typed. Raises NothingToLookFor or TooMuchToLookFor."""
    words = dict.fromkeys(filter(None, map(fold, WORD.findall(text[: LONGEST + 1]))))
    if len(text) > LONGEST or len(words) > MOST_WORDS:
        raise TooMuchToLookFor(maximum=MOST_WORDS)
    if not words:
        raise NothingToLookFor
    return tuple(
        Wanted(forms(word), word if len(word) >= _BEGINNING else "", related(word)) for word in words
    )


def remembered(search_id: int, *, person_id: int) -> str:
    """What a person looked for before. Raises StaleButton if it is not kept, or somebody else's."""
    text = Search.objects.filter(pk=search_id, person_id=person_id).values_list("text", flat=True).first()
    if text is None:
        raise StaleButton
    return text


def found(words: Sequence[Wanted], *, person_id: int, after: Place | None = None, limit: int = 10) -> Found:
    """What the person had explained that has all the words: one line a card. Three queries at most.

    A card stands here as it was the last time that it had them, at whatever depth and in whichever way.
    """
    begun = after or Place(MAX_NUMBER)
    page: list[_Line] = []
    if not begun.by_root:
        page = _page(_standing(words, person_id), begun.before, limit + 1)
        begun = Place(MAX_NUMBER, by_root=True)
    if len(page) <= limit and any(word.related for word in words):
        page += _page(_by_root(words, person_id), begun.before, limit + 1 - len(page), by_root=True)
    rows = Explanation.objects.in_bulk([line.explanation_id for line in page[:limit]])
    hits = [_hit(rows[line.explanation_id], line.at, words) for line in page[:limit]]
    return Found(tuple(hits), page[limit - 1].place if len(page) > limit else None)


@dataclass(frozen=True)
class _Line:
    explanation_id: int
    at: datetime
    place: Place


def _page(given: QuerySet[Generation], before: int, size: int, *, by_root: bool = False) -> list[_Line]:
    """The newest of these answers, each once, at the last time that it was given."""
    lines = given.order_by().values("explanation_id").annotate(last=Max("id"), at=Max("created_at"))
    page = lines.filter(last__lt=before).order_by("-last")[:size]
    return [_Line(line["explanation_id"], line["at"], Place(line["last"], by_root)) for line in page]


def _standing(words: Sequence[Wanted], person_id: int) -> QuerySet[Generation]:
    """Of each card that has all the words the newest answer with them."""
    return _newest(_matching(words, person_id))


def _by_root(words: Sequence[Wanted], person_id: int) -> QuerySet[Generation]:
    """The same by roots, of cards that don't have the words themselves."""
    itself = _matching(words, person_id).filter(
        chat_id=OuterRef("chat_id"), message_id=OuterRef("message_id")
    )
    return _newest(_matching(words, person_id, by_root=True).exclude(Exists(itself)))


def _newest(known: QuerySet[Generation]) -> QuerySet[Generation]:
    cards = known.order_by().values("chat_id", "message_id").annotate(newest=Max("id")).values("newest")
    return Generation.objects.filter(pk__in=cards)


def _matching(words: Sequence[Wanted], person_id: int, *, by_root: bool = False) -> QuerySet[Generation]:
    expression = [_expression(words, by_root=by_root)]
    matching = RawSQL(_INDEXED[connection.vendor], expression)  # noqa: S611 (no word of theirs is in it)
    mine = Generation.objects.filter(person_id=person_id, explanation__state=Explanation.State.READY)
    return mine.exclude(source_text="").filter(explanation_id__in=matching)


def _expression(words: Sequence[Wanted], *, by_root: bool) -> str:
    """In the language of the database's search; every word is letters and digits and stands in quotes."""
    quote, begins, either, both = ('"', "*", " OR ", " AND ")
    if connection.vendor == "postgresql":
        quote, begins, either, both = ("'", ":*", " | ", " & ")
    groups = []
    for word in words:
        choices = [f"{quote}{form}{quote}" for form in sorted(_choices(word, by_root))]
        if word.beginning:
            choices.append(f"{quote}{word.beginning}{quote}{begins}")
        groups.append(f"({either.join(choices)})")
    return both.join(groups)


def _choices(word: Wanted, by_root: bool) -> frozenset[str]:
    return word.forms | word.related if by_root else word.forms


def _hit(row: Explanation, at: datetime, words: Sequence[Wanted]) -> Hit:
    told = row.answer or {}
    texts = (" ".join(text.split()) for text in (row.source_text, *lines(told)))
    fragment = next(filter(None, (tuple(_fragment(text, words)) for text in texts)), ())
    return Hit(row.pk, title(row), at, fragment)


def _fragment(text: str, words: Sequence[Wanted]) -> Iterator[Piece]:
    """The text around its first hit with every hit marked; nothing if there is none."""
    read = ((start, end, forms(word) | marks(word)) for start, end, word in places(text))
    hits = [(start, end) for start, end, found in read if any(one.fits(found) for one in words)]
    if not hits:
        return
    begin, end = _bounds(text, *hits[0])
    at = begin
    if begin:
        yield Piece("…")
    for start, stop in hits:
        if stop > end:
            break
        yield Piece(text[at:start])
        yield Piece(text[start:stop], is_hit=True)
        at = stop
    yield Piece(text[at:end] + ("…" if end < len(text) else ""))


def _bounds(text: str, start: int, stop: int) -> tuple[int, int]:
    """Where a fragment around this hit begins and ends: between two words, if they are not endless."""
    begin, end = max(0, start - _AROUND), min(len(text), stop + _AROUND)
    if begin:
        space = text.find(" ", begin, start)
        begin = space + 1 if space >= 0 else begin
    if end < len(text):
        space = text.rfind(" ", stop, end)
        end = space if space >= 0 else end
    return begin, end
