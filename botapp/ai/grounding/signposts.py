"""Sentences that send readers to an address without an order: "support is at t.me/…", "registration: …".

What is done there makes the difference: a newspaper, a report or a source stands at an address too. Who warns
of a place, and authorities, may name one.
"""

import re

from botapp.ai.grounding import disguises

_MAYBE = re.compile(r"@[A-Za-z]|\b(?:0x|bc1)|\.(?<=[\w/]\.)[A-Za-zрукмб]|:/")
_ENDING = r"(?:[a-z]{2,12}|рф|рус|укр|онлайн|сайт|ком|орг)(?![\w-])"
_ADDRESS = (
    r"(?P<address>(?:https?://|www\.)[^\s<>\"'»”)\]]{1,200}|(?<![\w@.-])@[a-z]\w{3,31}"
    rf"|(?<![\w@.-])[\w-]{{1,40}}(?:\.[\w-]{{2,40}}){{0,3}}\.{_ENDING}(?:/[^\s,;)»”\]]{{0,200}})?)"
)
# Done for readers by those who want something of them.
_SERVICE = (
    r"(?:проверк\w|начисл\w{2,5}|форма|анкета|помогут|помогает|перевірк\w|нарах\w{3,7}|допоможуть"
    r"|регистрац\w{1,3}|зарегистрир\w{3,9}|заявк\w{1,3}|клейм\w{0,5}|возврат\w{0,2}|возмещени\w"
    r"|компенсаци\w{1,2}|поддержк\w"
    r"|помощь|помощ[иью]|консультаци\w|верификаци\w|подтвержд\w{3,6}|раздач\w|[эа]ирдроп\w{0,2}"
    r"|пресейл\w{0,2}"
    r"|вайтлист\w{0,2}|реєстраці\w|зареєструв\w{3,6}|повернення|відшкодування|компенсаці\w|підтримк\w"
    r"|допомог\w"
    r"|верифікаці\w|підтверд\w{3,6}|роздач\w|[еа][йі]рдроп\w{0,2}|оператор\w{0,2}|менеджер\w{0,2}"
    r"|куратор\w{0,2}"
    r"|registration|registering|register|sign(?:ing)?[- ]?up|applications?|apply(?:ing)?|claim(?:s|ing"
    r"|ed)?|redeem\w{0,4}"
    r"|refunds?|compensation|reimburse\w{0,5}|(?:the|a|our) form|hotline|eligib\w{2,5}|registers?"
    r"|support(?! page| site)|help ?desk|help|assistance|verif\w{1,9}|presale"
    r"|whitelist"
    r"|airdrops?|giveaway|recovery|managers?|operators?)"
)
# Done there by anybody: an exchange in capitals is a place of news.
_DEALING = (
    r"(?:получ(?:ить|ени[ея])|вывести|вывод\w?|вернуть|участи\w|участвовать|купить|покупк\w|обменять"
    r"|обмен\w?|подключ\w{3,7}"
    r"|связаться|связь|обратиться|скачать|установить|оставить|забрать|войти|вход\w?|записаться|запись"
    r"|оплатить|оплата"
    r"|внести|отримати|отримання|вивести|виведення|повернути|участь|взяти участь|купити|обміняти|обмін\w?"
    r"|підключ\w{3,6}"
    r"|зв['’ʼ]язатися|зв['’ʼ]язок|звернутися|завантажити|встановити|залишити|увійти|вхід|записатися|запис"
    r"|сплатити"
    r"|withdraw(?:als?|ing)?|participat\w{1,4}|tak(?:e|ing) part|join(?:ing)?|buy(?:ing)?|purchas\w{1,3}"
    r"|swap\w{0,4}"
    r"|connect(?:ing)?|contact(?:ed|s)?|reach(?:ed)?|download\w{0,3}|install\w{0,3}|access|log[- ]?in"
    r"|booking|migrat\w{2,4}"
    r"|exchang(?:e|ing) (?:tokens|coins)|get(?:ting)? (?:your|the|them|it)|receive)"
)
_MORE = (
    r"(?:подробност\w{1,2}|детали|вопрос\w{0,2}|ссылка|подробиц\w{1,2}|деталі|питання|посилання|details"
    r"|questions|more)"
)
_AT = (
    r"(?:\b(?:at|on|via|through|here|by|is|are)\b|(?<!\w)(?:на|по|в|у|за|через|тут|здесь|ось|є)(?!\w)"
    r"|[—–:(→⇒⇨➡➜➔⟶▶►👉👇⬇↓]|[-=]>| - )[\ufe0f\s]*"
    r"(?:(?:the|our|official|its?|сайте?|сайті|странице|сторінці|адресу|адресою|ссылке|посиланням|link"
    r"|website|site"
    r"|page|portal|channel|канале|каналі|боте|боті|бота|бот|bot|чате?|чаті|портале|порталі)(?: at"
    r"| on)?\s?[:—–-]?\s*){0,3}"
)
_FILLER = r"(?:[^.!?]|\.(?=\d)){0,60}?"
_TO = re.compile(
    rf"(?<![\w@./-])(?:(?P<service>{_SERVICE})|(?P<dealing>{_DEALING}))(?![\w.-]){_FILLER}{_AT}{_ADDRESS}",
    re.IGNORECASE,
)
_WALLET = re.compile(
    r"(?<!\w)(?:адрес\w? для \w+|адреса для \w+|address(?:es)? (?:for|to send)(?: \w+)?)(?:[^.!?]{0,30}?\W)"
    r"(?:0x[0-9a-f]{8}|bc1[0-9a-z]{8})",
    re.IGNORECASE,
)
_MORE_AT = re.compile(
    rf"(?<![\w@./-]){_MORE}(?![\w.-]){_FILLER}(?:{_AT}|\bto )(?:https?://)?(?:(?:t|wa|telegram)\.me/"
    rf"|discord\.gg/"
    rf"|bit\.ly/|@[a-z])",
    re.IGNORECASE,
)
_FROM = re.compile(
    rf"{_ADDRESS}\)?,?\s(?:(?:[—–-]|is|are|это|це|you|users|clients|customers|holders|anyone"
    rf"|пользовател\w{{1,2}}|клиент\w{{1,2}}"
    r"|користувач\w{1,2}|клієнт\w{1,2}|also|where|где|де|the|official|only|офици\w{3,8}|офіці\w{3,8}"
    r"|единственн\w{2,3}) ){0,4}"
    r"(?:can|may|opens?|open|accepts?|handles?|offers?|helps?|place|site|link|page|address|available|можно"
    r"|могут"
    r"|доступн\w{1,2}|открыт\w{0,2}|принима\w{2,3}|поможет|помогает|сайт|ссылка|страница|адрес|бот|канал"
    r"|можна"
    r"|можуть|відкрит\w{1,2}|прийма\w{1,3}|допоможе|посилання|сторінка|адреса)(?!\w)"
    rf"[^.!?]{{0,40}}?(?<!\w)(?:(?P<service>{_SERVICE})|(?P<dealing>{_DEALING}))(?!\w)",
    re.IGNORECASE,
)
_FETCHED = re.compile(
    r"(?<![\w@./-])(?P<dealing>(?<!who )(?<!they )(?:get|download|install|collect|grab|claim|receive|redeem)"
    r" (?:it|them|yours?|the|this|these|our)(?: [\w'’-]+){0,4}? from"
    r"|(?:скачать|установить|получить|забрать|завантажити|встановити|отримати|забрати)(?: [\w-]+){0,4}?"
    r" (?:с|со|з|із|зі))"
    r" (?:(?:the|our|official|its?|site|website|page|сайта|страницы|сайту|сторінки|официального"
    r"|офіційного) ){0,3}"
    rf"{_ADDRESS}",
    re.IGNORECASE,
)
# A label and a sign that points at its address: "Your bonus 👉 …". Signs that also part a headline from its
# site ("|") and pictures count behind what is done for readers only.
_POINTS = re.compile(
    r"(?:(?P<arrow>[→-⇿⟰-⟿⤀-⥿➔-➾⬀-⬑⮕▶►▸☛☞❯❱⏩👇👈👉🔗📲]|(?<!\w)[-=]+>)|(?P<mark>(?<=\s)(?:[»›|~•]|>{1,2})"
    r"|[\u2600-\u27bf\U0001f300-\U0001faff]))"
    rf"[→-⇿👇👈👉🔗📲\ufe0f\s]{{0,8}}{_ADDRESS}",
    re.IGNORECASE,
)
_LABEL = re.compile(r"[^\W\d_][\w'’-]*(?: [^\W\d_][\w'’-]*){0,4}\s*$")
_LABEL_LIMIT = 80  # characters
_SHORT_LABEL = 3  # words
_OFFERED = re.compile(
    rf"(?<!\w)(?:{_SERVICE}|{_DEALING}|bonus\w{{0,2}}|gifts?|mint|signals?|unlock\w{{0,3}}|бонус\w{{0,2}}|подар\w{{2,6}}"
    r"|сигнал\w{0,2}|разблок\w{2,8}|розблок\w{2,8})(?!\w)",
    re.IGNORECASE,
)
_TELLS = re.compile(
    r"(?<!\w)(?:sources?|read|more|full|text|original|полн\w{2,3}|текст\w?|оригинал\w?|повн\w{2,3}|оригінал\w?"
    r"|reports?|charts?|photos?|pictures?|story|data|registry|via|news|articles?|docs?"
    r"|documents?|papers?|videos?|releases?|author|study|site|website|домен\w{0,2}|источник\w{0,2}|читать|подробн\w{2,4}"
    r"|данн\w{2,3}|фото|отч[её]т\w{0,2}|реестр\w{0,2}|график\w{0,2}|новост\w{1,2}|стать\w|видео|документ\w{0,2}"
    r"|исследовани\w|автор|сайт\w?|джерел\w|читати|докладн\w{2,3}|детальн\w{2,3}|дан[іи]\w{0,2}|зв[іи]т\w{0,2}"
    r"|реєстр\w{0,2}|графік\w{0,2}|новин\w{1,2}|статт\w|відео|дослідженн\w)(?!\w)",
    re.IGNORECASE,
)
# A price finds support, too, and who says so may have a name that is an address.
_PRICE_HOLDS = re.compile(
    r"(?:support|поддержк\w|підтримк\w)(?: and resistance| и сопротивлени\w| та опір)?(?: \w+){0,2}? "
    r"(?:at|near|around|above|below|between|на|около|возле|біля|у|від|от|выше|ниже|вище|нижче)"
    r"(?: уровне| рівні| отметке| позначці)? [$€£]?\d[\d.,]{1,12}\d",
    re.IGNORECASE,
)
_SAYS = re.compile(
    r"(?<!\w)(?:analysts?|traders?|strategists?|charts?|data|says?|said|reports?|writes?|shows?|according|per"
    r"|аналитик\w{0,2}|трейдер\w{0,2}|график\w{0,2}|данным|пишет|пишут|сообща[ею]т|считают?"
    r"|аналітик\w{0,2}|графік\w{0,2}|даними|пише|пишуть|повідомля[єю]\w{0,2}|вважають)(?!\w)",
    re.IGNORECASE,
)
_WARNS = re.compile(
    r"(?<!\w)(?:fake\w{0,2}|scam\w{0,4}|phish\w{1,3}|fraud\w{0,7}|hack\w{1,3}|malicious|warn\w{0,4}"
    r"|impersonat\w{1,3}"
    r"|поддельн\w{1,3}|фейк\w{0,4}|мошенн\w{2,6}|фишинг\w{0,5}|взлом\w{0,5}|вредоносн\w{2,3}"
    r"|предупре\w{2,6}|обман\w{0,4}"
    r"|підробл\w{2,4}|шахра\w{1,5}|фішинг\w{0,5}|злам\w{0,4}|шкідлив\w{1,3}|попере\w{3,6})(?!\w)",
    re.IGNORECASE,
)
_OFFICIAL = re.compile(
    r"(?:[\w-]{1,40}\.){0,3}(?:gov(?:\.\w\w)?|europa\.eu|(?:gosuslugi|nalog|cbr)\.ru|diia\.ua)(?![\w.-]*\w)",
    re.IGNORECASE,
)
# Firms whose name is their address.
_FIRM = re.compile(
    r"(?:crypto|blockchain|bitcoin|booking|amazon|yahoo|cars)\.com|gate\.io|pump\.fun|friend\.tech"
    r"|ether\.fi|lido\.fi"
    r"|yearn\.finance|(?:bitcoin|ethereum)\.org|node\.js|web3\.py",
    re.IGNORECASE,
)


def sends(text: str) -> bool:
    """Whether a text names an address as the place where its reader gets or does something."""
    text = disguises.undressed(text)
    if not _MAYBE.search(text):
        return False
    found = (
        any(map(_counts, (*_TO.finditer(text), *_FROM.finditer(text), *_FETCHED.finditer(text))))
        or _MORE_AT.search(text)
        or _WALLET.search(text)
        or any(map(_points, _POINTS.finditer(text)))
    )
    return bool(found) and not _WARNS.search(text)


def _counts(match: re.Match[str]) -> bool:
    address = match["address"]
    if _is_trusted(address):
        return False
    if match.groupdict().get("service"):
        return "/" in address or address[0] == "@" or not _tells_a_price(match)
    return not (address[0].isupper() and "/" not in address)


def _points(match: re.Match[str]) -> bool:
    """Whether a short label stands before the sign, other than one of a source."""
    if _is_trusted(match["address"]):
        return False
    before = match.string[max(0, match.start() - _LABEL_LIMIT) : match.start()]
    label = _LABEL.search(re.split(r"[.!?:;\n](?=\s|$)", before)[-1])
    if not label or label.string[: label.start()].strip() or _TELLS.search(label.group()):
        return False
    if match["mark"] == "|":  # a headline stands before it, too
        return bool(_OFFERED.match(label.group())) and len(label.group().split()) <= _SHORT_LABEL
    return bool(match["arrow"] or _OFFERED.search(label.group()))


def _is_trusted(address: str) -> bool:
    bare = re.sub(r"^(?:https?://)?(?:www\.)?", "", address, flags=re.IGNORECASE)
    return bool(_OFFICIAL.match(bare) or _FIRM.fullmatch(bare.rstrip(".,:;!?")))


def _tells_a_price(match: re.Match[str]) -> bool:
    return bool(_PRICE_HOLDS.match(match.string, match.start()) and _SAYS.search(match.string))
