"""The words of alarms about the reader's own account: confirm your card on a site, call this number at once.

Written as those of deposit_scams.py, used by spread_scams.py. A bank sends its customers into its app or
to the number on their card; whoever defrauds brings an address or a number along.
"""

from botapp.ai.offline.deposit_scams import CARD, UPDATE

ASK_FOR_CARD = (
    rf"{CARD}|{UPDATE}"
    r"|(?<!не )(?<!not )(?<!n['’]t )(?<!\w)(?:впиши(?:те)?|впиш[иі](?:ть)?|уточни(?:те)?|уточн[иі](?:ть)?"
    r"|fill (?:in|out))"
    r"(?!\w)[^.!?]{0,30}?(?<!\w)(?:(?:данны[ех]|реквизит\w|номер\w?|дан[іи]|реквізит\w) (?:\w+ )?карт\w{1,3}"
    r"|(?:card|bank) (?:details|number|data))(?!\w)"
)
_ACCOUNT = (
    r"(?:карт[аыу]|сч[её]т|аккаунт|доступ|кабинет|профиль|банк\w{0,2}|картк[ау]|рахун(?:ок|ку)|акаунт"
    r"|обліковий запис|профіль|\w{2,8}банк|card|accounts?|access|banking|profile|wallet|кошел[её]к|гаманець)"
)
_SHUT = (
    r"(?:заблок|блокир|блоку|ограничен|обмеж|приостан|призупин|останов|зупин|отключ|відключ|вимкн|закры"
    r"|закри|заморо[жз]"
    r"|аннулир|анул|деактив|истека|сплива|закінчу|удал[её]н|видален|взлом|злам|expire|on hold|hacked|locked"
    r"|blocked|suspend|restrict|limited|closed|frozen|disabled|deactivat|cancel)"
)
_STRANGE_DOINGS = (
    r"(?:подозрительн\w{2,3}|странн\w{2,3}|необычн\w{2,3}|неизвестн\w{2,3}|чуж\w{2,4}|підозріл\w{1,3}"
    r"|незвичн\w{1,3}|невідом\w{1,3}|дивн\w{1,3}"
    r"|попытк\w|спроб\w|unusual|suspicious|unauthori[sz]ed|unknown|strange|new)"
)
_DOING = (
    r"(?:вход\w?|операци\w{1,2}|активност\w|списани\w|вывод\w?|устройств\w{1,2}|перевод\w?|вхід|вход[иу]"
    r"|операці\w{1,2}|активн[оі]ст\w|списанн\w|виведенн\w|пристр\w{2,4}|переказ\w?"
    r"|sign-?ins?|log-?ins?|activity|transactions?|device|access|payment|order|charge|transfer)"
)
LOCKED = (
    rf"(?<!\w){_ACCOUNT}(?!\w)(?: [^\s.!?]+){{0,4}}? {_SHUT}"
    rf"|(?<!\w){_SHUT}\w{{0,6}}(?: [^\s.!?]+){{0,3}}? {_ACCOUNT}(?!\w)"
    rf"|(?<!\w){_STRANGE_DOINGS}(?: [^\s.!?]+){{0,3}}? {_DOING}(?!\w)"
    r"|(?<!\w)(?:(?:чтобы|щоб) не |to avoid |or |или |або |иначе |інакше |otherwise )(?:[^\s.!?]+ ){0,3}?"
    r"(?:потер|лиш|закр|блок|заблок|спис|спиш|втра|позбав|закри|los[et]|clos|block|suspen)"
    r"|(?<!\w)(?:(?:для |чтобы |щоб )?(?:раз|роз)блокир\w{2,5}|розблок\w{2,6}"
    r"|to (?:keep|restore|unlock|reactivate) (?:it|your|the|access))(?!\w)"
)

_NUMBER = r"(?<![\w+])\+?\(?\d[\d ()\u00a0–-]{5,18}\d(?![\w%])"
_AT_ONCE = (
    r"(?:срочно|немедленно|сейчас же|прямо сейчас|сейчас|скорее|терміново|негайно|зараз(?: же)?|якнайшвидше"
    r"|immediately|urgently|right now|right away|now|at once|asap|(?:в течение|протягом"
    r"|within) (?:the next )?\d+ (?:мин|хв|min)\w*)"
)
_DIAL = (
    r"(?:(?:по|пере)?звони(?:те)?|(?:за)?телефонуй(?:те)?|(?:по|пере)?дзвон[иі](?:ть)?|наберите|наберіть"
    r"|(?:свяжитесь|зв['’ʼ]яжіться)|(?:отмен\w|скасуван\w{2}|(?<!\w)по) (?:по )?тел(?:ефону|\.)?"
    r"|(?<!to )(?<!can )(?<!will )(?<!or )(?:call|phone|dial|ring)(?: us)?)"
)
CALL = (
    rf"(?<!не )(?<!not )(?<!n['’]t )(?<!\w)(?:{_AT_ONCE},? )?{_DIAL}(?!\w)(?:[^!?.]"
    rf"|(?<=тел)\.){{0,40}}?{_NUMBER}"
    rf"(?: {_AT_ONCE}(?!\w))?"
)
_READY = (
    r"(?:(?:держите|приготовьте|подготовьте|тримайте|підготуйте|приготуйте|have)(?: [^\s.!?]+){0,5}? (?:код"
    r"|code)"
    r"|(?:код|code)(?: [^\s.!?]+){0,4}? (?:наготове|напоготові|под рукой|під рукою|ready))(?!\w)"
)
HASTE = rf"(?<!\w)(?:{_AT_ONCE}(?!\w)|{_READY})"
_HOUSES = (
    r"(?:coinbase|binance|kraken|bybit|okx|kucoin|metamask|ledger|trezor|trust wallet|whitebit|paypal|revolut"
    r"|chase|wells fargo|microsoft|apple|amazon"
    r"|сбер\w{0,5}|втб|альфа\w{0,5}|т-банк\w?|тинькофф|приват\w{0,8}|монобанк\w?|банк\w{0,2}|цб|нбу|бирж\w"
    r"|бірж\w"
    r"|bank)"
)
_SERVICE = r"(?:(?:техническая |тех|технічна )?(?:поддержк[аи]|підтримк[аи])|support|help ?desk)"
_GUARD = (
    r"(?:служб[аы] безопасности|отдел безопасности|безопасность|служб[аи] безпеки|відділ безпеки|безпека"
    r"|security|fraud)"
)
IN_THE_NAME = (  # whoever says who he is, or guards the accounts of a house
    rf"(?<!\w)(?:{_GUARD}(?: [^\s.!?]+)? {_HOUSES}|{_HOUSES}[,:]? (?:\w+ )?{_GUARD}"
    rf"|(?:this is|я из|это|мы из|ми з|це|я з|з вами|вас беспокоит|вас турбує)(?: [^\s.!?]+){{0,2}}?"
    rf" (?:{_GUARD}|{_SERVICE}|{_HOUSES}))(?!\w)"
)
DANGER = (
    rf"{LOCKED}"
    r"|(?<!\w)(?:с|з|із) вашего (?:сч[её]та|кошелька|аккаунта)|(?<!\w)(?:з|із) вашого"
    r" (?:рахунку|гаманця|акаунта)"
    r"|(?<!\w)(?:на вас|на ваш\w? (?:имя|ім['’ʼ]я|аккаунт|акаунт)) (?:\w+ )?(?:оформ|бер|взя)\w{1,6}"
    r"|(?<!\w)(?:с|со|з|із) ваш\w{2} карт\w{1,2} (?:\w+ )?(?:спис|снят|зня)\w{1,3}"
    r"|(?<!\w)your (?:pc|computer|device|phone|mac) (?:is|was|has been) (?:locked|blocked|infected|hacked"
    r"|at risk)|(?<!\w)(?:ordered|charged|debited)(?: to you)? for [$€£]"
    r"|(?<!\w)(?:пыта\w{2,5} (?:вывести|снять|списать|войти)|намага\w{2,5} (?:вивести|зняти|списати|увійти)"
    r"|trying to (?:withdraw|steal|access|log in))(?!\w)"
    r"|(?<!\w)(?:взлом|злам)\w{2,6}|(?<!\w)(?:списыва|выводят|списую|виводять)\w{0,3}"
    r"|(?<!\w)(?:accounts?|wallet|card) (?:is|was|has been)(?: being)? (?:accessed|hacked|compromised|drained"
    r"|used)|(?<!\w)using your (?:card|account)"
    r"|(?<!\w)(?:order|payment|charge|transfer) (?:is|was|of [$€£]?\d[\d.,]*(?: is| was)?) pending"
    r"|(?<!\w)(?:stop|cancel) (?:it|the (?:transfer|payment|order|withdrawal))(?!\w)"
)
# Those have no lines for calls, or only such as they never write from.
COIN_HOUSE = (
    r"(?<!\w)(?:coinbase|binance|kraken|bybit|okx|kucoin|metamask|ledger|trezor|trust wallet|whitebit)(?!\w)"
)
# Honest notices: the number on the card itself, who never calls; of banks, what to do "if it was not you".
NEVER_CALLS = (
    r"(?<!\w)(?:на (?:обороте|обратной стороне|звороті)|back of (?:the|your)"
    r" card)|(?<!\w)(?:не|никогда не|ніколи не|never|not|won['’]t) (?:\w+ )?(?:звон|дзвон|телефон|спраш"
    r"|пита|ask"
    r"|call)\w*"
)
AT_A_BANK = rf"{NEVER_CALLS}|(?<!\w)(?:если|якщо|if)(?!\w)"
# Where a bank does want it done.
IN_THE_APP = (
    r"(?<!\w)(?:в (?:мобильном )?приложении|[ву] (?:мобільному )?(?:застосунку|додатку)|in (?:the|your"
    r"|our) app"
    r"|в отделении|у відділенні|at (?:a|any) branch)(?!\w)"
)
