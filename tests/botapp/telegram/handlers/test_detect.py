import pytest

from botapp.models import Generation

FRAUD = "Act now! Send 1 ETH and get 2 ETH back. Enter your seed phrase to unlock the bonus."


def test_signs_are_named_with_the_words_that_show_them(chat):
    reply = chat.say(f"/detect {FRAUD}")
    assert reply.text.startswith("🚩 3 signs of a fraud or manipulation")
    for quoted in ("“Act now”", "“Send 1 ETH and get 2 ETH back”", "“Enter your seed phrase”"):
        assert quoted in reply.text
    assert "What to do" in reply.text
    assert reply.refusals == []


def test_one_sign_is_one(chat):
    assert chat.say("/detect Hurry up, friends!").text.startswith("🚩 1 sign of a fraud")


@pytest.mark.parametrize(
    ("text", "sign"),
    [
        (
            "Move your money to a safe account.",
            "there is no such account: “Move your money to a safe account”",
        ),
        ("Назовите код из СМС", "key, password or code: nobody should ever get those: “Назовите код из СМС”"),
    ],
)
def test_calls_from_a_false_bank_are_recognised(chat, text, sign):
    assert sign in chat.say(f"/detect {text}").text


def test_a_warning_is_no_fraud(chat):
    assert "🚩" not in chat.say("/detect Никому не сообщайте код из СМС").text


def test_a_reply_to_a_message_looks_at_that_message(chat):
    sent = chat.say(FRAUD)
    message = next(m for m in chat.messages if m.get("text") == FRAUD)
    reply = chat.say("/detect", reply_to=message["message_id"])
    assert sent.messages
    assert "“Act now”" in reply.text


def test_without_a_text_it_says_how_to_ask(chat):
    text = chat.say("/detect").text
    assert "Reply to a message with /detect, or write /detect and the text." in text


def test_nothing_found_is_no_promise(chat):
    text = chat.say("/detect Bitcoin rose 3% on the day, Reuters said.").text
    assert "I found none of the signs I know" in text
    assert "That is no proof of safety" in text


def test_looking_costs_nothing(chat):
    chat.say("/start")
    chat.say(f"/detect {FRAUD}")
    assert Generation.objects.count() == 0
    assert "50 of 50" in chat.say("/limits").text


@pytest.mark.parametrize("text", ["<b>Act now</b> & hurry up", "\u202eAct now", "a" * 4000])
def test_hostile_texts_are_shown_as_they_are(chat, text):
    assert chat.say(f"/detect {text}").refusals == []


def test_a_banned_person_gets_nothing(chats):
    assert "🚩" not in chats("Mallory").say(f"/detect {FRAUD}").text


def test_ten_rules_fit_in_one_message(chat):
    reply = chat.say("/tips")
    assert reply.count("sendMessage") == 1
    assert reply.refusals == []
    assert all(f"{number}. " in reply.text for number in range(1, 11))
    folded = [e for e in reply.messages[0]["entities"] if e["type"] == "expandable_blockquote"]
    assert len(folded) == 1


ADVICE = {
    "Ada": ("What to do", "Send no money, open no link, and sign nothing."),
    "Bob": ("Что делать", "Не отправляйте денег, не открывайте ссылок и ничего не подписывайте."),
    "Olena": ("Що робити", "Не надсилайте грошей, не відкривайте посилань і нічого не підписуйте."),
}
HEADLINES = {
    "Ada": "This looks like a fraud: do not answer and pay nothing",
    "Bob": "Похоже на обман: не отвечайте и ничего не платите",
    "Olena": "Схоже на обман: не відповідайте й нічого не платіть",
}
SENT = {
    "Ada": "Your parcel is on hold. Enter your card details at rm-parcel.com",
    "Bob": "Ваша посылка задержана. Оплатите 149 рублей и введите данные карты на странице post-ru.top",
    "Olena": "Ваша посилка затримана. Введіть дані картки на сторінці novaposhta-pay.top",
}


@pytest.mark.parametrize("who", ADVICE)
def test_a_fraud_sent_without_detect_is_warned_of_first_and_gets_the_same_advice(chats, who):
    chat = chats(who)
    reply = chat.say(SENT[who])
    assert reply.text.startswith(HEADLINES[who])
    assert reply.refusals == []
    for line in ADVICE[who]:
        assert line in reply.text
        assert line in chat.say(f"/detect {SENT[who]}").text


CALLS = {
    "Ada": "Bank security: tell us the code from the SMS at once. Move your money to a safe account now.",
    "Bob": "Служба безопасности банка: назовите код из СМС. Переведите деньги на безопасный счёт.",
    "Olena": "Служба безпеки банку: назвіть код з СМС. Переказуйте гроші на безпечний рахунок.",
}


@pytest.mark.parametrize("who", CALLS)
def test_the_card_of_a_fraud_says_in_a_few_short_lines_what_to_do_and_folds_the_rest(chats, who):
    (shown,) = chats(who).say(CALLS[who]).messages
    folded = [e for e in shown["entities"] if e["type"] == "expandable_blockquote"]
    units = shown["text"].encode("utf-16-le")
    at_once = [line for line in units[: 2 * folded[0]["offset"]].decode("utf-16-le").splitlines() if line]
    assert at_once[0] == HEADLINES[who]
    assert at_once[1].startswith("🚩")
    assert [line[0] for line in at_once[2:]] == ["•", "•", "•"]
    assert max(map(len, at_once[2:])) <= 43, "one line on a phone"
    assert len(folded) == 2
    behind = units[2 * folded[1]["offset"] :].decode("utf-16-le")
    assert all(line in behind for line in ADVICE[who])
    assert sum(line.startswith("•") for line in behind.splitlines()) >= 2 + 4, "signs and rules"
    assert behind.rstrip().splitlines()[-1].split()[1] in ("without", "без"), "who made it stands below"


def test_a_fraud_that_ends_with_a_question_is_warned_of(chat):
    reply = chat.say("Hi mum, this is my new number. Can you send $500 to this card?")
    assert reply.text.startswith(HEADLINES["Ada"])
    assert "What to do" in reply.text


def test_plain_news_gets_no_advice(chat):
    assert "What to do" not in chat.say("The SEC sued Binance on Monday with 13 charges.").text
