"""Prizes, jobs, recoveries, relatives, parcels and codes, each told in several sentences; and honest news.

FRAUDS: language, the signs of which one must be named, text. HONEST: language, text. REPORTED: frauds with a
warning of the police beside them, as FRAUDS. WARNINGS: honest texts that quote a fraud, as HONEST.
"""

from botapp.ai.base import Language
from botapp.ai.offline.signs import Sign

_CODE: tuple[Sign, ...] = ("seed_phrase",)
_KIN: tuple[Sign, ...] = ("in_trouble",)
_PRIZE: tuple[Sign, ...] = ("prize",)
_JOB: tuple[Sign, ...] = ("easy_job",)
_BACK: tuple[Sign, ...] = ("recovery",)
_POST: tuple[Sign, ...] = ("pay_by_link", "parcel_form")

FRAUDS: tuple[tuple[Language, tuple[Sign, ...], str], ...] = (
    ("ru", _PRIZE, "Поздравляем! Вы выиграли iPhone 15. Для получения оплатите доставку 490 рублей."),
    ("ru", _PRIZE, "Ваш номер стал победителем лотереи. Выигрыш 1 200 000 рублей. Переведите налог 13%."),
    ("ru", _PRIZE, "Ваш приз ждёт вас! Внесите регистрационный взнос 350 рублей, и мы его отправим."),
    ("uk", _PRIZE, "Вітаємо, ви виграли автомобіль! Щоб його отримати, сплатіть податок 2 500 грн."),
    ("uk", _PRIZE, "Ваш номер переміг у розіграші. Потрібно оплатити доставку призу, 180 грн."),
    ("uk", _PRIZE, "Ваш виграш 50 000 грн готовий. Перекажіть комісію банку 490 грн на картку."),
    ("en", _PRIZE, "You have won $850,000 in the Mega lottery! Pay the transfer fee of $200 to our agent."),
    ("en", _PRIZE, "Congratulations, your number is our winner. Cover the shipping of $4.99 for your prize."),
    (
        "en",
        _PRIZE,
        "You won our raffle. To get the prize, send your full name and bank details to the agent.",
    ),
    ("ru", _JOB, "Работа на дому, без опыта. 5000 в день, пишите в личку."),
    ("ru", _JOB, "Ищем людей для простой подработки с телефона! От 3 000 ₽ в день. Пиши @hr_anna."),
    ("ru", _JOB, "Ставь лайки и зарабатывай. Чтобы открыть новые задания, внесите депозит 2 000 рублей."),
    ("ru", _JOB, "Нужен курьер: забирать деньги у клиентов. Оплата 7000 за день, пишите в телеграм."),
    ("ru", _JOB, "Принимай переводы на свою карту и отправляй дальше, 10% оставляй себе."),
    ("uk", _JOB, "Підробіток із телефону, без досвіду. 1500 грн на день, пишіть в особисті."),
    ("uk", _JOB, "Шукаємо кур’єра забирати готівку в людей. 3000 грн за день, пишіть у телеграм."),
    ("uk", _JOB, "За кожне завдання 100 грн. Для доступу до завдань внесіть депозит 500 грн."),
    ("en", _JOB, "Work from home, no experience needed. Earn $300 a day, message me on WhatsApp."),
    (
        "en",
        _JOB,
        "Rate hotels and get paid per task. To unlock the next tasks, deposit 50 USDT to your balance.",
    ),
    ("en", _JOB, "We need couriers to pick up cash from clients. $400 per day, write to @job_mike."),
    ("en", _JOB, "Receive payments into your bank account and forward them. You keep 8% for yourself."),
    ("ru", _BACK, "Потеряли деньги у брокера? Вернём всё, что вы потеряли. Наша комиссия 10%."),
    ("ru", _BACK, "Мы возвращаем деньги, которые вы отдали лжеброкерам, за процент от суммы."),
    ("ru", _BACK, "Вас обманули мошенники? Наши юристы вернут ваши средства, аванс 5 000 рублей."),
    ("uk", _BACK, "Ви втратили кошти у брокера? Повернемо все втрачене за комісію 15%."),
    ("uk", _BACK, "Повертаємо гроші, які ви віддали шахраям. Пишіть нашому юристу @help_back."),
    ("uk", _BACK, "Наші фахівці повернуть ваші кошти з лжебірж. Потрібна передоплата 2 000 грн."),
    ("en", _BACK, "We return what you lost to brokers for a commission of 12%."),
    ("en", _BACK, "Scammed by a fake exchange? Our experts get your money back. A small fee applies."),
    (
        "en",
        _BACK,
        "Recovery agents will retrieve your stolen coins. Pay only 10% up front, contact us today.",
    ),
    ("ru", _CODE, "Сейчас вам придёт код из СМС. Назовите его оператору."),
    ("ru", _CODE, "Мы отправили вам код подтверждения. Продиктуйте его, чтобы отменить перевод."),
    ("ru", _CODE, "На телефон пришло сообщение с кодом. Сообщите его мне."),
    ("uk", _CODE, "Зараз вам прийде код із СМС. Назвіть його оператору."),
    ("uk", _CODE, "Ми надіслали вам код підтвердження. Продиктуйте його нашому фахівцю."),
    ("uk", _CODE, "На телефон прийшло повідомлення з кодом. Перешліть його мені."),
    ("en", _CODE, "You will get a code in a text message. Name it to the operator."),
    ("en", _CODE, "We have sent you a confirmation code. Please read it to our agent to stop the payment."),
    ("en", _CODE, "A verification code was sent to your phone. Forward it to me."),
    ("ru", _KIN, "Мама, я попал в аварию. Переведи 50 тысяч на эту карту."),
    ("ru", _KIN, "Бабушка, это я. Я сбил человека, меня задержали. Нужны деньги, приедет курьер."),
    ("ru", _KIN, "Ваш сын попал в ДТП и виноват. Подготовьте деньги, мы закроем дело."),
    ("uk", _KIN, "Мамо, я потрапив в аварію. Перекажи 20 тисяч на цю картку."),
    ("uk", _KIN, "Бабусю, це я. Я збив людину. Потрібні гроші, приїде адвокат."),
    ("uk", _KIN, "Ваш онук потрапив у ДТП. Підготуйте гроші, за ними приїде кур’єр."),
    ("en", _KIN, "Grandma, it's me. I had an accident. Please send $3,000 to this account."),
    ("en", _KIN, "Mum, I got arrested. I need money for the lawyer, don't tell dad."),
    ("en", _KIN, "Your son had a crash and is in jail. Prepare the money for his bail, a courier will come."),
    ("ru", _POST, "Ваша посылка на складе. За хранение начислено 89 рублей. Оплатите по ссылке в сообщении."),
    ("ru", _POST, "Почта: доставка не оплачена. Доплатите 49 ₽ на pochta-pay.top, иначе посылку вернут."),
    (
        "ru",
        _POST,
        "Курьер не смог доставить заказ. Переведите 150 рублей за повторную доставку на карту 4276 12.",
    ),
    ("uk", _POST, "Вашу посилку не доставлено. Доплатіть 29 грн на np-post.site, інакше її повернуть."),
    (
        "uk",
        _POST,
        "Посилка на складі. За зберігання нараховано 35 грн. Сплатіть за посиланням у повідомленні.",
    ),
    ("uk", _POST, "Кур’єр не зміг доставити замовлення. Перекажіть 60 грн за доставку на картку 4441 11."),
    (
        "en",
        _POST,
        "USPS: your package has an unpaid fee of $1.99. Pay it at usps-fee.top to get it delivered.",
    ),
    (
        "en",
        _POST,
        "Your parcel is in our depot. A storage fee of £1.45 is due. Pay it by the link in this text.",
    ),
    ("en", _POST, "We could not deliver your order. Transfer $3 for redelivery to the card 4111 11."),
)

REPORTED: tuple[tuple[Language, tuple[Sign, ...], str], ...] = (
    (
        "ru",
        ("safe_account",),
        "Полиция предупреждает о мошенниках.\n\nВаш счёт под угрозой. Переведите деньги на безопасный счёт.",
    ),
    (
        "ru",
        ("safe_account",),
        (
            "МВД РОССИИ. Полиция предупреждает: ваши деньги хотят украсть. "
            "Переведите деньги на безопасный счёт сегодня."
        ),
    ),
    ("ru", _CODE, "Полиция предупреждает: сообщите код из СМС нашему оператору, иначе счёт закроют."),
    (
        "ru",
        _POST,
        "Полиция предупреждает о фишинге.\nВаша посылка задержана. Введите данные карты на post-pay.top.",
    ),
    (
        "ru",
        ("claim_link",),
        "Полиция предупреждает о подделках. Подключите кошелёк на drop-claim.site сейчас.",
    ),
    (
        "uk",
        ("safe_account",),
        "Поліція попереджає про шахраїв.\n\nПерекажіть гроші на безпечний рахунок до вечора.",
    ),
    ("uk", _CODE, "Кіберполіція попереджає: участилися крадіжки. Назвіть код із СМС нашому оператору."),
    (
        "uk",
        ("send_to_receive",),
        "Суд оштрафував аферистів.\n\nНадішліть 0,1 BTC і отримайте вдвічі більше на ltc-gift.site.",
    ),
    (
        "en",
        ("safe_account",),
        "Metropolitan Police. We warn all clients of fraud. Move your money to a safe account today.",
    ),
    ("en", _CODE, "The police warn of scammers.\n\nTell us the code from the SMS to stop the payment."),
    (
        "en",
        ("send_to_receive",),
        "FBI: fraudsters were arrested. Send 1 BTC to get 2 BTC back, at gift.example.com.",
    ),
    (
        "en",
        ("claim_link",),
        "Court news: a fake site was closed. Claim your airdrop tokens at real-drop.xyz.",
    ),
    ("en", _PRIZE, "Police warn of fake lotteries.\n\nYou have won $900,000. Pay the transfer fee of $200."),
)

HONEST: tuple[tuple[Language, str], ...] = (
    ("ru", "Житель Самары выиграл в лотерею 100 млн рублей и заплатит налог 13%, сообщил организатор."),
    ("ru", "Если вы выиграли приз дороже 4000 рублей, необходимо заплатить налог 35%, напомнила ФНС."),
    ("ru", "Победитель конкурса получит приз в 1 млн рублей. Доставку оплатит организатор."),
    ("ru", "Команда выиграла хакатон Ethereum. Приз в 50 000 долларов выплатят в USDC без комиссии."),
    ("uk", "Мешканець Львова виграв у лотерею 5 млн грн і сплатить податок 19,5%."),
    ("uk", "Переможці розіграшу отримають квитки. Доставку оплачує організатор."),
    ("en", "A winner of the lottery has to pay a tax of 24% on the prize, the tax service said."),
    ("en", "Binance raised the prize pool of its contest to $1 million. Winners pay no fee."),
    ("en", "If you won a prize last year, pay the tax on it by 15 April, the IRS reminds."),
    ("ru", "Курьеры в Москве получают до 5000 рублей в день, подсчитал HeadHunter. Спрос вырос на 30%."),
    ("ru", "Банк ищет курьеров: они будут доставлять клиентам наличные, зарплата от 80 000 рублей."),
    ("ru", "Майнеры зарабатывают 12 долларов в день на одном устройстве. Пишите нам: @news_editor."),
    ("ru", "Пользователи выполняют задания и получают баллы. Депозит для этого не нужен, уточнила биржа."),
    ("ru", "Теперь вы сможете принимать переводы на свою карту из-за границы, сообщил банк."),
    ("uk", "Кур’єри заробляють до 1500 грн на день, порахував портал. Попит зріс на третину."),
    ("uk", "Банк шукає інкасаторів: вони перевозитимуть готівку, зарплата від 30 000 грн."),
    ("en", "Uber drivers earn $200 a day on average, a survey found. Write to the editor with questions."),
    ("en", "The bank needs couriers to deliver cards and cash; the salary starts at $3,000 a month."),
    ("en", "Users complete tasks, deposit tokens and earn points, the exchange explained."),
    ("ru", "Биржа вернула клиентам потерянные при взломе средства и не взяла комиссии."),
    ("ru", "«Мы вернём всё, что потеряли клиенты», — сказал глава биржи. Комиссию за вывод отменили."),
    ("ru", "Закон обяжет банки возвращать деньги, которые клиенты перевели мошенникам, за 30 дней."),
    ("uk", "Біржа повернула клієнтам втрачені кошти. Комісії за виведення немає."),
    ("uk", "Банк повертатиме гроші, які клієнти переказали шахраям, протягом 30 днів."),
    ("en", "Mt. Gox began to return the coins that clients lost in 2014, the trustee said. No fee is due."),
    ("en", "Tether helped to recover $9 million lost to a hack, less a commission of 5%, the firm said."),
    ("en", "“We will return what you lost”, the CEO told clients of the broker. The fee was waived."),
    ("ru", "Вам придёт код. Назовите его сотруднику пункта выдачи при получении заказа."),
    ("ru", "Банк пришлёт код из СМС. Введите его на сайте и никому не сообщайте."),
    ("ru", "Код из СМС знает только клиент. Не сообщайте его даже сотрудникам банка."),
    ("uk", "Вам прийде код із СМС. Введіть його в застосунку й нікому не кажіть."),
    ("uk", "Код із СМС знає лише клієнт. Не повідомляйте його навіть працівникам банку."),
    ("en", "You will get a code by SMS. Enter it on the site and tell it to nobody."),
    ("en", "Your order is on its way. A confirmation code is sent by SMS. Give it to the courier."),
    ("en", "We will return the stolen funds, the exchange promised. The withdrawal fee is 0.1%."),
    ("ru", "Мы вернём украденное при взломе, пообещал глава биржи. Комиссия за вывод отменена."),
    ("uk", "Ми повернемо викрадене під час злому, пообіцяв голова біржі. Комісію за виведення скасовано."),
    ("en", "The code was sent to the testnet. Developers can give it to auditors."),
    ("ru", "Сын министра попал в аварию. Нужны деньги на ремонт моста, говорят местные жители."),
    ("ru", "Пенсионерке позвонили: ваш внук попал в ДТП, нужны деньги. Она отдала курьеру 500 000 рублей."),
    ("uk", "Пенсіонерці подзвонили: ваш онук потрапив у ДТП. Вона переказала 200 000 грн."),
    ("en", "A man called her: your son had an accident, send money. She lost $20,000."),
    ("en", "The founder had an accident in May. The firm needs money for a new launch."),
    ("ru", "Почта подняла плату за хранение посылок до 89 рублей в день. Оплатить можно в отделении."),
    ("ru", "Доставка из Китая подорожала на 15%, за повторную доставку магазины берут 150 рублей."),
    ("uk", "Укрпошта підняла тариф на доставку до 60 грн. Сплатити можна у відділенні."),
    ("en", "USPS will raise the fee for packages by $1.99 in July. Customers can pay it at any office."),
    ("en", "Retailers charge $3 for redelivery of an order that could not be delivered, a study shows."),
)

WARNINGS: tuple[tuple[Language, str], ...] = (
    ("ru", "Полиция предупреждает о новой схеме. Жертвам пишут: «Переведите деньги на безопасный счёт»."),
    ("ru", "Полиция предупреждает: «Ваша посылка задержана. Введите данные карты на post-pay.top» — обман."),
    ("ru", "МВД предупредило о звонках. Звонящие говорят: назовите код из СМС. Кладите трубку."),
    ("ru", "Полиция предупреждает: никому не сообщайте код из СМС. Переводите деньги только знакомым."),
    ("ru", "Следствие считает, что аферисты раздавали токены. Подключите кошелёк, писали они на сайте."),
    ("uk", "Поліція попереджає про шахраїв. Вони пишуть: «Перекажіть гроші на безпечний рахунок»."),
    ("uk", "Кіберполіція попередила про дзвінки. Незнайомці кажуть: назвіть код із СМС. Кладіть слухавку."),
    ("uk", "Поліція попереджає: не повідомляйте код із СМС нікому. Телефонуйте 102."),
    ("en", "Police warn of a new scheme. Callers say: move your money to a safe account. Hang up."),
    ("en", "Police warn: “You have won $900,000. Pay the transfer fee of $200.” Delete such letters."),
    ("en", "The police warn of scammers. Tell us your story: news@example.com."),
    ("en", "Police warn of fake parcels. Report such texts at police.uk and forward them to 7726."),
    ("en", "A court fined the firm. Its letters said: “Send 1 BTC to get 2 BTC back.”"),
)
