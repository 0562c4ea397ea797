"""The tool that keeps the translations complete, on a small project of its own."""

import importlib.util
from pathlib import Path
from types import ModuleType

import pytest

_TOOL = Path(__file__).parents[2] / ".ci" / "messages.py"


@pytest.fixture
def messages(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> ModuleType:
    spec = importlib.util.spec_from_file_location("messages_tool", _TOOL)
    tool = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(tool)
    monkeypatch.setattr(tool, "ROOT", tmp_path)
    monkeypatch.setattr(tool, "LOCALES", tmp_path / "rvx_site" / "locale")
    monkeypatch.setattr(tool, "LANGUAGES", ("uk",))
    (tmp_path / "botapp").mkdir()
    (tmp_path / "templates").mkdir()
    (tmp_path / "botapp" / "limits.py").write_text('SENTENCE = _("At most %(limit)s.")\n')
    (tmp_path / "templates" / "hello.html").write_text(
        '{% load i18n %}{% translate "Hello" %}'
        "{% blocktranslate count n=n %}{{ n }} day{% plural %}{{ n }} days{% endblocktranslate %}"
    )
    return tool


def translate(messages: ModuleType, original: str, *translations: str) -> None:
    catalog = messages.stored("uk")
    catalog.get(original).string = translations if len(translations) > 1 else translations[0]
    messages.po("uk").write_bytes(messages.text_of(catalog))
    messages.po("uk").with_suffix(".mo").write_bytes(messages.compiled("uk"))


@pytest.fixture
def translated(messages: ModuleType) -> ModuleType:
    messages.main([])
    translate(messages, "At most %(limit)s.", "Не більше %(limit)s.")
    translate(messages, "Hello", "Привіт")
    translate(messages, "%(n)s day", "%(n)s день", "%(n)s дні", "%(n)s днів")
    return messages


def check(messages: ModuleType, capsys: pytest.CaptureFixture[str]) -> tuple[int, str]:
    capsys.readouterr()
    return messages.main(["--check"]), capsys.readouterr().out


def test_texts_of_code_templates_and_plurals_are_found(messages):
    assert {messages._key(m) for m in messages.collected() if m.id} == {
        "At most %(limit)s.",
        "Hello",
        "%(n)s day",
    }


def test_a_complete_catalogue_passes(translated, capsys):
    code, said = check(translated, capsys)
    assert code == 0, said
    assert "complete in uk" in said


def test_a_missing_catalogue_fails(messages, capsys):
    code, said = check(messages, capsys)
    assert code == 1
    assert "uk: missing: 'Hello' (templates/hello.html)" in said


def test_an_empty_translation_fails(messages, capsys):
    messages.main([])
    assert "uk: untranslated: 'Hello'" in check(messages, capsys)[1]


def test_one_empty_plural_form_fails(translated, capsys):
    translate(translated, "%(n)s day", "%(n)s день", "", "%(n)s днів")
    assert "untranslated: '%(n)s day'" in check(translated, capsys)[1]


def test_a_lost_place_fails(translated, capsys):
    translate(translated, "At most %(limit)s.", "Не більше п'яти.")
    assert "has other places than the original: 'At most %(limit)s.'" in check(translated, capsys)[1]


def test_a_fuzzy_translation_fails(translated, capsys):
    text = translated.po("uk").read_text().replace('msgid "Hello"', '#, fuzzy\nmsgid "Hello"')
    translated.po("uk").write_text(text)
    assert "uk: fuzzy: 'Hello'" in check(translated, capsys)[1]


def test_a_compiled_file_that_differs_fails(translated, capsys):
    translated.po("uk").write_text(translated.po("uk").read_text().replace("Привіт", "Вітаю"))
    assert "django.mo is not what django.po says" in check(translated, capsys)[1]


def test_a_vanished_text_fails_and_is_dropped_by_an_update(translated, capsys, tmp_path):
    (tmp_path / "botapp" / "limits.py").write_text("")
    assert "no longer used: 'At most %(limit)s.'" in check(translated, capsys)[1]
    translated.main([])
    assert check(translated, capsys)[0] == 0


def test_an_update_keeps_translations_and_changes_nothing_twice(translated):
    translated.main([])
    once = translated.po("uk").read_bytes()
    translated.main([])
    assert translated.po("uk").read_bytes() == once
    assert "Привіт" in once.decode()


def test_the_repository_s_catalogues_are_complete():
    spec = importlib.util.spec_from_file_location("messages_tool", _TOOL)
    tool = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(tool)
    template = tool.collected()
    assert [line for language in tool.LANGUAGES for line in tool.problems(language, template)] == []
