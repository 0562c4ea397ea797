"""What a text states that can be compared: read once, however often it is asked for."""

from dataclasses import dataclass
from functools import cached_property

from botapp.ai import figures, number_words
from botapp.ai.figures import Figure
from botapp.ai.grounding import known_names, meanings, roles, times
from botapp.ai.grounding.known_names import Bearer
from botapp.ai.grounding.roles import Deed
from botapp.ai.grounding.vocabulary import stems


@dataclass(frozen=True)
class Facts:
    """Of one statement of an answer. Each kind is looked for when it is first asked for."""

    text: str

    @cached_property
    def figures(self) -> tuple[Figure, ...]:
        """In digits and in words, dates included."""
        return (*figures.find(self.text), *number_words.find(self.text))

    @cached_property
    def figures_besides_dates(self) -> tuple[Figure, ...]:
        """The same without what stands in dates like 23.03.2022."""
        return self.figures if self.besides_dates == self.text else Facts(self.besides_dates).figures

    @cached_property
    def times(self) -> frozenset[str]:
        """Weekdays, relative days, quarters, halves, months and clock times."""
        return times.said(self.text)

    @cached_property
    def days(self) -> frozenset[tuple[int, int]]:
        """(day, month) of dates in words."""
        return times.days(self.besides_dates)

    @cached_property
    def bearers(self) -> tuple[Bearer, ...]:
        """Whom of names.yaml it names."""
        return known_names.find(self.text)

    @cached_property
    def named(self) -> frozenset[str]:
        """Their ids."""
        return frozenset(bearer.id for bearer in self.bearers)

    @cached_property
    def deeds(self) -> tuple[Deed, ...]:
        """What it says somebody did to somebody."""
        return roles.deeds(self.text, self.bearers)

    @cached_property
    def words(self) -> frozenset[str]:
        """What it is about."""
        return stems(self.text)

    @cached_property
    def language(self) -> str:
        """Which of the three it is in, "" if its letters do not tell."""
        return meanings.sure_language(self.text)

    @cached_property
    def besides_dates(self) -> str:
        """The text without dates like 23.03.2022."""
        return times.IN_FIGURES.sub(" ", self.text)
