"""Words of a text that say who was told, or what did not happen: whatever they name is not its matter."""

import re
from functools import cache

from botapp.ai.sieve import Sieve

_THE = r"(?:(?:the|a|an|its|their|us|u\.s\.|federal|state|financial|local) )*"
_BODY_EN = r"(?:sec|cftc|esma|fca|regulators?|authorities|supervisors?|watchdogs?|lawmakers)"
_BODY_RU = r"(?:sec|cftc|esma|регулятор(?:а|у|ам|ов)?|властям?|депутатам?)"
_BODY_UK = r"(?:sec|cftc|esma|регулятор(?:а|у|ові|ам|ів)?|владі|депутатам?)"
_DENIED = (
    r"(?:nobody|no one|not|never) (?:was |were |been )?hacked|(?:no|not a) hack|(?:взлома|атаки) не было"
    r"|не (?:было взлома|взломан\w*)|(?:зламу|атаки) не було|не (?:було зламу|зламан\w*)"
    # Who has no licence is granted none.
    r"|without (?:an? |any |the |its |proper |valid )*(?:licen[cs]e\w*|registration|registering"
    r"|authori[sz]ation|permission|permit|approval)|unlicen[cs]ed|unregistered"
    r"|без (?:\w+ ){0,2}(?:лицензи\w+|регистраци\w+|разрешени\w+|ліцензі\w+|реєстраці\w+|дозвол\w+)"
    r"|(?:отказал\w*|отказано|отказ|відмови\w+|відмов\w+) (?:\w+ ){0,3}?(?:в|у) (?:\w+ )?"
    r"(?:лицензи\w+|регистраци\w+|разрешени\w+|ліцензі\w+|реєстраці\w+|дозвол\w+)"
    r"|(?:den(?:y|ies|ied)|refus\w+|reject\w+) (?:\w+ ){0,3}?(?:licen[cs]e\w*|registration|authori[sz]ation)"
)
# An advert names its licence; no news is made of that.
_NAMED_LICENCE = (
    r"(?:лицензия|ліцензія|лиц\.|ліц\.) (?:[\w.]+ ){0,4}?(?:№|n|no\.?|номер) ?\d[\w-]*"
    r"|(?<!the )(?<!its )(?<!a )licen[cs]e (?:no\.?|number|#) ?\w*\d[\w-]*"
    r"|(?:licensed|authori[sz]ed) and regulated by"
)
_ASIDE = re.compile(
    rf"(?<!\w)(?:{_DENIED}|{_NAMED_LICENCE}"
    rf"|(?:told|informed|notified|alerted|assured|wrote to|disclosed to|reported to"
    rf"|reporting to"
    rf"|according to|filed with|filings? with|filings? to|registered with|submitted to) {_THE}{_BODY_EN}"
    rf"(?: filings?| documents?| records?)?"
    rf"|(?:sec|cftc|regulatory|securities) (?:filings?|documents?|disclosures?)"
    rf"|(?:former|ex|one-time)[ -]{_THE}{_BODY_EN}"
    rf"|(?:сообщил|уведомил|рассказал|предупредил|заявил|раскрыл|доложил|напомнил)\w*(?: об этом)? {_BODY_RU}"
    rf"|(?:документ|отчет|отчетност|заявлени|заявк|уведомлени|форм)\w* (?:для |в )?{_BODY_RU}"
    rf"|(?:поданн\w+|подал\w*|направил\w*|отчитал\w*) (?:в |перед )?{_BODY_RU}"
    rf"|по (?:данным|словам|оценк\w+) {_BODY_RU}|(?:бывш\w+|экс)[ -](?:\w+ )?{_BODY_RU}"
    rf"|(?:повідоми|попереди|розпові|заяви|розкри|нагада)\w+(?: про це)? {_BODY_UK}"
    rf"|(?:документ|звіт|звітніст|заяв|повідомленн|форм)\w* (?:для |до |в |у )?{_BODY_UK}"
    rf"|(?:подан\w+|подал\w*|подав|надісла\w+|відзвітува\w+) (?:до |в |у |перед )?{_BODY_UK}"
    rf"|за (?:даними|словами|оцінк\w+) {_BODY_UK}|(?:колишн\w+|екс)[ -](?:\w+ )?{_BODY_UK})(?!\w)"
    r"(?! (?:for|to|на)(?!\w))"  # "filed with the SEC for a fund" tells of what it wants
)


# Shares that come to an exchange are no coin on sale.
_SHARES = re.compile(
    r"(?<!\w)(?:shares?|stocks?|nasdaq|nyse|акци(?:й|и|я|ю|ям|ями|ях)|мосбирж\w*|московск\w+ бирж\w+"
    r"|акці(?:й|ї|я|ю|ям|ями|ях))(?!\w)"
)
_FLOTATION = re.compile(
    r"(?<!\w)(?:ipos?|initial public offerings?|direct listings?|spac|(?:go|goes|going|went) public"
    r"|первичн\w+ (?:публичн\w+ )?размещени\w+|размещени\w+ акций"
    r"|(?:размест|розміст)\w+ (?:\w+ )?акці?\w+|первинн\w+ (?:публічн\w+ )?розміщенн\w+"
    r"|розміщенн\w+ акцій)(?!\w)"
)
_COINS = re.compile(r"(?<!\w)(?:tokens?|\w*coins?|crypto\w*|токен\w*|монет\w*|\w*коин\w*|\w*коїн\w*)(?!\w)")
_COMES_TO_MARKET = re.compile(
    r"(?<!\w)(?:listings?|lists?|listed|begins? trading|start(?:s|ed)? trading|(?:trading|market) debut"
    r"|листинг\w*|лістинг\w*|(?:начн\w+|откро\w+|почн\w+|відкри\w+) торги)(?!\w)"
)


def without_shares(sentences: list[str]) -> list[str]:
    """Folded sentences without the words for a listing, where shares and no coins come to a market."""
    floated = any(_FLOTATION.search(sentence) for sentence in sentences[:2])
    return [
        _COMES_TO_MARKET.sub(" – ", sentence)
        if (floated or _SHARES.search(sentence)) and not _COINS.search(sentence)
        else sentence
        for sentence in sentences
    ]


def without(text: str) -> str:
    """A folded text without its asides."""
    return _ASIDE.sub(" – ", text) if _sieve().likely(text) else text


@cache
def _sieve() -> Sieve[str]:
    return Sieve({"aside": _ASIDE})
