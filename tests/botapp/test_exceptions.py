"""Every refusal has a code that programs rely on and a sentence that each reader understands."""

import ast
import inspect
import re
from pathlib import Path

import pytest
from django.utils.translation import override

from botapp import exceptions
from botapp.exceptions import RvxError, TextTooLong
from botapp.web import errors as of_links
from lessons import exceptions as of_lessons

ROOT = Path(__file__).resolve().parents[2]
FACTS = {
    "minimum": 10,
    "maximum": 4096,
    "link": "https://t.me/x",
    "limit": 5,
    "seconds": 3,
    "name": "Newsroom",
    "most": 10,
    "megabytes": 10,
    "topics": "DeFi, NFT",
}


def _classes(module) -> list[type[RvxError]]:
    return [c for c in vars(module).values() if inspect.isclass(c) and issubclass(c, RvxError)]


FAMILY = sorted({*_classes(exceptions), *_classes(of_lessons), *_classes(of_links)}, key=lambda c: c.__name__)
SPOKEN = [c for c in FAMILY if "sentence" in vars(c)]


def _places(kind: type[RvxError], language: str) -> set[str]:
    with override(language):
        return set(re.findall(r"%\((\w+)\)s", str(kind.sentence)))


def test_each_refusal_has_a_code_of_its_own():
    codes = [kind.code for kind in FAMILY]
    assert sorted(codes) == sorted(set(codes))
    assert [kind.__name__ for kind in FAMILY if "code" not in vars(kind)] == []


@pytest.mark.parametrize("kind", FAMILY)
def test_a_code_is_short_and_for_machines(kind):
    assert re.fullmatch(r"[a-z]+(_[a-z]+){0,3}", kind.code)
    assert len(kind.code) <= 32, "it is stored beside the answer that it spoiled"


@pytest.mark.parametrize("kind", FAMILY)
def test_a_refusal_is_the_callers_or_asks_to_come_back(kind):
    assert kind.status in {400, 403, 404, 409, 422, 429, 503}


@pytest.mark.parametrize("language", ["ru", "uk", "en"])
@pytest.mark.parametrize("kind", FAMILY)
def test_the_sentence_is_whole_in_every_language(kind, language):
    with override(language):
        said = kind(**FACTS).message
    assert "%" not in said
    ends = said.rstrip()[-1] in ".:?!/” x" or said.endswith(("/learn", FACTS["link"]))
    assert ends or re.search(r": (?:\S+ )*/\w+ \S+$", said), "a whole sentence, or an example at its end"
    for place in _places(kind, language):
        assert str(FACTS[place]) in said


@pytest.mark.parametrize("kind", SPOKEN)
def test_the_sentence_is_translated_not_copied(kind):
    spoken = {}
    for language in ("ru", "uk", "en"):
        with override(language):
            spoken[language] = str(kind.sentence)
    assert len(set(spoken.values())) == 3
    assert all(re.search("[а-яґєії]", spoken[language]) for language in ("ru", "uk"))


@pytest.mark.parametrize("kind", SPOKEN)
def test_translators_keep_the_places_and_the_docstring_names_them(kind):
    places = _places(kind, "en")
    assert _places(kind, "ru") == _places(kind, "uk") == places
    documented = set(re.findall(r"`(\w+)`", kind.__doc__ or ""))
    assert places <= documented


def test_a_sentence_speaks_the_language_of_the_moment_it_is_read():
    error = TextTooLong(maximum=4096)
    with override("en"):
        english = error.message
    with override("uk"):
        assert error.message != english
        assert "4096" in error.message


def test_logs_and_tracebacks_show_the_code_and_not_the_persons_facts():
    assert str(RvxError(name="Ada")) == "error"
    assert "Ada" not in repr(exceptions.NameTaken(name="Ada"))


def test_each_class_stands_in_the_list_that_the_module_opens_with():
    missing = [
        kind.__name__
        for kind in _classes(exceptions)
        if kind.__name__ not in (exceptions.__doc__ or "") and not _is_kind_of_listed(kind)
    ]
    assert missing == []


def _is_kind_of_listed(kind: type[RvxError]) -> bool:
    """TextTooShort and TextTooLong are listed as InvalidText, "too short, too long …"."""
    return issubclass(kind, exceptions.InvalidText)


def test_whoever_catches_the_family_catches_the_lessons_too():
    with pytest.raises(exceptions.NotFound):
        raise of_lessons.LessonGone
    assert of_lessons.LessonGone.status == 404


def test_every_place_that_refuses_hands_over_the_facts_of_the_sentence():
    """`raise TooFast(…)` in the code names each fact that its sentence shows."""
    wrong = []
    kinds = {kind.__name__: kind for kind in FAMILY}
    for path in (p for app in ("botapp", "lessons", "rvx_site") for p in (ROOT / app).rglob("*.py")):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Raise) and (found := _raised(node, kinds)):
                kind, given = found
                if not _places(kind, "en") <= given:
                    wrong.append(f"{path.name}:{node.lineno} {kind.__name__}")
    assert wrong == []


def _raised(node: ast.Raise, kinds: dict[str, type[RvxError]]) -> tuple[type[RvxError], set[str]] | None:
    call = node.exc
    name = call.func if isinstance(call, ast.Call) else call
    kind = kinds.get(name.id) if isinstance(name, ast.Name) else None
    keywords = call.keywords if isinstance(call, ast.Call) else []
    return None if kind is None else (kind, {str(keyword.arg) for keyword in keywords})
