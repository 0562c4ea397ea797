"""An explanation as messages."""

from dataclasses import dataclass
from typing import Any

from botapp.ai.base import Mode
from botapp.ai.offline.warning import is_fraud
from botapp.ai.quotes import quoted
from botapp.ai.schema import Explanation, Number
from botapp.explain.plain import normalise
from botapp.queries.explanations import StoredAnswer
from botapp.queries.sources import Source
from botapp.telegram.markup import Marked
from botapp.telegram.rendering import render

GAP = "…"  # stands in a number's meaning where the number itself stood in the clause
SOURCE_SHOWN = 600  # characters of the source on a card that is far from the message it explains


def card(
    explanation: Explanation,
    *,
    mode: Mode = "plain",
    notice: str = "",
    source: str = "",
    question: str = "",
    lead: str = "",
    provenance: Source | None = None,
) -> list[Marked]:
    """The whole card. `lead` stands before it, `notice` at the end; a `source` is folded in.

    `question`: what is answered, where no message of the chat says it. `provenance`: where the text came
    from, in a quiet line.
    """
    facts = {"notice": notice, "source": _shortened(source), "question": question}
    return render(
        "explain/card", {**_item(explanation, mode), **facts, "lead": lead, "provenance": provenance}
    )


def growing(explanation: Explanation, *, mode: Mode = "plain", question: str = "") -> Marked:
    """The card as far as it is written; what does not fit into one message yet is shown at the end."""
    return render("explain/growing", {**_item(explanation, mode), "question": question})[0]


def stopped(explanation: Explanation | None, *, mode: Mode = "plain", question: str = "") -> list[Marked]:
    """What was there when the person pressed Stop."""
    item = _item(explanation, mode) if explanation else {}
    return render("explain/stopped", {**item, "question": question})


def grounds(answer: StoredAnswer) -> list[Marked]:
    """Each statement of a card with the sentence of the source that it rests on."""
    return render("explain/grounds", {"statements": quoted(answer.explanation, answer.source_text)})


def remembered(explanation: Explanation) -> str:
    """The answer as one turn of the conversation: enough to know what "it" means in the next question."""
    told = [statement.text for statement in (*explanation.what_happened, *explanation.why_it_matters)]
    return "\n".join([explanation.headline, *told])


def kind_of(answer: StoredAnswer | Explanation) -> str:
    """Slug of the kind of event, "" if none was recognised."""
    explanation = answer.explanation if isinstance(answer, StoredAnswer) else answer
    return explanation.background.slug if explanation.background else ""


@dataclass(frozen=True)
class Figure:
    """A number in its clause, or, where the meaning is no clause around it, before its meaning.

    `before` and `after` bring the spaces that part them from the number, and none where nothing does.
    """

    value: str
    before: str = ""
    after: str = ""
    meaning: str = ""

    @property
    def told(self) -> str:
        """All of it, with a space before, so that no number is found inside another one."""
        clause = f"{self.before}{self.value}{self.after} {self.meaning}"
        return " ".join(("", *clause.split()))


def _shortened(source: str) -> str:
    is_cut = len(source) > SOURCE_SHOWN
    return source[:SOURCE_SHOWN].rstrip() + "…" if is_cut else source


def _item(explanation: Explanation, mode: Mode) -> dict[str, Any]:
    """What the templates of a card read. Numbers, words and background stand on the plain card only."""
    return {
        "mode": mode,
        "item": _without_echo(explanation),
        "is_fraud": is_fraud(explanation.red_flags),
        "figures": _each_once([_figure(number) for number in explanation.numbers]),
    }


def _each_once(figures: list[Figure]) -> list[Figure]:
    """A clause with two numbers stands there once, and not again as the beginning of a longer one."""
    told = [figure.told for figure in figures]
    return [
        figure
        for place, figure in enumerate(figures)
        if not any(figure.told in other for other in told[:place])
        and not any(figure.told in other and figure.told != other for other in told[place:])
    ]


def _figure(number: Number) -> Figure:
    before, gap, after = number.meaning.partition(GAP)
    if not gap:
        return Figure(value=number.value, meaning=number.meaning)
    return Figure(value=number.value, before=_parted(before.lstrip()), after=_parted(after.rstrip(), first=0))


def _parted(side: str, *, first: int = -1) -> str:
    """What stands beside a number, whose words never run into it."""
    if not side or not side[first].isalnum():
        return side
    return f" {side}" if first == 0 else f"{side} "


def _without_echo(explanation: Explanation) -> Explanation:
    """Without a statement that repeats the headline or a step, and without impacts that say nothing."""
    said = set(map(normalise, (explanation.headline, *explanation.illustration)))
    told = tuple(part for part in explanation.what_happened if normalise(part.text) not in said)
    judged = tuple(impact for impact in explanation.impacts if impact.direction != "unclear")
    return explanation.model_copy(update={"what_happened": told, "impacts": judged})
