"""How messages begin before they say anything: a greeting, an address, a call for attention."""

import re

_GREETING = (
    r"(?:здравствуй(?:те)?|добр(?:ый|ое|ого|ой) (?:день|дня|вечера?|утро|утра|ночи|времени суток)"
    r"|(?:всем )?привет(?:ствую|ствуем)?(?: вас| всех| всем)?|вітаю|вітаємо|(?:усім |всім )?привіт"
    r"|добр(?:ий|ого|ої) (?:день|дня|вечора?|вечір|ранку|ранок|ночі)|вітаю вас|вітаємо вас"
    r"|hello|hi|hey|greetings|good (?:morning|afternoon|evening|day))"
)
_ALL = (
    r"(?:друзья|коллеги|господа|дамы и господа|ребята|товарищи|друзі|колеги|панове|пані та панове|all"
    r"|everyone"
    r"|everybody|folks|friends|guys|team|there|ladies and gentlemen)"
)
_PEOPLE = (
    r"(?:друз|коллег|колег|клиент|клієнт|пользовател|користувач|подписчик|підписник|читател|читач|инвестор"
    r"|інвестор|партн[её]р|участни|учасник|трейдер|вкладчик|вкладник|держател|власник|абонент|покупател"
    r"|покупц"
    r"|товарищ|господ|дам(?!п)|пан[іо]|гост|житель|жител|мешкан|студент)\w{0,6}"
)
_EN_PEOPLE = (
    r"(?:customer|client|user|member|investor|partner|trader|subscriber|reader|friend|colleague|holder|sir"
    r"|madam"
    r"|community|team|valued|all|depositor|shareholder|guest)s?"
)
_DEAR = (
    rf"(?:(?:(?:много|високо)?(?:уважаем|шановн|вельмишановн)|дорог|любим"
    rf"|люб)\w{{1,2}} (?:наш\w{{0,2}} )?{_PEOPLE}"
    r"(?:(?: (?-i:[а-яёіїєґ]+|[A-Z]\w+)){0,3}|(?: \w+){0,3}(?=\s?!))"
    rf"|(?:dear|to (?:all|our)) (?:[\w-]+ ){{0,2}}?{_EN_PEOPLE}(?: (?-i:[a-z]+)| (?-i:[A-Z]\w+)){{0,3}})"
)
_ATTENTION = (
    r"(?:внимание|важно|срочно|молния|увага|важливо|терміново|attention|important|breaking"
    r"|(?:(?:важн|срочн|горяч|хорош|плох|отличн|термінов|важлив|гаряч|добр|поган|чудов|гарн)\w{1,2}"
    r" (?:новост[ьи]|информация|объявление|новин[аи]|інформація|оголошення)"
    r"|(?:breaking|important|good|bad|great|big) (?:news|notice|announcement|update)))"
)
_OPENING = re.compile(
    rf"\W{{0,5}}(?:(?:{_GREETING}(?:,? (?:{_ALL}|{_DEAR}))?|{_ALL}(?:,? {_GREETING})?|{_DEAR}|{_ATTENTION})"
    r"(?:\s?[!.:…]+(?=\s|$)\s*|\s?,(?=\s|$)\s*(?!\w+ (?:и|й|та|and) )|\s[—–-]\s))+",
    re.IGNORECASE,
)


_LONGEST = 60  # characters of a sentence that may be nothing but a greeting


def is_all(text: str) -> bool:
    """Whether a sentence greets or addresses and says nothing."""
    return len(text) <= _LONGEST and not without(text)


def without(text: str) -> str:
    """A sentence without the greeting or address that it begins with, "" if it is nothing else."""
    opening = _OPENING.match(text)
    rest = text[opening.end() :] if opening else text
    return rest if rest == text else rest[:1].upper() + rest[1:]
