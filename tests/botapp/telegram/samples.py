"""Explanations to show on cards."""

from botapp.ai.schema import (
    Background,
    Check,
    Explanation,
    Impact,
    Number,
    RedFlag,
    Statement,
    TermNote,
)

FULL = Explanation(
    headline="SEC sues Binance",
    what_happened=(
        Statement(text="The SEC filed 13 charges.", source_sentence=1),
        Statement(text="It is the largest case so far.", unsupported=True),
    ),
    illustration=("A shop sells without a licence.", "The city sues it."),
    why_it_matters=(Statement(text="It decides which tokens are securities."),),
    who_is_affected=(Statement(text="Customers in the US."),),
    numbers=(Number(value="13", meaning="charges filed"),),
    impacts=(
        Impact(asset="BNB", direction="down", horizon="days", confidence="medium", reason="Fear of a ban."),
        Impact(asset="BTC"),
    ),
    terms=(TermNote(term="SEC", meaning="the US securities regulator"),),
    checks=(Check(question="Who sued?", answer="The SEC."),),
    not_said=("What the exchange answers.",),
    red_flags=(RedFlag(sign="Urgency", phrase="act now"),),
    background=Background(
        slug="lawsuit",
        name="Lawsuit",
        how_it_works="Cases take years.",
        who_is_touched="The parties.",
        what_next="The next hearing.",
    ),
)
HOSTILE = Explanation(
    headline="<b>5 < 6 & 7 > 3</b> 🙂 \u202eשלום &amp; </blockquote>",
    what_happened=(Statement(text="<script>alert(1)</script> & <i>"),),
    not_said=("</blockquote><a href='x'>",),
)
