"""Which coins and networks an item is really about: those who hold them are concerned by it."""

import re
from collections.abc import Iterator, Sequence

from botapp.ai.base import EventPattern
from botapp.ai.events import plain
from botapp.ai.offline.cleaning import sentences_of
from botapp.ai.terms import Mention

# Kinds of events that happen to the coin or network which their lead names.
_OF_AN_ASSET = frozenset(
    ("halving", "depeg", "outage", "maintenance", "network_upgrade", "token_unlock", "delisting", "listing")
)
_WIDTH = 150  # characters on either side of a name
_OPENING = 2  # sentences: a headline and the lead, or the lead and what explains it
_BEFORE = re.compile(
    r"^\W*(?:(?:the|a|price of|price|value of|network|blockchain|token|coin|stablecoin|cryptocurrency"
    r"|курс|цена|стоимость|сеть|блокчейн|токен|монета|стейблкоин|криптовалюта|мемкоин"
    r"|ціна|вартість|мережа|стейблкоїн|криптовалюта|мемкоїн|of)\W+)*$"
)
_AFTER = re.compile(
    r"^(?:\W+(?:\w{2,6}\)|s|'s|’s|price|prices|network|mainnet|blockchain|briefly|again|once|also|has|have"
    r"|had|\w+ly"
    r"|за|на|в|во|у|з|снова|опять|вновь|резко|впервые|сегодня|вчера|утром|ночью|сутки|неделю|час|день|месяц"
    r"|знову|різко|уперше|вперше|сьогодні|вчора|вранці|уночі|добу|тиждень|годину|місяць|фоне|тлі))*\W+"
    r"(?:f[ae]ll\w*|drop\w*|rose|ris(?:es|ing)|surg\w+|climb\w*|jump\w*|sli[dp]\w*|slump\w*|plung\w+|crash\w*"
    r"|tumbl\w+|s[au]nk|sinks|gain(?:s|ed)|los(?:t|es)|hits?|reach\w+|trad(?:es|ed)|tops|topped"
    r"|br[eo]\w*ks?|broke"
    r"|recover\w*|rebound\w*|halt(?:s|ed)|stop(?:s|ped)|went|goes|activat\w+|switch\w+|faces|suffer\w+"
    r"|dip(?:s|ped)"
    r"|soar\w*|rall(?:y|ies|ied)|hover\w*|depegg?\w*|upgrad\w+"
    r"|упал\w*|подешевел\w*|подорожал\w*|вырос\w*|снизил\w*|рухнул\w*|обвалил\w*|достиг\w*|обновил\w*"
    r"|потерял\w*"
    r"|превысил\w*|опустил\w*|поднял\w*|преодолел\w*|торгует\w*|закрепил\w*|восстановил\w*|остановил\w*"
    r"|активировал\w*|перешел|перешла|просел\w*|взлетел\w*|пробил\w*|отскочил\w*|прибавил\w*|подскочил\w*"
    r"|впав|впала|впали|подешевша\w+|подорожча\w+|зріс|зросл\w*|знизи\w+|обвали\w+|сягну\w+|досяг\w*|онови\w+"
    r"|втрати\w+|утрати\w+|перевищи\w+|опусти\w+|підня\w+|подола\w+|торгує\w*|відновив\w*|відновил\w*"
    r"|зупини\w+"
    r"|активував|активувал\w*|перейш\w+|просів|просіла|злеті\w+|проби\w+|відскочи\w+|підскочи\w+)(?!\w)"
)
_INTO = r"(?:the|network|blockchain|сет\w+|блокчейн\w*|мереж\w+|токен\w*|монет\w*|в|у)"
_STRUCK = re.compile(
    r"(?:(?:hack|hacks|attack|attacks|exploit|outage) (?:of|on|at)|delist(?:s|ed|ing)?(?: of)?|взлом\w*"
    r"|атак\w+ на|сбо\w+ в|делистинг\w*|злам\w*|збі\w+ в|збо\w+ в|делістинг\w*)"
    rf"\W+(?:{_INTO}\W+)*$"
)
_MOVED = re.compile(
    r"(?:(?:withdrawals?|withdrawing|deposits?|transfers?)(?: (?:of|in|on))?"
    r"|(?:вывод\w*|ввод\w*)(?: и (?:вывод\w*|ввод\w*))?|(?:перевод|переказ)\w*"
    r"|(?:виведенн\w+|введенн\w+)(?: (?:та|і|й) (?:виведенн\w+|введенн\w+))?)"
    rf"\W+(?:{_INTO}\W+)*$"
)
# Only a door that shuts or opens touches who holds a coin; what a venue charges for it, its customers.
_SHUTS_OR_OPENS = re.compile(
    r"(?<!\w)(?:halt|suspend|stopp?|paus|freez|froze|clos|block|disabl|ban|resum|reopen|open|restor|restart"
    r"|приостан|останов|прекра|закры|заморо|заморажив|заблок|отключ|запре|возобн|откры|восстанов|разреш"
    r"|призуп|зупин|припин|закри|заморож|заборон|вимкн|віднов|відкри|дозвол|недоступн|unavailable|offline)\w*"
)
_IN_A_PAIR = re.compile(r"^\W*(?:trading )?pairs?(?!\w)|^/\w")
_PRICES = re.compile(
    r"(?:pair with|against|в паре с|у паре с|у парі з|в парі з|проти|/)\W*$"
    r"|\d\W*(?:\w+\W+)?$"
)


def concerned(text: str, mentions: Sequence[Mention], event: EventPattern | None) -> Iterator[Mention]:
    """Of the assets among the mentions those that the event is about, in the order of the mentions.

    That is: the subject of the lead, what was struck or closed, and for a kind of event that happens to
    a coin, whatever coin or network the lead names. A coin that is only paid with or bought is none.
    """
    opening = [plain(one.text) for one in sentences_of(text) if one.news][:_OPENING]
    for mention in mentions:
        spelled = {plain(text[start:end]) for start, end in mention.places}
        if mention.term.ticker and any(
            _is_about(sentence, spelled, leads=number == 0, event=event)
            for number, sentence in enumerate(opening)
        ):
            yield mention


def _is_about(sentence: str, spelled: set[str], *, leads: bool, event: EventPattern | None) -> bool:
    for before, after in _sides(sentence, spelled):
        if leads and _BEFORE.search(before) and _AFTER.search(after):
            return True
        if _STRUCK.search(before):
            return True
        if _MOVED.search(before):
            if _SHUTS_OR_OPENS.search(sentence):
                return True
            continue
        if leads and event and event.slug in _OF_AN_ASSET and not _is_paired(before, after):
            return True
    return False


def _sides(sentence: str, spelled: set[str]) -> Iterator[tuple[str, str]]:
    """What stands before and after each use of a name, as far as it may tell; "cut" for what is left out."""
    for name in filter(None, spelled):
        for found in re.finditer(rf"(?<!\w){re.escape(name)}(?!\w)", sentence):
            start, end = found.span()
            before = sentence[max(0, start - _WIDTH) : start]
            yield before if start <= _WIDTH else f"cut {before}", sentence[end : end + _WIDTH]


def _is_paired(before: str, after: str) -> bool:
    """Whether a coin only counts or prices another: "5 ETH", "with a USDT trading pair"."""
    return bool(_IN_A_PAIR.search(after) or _PRICES.search(before[-40:]))
