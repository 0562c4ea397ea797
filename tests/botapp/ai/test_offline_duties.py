"""What a reader must do, and by when, stands on the first card, however late the item says it."""

import pytest

from botapp.ai.base import Prompt
from botapp.ai.offline import duties
from botapp.ai.offline.provider import explained
from tests.kit.knowledge import knowledge

LATE = {
    "ru": (
        (
            "Сбербанк вводит комиссию за переводы\n\nСбербанк сообщил об изменении тарифов. "
            "По словам представителя банка, решение связано с ростом расходов. Похожие меры ввели ВТБ и "
            "Т-Банк. Конкуренты пока не комментировали ситуацию. В банке заявили, что он остаётся одним из "
            "доступных в стране и продолжит развивать приложение. {} Акции банка на новости выросли на 1,2%."
        ),
        "Отказаться от новых условий можно до 1 марта.",
    ),
    "uk": (
        (
            "Біржа Kuna закриває рахунки\n\nПро це вона повідомила у своєму блозі. За словами засновника, "
            "рішення пов’язане з витратами. Схожі кроки зробили інші біржі регіону. Конкуренти ситуацію "
            "не коментували. У компанії заявили, що вона й надалі розвиватиме застосунок та інші сервіси. {} "
            "Ринок на новину не відреагував."
        ),
        "Клієнтам потрібно вивести кошти до 30 квітня.",
    ),
    "en": (
        (
            "Kraken leaves Ontario\n\nKraken said on Monday that it will leave. The exchange cited "
            "the cost of new rules. It has operated there since 2013 and serves 90,000 people. Coinbase "
            "said that it would stay and would go on with all of its services there. {} Bitcoin hardly moved."
        ),
        "Users have to withdraw their coins by 30 April.",
    ),
}
SHORT = {
    "ru": (
        "Биржа Bitget закрывает вывод средств для россиян. Решение связано с новыми санкциями ЕС. "
        "Вывести деньги нужно до 15 декабря. После этой даты счета заморозят."
    ),
    "uk": (
        "НБУ змінює правила переказів. Ліміт становитиме 50 тисяч гривень на місяць. "
        "Нові правила діють з 1 лютого. Для підтвердження доходів потрібно подати довідку."
    ),
    "en": (
        "Ledger will end support for the Nano S. The device keeps working with older apps. "
        "Owners must move to a newer model by 30 June. Those who trade in get a 20% discount."
    ),
}


def told(text, language, **wanted):
    card = explained(Prompt(text, language, knowledge=knowledge(language), **wanted))
    return [card.headline, *(one.text for one in (*card.what_happened, *card.why_it_matters))]


@pytest.mark.parametrize("depth", ["simple", "normal", "pro"])
@pytest.mark.parametrize("language", LATE)
def test_a_duty_at_the_end_of_a_long_item_is_told(language, depth):
    item, duty = LATE[language]
    assert duty in told(item.format(duty), language, depth=depth)


@pytest.mark.parametrize("language", LATE)
def test_a_long_item_stays_short_on_the_card(language):
    item, duty = LATE[language]
    assert len(told(item.format(duty), language)) <= 1 + 2 + 1 + 2
    assert len(told(item.format(duty * 9), language)) <= 1 + 2 + 1 + 2


@pytest.mark.parametrize("language", SHORT)
def test_a_short_item_is_told_whole_and_in_order(language):
    card = " ".join(told(SHORT[language], language))
    sentences = SHORT[language].rstrip(".").split(". ")
    assert all(sentence in card for sentence in sentences)
    places = [card.rindex(sentence) for sentence in sentences[1:]]
    assert places == sorted(places)


@pytest.mark.parametrize("language", SHORT)
def test_of_an_item_told_whole_there_is_no_other_version(language):
    assert told(SHORT[language], language, variant=1) == told(SHORT[language], language)


@pytest.mark.parametrize(
    "flag", ["It promised a guaranteed profit of 3% a day.", "Connect your wallet to claim the airdrop."]
)
def test_a_mild_sign_takes_no_deadline_and_no_open_question_from_the_news(flag):
    item, duty = LATE["en"]
    text = f"{item.format(duty)} {flag}"
    assert explained(Prompt(text, "en", knowledge=knowledge("en"))).red_flags
    assert duty in told(text, "en")
    hack = f"Hackers stole coins from the Abacus bridge. {flag}"
    card = explained(Prompt(hack, "en", knowledge=knowledge("en")))
    assert card.red_flags
    assert card.not_said


def test_what_a_fraud_wants_done_is_not_told_the_more():
    fraud = (
        "Binance is closing accounts. Send 1 ETH and get 2 ETH back. Users must transfer 500 USDT to verify "
        "their accounts by 30 June. Act now! Only 3 hours left."
    )
    assert not any("500 USDT" in line for line in told(fraud, "en"))


@pytest.mark.parametrize(
    "text",
    [
        "Обменять старые токены MATIC можно до 30 сентября.",
        "Заявки принимаются не позднее пятницы.",
        "Заявления принимают не позднее 30 июня.",
        "Банк просит обновить данные.",
        "Подать документы можно до 15-го марта.",
        "Біржа просить клієнтів оновити дані.",
        "Claims are accepted until 3rd of May.",
        "Обменять можно до 30.06.2027.",
        "Срок продлён до 2027.",
        "Пользователям рекомендуют сменить пароли и отозвать разрешения.",
        "Владельцам кошельков нужно обновить приложение.",
        "Те, кто не пройдёт проверку, не смогут выводить монеты.",
        "Торги прекратятся 24 февраля в 06:00.",
        "Закон вступит в силу с 1 июля 2027 года.",
        "Крайний срок подачи декларации — 30 апреля.",
        "Не переходите по ссылкам из писем и проверьте адрес сайта.",
        "Вкладчики должны подать заявление в течение 14 дней.",
        "Клієнтам треба пройти перевірку до кінця місяця.",
        "Власники токенів зможуть отримати компенсацію до 1 березня.",
        "Торги припиняться 5 січня.",
        "Банк радить клієнтам змінити пароль.",
        "Останній день подання звіту — 9 лютого.",
        "Customers have until 31 May to withdraw.",
        "Users should revoke old approvals.",
        "The deadline for claims is 15 March.",
        "The rule takes effect on 1 July.",
        "The company urged users to update the app.",
        "Anyone affected can claim a refund within 90 days.",
    ],
)
def test_duties_deadlines_and_coming_days_are_heavy(text):
    assert duties.weight(text) >= duties.ENOUGH


@pytest.mark.parametrize(
    "text",
    [
        "Биткоин вырос на 3% за сутки.",
        "Просто биткоин вырос.",
        "Простой сети длился час.",
        "Просмотры ролика выросли вдвое.",
        "Просрочка по кредитам выросла.",
        "Радянські монети подорожчали.",
        "Доля вкладов выросла до 15 процентов.",
        "Капитализация снизилась до 2 млрд.",
        "Курс євро зріс до 45 гривень.",
        "Ставка снизилась до 7.5 процента.",
        "Shares fell before 12 analysts spoke.",
        "Компания основана в 2013 году в Сан-Франциско.",
        "Аналитики связали падение с решением ФРС.",
        "Цена снизилась до 61 300 долларов.",
        "Засновник назвав рішення правильним.",
        "За добу ринок зріс на 2%.",
        "The token fell by 45% on Tuesday.",
        "Analysts called the decision a surprise.",
        "Shares rose to $120 after the report.",
    ],
)
def test_what_only_happened_is_light(text):
    assert duties.weight(text) < duties.ENOUGH
