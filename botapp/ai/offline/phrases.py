"""The few sentences that the offline explainer adds of its own, complete in every language.

They live here and not in gettext, because this package knows nothing of Django.
"""

from collections.abc import Mapping
from dataclasses import dataclass

from botapp.ai.base import Language
from botapp.ai.offline.asking import Want
from botapp.ai.offline.signs import Sign


@dataclass(frozen=True)
class Phrases:
    """One language's sentences; `{names}`, `{name}` and `{clause}` are filled in by the caller."""

    signs: Mapping[Sign, str]
    looks_like_fraud: str
    no_source: str
    no_date: str
    no_numbers: str
    touches: str
    what_is: str
    nothing_to_explain: str
    from_the_glossary: str
    from_your_item: str
    unsaid: Mapping[Want, str]  # over the nearest sentence, where what is asked was not found
    no_advice: str
    instead_of_advice: tuple[str, ...]
    no_answer: str
    can_do: tuple[str, ...]
    not_found: str
    instead_of_finding: tuple[str, ...]
    no_definition: str
    which_number: str
    one_event: str
    no_analogy: str
    no_example: str
    no_checks: str
    another_case: str
    same_words: str


RU = Phrases(
    signs={
        "urgency": "Вас торопят, чтобы вы не успели проверить",
        "guaranteed": "Обещают доход без риска: такого не бывает",
        "impersonation": "Пишут от чужого имени: поддержки, биржи или известного человека",
        "seed_phrase": "Просят сид-фразу, ключ, пароль или код: их не дают никому",
        "pump": "Разжигают ажиотаж вместо фактов",
        "send_to_receive": "Просят сначала отправить деньги, чтобы получить больше",
        "safe_account": "Зовут перевести деньги на «безопасный счёт»: таких счетов не бывает",
        "in_trouble": "Просят денег от имени близкого: сначала позвоните ему по старому номеру",
        "pay_by_link": "Просят оплатить посылку, штраф или пошлину по ссылке: адрес сайта наберите сами",
        "prize": "Обещают выигрыш за плату: за настоящий приз вперёд не платят",
        "easy_job": "Зовут на лёгкую работу: дальше попросят депозит или чужие деньги на вашу карту",
        "recovery": "Обещают за плату вернуть потерянное: так обманывают во второй раз",
        "parcel_form": "Под видом доставки просят данные или деньги: проверьте заказ сами, не по ссылке",
        "earn_form": "Обещают лёгкий заработок за заявку: дальше позвонят и уговорят перевести деньги",
        "held_payout": "Не отдают ваши деньги, пока не заплатите: после платежа попросят ещё один",
        "bought_income": "Зовут платить за невозможный доход: его платят из денег новичков",
        "pump_call": "Зовут всем сразу купить монету: организаторы продадут её вам",
        "call_number": "Зовут срочно звонить по номеру из сообщения: возьмите номер с карты",
        "advance_fee": "Просят заплатить вперед за вывод, возврат или помощь",
        "card_data": "Просят данные карты по ссылке: откройте сайт или приложение сами",
        "new_friend": "Новый знакомый учит зарабатывать: так месяцами готовят к потере денег",
        "claim_link": "Зовут забрать подарок и подключить кошелек: так крадут разрешением",
        "private_chat": "Уводят в личный чат или закрытую группу, где вас некому предупредить",
        "fake_approval": "Ссылаются на одобрение властей, чтобы вы не проверяли",
        "high_yield": "Обещают процент, который никто не может платить долго",
        "orders_to_ai": "Текст пытается командовать ИИ, который его читает",
    },
    looks_like_fraud="Похоже на обман: не отвечайте и ничего не платите",
    no_source="Кто это сообщил: источника RVX в тексте не нашёл",
    no_date="Когда это произошло: даты RVX в тексте не нашёл",
    no_numbers="О каких суммах или масштабах речь: чисел RVX в тексте не нашёл",
    touches="Прямо касается тех, кто держит или использует: {names}.",
    what_is="Что такое {name}?",
    nothing_to_explain="В тексте нет предложений, которые можно объяснить",
    from_the_glossary="Что говорит словарь RVX",
    from_your_item="Что об этом сказано в вашей новости",
    unsaid={
        "reason": "Причину RVX не нашёл. Ближе всего к вопросу",
        "date": "Когда, RVX не нашёл. Ближе всего к вопросу",
        "name": "Кто, RVX не нашёл. Ближе всего к вопросу",
        "number": "Сколько, RVX не нашёл. Ближе всего к вопросу",
    },
    no_advice="RVX не советует, покупать или продавать",
    instead_of_advice=(
        "Решать вам: RVX никому не говорит, что купить или продать, и не знает, куда пойдёт цена.",
        "Зато RVX объясняет слова, например: «Что такое волатильность?»",
        "И находит ответы в вашей последней новости: спросите, кто, когда и сколько.",
    ),
    no_answer="На этот вопрос без ИИ честно ответить не получится.",
    can_do=(
        "Пришлите новость целиком: RVX выделит главное, числа, термины и тревожные признаки.",
        "Спросите о термине, например: «Что такое стейблкоин?»",
        "Откройте уроки: они работают и без ИИ.",
    ),
    not_found="В вашей новости RVX не нашёл ответа",
    instead_of_finding=(
        "Без ИИ он ищет по словам: спросите словами из новости, и ответ может найтись.",
        "Спросите о термине, например: «Что такое стейблкоин?»",
        "Откройте уроки: они работают и без ИИ.",
    ),
    no_definition="Объяснения этого слова в словаре RVX нет",
    which_number="Какое число пропущено: «{clause}»?",
    one_event="В тексте одно событие: по шагам его не разложить.",
    no_analogy="Подобрать сравнение для этого текста может только ИИ, а это объяснение сделано без него.",
    no_example="Придумать пример к этому тексту может только ИИ, а это объяснение сделано без него.",
    another_case="Другой, придуманный случай того же рода; в вашей новости могло быть иначе:",
    no_checks="В тексте нет чисел и терминов, о которых можно спросить без ИИ.",
    same_words="Сказать это другими словами может только ИИ, а это объяснение сделано без него.",
)

UK = Phrases(
    signs={
        "urgency": "Вас підганяють, щоб ви не встигли перевірити",
        "guaranteed": "Обіцяють дохід без ризику: такого не буває",
        "impersonation": "Пишуть від чужого імені: підтримки, біржі чи відомої людини",
        "seed_phrase": "Просять сид-фразу, ключ, пароль або код: їх не дають нікому",
        "pump": "Розпалюють ажіотаж замість фактів",
        "send_to_receive": "Просять спершу надіслати гроші, щоб отримати більше",
        "safe_account": "Кличуть переказати гроші на «безпечний рахунок»: таких рахунків не буває",
        "in_trouble": "Просять грошей від імені близької людини: спершу зателефонуйте їй на старий номер",
        "pay_by_link": "Просять сплатити посилку, штраф чи мито за посиланням: адресу сайту наберіть самі",
        "prize": "Обіцяють виграш за плату: за справжній приз наперед не платять",
        "easy_job": "Кличуть на легку роботу: далі попросять депозит або чужі гроші на вашу картку",
        "recovery": "Обіцяють за плату повернути втрачене: так обманюють удруге",
        "parcel_form": "Під виглядом доставки просять дані чи гроші: перевірте самі, не за посиланням",
        "earn_form": "Обіцяють легкий заробіток за заявку: далі зателефонують і вмовлять переказати гроші",
        "held_payout": "Не віддають ваші гроші, поки не заплатите: після платежу попросять іще один",
        "bought_income": "Кличуть платити за неможливий дохід: його платять із грошей новачків",
        "pump_call": "Кличуть усім одразу купити монету: організатори продадуть її вам",
        "call_number": "Кличуть терміново телефонувати за їхнім номером: візьміть номер із картки",
        "advance_fee": "Просять заплатити наперед за виведення, повернення чи допомогу",
        "card_data": "Просять дані картки за посиланням: відкрийте сайт чи застосунок самі",
        "new_friend": "Новий знайомий учить заробляти: так місяцями готують до втрати грошей",
        "claim_link": "Кличуть забрати подарунок і під’єднати гаманець: так крадуть дозволом",
        "private_chat": "Ведуть у приватний чат або закриту групу, де вас нікому попередити",
        "fake_approval": "Посилаються на схвалення влади, щоб ви не перевіряли",
        "high_yield": "Обіцяють відсоток, якого ніхто не може платити довго",
        "orders_to_ai": "Текст намагається командувати ШІ, який його читає",
    },
    looks_like_fraud="Схоже на обман: не відповідайте й нічого не платіть",
    no_source="Хто це повідомив: джерела RVX у тексті не знайшов",
    no_date="Коли це сталося: дати RVX у тексті не знайшов",
    no_numbers="Про які суми чи масштаби йдеться: чисел RVX у тексті не знайшов",
    touches="Прямо стосується тих, хто тримає або використовує: {names}.",
    what_is="Що таке {name}?",
    nothing_to_explain="У тексті немає речень, які можна пояснити",
    from_the_glossary="Що каже словник RVX",
    from_your_item="Що про це сказано у вашій новині",
    unsaid={
        "reason": "Причини RVX не знайшов. Найближче до запитання",
        "date": "Коли, RVX не знайшов. Найближче до запитання",
        "name": "Хто, RVX не знайшов. Найближче до запитання",
        "number": "Скільки, RVX не знайшов. Найближче до запитання",
    },
    no_advice="RVX не радить, купувати чи продавати",
    instead_of_advice=(
        "Вирішувати вам: RVX нікому не каже, що купити чи продати, і не знає, куди піде ціна.",
        "Зате RVX пояснює слова, наприклад: «Що таке волатильність?»",
        "І знаходить відповіді у вашій останній новині: запитайте, хто, коли і скільки.",
    ),
    no_answer="На це запитання без ШІ чесно відповісти не вийде.",
    can_do=(
        "Надішліть новину цілком: RVX виділить головне, числа, терміни й тривожні ознаки.",
        "Запитайте про термін, наприклад: «Що таке стейблкоїн?»",
        "Відкрийте уроки: вони працюють і без ШІ.",
    ),
    not_found="У вашій новині RVX не знайшов відповіді",
    instead_of_finding=(
        "Без ШІ він шукає за словами: запитайте словами з новини, і відповідь може знайтися.",
        "Запитайте про термін, наприклад: «Що таке стейблкоїн?»",
        "Відкрийте уроки: вони працюють і без ШІ.",
    ),
    no_definition="Пояснення цього слова у словнику RVX немає",
    which_number="Яке число пропущено: «{clause}»?",
    one_event="У тексті одна подія: на кроки її не розкласти.",
    no_analogy="Дібрати порівняння для цього тексту може лише ШІ, а це пояснення зроблено без нього.",
    no_example="Придумати приклад до цього тексту може лише ШІ, а це пояснення зроблено без нього.",
    another_case="Інший, вигаданий випадок того самого роду; у вашій новині могло бути інакше:",
    no_checks="У тексті немає чисел і термінів, про які можна запитати без ШІ.",
    same_words="Сказати це іншими словами може лише ШІ, а це пояснення зроблено без нього.",
)

EN = Phrases(
    signs={
        "urgency": "It hurries you so that you have no time to check",
        "guaranteed": "It promises profit without risk: there is no such thing",
        "impersonation": "It speaks in someone else's name: support, an exchange or a famous person",
        "seed_phrase": "It asks for a seed phrase, key, password or code: nobody should ever get those",
        "pump": "It stirs up excitement instead of giving facts",
        "send_to_receive": "It asks you to send money first in order to get more back",
        "safe_account": "It asks you to move money to a “safe account”: there is no such account",
        "in_trouble": "It asks for money as a relative: call the old number first",
        "pay_by_link": "It wants a parcel, fine or duty paid by a link: type the site’s address yourself",
        "prize": "It promises a prize for a fee: nobody pays ahead for a real one",
        "easy_job": "It offers easy work: next come a deposit or strangers’ money on your card",
        "recovery": "It offers to return for a fee what you lost: that is how people are robbed twice",
        "parcel_form": "It asks for data or money as a delivery: look the order up yourself, not by the link",
        "earn_form": "It promises easy earnings for your number: a call follows that talks you into paying",
        "held_payout": "It keeps your money until you pay: after that payment comes the next",
        "bought_income": "It wants to be paid for an impossible income: it comes from newcomers’ money",
        "pump_call": "It calls everybody to buy a coin at once: its organisers sell it to you",
        "call_number": "It wants you to call a number of its own: take the number from your card or app",
        "advance_fee": "It asks for a payment up front for a withdrawal, a refund or help",
        "card_data": "It asks for card details by a link: open the site or the app yourself",
        "new_friend": "A new friend teaches you to earn: that is how people are prepared to lose money",
        "claim_link": "It offers a gift and asks to connect a wallet: that is how permissions are stolen",
        "private_chat": "It leads you into a private chat, where nobody can warn you",
        "fake_approval": "It claims the approval of an authority so that you do not check",
        "high_yield": "It promises a rate that nobody can pay for long",
        "orders_to_ai": "The text tries to give orders to the AI that reads it",
    },
    looks_like_fraud="This looks like a fraud: do not answer and pay nothing",
    no_source="Who reported this: RVX found no source in the text",
    no_date="When it happened: RVX found no date in the text",
    no_numbers="How much or how many: RVX found no numbers in the text",
    touches="Directly concerns those who hold or use: {names}.",
    what_is="What is {name}?",
    nothing_to_explain="The text has no sentences that could be explained",
    from_the_glossary="What the RVX glossary says",
    from_your_item="What your news item says about it",
    unsaid={
        "reason": "RVX found no reason. Nearest to the question",
        "date": "RVX did not find when. Nearest to the question",
        "name": "RVX did not find who. Nearest to the question",
        "number": "RVX did not find how much. Nearest to the question",
    },
    no_advice="RVX gives no advice to buy or sell",
    instead_of_advice=(
        "That is yours to decide: RVX tells nobody what to buy or sell and can't know where a price goes.",
        "What it can do is explain words, for example: “What is volatility?”",
        "And it finds answers in your last news item: ask who, when and how much.",
    ),
    no_answer="Without AI, RVX can't answer this question honestly.",
    can_do=(
        "Send the whole news item: RVX picks out the main points, numbers, terms and warning signs.",
        "Ask about a term, for example: “What is a stablecoin?”",
        "Open the lessons: they work without AI too.",
    ),
    not_found="RVX found no answer in your news item",
    instead_of_finding=(
        "Without AI it looks for words: ask in the words of the item, and it may find one.",
        "Ask about a term, for example: “What is a stablecoin?”",
        "Open the lessons: they work without AI too.",
    ),
    no_definition="The glossary of RVX doesn’t explain this word",
    which_number="Which number is missing: “{clause}”?",
    one_event="The text tells of one event only: there are no steps in it.",
    no_analogy="Finding an analogy for this text takes the AI, and this was made without it.",
    no_example="Finding an example for this text takes the AI, and this was made without it.",
    another_case="Another, made-up case of the same kind; yours may have gone differently:",
    no_checks="The text has no numbers or terms to ask about without the AI.",
    same_words="Saying this in other words takes the AI, and this was made without it.",
)

PHRASES: Mapping[Language, Phrases] = {"ru": RU, "uk": UK, "en": EN}
