from pathlib import Path

import pytest
import yaml
from django.apps import apps

from botapp.models import EventKind, Term
from botapp.services.content import Loaded, load_content

pytestmark = pytest.mark.django_db

TERM = {
    "slug": "test-term",
    "ticker": "TST",
    "name": {"ru": "Тест", "uk": "Тест", "en": "Test"},
    "meaning": {"ru": "Проверка.", "uk": "Перевірка.", "en": "A check."},
    "forms": {"ru": ["тест", "проверка"], "uk": ["тест"], "en": ["test", "tests"]},
}
KIND = {
    "slug": "test-kind",
    "priority": 70,
    **{
        field: {"ru": f"{field} по-русски", "uk": f"{field} українською", "en": f"{field} in English"}
        for field in ("name", "how_it_works", "who_is_touched", "what_next")
    },
    "questions": {"ru": ["Когда?"], "uk": ["Коли?"], "en": ["When?", "How much?"]},
    "cues": {"ru": ["тест*"], "uk": ["тест*"], "en": ["test*"]},
}


@pytest.fixture
def shipped(tmp_path):
    """Write the two files as RVX would come with them."""

    def write(terms=(TERM,), kinds=(KIND,)) -> Path:
        (tmp_path / "glossary.yaml").write_text(yaml.safe_dump(list(terms), allow_unicode=True))
        (tmp_path / "event_kinds.yaml").write_text(yaml.safe_dump(list(kinds), allow_unicode=True))
        return tmp_path

    return write


def test_what_rvx_comes_with_is_there_in_three_languages(shipped):
    assert load_content(shipped()) == Loaded(created=2)
    term, kind = Term.objects.get(slug="test-term"), EventKind.objects.get(slug="test-kind")
    assert (term.ticker, term.name_uk, term.forms_en) == ("TST", "Тест", "test\ntests")
    assert (kind.priority, kind.what_next_en, kind.questions_en) == (
        70,
        "what_next in English",
        "When?\nHow much?",
    )


def test_loading_again_changes_nothing(shipped):
    directory = shipped()
    load_content(directory)
    assert load_content(directory) == Loaded(kept=2)


def test_a_new_edition_updates_what_staff_left_alone(shipped):
    load_content(shipped())
    changed = TERM | {"meaning": TERM["meaning"] | {"en": "A better check."}}
    assert load_content(shipped([changed])) == Loaded(updated=1, kept=1)
    assert Term.objects.get(slug="test-term").meaning_en == "A better check."
    assert load_content(shipped([TERM])) == Loaded(updated=1, kept=1), "and the next one does too"


def test_what_staff_wrote_is_never_overwritten(shipped):
    load_content(shipped())
    term = Term.objects.get(slug="test-term")
    term.meaning_uk = "Слово редакції."
    term.save()
    changed = TERM | {"meaning": TERM["meaning"] | {"uk": "Нове слово."}}
    assert load_content(shipped([changed])) == Loaded(kept=2)
    assert Term.objects.get(slug="test-term").meaning_uk == "Слово редакції."


def test_a_database_of_an_earlier_release_gets_new_kinds_and_keeps_what_staff_wrote(shipped):
    load_content(shipped())
    EventKind.objects.filter(slug="test-kind").update(what_next_uk="Слово редакції.", priority=5)
    newer = KIND | {"cues": KIND["cues"] | {"en": ["test*", "trial … court"]}}
    added = KIND | {"slug": "new-kind", "cues": {"ru": [], "uk": [], "en": ["^bitcoin fell"]}}
    assert load_content(shipped(kinds=[newer, added])) == Loaded(created=1, kept=2)
    old, new = EventKind.objects.get(slug="test-kind"), EventKind.objects.get(slug="new-kind")
    assert (old.what_next_uk, old.priority, old.cues_en) == ("Слово редакції.", 5, "test*")
    assert new.cues_en == "^bitcoin fell"


def test_a_word_switched_off_stays_off(shipped):
    load_content(shipped())
    Term.objects.filter(slug="test-term").update(is_active=False)
    load_content(shipped([TERM | {"ticker": "TST2"}]))
    term = Term.objects.get(slug="test-term")
    assert (term.is_active, term.ticker) == (False, "TST2")


@pytest.mark.parametrize(
    ("entry", "said"),
    [
        ({"name": {"en": "x"}}, "no slug"),
        (TERM | {"slug": "odd-term", "colour": "red"}, "odd-term: unknown fields colour"),
    ],
)
def test_a_wrong_entry_is_named_and_nothing_is_loaded(shipped, entry, said):
    before = Term.objects.count()
    with pytest.raises(ValueError, match=said):
        load_content(shipped([TERM, entry]))
    assert Term.objects.count() == before


def test_a_file_that_is_no_list_is_named(shipped):
    directory = shipped()
    (directory / "glossary.yaml").write_text("- just\n- words\n")
    with pytest.raises(ValueError, match=r"glossary\.yaml"):
        load_content(directory)


@pytest.mark.parametrize("name", ["glossary.yaml", "event_kinds.yaml"])
def test_broken_yaml_is_named_with_its_line_and_nothing_is_loaded(shipped, name):
    directory = shipped()
    (directory / name).write_text("- slug: one\n- slug: [two\n")
    before = Term.objects.count()
    with pytest.raises(ValueError, match=rf"^{name}, line \d+: this is no YAML\.$"):
        load_content(directory)
    assert Term.objects.count() == before


def test_a_slug_that_stands_twice_is_named(shipped):
    before = Term.objects.count()
    with pytest.raises(ValueError, match=r"glossary\.yaml: test-term stands there twice"):
        load_content(shipped([TERM, TERM | {"ticker": "TWO"}]))
    assert Term.objects.count() == before


def test_a_file_that_is_missing_is_an_error_and_nothing_is_loaded(shipped):
    directory = shipped()
    (directory / "event_kinds.yaml").unlink()
    before = Term.objects.count()
    with pytest.raises(FileNotFoundError, match="event_kinds"):
        load_content(directory)
    assert Term.objects.count() == before


def test_an_empty_file_adds_nothing_and_takes_nothing_away(shipped):
    load_content(shipped())
    directory = shipped()
    (directory / "glossary.yaml").write_text("")
    assert load_content(directory) == Loaded(kept=1)
    assert Term.objects.filter(slug="test-term").exists()


@pytest.mark.parametrize("name", ["terms", "whatever"])
def test_the_list_may_stand_under_a_name(shipped, name):
    directory = shipped()
    (directory / "glossary.yaml").write_text(yaml.safe_dump({name: [TERM]}, allow_unicode=True))
    assert load_content(directory).created == 2


def test_flat_and_nested_spellings_mean_the_same(shipped):
    flat = {"slug": "test-term", "ticker": "TST"}
    for field in ("name", "meaning", "forms"):
        flat |= {f"{field}_{code}": text for code, text in TERM[field].items()}
    load_content(shipped([TERM]))
    assert load_content(shipped([flat])) == Loaded(kept=2)


def test_a_row_that_staff_deleted_comes_back_with_the_next_edition(shipped):
    load_content(shipped())
    Term.objects.filter(slug="test-term").delete()
    assert load_content(shipped()) == Loaded(created=1, kept=1)


def test_a_row_that_left_the_files_stays(shipped):
    load_content(shipped())
    assert load_content(shipped(terms=[])) == Loaded(kept=1)
    assert Term.objects.filter(slug="test-term").exists()


def test_staff_who_undo_their_edit_get_updates_again(shipped):
    load_content(shipped())
    Term.objects.filter(slug="test-term").update(meaning_en="Staff wrote this.")
    better = TERM | {"meaning": TERM["meaning"] | {"en": "A better check."}}
    assert load_content(shipped([better])) == Loaded(kept=2)
    Term.objects.filter(slug="test-term").update(meaning_en=TERM["meaning"]["en"])
    assert load_content(shipped([better])) == Loaded(updated=1, kept=1)


def test_a_kind_without_a_priority_stands_in_the_middle(shipped):
    load_content(shipped(kinds=[{name: value for name, value in KIND.items() if name != "priority"}]))
    assert EventKind.objects.get(slug="test-kind").priority == 50


def test_the_content_of_this_version_is_loaded_already():
    loaded = load_content(Path(apps.get_app_config("botapp").path) / "content")
    assert (loaded.created, loaded.updated) == (0, 0)
    assert loaded.kept >= 68
