"""What RVX never says to a person, whoever wants it: advice to deal, promises, calls to act, its own prompt.

News about such words are no such words: "the analyst said to buy" and «"Покупайте", — сказал он» pass.
"""

import re
from functools import cache, cached_property

from botapp.ai.grounding import signposts
from botapp.ai.prompts.wording import NEWS, QUESTION, RULES
from botapp.ai.sieve import Sieve

_DEAL = r"(?:buy|sell|purchase|invest in|dump|hodl|accumulate|ape into|load up on|get into|hold on to)"
_DEALING = r"(?:buy|sell|purchase|invest|dump|hodl|accumulate|short|long|hold|get in|exit)"
_WHAT = (
    r"(?:now|today|it|this|these|them|more|some|your|the|all|as|bitcoin|ether\w*|crypto\w*|coins?|tokens?"
    r"|before|(?-i:\$?[A-Z]))"
)
_START = r"(?:^|[.!?:;,…«“\"(—–-]\s*|\b(?:so|now|please|just|urgent|urgently|quickly)[,:]?\s+)"
_KEYS = (
    r"(?:(?:seed|recovery|secret|mnemonic)[ -]?(?:phrase|words)|private keys?|12 words|24 words|password"
    r"|your wallet"
    r"|(?:с[иі]{1,2}д|seed)[ ‐‑–-]?фраз\w*|секретн\w+ фраз\w*|приватн\w+ ключ\w*|закрыт\w+ ключ\w*"
    r"|мнемон\w+|парол\w+"
    r"|(?:ваш|свой|твой|св[іо]й) (?:кошел\w+|гаман\w+))"
)
# What may be entered where it belongs, but told to nobody.
_CODES = (
    r"(?:(?:verification|confirmation|one-time|2fa|security|sms|login) codes?"
    r"|code (?:that )?(?:(?:from|in|by) (?:the |an? |your )?(?:sms|text|app|e-?mail|message)"
    r"|you (?:receive|got))"
    r"|(?<!\w)код\w{0,2} (?:(?:из|с|із|зі|з) (?:\w+ )?(?:смс|sms|сообщ|приложен|письм"
    r"|повідомл|застосунк|лист)|подтвержд|підтвердж|безопасност|безпек|который|який)\w*"
    r"|одноразов\w+ код\w*|(?:смс|sms|пин|пін)-?код\w*)"
)
_SAFE = (
    r"(?:(?:safe|secured?|protected)['’”\"]? (?:\w+ )?accounts?"
    r"|(?:безопасн\w+|защищ[её]нн\w+|резервн\w+|безпечн\w+|захищен\w+)['»“”\"]? (?:сч[её]т\w*|рахун\w+))"
)
_GO = (
    r"(?:https?:|www\.|t\.me|@\w|\b[\w-]+\.(?:com|io|net|org|xyz|app|site|me|example|top|info|ru|ua"
    r"|finance)\b|link|here"
    r"|below|our|support|ссылк\w+|сюда|посиланн\w+|поддержк\w+|підтримк\w+|канал\w*|сайт\w*)"
)
_RU_DEAL = (
    r"(?:купи(?:те)?|покупай(?:те)?|закупай(?:те|ся|тесь)?|докупай(?:те)?|продай(?:те)?|продавай(?:те)?"
    r"|держи(?:те)?"
    r"|холди(?:те)?|инвестируй(?:те)?|вложи(?:те)?|вкладывай(?:те)?|заходи(?:те)?|шорти(?:те)?"
    r"|скупай(?:те)?|бери(?:те)?"
    r"|купіть|купуй(?:те)?|докуповуй(?:те)?|продавай(?:те)?|тримай(?:те)?|інвестуй(?:те)?|вкладай(?:те)?"
    r"|вкладіть"
    r"|заходьте|скуповуй(?:те)?|беріть)"
)
_RU_DEALING = (
    r"(?:купить|покупать|докупать|закупаться|брать|продать|продавать|держать|инвестировать|вложить\w*"
    r"|вкладывать\w*"
    r"|заходить|войти|купити|купувати|докуповувати|брати|продати|продавати|тримати|інвестувати|вкласти"
    r"|вкладати"
    r"|заходити|увійти)"
)
_RU_GIVE = (
    r"(?:введи(?:те)?|отправь(?:те)?|пришлите|присылай(?:те)?|переведи(?:те)?|укажи(?:те)?"
    r"|подтверди(?:те)?|сообщи(?:те)?"
    r"|подключи(?:те)?|введіть|надішли|надішліть|надсилай(?:те)?|перекажи|перекажіть|вкажи|вкажіть"
    r"|підтвердь(?:те)?"
    r"|повідомте|підключи|підключіть)"
)
_RU_TELL = (
    r"(?:отправь(?:те)?|пришли(?:те)?|присылай(?:те)?|сообщи(?:те)?|надішли|надішліть|надсилай(?:те)?"
    r"|повідомте|назови(?:те)?|(?:про)?диктуй(?:те)?|скажи(?:те)?|перешли(?:те)?|скинь(?:те)?|передай(?:те)?"
    r"|назв[иі](?:ть)?|скажіть|перешліть)"
)
_RU_PUT = (
    r"(?:переведи(?:те)?|переводи(?:те)?|перечисли(?:те)?|перемести(?:те)?|положи(?:те)?|отправь(?:те)?"
    r"|перекажи|перекажіть|переказуй(?:те)?|переведіть|перерахуй(?:те)?|перемістіть|покладіть|надішліть)"
)
_RU_GO = (
    r"(?:перейди(?:те)?|переходи(?:те)?|нажми(?:те)?|жми(?:те)?|напиши(?:те)?|пиши(?:те)?|подпишись"
    r"|подпишитесь"
    r"|подписывай(?:ся|тесь)|скачай(?:те)?|установи(?:те)?|зарегистрируй(?:ся|тесь)|обратитесь|свяжитесь"
    r"|зайди(?:те)?"
    r"|вступай(?:те)?|забери(?:те)?|получи(?:те)?|перейдіть|переходь(?:те)?|натисни|натисніть|тисни"
    r"|тисніть|напишіть"
    r"|підпишись|підпишіться|підписуй(?:ся|тесь)|завантаж(?:те)?|встанови|встановіть|зареєструй(?:ся|тесь)"
    r"|зверніться"
    r"|зайдіть|приєднуй(?:ся|тесь)|забирай(?:те)?|отримай(?:те)?)"
)
_CALLS = (
    # Advice to deal; "don't sell" is one too.
    rf"{_START}(?:don'?t |do not |never )?{_DEAL}\s+{_WHAT}",
    (
        r"\b(?:you|everyone|everybody|investors|readers) (?:should|must|need to|have to|ought to"
        r"|had better)(?: \w+)? "
        rf"{_DEALING}\b"
    ),
    (
        r"\b(?:we|i|rvx) (?:strongly )?(?:recommend|advise|suggest|urge)\w*(?: \w+){0,3} (?:to )?"
        r"(?:buy|sell|hold|invest|purchas)\w*"
    ),
    rf"\b(?:time|moment|chance|opportunity|smart|wise|best|better) (?:to|is to) {_DEALING}\b",
    (
        r"\b(?:worth (?:buying|investing in|selling)|must[- ]buy|no[- ]brainer buy|strong buy|buy the dip"
        r"|back up the truck)\b"
    ),
    rf"(?<!\w){_RU_DEAL}(?!\w)",
    (
        r"(?<!\w)(?:стоит|пора|надо|нужно|лучше|выгодно|необходимо|следует|рекоменду\w+|совету\w+|самое время"
        r"|успе\w+"
        r"|варто|треба|потрібно|краще|вигідно|необхідно|слід|рекоменду\w+|радимо|раджу|саме час|встигн\w+)"
        rf"(?! ли\b)(?: (?!ли\b|чи\b)\w+){{0,3}}? {_RU_DEALING}(?!\w)"
    ),
    # Hurry
    r"\b(?:act (?:now|fast)|hurry up|last chance|don'?t miss (?:out|this|it)|before it'?s too late)\b",
    (
        r"(?<!\w)(?:торопи(?:сь|тесь)|спеши(?:те)?|успей(?:те)?|не упусти(?:те)?|не пропусти(?:те)?"
        r"|последн\w+ шанс"
        r"|пока не поздно|поспішай(?:те)?|встигни|встигніть|не проґав(?:те)?|не пропустіть|останн\w+ шанс"
        r"|поки не пізно)(?!\w)"
    ),
    # Keys and money
    (
        rf"(?:{_START}|\byou (?:should|must|need to|have to|can|may) )(?:enter|send|share|provide|type|submit"
        rf"|confirm|verify"
        rf"|connect|import|give|reveal|reply with|paste)\b(?! to)[^.!?]{{0,40}}\b{_KEYS}"
    ),
    rf"(?<!\w){_RU_GIVE}(?!\w)[^.!?]{{0,60}}(?:{_KEYS}|\d|{_GO})",
    (
        rf"(?:{_START}|\byou (?:should|must|need to|have to|can|may) )(?:send|share|provide|give|tell|forward"
        rf"|read out|dictate|reply with)\b[^.!?]{{0,40}}\b(?:{_KEYS}|{_CODES})"
    ),
    rf"(?<!\w){_RU_TELL}(?!\w)[^.!?]{{0,40}}(?:{_KEYS}|{_CODES})",
    rf"(?<!\w){_RU_PUT}(?!\w)[^.!?]{{0,60}}{_SAFE}",
    (
        rf"(?:{_START}|\byou (?:should|must|need to|have to) )(?:move|send|transfer|put|shift)\b"
        rf"[^.!?]{{0,50}}\b{_SAFE}"
    ),
    rf"{_START}(?:send|transfer|deposit) (?:\d|\$|your|any|some|at least|btc|eth|usdt|funds|money)",
    # Links and people to turn to
    (
        rf"{_START}(?:click|tap|visit|go to|open(?! interest)|join|contact|message|write to|dm|call|claim"
        rf"|download|install|subscribe|follow"
        rf"|register|sign up|log in|scan|ask)\b[^.!?]{{0,40}}{_GO}"
    ),
    rf"(?<!\w){_RU_GO}(?!\w)[^.!?]{{0,60}}{_GO}",
)
_PROMISES = (
    (
        r"\bguaranteed (?:\w+ )?(?:returns?|profits?|income|gains?|growth)|profits? (?:is|are) guaranteed"
        r"|risk[- ]free"
        r"|\b(?:no|zero|without(?: any)?) risk\b|can'?t lose\b|(?:100|1000|50|20)x\b|to the moon\b"
        r"|double your\b"
        r"|\bwill (?:definitely|certainly|surely|100%) (?:rise|grow|go up|moon|explode|pump)"
        r"|will (?:skyrocket|moon)\b"
    ),
    (
        r"гарантирован\w+ (?:\w+ )?(?:доход\w*|прибыл\w*|заработ\w*|рост)|гарантиру(?:ем|ю)\b"
        r"|без (?:всякого )?риска\b"
        r"|(?:точно|обязательно|наверняка|гарантированно) (?:вырас\w+|взлет\w+|подорожа\w+|удво\w+)"
        r"|\d+\s?икс\w*"
        r"|удвои(?:те|м) (?:ваш\w*|сво\w*)|ту зе мун"
    ),
    (
        r"гарантован\w+ (?:\w+ )?(?:дохід|доход\w*|прибут\w*|заробіт\w*|ріст)|гаранту(?:ємо|ю)\b"
        r"|без (?:жодного )?ризику\b"
        r"|(?:точно|обов'язково|напевно|гарантовано) (?:вирос\w+|злет\w+|подорожча\w+)|\d+\s?ікс\w*"
        r"|подвої(?:ть|мо) (?:ваш\w*|св\w*)"
    ),
)
_REPORTED = re.compile(
    r"(?<!\w)(?:sa(?:id|ys)|told|tells|advis\w+|recommend\w+|urg\w+|promis\w+|claim(?:s|ed|ing)|wrote"
    r"|posted|according to"
    r"|call(?:s|ed) (?:on|for)|scam\w*|fraud\w*|analysts?|warn\w*|alleg\w*|advert\w*|the (?:text|post"
    r"|message|item|author)"
    r"|сказал\w*|заяви\w*|призва\w*|призыва\w*|сове(?:туе|това)\w*|рекоменд(?:ует|овал)\w*|обеща\w*"
    r"|написа\w*|по словам"
    r"|утвержда\w+|мошенник\w*|аналитик\w*|предупре\w+|обвин\w+|(?:текст|пост|автор|сообщение)\w*|реклам\w*"
    r"|сказав|сказала|закли\w+|рад(?:ить|ив)\w*|обіця\w*|написа\w*|за словами|стверджу\w+|шахра\w*"
    r"|аналітик\w*|попере\w+"
    r"|повідомлення|допис\w*|звинува\w+)(?!\w)",
    re.IGNORECASE,
)
_DENIED = re.compile(
    r"(?:\bno|\bnot|n't|never|nothing|neither|without|не|ни|ні|нет|немає|никто|ніхто|никогда|ніколи|никому"
    r"|нікому)\s+"
    r"(?:\w+\s+){0,3}$",
    re.IGNORECASE,
)
_SECRET = re.compile(f"{_KEYS}|{_CODES}|{_SAFE}", re.IGNORECASE)
_DENIAL = 100  # characters: three words and the "not" before them
_QUOTED = re.compile(r"«[^»]*»|“[^”]*”|„[^“”]*[“”]|\"[^\"]*\"")
_OF_THE_PROMPT = (
    r"[⟦⟧]|\bEND OF (?:SOURCE|HELP|QUESTION|CONVERSATION)\b|\bwhat_happened\b|\bsource_sentence\b"
    r"|\bnot_said\b|\bred_flags\b"
    r"|\bYou are RVX\b|\bAIza[\w-]{10,}|\b(?:sk|rvx_key)[-_][\w-]{12,}|\b\d{8,10}:[\w-]{30,}"
    r"|(?:my|the|your) system prompt|(?:мо[йи]|систем\w+) (?:системн\w+ )?(?:промпт\w*|инструкци\w+)"
    r"|систем\w+ (?:промпт|запит)\w*"
    r"|мої (?:системні )?інструкції|my (?:system )?instructions"
)
_SHINGLE = 6  # words in a row that nobody has in common with the instructions by chance


def calls_to_act(text: str) -> bool:
    """Whether a text of an answer advises, promises, hurries, asks for keys or sends the reader somewhere."""
    speech = _Speech(text)
    if any(map(speech.says, _calls().matches(text))) or signposts.sends(text):
        return True
    return any(speech.says(match) and not speech.denies(match) for match in _promises().matches(text))


def tells_of_the_prompt(text: str) -> bool:
    """Whether a text repeats our instructions, our marks or something that looks like a key."""
    if any(_of_the_prompt().matches(text)):
        return True
    words = re.findall(r"\w+", text.lower())
    return any(tuple(words[place : place + _SHINGLE]) in _instructions() for place in range(len(words)))


class _Speech:
    """Who speaks where in a text; looked for once, however often it is asked."""

    def __init__(self, text: str) -> None:
        self._text = text

    def says(self, match: re.Match[str]) -> bool:
        """Whether it is the answer itself that says so, not somebody whom it quotes or tells of."""
        start, end = match.span()
        if any(told <= start for _, told in self._reports[:1]):
            return False
        for opens, closes in self._quotes:
            if opens <= start and end <= closes:
                return not any(told <= opens or closes <= tells for tells, told in self._reports)
        return not _SECRET.search(match.group()) or not self.denies(match)

    def denies(self, match: re.Match[str]) -> bool:
        """Whether a "not" stands right before it."""
        before = self._text[max(0, match.start() - _DENIAL) : match.start()]
        return bool(_DENIED.search(before.replace("’", "'")))

    @cached_property
    def _reports(self) -> list[tuple[int, int]]:
        return [found.span() for found in _REPORTED.finditer(self._text)]

    @cached_property
    def _quotes(self) -> list[tuple[int, int]]:
        return [found.span() for found in _QUOTED.finditer(self._text)]


@cache
def _calls() -> Sieve[int]:
    return Sieve({number: re.compile(words, re.IGNORECASE) for number, words in enumerate(_CALLS)})


@cache
def _promises() -> Sieve[int]:
    words = (rf"(?<!\w)(?:{promises})" for promises in _PROMISES)
    return Sieve({number: re.compile(one, re.IGNORECASE) for number, one in enumerate(words)})


@cache
def _of_the_prompt() -> Sieve[str]:
    return Sieve({"told": re.compile(_OF_THE_PROMPT, re.IGNORECASE)})


@cache
def _instructions() -> frozenset[tuple[str, ...]]:
    words = [re.findall(r"\w+", text.lower()) for text in (NEWS, QUESTION, *RULES)]
    return frozenset(
        tuple(text[place : place + _SHINGLE]) for text in words for place in range(len(text) - _SHINGLE + 1)
    )
