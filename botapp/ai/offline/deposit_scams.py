"""The words of frauds that hold something out: a withdrawal, a flat, a payout, the company of a trader.

Written for sentences as people write them, used with re.IGNORECASE by spread_scams.py: what is asked for or
offered, and what must stand around it.
"""

MONEY = (
    r"(?:[$€£₽₴]\s?\d|\d[\d., \u00a0]{0,10}(?:тыс\w{0,4}\.? |тис\w{0,4}\.? |к |k )?"
    r"(?:[$€£₽₴]|руб|р(?!\w)|грн|гривен|долл?|евро|євро|usd[tc]?|eur|btc|eth|ton|trx|bnb|sol|dollars?"
    r"|euros?|pounds?))"
)
_PAY = (
    r"(?<!не )(?<!not )(?<!\w)(?:(?:по)?полни(?:те)?|внес(?:и|ите)|перевед(?:и|ите)|отправь(?:те)?"
    r"|оплати(?:те)?"
    r"|(?:нужно|надо|необходимо|осталось|достаточно|потрібно|треба|необхідно|лишилося|залишилося"
    r"|досить) (?:\w+ ){0,2}?"
    r"(?:пополнить|внести|перевести|отправить|оплатить|поповнити|переказати|надіслати|сплатити)"
    r"|поповн(?:и|іть)|внес(?:іть)|перекаж(?:и|іть)|сплат(?:и|іть)|надішл(?:и|іть)"
    r"|(?:скин(?:ете|ешь|еш|ьте)|кин(?:ете|ешь|еш|ьте)|перевед[её](?:те|шь)|внес[её](?:те|шь)"
    r"|переказ?[жу]\w{2,3}"
    r"|скидаєте)"
    r"|(?<!to )(?<!can )(?<!may )(?<!users )(?:deposit|top up|pay|send|transfer|wire))(?!\w)"
)

# A withdrawal that needs a deposit first.
DEPOSIT = rf"{_PAY}[^.!?]{{0,40}}?{MONEY}"
WITHDRAWAL = (
    r"(?<!\w)(?:вывод\w?|выводу|вывести|выплат\w|заявк\w на вывод|виведення|вивести|виплат\w"
    r"|withdrawals?|withdraw"
    r"|payout|your (?:\w+ )?(?:balance|funds|profit|winnings))(?!\w)"
)
CHECKED = (
    r"(?<!\w)(?:верификаци\w|верифікаці\w|верифиц\w{3,7}|верифік\w{3,7}|комплаенс\w?|compliance|aml|kyc"
    r"|разблокир\w{2,6}|розблок\w{3,7}|разморо\w{3,6}|розморо\w{3,6}|верн[уё]тся"
    r"|поверн[еу]ться|(?:comes?|is paid|is sent) back|verif\w{2,9}|unfreez\w{0,3}|unlock\w{0,3}|(?:be"
    r"|is) released"
    r"|to release"
    r"|refundable)(?!\w)"
)
# Fees of a network and minimums are told by honest wallets; rules speak of everybody.
NO_CHECK = (
    r"(?<!\w)(?:минимальн\w{2,3}|мінімальн\w{1,3}|minimum|at least|не менее|не менше|бесплатн\w{1,3}"
    r"|безкоштовн\w{1,3}"
    r"|free of charge|новост\w|новин\w)(?!\w)"
)

# A flat that nobody may see before money is sent.
FLAT = (
    r"(?<!\w)(?:квартир\w{1,3}|комнат\w{1,3}|жиль[её]|студи\w|дом(?:ик)?(?!\w)|авто(?:мобил\w{1,2})?"
    r"|машин\w|щен\w{1,3}|цуцен\w{1,2}|car|puppy|посуточно|аренд\w{1,3}"
    r"|кімнат\w{1,3}"
    r"|житл\w|оренд\w{1,3}|подобово|flat|apartment|room|studio|house|rent|lease)(?!\w)"
)
TO_CARD = (
    r"(?<!\w)(?:предоплата|задаток|аванс|залог|завдаток|передоплата|застава|deposit)(?: [^\s.!?]+){0,4}?"
    r" (?:на карт[уи]|на картк[уи]|to (?:my|this) (?:card|account))(?!\w)"
)
FLAT_MONEY = (
    rf"{_PAY}[^.!?]{{0,60}}?(?<!\w)(?:предоплат\w|залог\w?|задат\w{{2,3}}|аванс\w?|брон[ьи]|депозит\w?"
    rf"|передоплат\w"
    r"|завдат\w{2,3}|застав\w|deposit|first month\w{0,2}|holding fee|advance)(?!\w)"
    rf"|{TO_CARD}"
)
OUT_OF_SIGHT = (
    r"(?<!\w)(?:в командировке|за границей|(?<!\w)в от[ъь]езде|не в городе|в другом городе"
    r"|у відрядженні|за кордоном"
    r"|в іншому місті|ключи (?:\w+ )?(?:отда|переда|вышл|отправ|привез|остав)\w{1,4}"
    r"|ключі (?:\w+ )?(?:віддам|передам"
    r"|вишлю|надішлю|привезу|залишу)|(?:отда|переда|вышл|отправ|привез)\w{1,4} ключи|(?:віддам|передам"
    r"|вишлю|надішлю|привезу) ключі"
    r"|(?:много|куча) желающих|желающих (?:много|куча)|(?:багато|купа) охочих"
    r"|охочих (?:багато|купа)|(?:уезжаю|переезжаю|їду|виїжджаю) за (?:границу|кордон)|придерж(?:у|ать)"
    r"|притрим(?:аю|ати)|показ(?:ать|ати) (?:пока )?не (?:могу|можу)"
    r"|без (?:просмотра|перегляду)|abroad|overseas|out of (?:town|the country)"
    r"|(?:post|mail|send|ship) (?:you )?the keys|(?:keys|key) (?:by|via) (?:mail|courier|post)"
    r"|to hold (?:it|the)"
    r"|(?:many|other) people (?:are )?interest\w{2,3}|(?:before|without) (?:the |a )?viewing|western union"
    r"|moneygram)(?!\w)"
)

# What is given away costs coins first.
GAS = (
    rf"{_PAY}[^.!?]{{0,40}}?{MONEY}[^.!?]{{0,30}}?(?<!\w)(?:на (?:\w+ )?(?:адрес|контракт|кошел[её]к|адресу"
    r"|гаманець)|(?:to|into) (?:this|the|our|my) (?:\w+ )?(?:address|contract|wallet))(?!\w)"
)
GIVEN_AWAY = (
    r"(?<!\w)(?:дроп\w{0,2}|[эа]ирдроп\w{0,2}|[еа][йі]рдроп\w{0,2}|airdrops?|раздач\w|роздач\w|giveaway"
    r"|приз\w?|бонус\w{0,2}|подар\w{2,4}|bonus|reward)(?!\w)"
)
# A fortune of somebody dead, and a lawyer who must be paid.
LAWYER = (
    r"(?<!\w)(?:lawyer|attorney|barrister|notary|legal|transfer|processing)(?:['’]s)? (?:fees?"
    r"|charges?)(?!\w)"
    r"|(?<!\w)(?:услуги|оформление|комисси\w|послуги|оформлення|комісі\w) (?:адвоката|нотариуса|юриста"
    r"|нотаріуса)(?!\w)"
)
FORTUNE = (
    r"(?<!\w)(?:inherit\w{0,5}|widow\w?|next of kin|late (?:husband|father|client)|beneficiary|наследств\w"
    r"|вдов\w|покойн\w{2,3}|спадщин\w|спадок|удов\w|покійн\w{1,3})(?!\w)"
)
YOUR_SHARE = (
    r"(?<!\w)(?:you (?:will |['’]ll )?(?:get|receive|keep)|your share|i need your help"
    r"|(?:вы|ви) (?:получите|отримаєте)|ваша (?:доля|частка)|нужна ваша помощь|потрібна ваша допомога)(?!\w)"
)

# A payout that needs the number of a card.
PAYOUT = (
    r"(?<!\w)(?:(?:вам|вас|ваш\w{0,3}|ви|вы)(?!\w)[^.!?]{0,50}?(?<!\w)(?:выплат\w|компенсаци\w"
    r"|возврат\w?|пособи\w"
    r"|субсиди\w|перерасч[её]т\w?|кешб[еэ]к\w?|доплат\w|виплат\w|компенсаці\w|повернення|допомог\w|субсиді\w"
    r"|перерахунок|кешбек\w?)"
    r"|(?:you|your)(?!\w)[^.!?]{0,50}?(?<!\w)(?:refunds?|rebate|payout|compensation|benefits?|grant|cashback"
    r"|reimbursement|payment))(?!\w)"
    r"|(?<!\w)(?:получите|отримайте|receive) (?:\w+ )?(?:деньги|оплату|средства|кошти|гроші|money"
    r"|funds)(?!\w)"
    r"|(?<!\w)(?:выплат\w|компенсаци\w|виплат\w|компенсаці\w|refund|payout"
    r"|compensation)(?!\w)[^.!?]{0,40}?(?<!\w)"
    r"(?:(?:для )?вас|вам|на ваше им|на ваше ім|for you|to you)(?!\w)"
)
CARD = (
    r"(?<!не )(?<!not )(?<!never )(?<!n['’]t )(?<!\w)(?:введя|указав|ввівши|вказавши|введ[иі](?:те|ть)?"
    r"|укажи(?:те)?|вкаж[иі](?:ть)?"
    r"|заполни(?:те)?"
    r"|заповн[иі](?:ть)?|подтверди(?:те)?|підтверд(?:и|іть|ьте)|привяжи(?:те)?|прив['’ʼ]яж[иі](?:ть)?"
    r"|внес[иі](?:ть|те)?"
    r"|надішл[иі](?:ть)?|пришли(?:те)?|enter|submit|provide|confirm|verify|add|link"
    r"|give)(?!\w)[^.!?]{0,30}?(?<!\w)"
    r"(?:(?:данны[ех]|реквизит\w|номер\w?|дан[іи]|реквізит\w) (?:\w+ )?карт\w{1,3}|карту|картку|cvv2?|cvc2?"
    r"|(?:card|bank|payment) (?:details|number|data|information)|(?:debit|credit|bank) card)(?!\w)"
)
# A card that is to be entered anew.
UPDATE = (
    r"(?<!не )(?<!not )(?<!never )(?<!n['’]t )(?<!\w)(?:update|confirm|verify|renew|обнови(?:те)?"
    r"|подтверди(?:те)?|онов[иі](?:ть)?|підтверд(?:и|іть|ьте))(?!\w)[^.!?]{0,30}?(?<!\w)"
    r"(?:card|payment (?:details|method|information)|billing (?:details|information)|карт[уы]"
    r"|плат[её]жн\w{2} данн\w{2}|способ оплаты|картк[уи]|спосіб оплати)(?!\w)"
)
UNPAID = (
    r"(?<!\w)(?:payment|subscription|billing|оплат\w|плат[её]ж|подписк\w|підписк\w)(?: \w+){0,3}? "
    r"(?:failed|declined|expired|suspended|не прош\w{2,3}|отклон\w{2,4}|не вдал\w{1,3}|не пройш\w{2,3}"
    r"|приостанов\w{3,5}|призупин\w{2,4}|истек\w{1,3})(?!\w)"
)
STRANGE = (
    r"(?:(?<![\w.-])[\w-]{2,40}\.(?:info|top|site|click|xyz|online|shop|link|live|store|icu|cc|club|pro|space"
    r"|website|page|help|support)(?![\w-])|(?<![\w.-])\w{2,20}-[\w-]{2,30}\.[a-z]{2,6}(?![\w-]))"
)
# None of an authority.
ADDRESS = (
    r"(?:https?:/|www\.|(?<![\w.-])[\w-]{2,40}\.(?:com|net|org|info|ru|ua|top|site|click|xyz|online"
    r"|shop|link|live"
    r"|store|app|icu|cc|me|club|pro|space|website|page|co|uk|us|eu|help|support|finance)(?![\w-])"
    r"|(?:по|за) (?:\w+ )?(?:ссылк|посиланн)\w{1,2}(?!\w)|(?:the|this) link(?!\w))"
)
OFFICIAL = (
    r"(?<![\w-])(?:[\w-]{1,30}\.){0,3}(?:gov(?:\.\w\w)?|(?:gosuslugi|nalog|cbr)\.ru|diia\.ua)(?!-|\.?\w)"
)

# Somebody new who trades, and whoever reads shall trade too.
STRANGER = (
    r"(?:^|[.!?,] ?)\s*(?:дорог(?:ая|ой)|мил(?:ая|ый)|солнышко|любим(?:ая|ый)|люб(?:а|ий)|кохан(?:а|ий)"
    r"|сонечко"
    r"|honey|babe|darling|(?:my )?dear)(?=[,!])"
    r"|(?<!\w)(?:wrong (?:number|person)|you seem (?:\w+ )?(?:nice|kind|sweet)|(?:nice|good"
    r"|glad) to (?:meet|know) you"
    r"|(?:my|his|her) (?:uncle|aunt|mentor|cousin)(?:['’]s)?|(?:моего|мо[ейя]|мій|моєї) (?:дяд[яюиі]"
    r"|т[её]т[яиі]"
    r"|наставник\w?|дядьк\w|тітк\w)"
    r"|(?:ты|ви|вы|ти) (?:мне|мені) (?:понрави|сподоба)\w{1,4}|i (?:really )?like your (?:profile|photo"
    r"|smile)"
    r"|ошибл\w{1,3} номером|помили\w{1,4} номером|не тот номер|не той номер"
    r"|(?:рад|рада|приятно|приємно) познаком\w{3,6}|познайом\w{3,6})(?!\w)"
)
TRADES = (
    r"(?<!\w)(?:(?:i|we)(?:['’]ve)? (?:\w+ ){0,3}?(?:make|made|earn|earned|trade|invest|invested)"
    r"|(?:я|ми|мы) (?:\w+ ){0,5}?(?:торгу[юе]\w{0,2}|заработа\w{1,2}|зарабатыва\w{1,2}|заробля\w{1,2}"
    r"|зароби\w{1,2}"
    r"|інвесту\w{1,2}|инвестиру\w{1,2})|(?:зарабатываю|заробляю|торгую|инвестирую|інвестую)(?!\w)"
    r"|(?:вчера|сегодня|за неделю|за месяц|вчора|сьогодні|за тиждень"
    r"|за місяць)"
    r" (?:\w+ )?(?:заработал|зароби)\w{0,2})(?!\w)"
)
LESSON = (
    r"(?<!\w)(?:(?:i can|i could|i will|i['’]ll|let me) (?:\w+ )?(?:teach|show|guide|help) you"
    r"|(?:(?:я|тебя|тебе|вас|вам) )(?:\w+ )?(?:научу|покажу|навчу|підкажу|подскажу)|научу (?:тебя|вас)"
    r"|(?:могу|можу|хочу) (?:\w+ )?(?:научить|показать|навчити|показати)"
    r"|навчу (?:тебе|вас)|(?:установи|скачай|открой|зарегистрируйся|встанови|завантаж|відкрий"
    r"|зареєструйся)(?:те)?"
    r"(?: [^\s.!?]+){0,3}? (?:приложени\w|счет|счёт|платформ\w|застосунок|додаток|рахунок|бирж\w|бірж\w)"
    r"|(?:start|begin) with [$€£]?\d|(?:open an?|register an?) (?:\w+ )?account)(?!\w)"
)
