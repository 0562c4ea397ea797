"""The words of a payout that is held until its owner pays: to be verified, insured, taxed, unlocked.

Written as those of deposit_scams.py, used by spread_scams.py. No honest house wants money in before it pays
money out: it takes its fee from what it pays.
"""

from botapp.ai.offline.deposit_scams import MONEY

_DUE = (
    r"(?<!\w)(?:\d+(?:[.,]\d+)? ?%|депозит\w{0,2}|налог\w{0,2}|страхов\w{2,4}|взнос\w{0,2}|комисси\w{1,2}"
    r"|пошлин\w{1,2}|сбор\w?|залог\w?|податок|податку|внесок|внеску|комісі\w{1,2}|мито|збір|заставу?"
    r"|fees?|tax|deposit|commission|insurance|collateral|percent)(?!\w)"
)
_WHAT = rf"(?:{MONEY}|{_DUE})"
_PAY = (
    r"(?<!не )(?<!not )(?<!n['’]t )(?<!\w)(?:(?:по|вы|до)?полни(?:те)?|внеси(?:те)?|(?:о|за|до|у)плати(?:те)?"
    r"|переведи(?:те)?|перечисли(?:те)?|(?:отправь|пришли)(?:те)?|(?:за|с|до)?кинь(?:те)?|погаси(?:те)?"
    r"|положи(?:те)?"
    r"|(?:сделай|зроби|зробіть)(?:те)? (?:\w+ )?(?:депозит|плат[её]ж|перевод|платіж|переказ)"
    r"|поповн(?:и|іть)|внесіть|(?:с|о|за|до)плат(?:и|іть)|перекаж(?:и|іть)|переведіть|надішл(?:и|іть)"
    r"|покладіть|(?:нужно|надо|необходимо|осталось|достаточно|требуется|прид[её]тся|потрібно|треба|необхідно"
    r"|залишилося|лишилося|достатньо|досить|доведеться) (?:[\w-]+ ){0,3}?(?:пополнить|внести"
    r"|(?:о|за|у)платить|перевести|отправить|закинуть|поповнити|(?:с|о|за)платити|переказати|надіслати"
    r"|закинути"
    r"|(?:подтвердить|підтвердити) (?:\w+ ){0,2}?(?:платежом|депозитом|переводом|платежем|переказом))"
    r"|(?:we need you to|you (?:will )?(?:(?:first )?(?:need|have) to|must|are (?:asked|required) to"
    r"|should)(?: first)?) "
    r"(?:pay|deposit|top up|send|transfer|add|confirm (?:\w+ ){0,3}?with a payment)"
    r"|(?<!to )(?<!can )(?<!may )(?<!will )(?<!who )(?<!they )(?<!we )(?<!\bi )(?:pay|deposit|top up|send"
    r"|transfer|put|add|make an? (?:\w+ )?(?:deposit|payment)))(?!\w)"
)
PAY_FIRST = (
    rf"{_PAY}[^.!?]{{0,60}}?{_WHAT}"
    rf"|{_DUE}[^.!?]{{0,40}}?(?<!\w)(?:(?:о|за|у)плати(?:те)?|внеси(?:те)?|сплат(?:и|іть)|внесіть"
    rf"|pay) (?:е[её]|его|их"
    r"|її|його|їх|it)(?!\w)"
)

_OUT = r"(?:вывод\w{0,2}|выплат\w{1,2}|виведен\w{1,2}|виплат\w{1,2}|withdrawals?|payouts?|cash[- ]?outs?)"
_YOURS = (
    r"(?:деньги|средства|выигрыш|прибыль|баланс|сумму|гроші|кошти|виграш|прибуток|суму|money|funds"
    r"|winnings|profits?|balance|earnings)"
)
_HALTED = (
    r"(?:заморож|заморо[зж]|заблок|приостан|призупин|одобр|подтвержд|ожида|готов|очіку|схвал|підтвердж|станет"
    r"|стане|откро|відкри|(?:не ?)?доступ|прид[её]т|прийде|сформир|сформов|начисл|нарахов|заработает|запрацює"
    r"|возможен|можлив|отклон|відхил)\w{0,8}"
)
HELD = (  # what stands between the reader and the money
    rf"(?<!\w)(?:(?:для|до|перед|чтобы|щоб) (?:\w+ ){{0,2}}?(?:{_OUT}|вывести|вивести"
    rf"|(?:получ|забра|отрима|обнали|снять|зняти)\w{{0,5}} (?:[^\s.!?]+ ){{0,2}}?(?:{_YOURS}|{_OUT}))"
    rf"|{_OUT}(?: [^\s.!?]+){{0,4}}? {_HALTED}"
    rf"|(?:заморо|заблок|приостан|призупин|удерж|утрим|одобр|схвал)\w{{2,8}} (?:\w+ ){{0,2}}?{_OUT}"
    rf"|(?:ваш[иіау]?|твои|твої) (?:[^\s!?]+ ){{1,4}}?(?:заморо|заблок|удерж|утрим|готов)\w{{1,8}}"
    rf" (?:к|до) (?:{_OUT}|зачислению|зарахування)"
    rf"|(?:для|чтобы|щоб) (?:е[её]|их|його|її|їх) (?:получени|отриманн|вывод|виведенн|зачислени"
    rf"|зарахуванн)\w{{1,2}}"
    rf"|{_YOURS} (?:\w+ ){{0,2}}?(?:поступ|прид|приш|надійд|прийд|прийш|зачисл"
    rf"|зарах)\w{{1,6}} (?:\w+ ){{0,2}}?"
    r"(?:вам|на ваш\w?|на твою)"
    rf"|to (?:withdraw|cash out|(?:receive|get|release|unlock|collect)"
    rf" (?:them(?!\w)|your (?:\w+ )?{_YOURS}|(?:\w+ )?(?:payout|winnings|earnings|profits?)))"
    rf"|(?:и|й|та|and) (?:вы |ви |you )?(?:получи|забери|отримай|забереш|receive"
    rf"|get)\w{{0,3}} (?:\w+ )?(?:{_YOURS}"
    r"|перевод|переказ)(?! back)"
    rf"|{_YOURS} (?:are|is) (?:\w+ )?(?:stuck|locked|frozen|held|blocked)"
    r"|before (?:you (?:can )?withdraw|we pay out|(?:your|the|a) (?:withdrawal|payout))"
    rf"|{_OUT}(?: [^\s.!?]+){{0,3}}? (?:frozen|blocked|held|on hold|approved|pending|suspended|ready"
    r"|unavailable|not available|declined|rejected)"
    r"|(?:froze|frozen|blocked|suspended|approved|holds?|holding) (?:your|the) (?:\w+ )?(?:payout|withdrawal)"
    r"|(?:payout|your (?:money|funds|withdrawal)) (?:\w+ )?(?:arrives?|comes?|goes|is sent))(?!\w)"
)
# The same as a condition: "… opens after a payment of $100".
_AFTER = (
    r"(?:(?:после|только после|до|без|після|лише після|тільки після|upon|after|until|without)"
    r"(?: (?:the|you|your|a))? (?:пополнени|оплат|внесени|уплат|депозит|зачислени|перевод|поповненн|сплат"
    r"|внесенн|переказ|pay|deposit|top)\w{0,4}"
    r"|(?:как только|после того,? как|щойно|після того,? як) (?:вы |ты |ви |ти )?(?:пополн|внес|(?:о|за"
    r"|у)плат"
    r"|перевед|поповн|сплат|перека[жз]|закин)\w{2,5}"
    r"|(?:as soon as|once|after) you (?:pay|add|deposit|send|top up|transfer))"
)
_TAKE = r"(?:вывести|вивести|снять|зняти|забрать|забрати|withdraw|cash out)"
CONDITION = rf"(?<!\w)(?:{_OUT}|{_TAKE})[^.!?]{{0,60}}?(?<!\w){_AFTER}(?!\w)[^.!?]{{0,40}}?{MONEY}"

# Coins that a network takes; rules for everybody, and what happened to others; dues that a state collects.
HONEST = (
    r"(?<!\w)(?:(?:комисси|комісі)\w (?:сети|блокчейн|мережі)\w{0,2}|(?:network|miner|gas) fees?|gas(?!\w)"
    r"|за газ(?!\w)|бесплатн\w{1,3}|безкоштовн\w{1,3}|free of charge"
    r"|(?<!уважаемые )(?<!дорогие )(?<!шановні )(?<!dear )(?:клиент(?:ы|ам|ов)|пользовател(?:и|ям|ей)"
    r"|инвестор(?:ы|ам|ов)|вкладчик(?:и|ам|ов)|кредитор(?:ы|ам|ов)|трейдер(?:ы|ам|ов)|клієнт(?:и|ам|ів)"
    r"|користувач(?:і|ам|ів)|інвестор(?:и|ам|ів)|вкладник(?:и|ам|ів)|трейдер(?:и|ам|ів)|users|customers"
    r"|clients|investors|creditors|depositors|traders|victims|holders)"
    r"|стейкинг\w{0,2}|стейкінг\w{0,2}|staking|validators?|валидатор\w{0,2}|валідатор\w{0,2}"
    r"|гос\w{0,9}пошлин\w{1,2}|держмит\w|судов\w{2,3}|court|фнс|налогов\w{2,3} (?:служб|инспекц)\w{1,2}"
    r"|податков\w{1,2} служб\w|irs|hmrc|иис|пенси\w{1,3}|пенсі\w{1,2}|ira|401\(k\)|pension|retirement)(?!\w)"
)
