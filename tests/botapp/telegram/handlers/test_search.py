import pytest

from botapp.models import Search, SearchEntry
from tests.kit.chat import Chat

BINANCE = "The SEC sued Binance today with 13 charges."
KRAKEN = "Kraken paid $30 million to the SEC on Monday."


def bold(reply) -> list[str]:
    message = reply.messages[-1]
    text = message["text"].encode("utf-16-le")
    marks = [mark for mark in message["entities"] if mark["type"] == "bold"][1:]
    return [text[2 * m["offset"] : 2 * (m["offset"] + m["length"])].decode("utf-16-le") for m in marks]


def test_all_the_words_have_to_be_there_and_stand_bold_in_a_fragment(chat):
    chat.say(BINANCE)
    chat.say(KRAKEN)
    reply = chat.say("/search SEC binance")
    assert "Kraken" not in reply.text
    assert bold(reply) == ["SEC", "Binance"]
    assert reply.rows[0][0].startswith("The SEC sued Binance")


def test_the_newest_stands_first_and_opens_its_card(chat):
    chat.say(BINANCE)
    chat.say(KRAKEN)
    rows = chat.say("/search sec").rows
    assert [row[0][:6] for row in rows[:2]] == ["Kraken", "The SE"]
    assert "👍" in chat.press(rows[0][0]).buttons


def test_a_russian_word_is_found_in_every_form(chats):
    bob = chats("Bob")
    bob.say("Биткоин подорожал до 90 000 долларов после решения регулятора.")
    for word in ("биткоины", "БИТКОИНОВ", "доллар", "решениями", "подорожать"):
        assert bob.say(f"/search {word}").rows[0][0].startswith("Биткоин"), word
    assert len(bob.say("/search эфириум").rows) == 1


def test_a_word_is_found_by_its_beginning(chat):
    chat.say(BINANCE)
    assert bold(chat.say("/search bina")) == ["Binance"]
    assert len(chat.say("/search bin").rows) == 1


def test_nobody_finds_what_others_had_explained(chat, chats):
    chat.say(BINANCE)
    assert chats("Olena").say("/search Binance").rows == [["‹ Меню"]]


def test_nothing_found_names_what_to_try(chat):
    reply = chat.say("/search <b>dogecoin")
    assert "all the words of “<b>dogecoin”" in reply.text
    assert "/history" in reply.text


@pytest.mark.parametrize(
    "hostile",
    ["", "   ", "😀 😀", '" OR "', "%_%", "()", "*", "\u2028\u202e", "'';--", "!!! ::: &&& |"],
)
def test_what_has_no_word_is_answered_with_an_example(chat, hostile):
    assert chat.say(f"/search {hostile}").text.endswith(("for example: /search bitcoin", "/history"))


@pytest.mark.parametrize(
    "hostile",
    [
        'SEC" OR "x', "NEAR(SEC Binance)", "SEC NOT Binance", "words : SEC", "SEC:* & !Binance",
        "^SEC + Binance",
        "SEC\\", "'SEC' | ''", "SEC\x00Binance", "{SEC} -x", "İSEC ß ŉ ﬁ", "𞤀𞤁𞤂 ｓｅｃ", "\ud83d SEC",
    ],
)  # fmt: skip
def test_operators_are_words_like_any_other(chat, hostile):
    chat.say(BINANCE)
    reply = chat.say(f"/search {hostile}")
    assert reply.text.startswith(("Found for", "Nothing of yours"))
    assert reply.refusals == []


@pytest.mark.parametrize("words", ["word " * 800, "w" * 4000, " ".join(map(str, range(11)))])
def test_too_much_is_refused_with_a_sentence(chat, words):
    assert chat.say(f"/search {words}"[:4096]).text.startswith("That is a lot to look for at once.")


def _explain_twelve(chat: Chat) -> None:
    for number in range(12):
        chat.say(f"Coin number {number} was listed on an exchange today.")


def test_more_than_ten_are_turned_page_by_page(chat):
    _explain_twelve(chat)
    first = chat.say("/search listed coin")
    assert len(first.rows) == 12
    second = chat.press("More ›")
    assert len(second.messages) == 1
    assert [row[0][:13] for row in second.rows[:2]] == ["Coin number 1", "Coin number 0"]
    assert "More ›" not in second.buttons
    assert second.text.startswith("Found for “listed coin”")


def test_nobody_turns_the_pages_of_anothers_search(chat, chats):
    _explain_twelve(chat)
    chat.say("/search coin")
    olena = chats("Olena")
    olena.say("/menu")
    reply = olena.press_data(f"found:{Search.objects.get().pk}:999999:0")
    assert reply.toast
    assert reply.messages == ()


def test_what_fits_on_one_page_is_not_kept(chat):
    chat.say(BINANCE)
    chat.say("/search sec")
    assert not Search.objects.exists()


def test_an_answer_can_be_found_as_soon_as_it_stands_in_the_chat(chat):
    chat.say(BINANCE)
    assert SearchEntry.objects.get().explanation.source_text == BINANCE


def test_the_pages_go_on_among_those_that_only_have_the_root(chats):
    bob = chats("Bob")
    for number in range(6):
        bob.say(f"Суд назначил бирже номер {number} штраф в 30 миллионов долларов.")
    for number in range(6):
        bob.say(f"Суд оштрафовал банк номер {number} на 30 миллионов долларов.")
    first = bob.say("/search штраф")
    assert ["бирже" in row[0] for row in first.rows[:10]] == [True] * 6 + [False] * 4
    second = bob.press("Ещё ›")
    assert ["банк номер 1" in second.rows[0][0], "банк номер 0" in second.rows[1][0]] == [True, True]
