"""The words that show each sign of manipulation and fraud, in three languages.

Written for sentences as people write them, used with re.IGNORECASE at the beginning of a word. In
"[^.!?]" a point inside a number counts as a letter: red_flags.py sees to that.
"""

from typing import Literal

from botapp.ai.offline.asked_secrets import CODES, KEY_WORDS
from botapp.ai.offline.everyday_scams import IN_TROUBLE, PAY_BY_LINK

Sign = Literal[
    "seed_phrase",
    "send_to_receive",
    "safe_account",
    "in_trouble",
    "pay_by_link",
    "prize",
    "easy_job",
    "recovery",
    "parcel_form",
    "earn_form",
    "advance_fee",
    "card_data",
    "new_friend",
    "claim_link",
    "private_chat",
    "fake_approval",
    "guaranteed",
    "high_yield",
    "urgency",
    "impersonation",
    "pump",
    "orders_to_ai",
]

_SUM = r"\d+(?:[.,]\d+)? ?(?:btc|eth|usdt|usdc|sol|ton|bnb|trx|xrp|биткоин\w*|біткоїн\w*)"
_START = (
    r"(?:^|(?<=[^\w\s’'])|(?<=[^\w\s] )|(?<=please )|(?<=immediately )|(?<=urgently )|(?<=now )"
    r"|(?:you|u) (?:will |now |just |only |urgently )?(?:must|need to|have to|should) (?:\w+ly |now )?"
    r"|(?:need|want|ask) (?:you|u) to )"
)
_YOURS = (
    r"(?:your|ur)(?: \w+)? (?:money|funds|savings|balance|coins|crypto\w*|assets|bitcoins?|cash|deposit|usdt)"
)
_SAFE_EN = (
    r"(?:(?:a|an|the|our|this|that|your|new|following) )*"
    r"(?:['‘’“\"«]?(?:safe|secured?|protected|safety)['’”\"»]? (?:(?!savings)\w+ ){0,2}?acc?ounts?\b"
    r"|(?:(?<=\bour )|(?<=this )|(?<=following ))(?:safe|secured?|protected|reserve) "
    r"(?:wallet|vault|address))"
)
_SAFE = (
    r"(?:['\"«„“]?(?:безопас\w+|защищ[её]нн\w+|резервн\w+|безпечн\w+|захищен\w+)['\"»“”]? (?:\w+ )?"
    r"(?:сч[её]т\w*|ячейк\w*|кошел\w+|рахун\w+|гаман\w+|комірк\w+)"
    r"|(?:сч[её]т|рахунок) (?:росфинмониторинг\w*|центробанк\w*|цб(?!\w)|банка россии|нбу(?!\w)|нацбанк\w*))"
)
_TRANSFER = (
    r"(?<!не )(?:перев[еи]ди(?:те)?|переводи(?:те)?|перечисли(?:те)?|перемести(?:те)?|перекинь(?:те)?"
    r"|отправь(?:те)?|положи(?:те)?|внеси(?:те)?|зачисли(?:те)?|перекажи|перекажіть|переказуй(?:те)?"
    r"|переведіть|перерахуй(?:те)?|перемістіть|надішліть|надсилай(?:те)?|відправ(?:те)?|покладіть|внесіть)"
)
_TO_TRANSFER = (
    r"(?:перевести|перечислить|переместить|отправить|положить|внести|зачислить|переказати|перерахувати"
    r"|перемістити|надіслати|відправити|покласти)"
)
_NEEDED = (
    r"(?<!не )(?:нужно|надо|необходимо|следует|должны|обязаны|требуется|потрібно|треба|необхідно|слід|мусите"
    r"|повинні)"
)
_PLEASE = r"(?:прошу|просим|просимо|предлагаем|рекомендуем|пропонуємо|рекомендуємо)(?: вас| вам)?"
PATTERNS: dict[Sign, str] = {
    "seed_phrase": (
        rf"(?:enter|send|share|provide|type|submit|verify|confirm|connect)\b[^.!?]{{0,40}}(?:{KEY_WORDS})"
        rf"|(?:введи\w*|отправ\w*|пришли\w*|укажи\w*|подтверди\w*|сообщи"
        rf"|сообщите)\b[^.!?]{{0,40}}(?:{KEY_WORDS})"
        rf"|(?:введ[иі]\w*|надішл\w*|вкаж\w*|підтверд\w*|повідомте)\b[^.!?]{{0,40}}(?:{KEY_WORDS})"
        rf"|(?:import|write|tell|give|dictate|upload|paste|need|restore with"
        rf"|log in with)\b[^.!?]{{0,25}}(?:your|ur) "
        rf"[^.!?]{{0,10}}(?:{KEY_WORDS})"
        rf"|(?:напиши\w*|скинь(?:те)?|вышлите|перешлите"
        rf"|назови\w*|продиктуй\w*|импортируй\w*|вставь\w*|скопируй\w*|предостав\w+|понадоб\w+)"
        rf"\b[^.!?]{{0,40}}(?:{KEY_WORDS})"
        rf"|(?:напиш[иі]\w*|скинь(?:те)?|перешліть"
        rf"|назв[иі]\w*|продиктуй\w*|імпортуй\w*|встав(?:те)?|скопіюй\w*|нада(?:й|йте)"
        rf"|знадоб\w+)"
        rf"\b[^.!?]{{0,40}}(?:{KEY_WORDS})"
        rf"|(?:call|phone|позвони\w*|звони(?:те)?|зателефонуй\w*)\b[^.!?]{{0,60}}(?:{KEY_WORDS})"
        rf"|{CODES}"
    ),
    "send_to_receive": (
        r"(?:send|deposit|transfer)\b[^.!?]{0,50}\b(?:and|to)\s+(?:get|receive)\b[^.!?]{0,30}"
        r"(?:back|double|twice|2x|x2|\d+x)|(?:double|triple) your (?:btc|bitcoin|eth|crypto|money|deposit)"
        r"|(?:отправ\w*|перевед\w*|пополни\w*|внеси\w*)\b[^.!?]{0,50}(?:получ\w*|вернем|вернём)\b[^.!?]{0,30}"
        r"(?:вдвое|в два раза|в 2 раза|x2|х2|больше|обратно)|удво\w+ (?:ваш\w*|сво\w*|депозит\w*|биткоин\w*)"
        r"|(?:надішл\w*|відправ\w*|перекаж\w*|поповн\w*|внес\w*)\b[^.!?]{0,50}(?:отрима\w*"
        r"|поверн\w*)\b[^.!?]{0,30}"
        r"(?:вдвічі|удвічі|у два рази|x2|х2|більше|назад)|подво\w+ (?:ваш\w*|св\w*|депозит\w*)"
        r"|(?:send|deposit|transfer)\b[^.!?]{0,50}\b(?:we|i)(?: will|'ll|’ll)? "
        r"(?:send|return|pay)\b[^.!?]{0,20}(?:twice|double|2x|triple|back)"
        r"|(?:send|return)\w* (?:you )?(?:back )?(?:twice|double) (?:as much|the amount)"
        r"|(?:отправля\w*|присыла\w*|перевод\w*|закидыва\w*)\b[^.!?]{0,40}(?:получа\w*|верн[её]м|возвраща\w*)"
        r"\b[^.!?]{0,30}(?:вдвое|в два раза|в 2 раза|x2|х2|больше|обратно)"
        r"|(?:надсила\w*|відправля\w*|переказу\w*|скида\w*)\b[^.!?]{0,40}(?:отриму\w*|поверн\w*|поверта\w*)"
        r"\b[^.!?]{0,30}(?:вдвічі|удвічі|у два рази|x2|х2|більше|назад)"
        r"|send\b[^.!?]{0,60}\b(?:send|get|receive) (?:\w+ )?(?:back )?(?:double|twice)"
        rf"|(?:send|deposit|transfer)\s+{_SUM}\b[^.!?]{{0,90}}\b(?:get|receive)\s+{_SUM}\b"
        rf"|(?:отправ\w*|пришл\w*|перевед\w*|внес\w*)\s+{_SUM}\b[^.!?]{{0,90}}\bполуч\w*\s+{_SUM}\b"
        rf"|(?:надішл\w*|відправ\w*|перекаж\w*|внес\w*)\s+{_SUM}\b[^.!?]{{0,90}}\bотрима\w*\s+{_SUM}\b"
    ),
    "safe_account": (
        rf"{_START}(?:move|transfer|send|shift|deposit|wire|put) (?:all )?(?:(?:of )?{_YOURS}|(?:the )?"
        r"(?:money|funds|savings|coins|crypto|cash)|it|them|everything)\b[^.!?]{0,40}?"
        rf"\b(?:in)?to {_SAFE_EN}"
        rf"|(?<!to )(?:move|transfer|send|shift|wire) {_YOURS}\b[^.!?]{{0,20}}?\b(?:in)?to {_SAFE_EN}"
        rf"|(?:moving|transferring) {_YOURS}\b[^.!?]{{0,20}}?\b(?:in)?to {_SAFE_EN}"
        r"|(?:opened|created|prepared|set up) (?:you )?(?:a|your)(?: \w+)?"
        r" (?:safe|secure)(?: \w+)? acc?ounts?"
        rf"|(?:{_TRANSFER}|(?:{_NEEDED}|{_PLEASE}) (?:\w+ ){{0,3}}?{_TO_TRANSFER}"
        rf"|(?:мы|ми) (?:\w+ )?(?:перевед\w+|перека\w+) (?:ваш\w*))(?!\w)"
        rf"[^.!?]{{0,50}}?(?<!\w)(?:на|в|у) (?:\w+ ){{0,2}}?{_SAFE}"
        rf"|на (?:\w+ )?{_SAFE} (?:\w+ ){{0,3}}?(?:{_TRANSFER}|{_NEEDED} {_TO_TRANSFER})(?!\w)"
        rf"|(?:для вас|вам|на ваше имя|на ваше ім['’ʼ]я) (?:\w+ )?"
        rf"(?:откры|созда|подготов|відкри|створ|підготу)\w+"
        rf" (?:\w+ )?{_SAFE}"
    ),
    "in_trouble": IN_TROUBLE,
    "pay_by_link": PAY_BY_LINK,
    "guaranteed": (
        r"guaranteed (?:\w+ )?(?:returns?|profits?|income|gains?)|guaranteed \d+(?:[.,]\d+)? ?%"
        r"|(?:risk[- ]free|no[- ]risk)\b[^.!?]{0,25}"
        r"(?:returns?|profits?|income|earn\w*|invest\w*)|profits? (?:is|are) guaranteed|zero risk"
        r"|гарантирован\w+ (?:\w+ )?(?:доход\w*|прибыл\w*|заработ\w*)|гарантируем (?:\w+ )?(?:доход|прибыль)"
        r"|(?:доход\w*|прибыл\w*|заработ\w*)\b[^.!?]{0,20}(?:без риска|гарантирован\w*)"
        r"|без (?:всякого )?риска"
        r"|гарантован\w+ (?:\w+ )?(?:дохід|доход\w*|прибут\w*|заробіт\w*)|гарантуємо (?:\w+ )?(?:дохід"
        r"|прибуток)"
        r"|(?:дохід|прибут\w*|заробіт\w*)\b[^.!?]{0,20}(?:без ризику|гарантован\w*)|без (?:жодного )?ризику"
        r"|(?:100 ?% )(?:guarante\w*|safe|profit\w*|secure)|(?:can'?t|cannot|can’t|never) lose\b"
        r"|(?:profit|income|return)s? (?:is|are) (?:\d+ ?% )?guaranteed"
        r"|100 ?% (?:гаранти\w*|прибыл\w*|безопасн\w*)|гаранти\w+ (?:возврат\w*|прибыл\w*|доход\w*|выплат\w*)"
        r"|риск\w* (?:исключ\w*|отсутству\w*|равен нулю|нет)|без (?:всяких |каких-либо )?рисков"
        r"|100 ?% (?:гаранті\w*|прибут\w*|безпечн\w*)|гаранті\w+ (?:поверненн\w*|прибут\w*|дохо\w*|виплат\w*)"
        r"|ризик\w* (?:виключен\w*|відсутн\w*|дорівнює нулю|немає)|без (?:жодних |будь-яких )?ризиків"
        r"|no risk(?=[,.!]|$)|(?:без риска|без ризику)(?=[,.!]|$)"
    ),
    "urgency": (
        r"(?:act|buy|join|hurry|claim)\b[^.!?]{0,15}\b(?:now|today|fast)\b|hurry up|last chance|limited time"
        r"|only today|today only"
        r"|only \d+ (?:hours?|minutes?|spots?|places?) left|before it'?s too late|don'?t miss (?:out|it|this)"
        r"|(?:только|лишь) сегодня|последн\w+ шанс|успе(?:й|йте)\b|не упусти\w*|не пропусти\w*|торопи\w*"
        r"|осталось (?:всего )?\d+ (?:час\w*|минут\w*|мест\w*)|пока не поздно|срочно (?:покупа\w*"
        r"|заход\w*|перевед\w*)"
        r"|(?:тільки|лише) сьогодні|останн\w+ шанс|встигн(?:и|іть)|не проґав\w*|не пропусти\w*|поспіша\w*"
        r"|залишилося (?:всього )?\d+ (?:годин\w*|хвилин\w*|місц\w*)|поки не пізно"
        r"|don'?t (?:be late|wait|hesitate)|(?:whitelist|presale|offer|registration|giveaway) (?:closes?"
        r"|ends?|expires?)"
        r"|price (?:doubles|goes up|rises) (?:in|at|after|tonight|tomorrow)|while (?:it lasts|stocks? last"
        r"|spots? last)"
        r"|within (?:the next )?(?:\d+|few|one|two) (?:hours?|minutes?)\b[^.!?]{0,20}(?:or|otherwise)"
        r"|не опозда\w*|пока не (?:закончи\w*|закры\w*|раскупи\w*)|(?:количество "
        r"|число )?мест\w* ограничен\w*"
        r"|(?:набор|пресейл|вайтлист|акция|предложение|регистрация) (?:закрыва\w*|заканчива\w*|истека\w*)"
        r"|в течение (?:\d+ |)(?:час\w*|минут\w*|суток)\b[^.!?]{0,20}(?:иначе|или)"
        r"|не запізн\w*|поки не (?:закінчи\w*|закри\w*|розкупи\w*)|(?:кількість )?місць обмежен\w*"
        r"|(?:набір|пресейл|вайтлист|акція|пропозиція|реєстрація) (?:закрива\w*|закінчу\w*|спливає)"
        r"|протягом (?:\d+ |)(?:годин\w*|хвилин\w*|доби)\b[^.!?]{0,20}(?:інакше|або)"
        r"|(?:first|only) \d+ (?:people|users|members|investors)\b[^.!?]{0,20}(?:free|bonus|get)|успевай\w*"
        r"|перв\w+ \d+ (?:человек|участник\w*)"
        r"|встигай\w*|перш\w+ \d+ (?:людей|учасник\w*)"
    ),
    "impersonation": (
        r"(?:official|binance|coinbase|metamask|telegram|ledger|trust wallet)\s+support\s+(?:team|agent|here)"
        r"|(?:elon musk|vitalik buterin|cz)\b[^.!?]{0,40}(?:giveaway|is giving away|doubles?)"
        r"|(?:we are|this is|i am|i'm) (?:from |the )?(?:\w+ )?(?:support|security team|administration)"
        r"|(?:мы|я|это) (?:из )?(?:служб\w+ (?:поддержки|безопасности)|поддержк\w+|администраци\w+)"
        r"|(?:илон маск|виталик бутерин|дуров)\b[^.!?]{0,40}(?:раздает|раздаёт|разда\w+|дарит)"
        r"|(?:ми|я|це) (?:з[іи]? )?(?:служб\w+ (?:підтримки|безпеки)|підтримк\w+|адміністраці\w+)"
        r"|(?:ілон маск|віталік бутерін|дуров)\b[^.!?]{0,40}(?:розда\w+|дарує)"
        r"|(?:binance|coinbase|metamask|telegram|ledger|kraken|bybit|okx|trust wallet|paypal) "
        r"(?:security|support|service|team|help ?desk|administration)\s?:"
        r"|your (?:\w+ )?(?:account|wallet|balance) (?:is|has been|will be|was) (?:\w+ )?"
        r"(?:limited|suspended|locked|frozen|blocked|restricted|disabled|deleted|deactivated|compromised)"
        r"|(?:call|contact|write to|reach) our (?:support|security|recovery) (?:agent|team|desk|officer"
        r"|manager)"
        r"|(?:администраци\w+|поддержка|техподдержка|служба безопасности) (?:\w+ ?)?:"
        r"|ваш\w* (?:аккаунт|сч[её]т|кошел[её]к|баланс) (?:был |будет |временно )?"
        r"(?:заблокирован|ограничен|заморожен|удал[её]н|приостановлен|скомпрометирован)"
        r"|(?:адміністраці\w+|підтримка|техпідтримка|служба безпеки) (?:\w+ ?)?:"
        r"|ваш\w* (?:акаунт|обліковий запис|рахунок|гаманець|баланс) (?:був |буде |тимчасово )?"
        r"(?:заблокован\w*|обмежен\w*|заморожен\w*|видален\w*|призупинен\w*|скомпрометован\w*)"
        r"|(?:vitalik|elon|musk|cz|saylor)\b[^.!?]{0,30}(?:is giving back|gives away|giving away|giveaway)"
        r"|ваш\w* (?:акаунт|рахунок|гаманець|аккаунт|сч[её]т|кошел[её]к) \w+ (?:\w+ )?"
        r"(?:заблокован\w*|обмежен\w*|заблокирован|ограничен|отключ[её]н)"
    ),
    "pump": (
        r"to the moon|\b(?:100|1000|50|20)x\b|next (?:bitcoin|100x|gem)|will (?:explode|skyrocket|moon)"
        r"|hidden gem"
        r"|(?:сделает|даст|сделаем) (?:\d+)?\s?(?:иксов|[xх]\d+|\d+[xх])|\d+ иксов|ракет\w+|туземун"
        r"|ту зе мун|летим на луну"
        r"|взлет\w+ на \d{3,}|(?:зробить|дасть) (?:\d+)?\s?(?:іксів|[xх]\d+|\d+[xх])|\d+ іксів"
        r"|летимо на місяць"
        r"|злетить на \d{3,}|🚀(?:\s?🚀)+"
        r"|target \+?\d{3,} ?%|(?:pump|buy signal) (?:starts|begins|at \d|tonight|tomorrow)|(?:we|everyone"
        r"|all) (?:buy|enter) together"
        r"|(?:easy|sure|quick) (?:x|х)?\d+ ?x\b|will (?:rise|grow|pump|do) (?:by )?\d{3,} ?%|guaranteed pump"
        r"|памп на бирже|(?:цель|таргет) \+?\d{3,} ?%|заходим (?:все )?вместе|закупа\w+ сейчас"
        r"|вырастет (?:в|на) (?:\d{3,} ?%|\d{2,} раз)|выстрелит"
        r"|памп на біржі|(?:ціль|таргет) \+?\d{3,} ?%|заходимо (?:всі |усі )?разом"
        r"|зросте (?:у|в|на) (?:\d{3,} ?%|\d{2,} раз\w*)|вистрелить"
        r"|памп[- ]групп\w*|все покупаем|держим до \+?\d{3,} ?%|памп[- ]груп\w*|(?:всі|усі) купуємо"
        r"|тримаємо до \+?\d{3,} ?%"
        r"|pump group|hold (?:until|to) \+?\d{3,} ?%"
    ),
    "advance_fee": (
        r"(?:pay|deposit|send|transfer)\b[^.!?]{0,50}\b(?:fee|tax|commission|deposit)\b[^.!?]{0,50}"
        r"\b(?:withdraw\w*|release|unlock|unfreeze|receive|recover\w*|refund|compensation|payout)"
        r"|(?:withdraw\w*|release|unlock|unfreeze|recover|refund)\b[^.!?]{0,60}"
        r"\b(?:pay|after paying|upon payment of)\b"
        r"[^.!?]{0,30}\b(?:fee|tax|commission|deposit)"
        r"|(?:we|i|our \w+)(?: can| will)? (?:help (?:you )?)?(?:recover|get back|return)\w*"
        r" (?:your |all )?(?:lost|stolen) (?:crypto|coins|funds|money|bitcoin)"
        r"|(?:оплат\w*|внес\w*|переве[дс]\w*|заплат\w*)\b[^.!?]{0,50}"
        r"(?:комисси\w*|налог\w*|сбор\w*|пошлин\w*|взнос\w*)"
        r"\b[^.!?]{0,60}(?:вывод\w*|вывест\w*|получ\w*|разблокир\w*|разморо\w*|возврат\w*|вернуть|вернем"
        r"|вернём)"
        r"|(?:вывод\w*|вывест\w*|разблокир\w*|разморо\w*|возврат\w*|вернуть)\b[^.!?]{0,60}"
        r"(?:оплат\w*|внес\w*|заплат\w*|переведи\w*)\b[^.!?]{0,30}(?:комисси\w*|налог\w*|сбор\w*|взнос\w*)"
        r"|(?:поможем|помогу|помогаем|вернем|вернём) (?:вам )?(?:вернуть |все )?"
        r"(?:ваши |украденн\w+ |потерянн\w+ |похищенн\w+ ){1,3}(?:деньги|монеты|средства|криптовалюту"
        r"|биткоин\w*)?"
        r"|(?:сплат\w*|оплат\w*|внес\w*|перека[зж]\w*|заплат\w*)\b[^.!?]{0,50}"
        r"(?:комісі\w*|подат\w*|збір|збору|мит\w*|внес\w*)"
        r"\b[^.!?]{0,60}(?:виведен\w*|вивести|отрима\w*|розблок\w*|розморо\w*|поверне\w*|повернути)"
        r"|(?:виведен\w*|вивести|розблок\w*|розморо\w*|поверненн\w*|повернути)\b[^.!?]{0,60}"
        r"(?:сплат\w*|оплат\w*|внес[іи]\w*|заплат\w*)\b[^.!?]{0,30}(?:комісі\w*|подат\w*|збір|внесок)"
        r"|(?:допоможемо|допоможу|допомагаємо|повернемо) (?:вам )?(?:повернути |всі |усі )?"
        r"(?:ваші |вкраден\w+ |украден\w+ |втрачен\w+ ){1,3}(?:гроші|монети|кошти|криптовалюту|біткоїн\w*)?"
        r"|(?:will|can|could|to|we) (?:help (?:you )?)?(?:recover|get back|retrieve|reclaim) your "
        r"(?:lost |stolen |missing |frozen )*(?:crypto|coins|funds|money|bitcoin|assets)"
        r"|(?:deposit|payment|transfer|send|pay)\b[^.!?]{0,25}\bas an? (?:verification|activation|security"
        r"|unlock\w*"
        r"|insurance|processing) (?:fee|deposit)"
        r"|(?:verification|activation|unlock\w*|release|clearance|anti-money-laundering|aml) "
        r"(?:fee|deposit|payment) (?:is |of |must|needed|required)"
        r"|(?:поможем|помогу|помогаем|(?:помогут|поможет)(?= вам )) (?:вам )?(?:вернуть|возвратить) (?:\w+ )?"
        r"(?:деньги|средства|монеты|крипт\w*|биткоин\w*|потерянн\w*)"
        r"|(?:необходимо|нужно|надо|осталось|требуется|достаточно) (?:\w+ )?"
        r"(?:оплатить|внести|перевести|заплатить)\b[^.!?]{0,25}"
        r"(?:комисси\w*|налог\w*|сбор\w*|взнос\w*|депозит\w*|страхов\w*|верификац\w*)"
        r"|(?:допоможемо|допоможу|допомагаємо|(?:допоможуть"
        r"|допоможе)(?= вам )) (?:вам )?(?:повернути) (?:\w+ )?"
        r"(?:гроші|кошти|монети|крипт\w*|біткоїн\w*|втрачен\w*)"
        r"|(?:необхідно|потрібно|треба|залишилося|досить) (?:\w+ )?(?:сплатити|внести|переказати|заплатити"
        r"|оплатити)"
        r"\b[^.!?]{0,25}(?:комісі\w*|подат\w*|збір|внесок|депозит\w*|страхов\w*|верифікац\w*)"
        r"|(?:чтобы получить|для получения)\b[^.!?]{0,40}(?:оплати\w*|внеси\w*|заплати\w*|переведи\w*)"
        r"\b[^.!?]{0,30}(?:комисси\w*|сбор|взнос)"
        r"|(?:помощь|помогаем|работаем|услуги|только) (?:\w+ ){0,2}по предоплате|нужна (?:\w+ )?предоплата"
        r"|(?:щоб отримати|для отримання)\b[^.!?]{0,40}(?:сплат\w*|внес\w*|заплат\w*|перека\w*)"
        r"\b[^.!?]{0,30}(?:комісі\w*|збір|внесок)"
        r"|(?:допомога|допомагаємо|працюємо|послуги|лише) (?:\w+ ){0,2}за передоплатою"
        r"|потрібна (?:\w+ )?передоплата"
    ),
    "claim_link": (
        r"(?:claim|collect|get|grab)\b[^.!?]{0,20}\b(?:your|free)\b[^.!?]{0,30}"
        r"\b(?:airdrop|tokens?|coins?|reward|bonus|nft)"
        r"|connect (?:your )?wallet\b[^.!?]{0,30}\b(?:claim|receive|get|verify|eligible)"
        r"|(?:забер\w*|заклейм\w*|получи(?:те)?)\b[^.!?]{0,20}"
        r"(?:сво[йиюе]\w*|ваш\w*|бесплатн\w*)\b[^.!?]{0,20}"
        r"(?:эирдроп\w*|аирдроп\w*|airdrop\w*|токен\w*|монет\w*|бонус\w*|награ[дж]\w*|nft)"
        r"|подключи\w* (?:свой |ваш )?кошел[её]к(?! (?:\w+-?банк|сбер))"
        r"|(?:забер[иі]\w*|заклейм\w*|отримай(?:те)?)\b[^.!?]{0,20}"
        r"(?:св[оі]\w*|ваш\w*|безкоштовн\w*)\b[^.!?]{0,20}"
        r"(?:ейрдроп\w*|аірдроп\w*|airdrop\w*|токен\w*|монет\w*|бонус\w*|винагород\w*|nft)"
        r"|під['’]?єдна(?:й|йте)\w* (?:свій |ваш )?гаманець|підключ[иі]\w* (?:свій |ваш )?гаманець"
        r"|claim (?:your|ur) (?:\w+ )?(?:allocation|share|reward\w*|airdrop\w*|tokens?|prize|bonus)"
        r"|check (?:your )?eligibility (?:and|now|here|at)|(?:click|tap|follow) (?:the |this )?link "
        r"(?:below |here )?(?:to|and) (?:claim|verify|receive|get|confirm|restore)"
        r"|(?:забира(?:й|йте)|успей(?:те)? забрать|заб[еи]рай\w*)\s[^.!?]{0,25}"
        r"(?:эирдроп\w*|аирдроп\w*|airdrop\w*|токен\w*|монет\w*|бонус\w*|награ[дж]\w*|приз\w*|подар\w*)"
        r"|(?:переходи\w*|жми\w*|перейди\w*|кликай\w*) (?:по |на )(?:этой )?(?:ссылк\w*)[^.!?]{0,30}"
        r"(?:забра\w*|забира\w*|получ\w*|подтверд\w*|верифи\w*)"
        r"|(?:забира(?:й|йте)|встигни забрати)\s[^.!?]{0,25}"
        r"(?:ейрдроп\w*|аірдроп\w*|airdrop\w*|токен\w*|монет\w*|бонус\w*|винагород\w*|приз\w*|подар\w*)"
        r"|(?:переход\w*|тисн\w*|перейд\w*|натисн\w*) (?:за |на )(?:цим )?(?:посиланн\w*)[^.!?]{0,30}"
        r"(?:забра\w*|забира\w*|отрима\w*|підтверд\w*|верифі\w*)"
        r"|(?:verify|validate|synchroni[sz]e) your wallet\b"
        r"|your wallet (?:was|has been|is) (?:\w+ )?(?:selected|chosen|eligible|whitelisted)"
        r"|connect (?:it|your wallet|the wallet|wallet),? and (?:approve|sign|confirm)"
        r"|(?:approve|sign) the (?:transaction|message) (?:to|and) (?:claim|receive|get|unlock)"
        r"|ваш кошел[её]к (?:\w+ )?(?:выбран|отобран|попал|прош[её]л)(?!\w)"
        r"|ваш гаманець (?:\w+ )?(?:обрано|вибрано|відібрано|потрапив|пройшов)(?!\w)"
    ),
    "private_chat": (
        r"(?:dm|message|text|write|contact|add|whatsapp|telegram)\b[^.!?]{0,15}\b(?:me|us|him|her|admin"
        r"|manager"
        r"|curator|mentor)\b[^.!?]{0,25}"
        r"(?:privately|in private|on (?:whatsapp|telegram|signal)|for (?:details|signals|access"
        r"|instructions))"
        r"|(?:join|enter) (?:my|our|the) (?:private|vip|closed|secret) (?:\w+ )?(?:group|chat|channel|club)"
        r"|don'?t (?:tell|discuss|share) (?:this |it )?(?:with |to )?(?:anyone|anybody|your bank)"
        r"|(?:пиши|пишите|напиши|напишите|стучи|стучите)(?:сь)?\s[^.!?]{0,15}"
        r"(?:в личк\w*|в лс|в личные сообщени\w*|в директ|менеджер\w*|куратор\w*|в whatsapp|в телеграм)"
        r"|(?:вступай\w*|заходи\w*|переходи\w*) в (?:наш |мой )?(?:(?:закрыт\w*|приватн\w*|vip)[ -]?){1,2}"
        r"(?:чат\w*|канал\w*|групп\w*|клуб\w*)"
        r"|никому не (?:говори\w*|рассказывай\w*|сообщай\w*)"
        r"|(?:пиши|пишіть|напиши|напишіть)\s[^.!?]{0,15}(?:в особист\w*|в приват\w*|у приват\w*|в дірект"
        r"|менеджер\w*"
        r"|куратор\w*|у whatsapp|в телеграм|у телеграм)"
        r"|(?:вступай\w*|заходь\w*|переходь\w*) (?:в|у|до) (?:наш\w* |мо\w+ )?(?:(?:закрит\w*|приватн\w*"
        r"|vip)[ -]?){1,2}"
        r"(?:чат\w*|канал\w*|груп\w*|клуб\w*)"
        r"|нікому не (?:кажи|кажіть|розповіда\w*|повідомля\w*)"
        r"|(?:присоединя\w*|присоединись|вступи\w*|добавляй\w*) (?:к|в) (?:наш\w* |мо\w+ )?"
        r"(?:(?:закрыт\w*|приватн\w*|vip)[ -]?){1,2}(?:чат\w*|канал\w*|групп\w*|клуб\w*)"
        r"|(?:за подробностями|подробности|детали|все вопросы)[^.!?]{0,12}(?:в лс|в личк\w*|в директ"
        r"|в телеграм\w*+(?!-канал)|у менеджера)"
        r"|(?:приєдну\w*|додава\w*|вступ\w*) (?:до|в|у) (?:наш\w* |мо\w+ )?"
        r"(?:(?:закрит\w*|приватн\w*|vip)[ -]?){1,2}(?:чат\w*|канал\w*|груп\w*|клуб\w*)"
        r"|(?:за подробицями|подробиці|деталі|усі питання)[^.!?]{0,12}(?:в лс|в особист\w*|в приват\w*"
        r"|у приват\w*|в дірект)"
        r"|(?:guide|teach|show) you (?:\w+ )?(?:on|via|through) (?:whatsapp|telegram)|free (?:vip )?signals"
        r"|(?:приватн\w*|закрыт\w*|vip)[ -](?:канал\w*|чат\w*|групп\w*) с (?:\w+ )?сигнал\w*"
        r"|(?:приватн\w*|закрит\w*|vip)[ -](?:канал\w*|чат\w*|груп\w*) (?:із|з) (?:\w+ )?сигнал\w*"
    ),
    "fake_approval": (
        r"(?:fully |officially )?(?:approved|licensed|certified|backed|endorsed|guaranteed) by the "
        r"(?:sec|fca|fbi|central bank|government|imf|federal reserve)\b[^.!?]{0,40}"
        r"\b(?:invest\w*|join|earn|profit\w*|safe|your)"
        r"|(?:sec|fca|government|central bank|fbi)[- ](?:approved|certified|backed) "
        r"(?:platform|investment|program|bot|token|project)"
        r"|(?:одобрен\w*|лицензирован\w*|сертифицирован\w*|гарантирован\w*) (?:самим |самой )?"
        r"(?:центробанк\w*|банк\w* россии|цб|правительств\w*|минфин\w*|sec|государств\w*)\b[^.!?]{0,40}"
        r"(?:вклад\w*|инвест\w*|зараб\w*|доход\w*|безопасн\w*|участв\w*|ваш\w*)"
        r"|(?:государственн\w*|президентск\w*) (?:инвест\w*|крипто\w*) (?:програм\w*|платформ\w*|проект\w*)"
        r"|(?:схвален\w*|ліцензован\w*|сертифікован\w*|гарантован\w*) (?:самим |самою )?"
        r"(?:нбу|національн\w* банк\w*|уряд\w*|нкцпфр|sec|держав\w*)\b[^.!?]{0,40}"
        r"(?:вклад\w*|інвест\w*|зароб\w*|дохід\w*|дохо\w*|безпечн\w*|ваш\w*)"
        r"|(?:державн\w*|президентськ\w*) (?:інвест\w*|крипто\w*) (?:програм\w*|платформ\w*|про[єе]кт\w*)"
        r"|(?:при поддержке|под гарантии|под гарантией|от имени) (?:правительств\w*|государств\w*"
        r"|центробанк\w*|цб|президент\w*)"
        r"\b[^.!?]{0,60}(?:вкладыва\w*|инвестиру\w*|получай\w*|зарабат\w*|дивиденд\w*)"
        r"|(?:за підтримки|під гарантії|під гарантію|від імені) (?:уряду|держави|нбу|національного банку"
        r"|президент\w*)"
        r"\b[^.!?]{0,60}(?:вклада\w*|інвесту\w*|отримуй\w*|заробля\w*|дивіденд\w*)"
        r"|(?:government|state|central bank|president)[- ](?:approved|guaranteed|backed) (?:\w+ )?"
        r"(?:platform|program\w*|investment|scheme|bot)"
        r"|(?:fully |officially )(?:regulated|licensed|approved|registered)\b[^.!?]{0,40}"
        r"\b(?:your (?:money|funds|deposit)|invest (?:with|now)|safe)"
    ),
    "high_yield": (
        r"(?:earn\w*|profits?|income|returns?|make|get|receive|interest|roi)\b[^.!?]{0,25}\d+(?:[.,]\d+)?\s?%"
        r"[^.!?]{0,12}(?:daily|(?:a|per|every|each) (?:day|hour|week))"
        r"|\d+(?:[.,]\d+)?\s?% (?:daily|a day|per day|every day|weekly) (?:profit|return|income|interest"
        r"|roi)\w*"
        r"|(?:earn|get|enjoy|lock in|up to)\b[^.!?]{0,20}\b(?:\d[\d,. ]*\d{3}|[2-9]\d\d)\s?% (?:apy|apr)"
        r"|(?:доход\w*|прибыл\w*|зарабат\w*|заработ\w*|получай\w*|профит\w*|процент\w*)\b[^.!?]{0,25}"
        r"\d+(?:[.,]\d+)?\s?%[^.!?]{0,12}(?:в день|в сутки|ежедневно|в час|в неделю|каждый день)"
        r"|\d+(?:[.,]\d+)?\s?% (?:прибыли |дохода |профита )?(?:в день|в сутки|ежедневно)"
        r"[^.!?]{0,25}(?:доход\w*|прибыл\w*|гарант\w*|на карту|вывод\w*)"
        r"|\d+(?:[.,]\d+)?\s?% (?:прибыли|дохода|профита) (?:в день|в сутки|ежедневно)"
        r"|(?:дохід\w*|доход\w*|прибут\w*|заробля\w*|заробіт\w*|отримуй\w*|профіт\w*|відсот\w*)\b[^.!?]{0,25}"
        r"\d+(?:[.,]\d+)?\s?%[^.!?]{0,12}(?:на день|в день|щодня|на добу|на годину|на тиждень|щотижня"
        r"|кожен день)"
        r"|\d+(?:[.,]\d+)?\s?% (?:прибутку|доходу|профіту) (?:на день|щодня|на добу)"
        r"|(?:earn|get|make|receive|profit of)\b[^.!?]{0,12}\d+(?:[.,]\d+)?\s?% weekly"
        r"|invest\b[^.!?]{0,40}\b(?:and|to) (?:get|earn|receive|make)\b[^.!?]{0,30}(?:weekly|daily"
        r"|every (?:day|week)|a day)"
        r"|(?:инвестируй\w*|вложи\w*|вкладывай\w*)\b[^.!?]{0,60}(?:получи\w*|получай\w*)\b[^.!?]{0,30}"
        r"(?:в день|в неделю|ежедневно|еженедельно|каждый день)"
        r"|(?:інвестуй\w*|вклади\w*|вкладай\w*)\b[^.!?]{0,60}(?:отримай\w*|отримуй\w*)\b[^.!?]{0,30}"
        r"(?:на день|на тиждень|щодня|щотижня|кожен день)"
    ),
}
