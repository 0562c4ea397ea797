import io

import pytest
from django.core.management import CommandError, call_command

NEWS = "The SEC approved the first spot Solana ETF on Tuesday. The fund charges 0.25% a year."


def run(*args: str) -> str:
    out = io.StringIO()
    call_command("explain", *args, stdout=out)
    return out.getvalue()


def test_a_file_is_explained(live_db, tmp_path):
    item = tmp_path / "news.txt"
    item.write_text(NEWS, encoding="utf-8")
    said = run(str(item), "--language", "en")
    assert "0.25%" in said
    assert "Made without AI" in said


def test_standard_input_is_explained_in_russian_unless_told_otherwise(live_db, monkeypatch):
    monkeypatch.setattr(
        "sys.stdin", io.StringIO("Регулятор одобрил ETF на Solana. Комиссия фонда 0,25% в год.")
    )
    assert "0,25%" in run("-")


@pytest.mark.parametrize("text", ["short", "", "x" * 4097])
def test_what_can_not_be_explained_is_said_in_a_sentence(live_db, tmp_path, text):
    item = tmp_path / "news.txt"
    item.write_text(text, encoding="utf-8")
    with pytest.raises(CommandError, match=r"\.$"):
        run(str(item))


def test_a_file_that_can_not_be_read_is_named(live_db, tmp_path):
    (tmp_path / "picture.png").write_bytes(b"\x89PNG\xff")
    for name in ("missing.txt", "picture.png"):
        with pytest.raises(CommandError, match=name):
            run(str(tmp_path / name))
