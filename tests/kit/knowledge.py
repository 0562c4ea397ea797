"""A small glossary and four kinds of events, in the three languages of readers."""

from functools import cache
from pathlib import Path
from typing import Any

import yaml

from botapp.ai.base import EventPattern, GlossaryTerm, Knowledge, Language
from botapp.ai.schema import Background

_CONTENT = Path(__file__).resolve().parents[2] / "botapp" / "content"
_BACKGROUND = ("name", "how_it_works", "who_is_touched", "what_next")
_PICTURES = ("analogy", "example")

_TERMS = {
    "bitcoin": (
        "BTC",
        {"ru": "Биткоин", "uk": "Біткоїн", "en": "Bitcoin"},
        ("bitcoin", "биткоин", "біткоїн", "біткоїна", "біткоїну"),
    ),
    "ethereum": ("ETH", {"ru": "Эфир", "uk": "Ефір", "en": "Ether"}, ("ethereum", "эфириум", "ефіріум")),
    "solana": ("SOL", {"ru": "Солана", "uk": "Солана", "en": "Solana"}, ("solana",)),
    "stablecoin": (
        "",
        {"ru": "стейблкоин", "uk": "стейблкоїн", "en": "stablecoin"},
        ("stablecoin", "стейблкоин", "стейблкоїн", "стейблкоїни", "стейблкоїнів"),
    ),
    "smart-contract": (
        "",
        {"ru": "смарт-контракт", "uk": "смартконтракт", "en": "smart contract"},
        ("smart contract", "смарт-контракт", "смартконтракт", "смартконтракту", "смартконтракті"),
    ),
    "leverage": (
        "",
        {"ru": "кредитное плечо", "uk": "кредитне плече", "en": "leverage"},
        ("leverage", "кредитное плечо", "кредитне плече", "кредитного плеча"),
    ),
    "etf": (
        "",
        {"ru": "ETF", "uk": "ETF", "en": "ETF"},
        ("etf", "exchange-traded fund", "биржевой фонд", "біржовий фонд"),
    ),
    "liquidation": (
        "",
        {"ru": "ликвидация", "uk": "ліквідація", "en": "liquidation"},
        ("liquidation", "ликвидация", "ліквідація", "ліквідації", "ліквідацій"),
    ),
    "hard-fork": (
        "",
        {"ru": "хардфорк", "uk": "хардфорк", "en": "hard fork"},
        ("hard fork", "хардфорк", "хардфорку"),
    ),
    "validator": (
        "",
        {"ru": "валидатор", "uk": "валідатор", "en": "validator"},
        ("validator", "валидатор", "валідатор", "валідатори", "валідаторів"),
    ),
    "sec": ("", {"ru": "SEC", "uk": "SEC", "en": "SEC"}, ("SEC",)),
}

_EVENTS = {
    "hack": (
        ("hack*", "exploit*", "drain*", "stolen", "взлом*", "хакер*", "похитил*", "злам*", "викра*"),
        ("How much was stolen?", "Will users get their money back?"),
    ),
    "etf-flows": (
        ("etf", "etfs", "inflow*", "outflow*", "приток*", "отток*", "притік", "притоку", "відтік*"),
        ("Which funds took in most?",),
    ),
    "lawsuit": (
        ("lawsuit", "sued", "sues", "court", "иск", "иска", "суд", "суда", "позов*"),
        ("What does the other side say?",),
    ),
    "regulation": (
        ("bill", "law", "regulator*", "mica", "закон*", "регулятор*"),
        ("When does it take effect?",),
    ),
    "listing": (("list*", "листинг*", "лістинг*"), ("When does trading start?",)),
    "network-upgrade": (
        ("hard fork", "upgrade*", "хардфорк*", "обновлени*", "оновленн*"),
        ("Does anybody have to do anything?",),
    ),
    "stablecoin": (("depeg*", "lost its peg", "привязк*", "прив'язк*"), ("What backs the coin?",)),
    "scam": (
        ("scam*", "phishing", "ponzi", "мошенни*", "фишинг*", "пирамид*", "шахра*", "фішинг*"),
        ("How many people lost money?",),
    ),
}


def knowledge(language: Language = "en") -> Knowledge:
    """The same terms and kinds of events for a reader of any language."""
    terms = tuple(
        GlossaryTerm(
            slug, names[language], f"[{language}] what {slug} means", (*names.values(), *forms), ticker
        )
        for slug, (ticker, names, forms) in _TERMS.items()
    )
    return Knowledge(
        terms, tuple(_event(slug, cues, asked, language) for slug, (cues, asked) in _EVENTS.items())
    )


def _event(slug: str, cues: tuple[str, ...], questions: tuple[str, ...], language: Language) -> EventPattern:
    background = Background(
        slug=slug,
        name=f"[{language}] {slug}",
        how_it_works=f"[{language}] how a {slug} works",
        who_is_touched=f"[{language}] whom a {slug} touches",
        what_next=f"[{language}] what follows a {slug}",
    )
    return EventPattern(slug, cues, background, questions)


@cache
def shipped_knowledge(language: Language) -> Knowledge:
    """The glossary and the kinds of events that RVX is shipped with, without a database."""
    terms = tuple(
        GlossaryTerm(
            entry["slug"],
            entry["name"][language],
            entry["meaning"][language],
            _all(entry, "name", "forms"),
            entry["ticker"],
        )
        for entry in _shipped("glossary.yaml")
    )
    kinds = sorted(_shipped("event_kinds.yaml"), key=lambda entry: -entry["priority"])
    return Knowledge(terms, tuple(_shipped_event(entry, language) for entry in kinds))


def _shipped(name: str) -> list[dict[str, Any]]:
    return yaml.load((_CONTENT / name).read_text(encoding="utf-8"), yaml.CSafeLoader)


def _shipped_event(entry: dict[str, Any], language: Language) -> EventPattern:
    texts = {key: " ".join(entry[key][language].split()) for key in (*_BACKGROUND, *_PICTURES)}
    background = Background(slug=entry["slug"], **texts)
    return EventPattern(entry["slug"], _all(entry, "cues"), background, tuple(entry["questions"][language]))


def _all(entry: dict[str, Any], *fields: str) -> tuple[str, ...]:
    """The values of fields in every language, each once."""
    values = (entry[name][language] for name in fields for language in ("ru", "uk", "en"))
    return tuple(
        dict.fromkeys(text for value in values for text in ([value] if isinstance(value, str) else value))
    )
