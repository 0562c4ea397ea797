"""Orders that a text gives to the AI that reads it, in plain words or in simple disguises."""

import base64
import binascii
import codecs
import re
from collections.abc import Iterator
from functools import cache, lru_cache
from urllib.parse import unquote_plus

from botapp.ai.hidden import TO_CYRILLIC, TO_LATIN, smuggled, visible
from botapp.ai.sentences import paragraphs
from botapp.ai.sieve import Sieve

# All of them begin at the beginning of a word, which is looked for first: that is ten times faster.
_ENGLISH = (
    r"(?:ignore|disregard|forget|override|bypass|discard)\b(?: \w+){0,3} "
    r"(?:instructions?|prompts?|(?:previous|prior|earlier) (?:\w+ )?(?:rules|messages?|text|guidelines))\b"
    r"|system (?:prompt|message|override)s?\b|you are now\b|from now on,? (?:you|answer|reply|respond)\b"
    r"|your (?:new )?(?:task|role|job|goal|instructions?) (?:is|are)\b|new (?:instructions?|task"
    r"|role) ?(?:for you)?[:.—-]"
    r"|(?:developer|debug|god|dan|jailbreak) mode\b|do anything now\b|as an? (?:ai|llm|language model"
    r"|assistant),? you\b"
    r"|(?:dear|hey|hello|hi|attention|note to),? (?:the |any |all )?(?:ai|llm|assistant|model|chatbot|bot"
    r"|gemini|gpt)s?\b"
    r"|(?:ai|llm|assistant|model|chatbot|bot|summari[sz]er)s? (?:reading|that reads?|who reads?)\b"
    r"|rvx ?[:,] ?(?:ignore|say|tell|answer|print|you)\b"
)
_SLAVIC = (
    r"(?:игнорируй|проигнорируй|забудь|отмени|отбрось|пренебреги|не учитывай|ігноруй|проігноруй|відкинь"
    r"|скасуй|не зважай на)"
    r"(?:те)?(?: \w+){0,4} (?:инструкц\w+|указани\w+|правил\w*|промпт\w*|команд\w*|ограничени\w+|выше"
    r"|вказів\w+|інструкц\w+|обмежен\w+|вище)"
    r"|(?:забудь|забудьте) (?:все|всё|усе|про все|обо всем) |систем\w+ (?:промпт\w*|(?:сообщени\w+"
    r"|инструкц\w+|запит\w*|підказ\w+|повідомлен\w+|інструкц\w+) ?[:.—-])"
    r"|(?:ты теперь|ты отныне|ти тепер|ти відтепер|тепер ти|теперь ты)\b|(?:с этого момента|отныне"
    r"|відтепер|від цього моменту|віднині),? (?:ты|ти|твоя|отвечай|відповідай)\b"
    r"|нов\w+ (?:инструкц\w+|указани\w+|задани\w+|роль|інструкц\w+|вказів\w+|завдан\w+) ?[:—-]"
    r"|(?:твоя|твоє|твое) (?:новая |нова |нове |новое )?(?:задача|роль|цель|завдання|задание|мета)\b"
    r"|режим\w* (?:разработчика|отладки|бога|розробника|налагодження)"
    r"|(?:скажи|попроси|сообщи|передай|посоветуй|убеди|порекомендуй|порадь|повідом|переконай|запевни)(?:те)?"
    r" (?:всем |всім |каждому |кожному )?(?:читател\w*|пользовател\w*|человеку|людям|им\b|ему\b|клиент\w*"
    r"|читач\w*|користувач\w*|людині|їм\b|йому\b|клієнт\w*|что|що|ввести)"
    r"|(?:посоветуй|порадь|порекомендуй)(?:те)? (?:всем|всім)\b"
    r"|(?:ответь|отвечай|відповідай)(?:те)? (?:только|лише|тільки|одним|одной|однією|словом|фразой|фразою"
    r"|так\b|что|що)"
    r"|(?:выведи|напечатай|покажи|раскрой|повтори|виведи|надрукуй|розкрий)(?:те)?(?: \w+){0,3} "
    r"(?:промпт\w*|инструкц\w+|ключ\w*|правил\w*|парол\w*|секрет\w*|інструкц\w+|запит\w*|підказ\w+"
    r"|дословно|дослівно)"
    r"|(?:напиши|добавь|вставь|укажи|додай|встав|вкажи)(?:те)?(?: \w+){0,4} (?:в (?:ответ\w*|заголов\w+"
    r"|объяснени\w+|пересказ\w*)"
    r"|у (?:відповід\w+|заголов\w+|поясненн\w+)|до відповід\w+|headline|what_happened)"
    r"|не (?:упоминай|предупреждай|отмечай|згадуй|попереджай|позначай)(?:те)?\b|(?:притворись|сделай вид"
    r"|прикинься|удавай),? (?:что|що|будто|ніби)"
    r"|(?:ии|нейросет\w*|ассистент\w*|бот|модель|ші|нейромереж\w*|асистент\w*),? (?:который|которая|який"
    r"|яка|що|что) (?:это |це )?чита\w+"
    r"|(?:внимание|увага|уважаем\w+|шановн\w+|привет|привіт),? (?:ии|ші|ассистент\w*|асистент\w*"
    r"|нейросет\w*|нейромереж\w*|бот\w*|модел\w+)\b"
    r"|(?:система|системное|ассистент|асистент|адміністратор|администратор):"
)
# Orders only where a sentence or clause begins with them: elsewhere they are told of somebody.
_STARTS = (
    r"(?:(?:ignore|disregard|forget)\b (?:all |everything |the |any |your )*(?:rules|above|before"
    r"|previous)\b|act as (?:a|an|the|my)\b|pretend (?:to be|you|that)\b|(?:respond|reply|answer) (?:only "
    r"|exactly )?(?:with|by|in)\b"
    r"|(?:tell|inform|convince|assure|advise|ask|urge|persuade) (?:the |every |all |your )?(?:users?"
    r"|readers?|persons?|people|customers?|them)\b"
    r"|(?:output|print|repeat|reveal|show|display|leak|echo|return)\b(?: \w+){0,3} "
    r"(?:prompt|instructions?|rules|api key|key|password|secret|config\w*|json|exactly|verbatim|following"
    r"|above|headline)\b"
    r"|(?:say|write|state|claim|add|include|insert|append|put|set)\b(?: \w+){0,4} (?:in (?:your"
    r"|the) (?:answer|summary|headline|response"
    r"|explanation|reply)|to (?:your|the) (?:answer|summary|response|explanation|reply)|headline"
    r"|what_happened|red_?flags?|follow_?ups|json)\b"
    r"|(?:do not|don't|never) (?:mention|warn|flag|add|raise|report)\b|you must (?:output|say|write|answer"
    r"|print|reply|respond)\b"
    r"|end of (?:the )?(?:source|data|document|article|text|conversation|question)\b|конец (?:источника"
    r"|данных|текста|новости|документа)"
    r"|кінець (?:джерела|даних|тексту|новини|документа)|(?:system|assistant|developer|admin|user"
    r"|ai) ?(?:\(\w+\))?:(?!\d))"
)
_MARKS = (
    r"<\|?/?(?:im_start|im_end|system|user|assistant|endoftext|source|inst|instructions?)\b"
    r"|\[/?(?:inst|system|user|assistant)\]|(?<!#)#{2,} ?(?:system|instruction|assistant|user)"
)
_AT_A_START = r"(?:^|[.!?:;,—>\])}\"“«(\[]\s*|\b(?:and|then|please|now|also|must) )"
_ORDERS = {
    "marks": _MARKS,
    "english": rf"(?<!\w)(?:{_ENGLISH})",
    "slavic": rf"(?<!\w)(?:{_SLAVIC})",
    "starts": _AT_A_START + _STARTS,
}
_IN_WORDS = ("english", "slavic", "starts")
# News about such orders: "researchers hid the words … in a post".
_REPORTS = re.compile(
    r"(?<!\w)(?:researchers?|attackers?|hackers?|prompt injection|jailbreak(?:s|ing)|vulnerabilit\w+"
    r"|исследовател\w*|злоумышленник\w*"
    r"|хакер\w*|уязвимост\w*|атак\w*|дослідник\w*|зловмисник\w*|вразливіст\w*|вразливост\w*)(?!\w)",
    re.IGNORECASE,
)
_LEET = str.maketrans("01345700@$!", "oieastooasi")
_MIXED = re.compile(r"[A-Za-z][а-яёіїєґѕԁһА-ЯЁІЇЄҐ]|[а-яёіїєґѕԁһА-ЯЁІЇЄҐ][A-Za-z]")
_LOOKS_LATIN = re.compile(r"\b[аеорсухіѕ]+\b")
_LATIN = re.compile("[A-Za-z]{3}")
_LEET_WORD = re.compile(r"[A-Za-z][013457@$!]+[A-Za-z]")
# In rot13 or backwards a sentence has none of these.
_ENGLISH_WORDS = re.compile(
    r"\b(?:the|of|to|a|and|in|on|is|for|by|at|with|was|has|its|from)\b", re.IGNORECASE
)
_CODED = re.compile(r"(?<![\w+/=])[A-Za-z0-9+/_-]{20,}={0,2}(?![\w+/=])")
_HEX = re.compile(r"(?<!\w)(?:[0-9a-fA-F]{2}[ :]?){12,}(?!\w)")
_SPACED = re.compile(r"(?<!\w)(?:\w[ .\-_*]){6,}\w(?!\w)")
_TELLING = 16  # characters of a phrase that says enough by itself
_LONGEST = 120  # characters of a phrase that is quoted


@lru_cache(maxsize=512)
def phrase(sentence: str) -> str:
    """The words of a sentence that order the AI about, "" if there are none or they are reported."""
    told = smuggled(sentence)
    if told:
        return told[:_LONGEST]
    found = _first(sentence, "marks") or _first(sentence, *_IN_WORDS)
    if found:
        whole = found.group() if len(found.group()) >= _TELLING else sentence[found.start() :]
        return "" if _REPORTS.search(sentence) else whole.strip(' .,:;!?—>)]}"“«([')[:_LONGEST]
    for told, original in _disguised(sentence):
        if _first(told, *_IN_WORDS):
            return original.strip()[:_LONGEST]
    return ""


def _first(text: str, *kinds: str) -> re.Match[str] | None:
    return min(_orders().matches(text, *kinds), key=re.Match.start, default=None)


@cache
def _orders() -> Sieve[str]:
    return Sieve({kind: re.compile(words, re.IGNORECASE) for kind, words in _ORDERS.items()})


def honest(text: str) -> tuple[bool, ...]:
    """For each sentence of a text whether it is news: what follows an order in its paragraph is not."""
    return tuple(is_news for paragraph in paragraphs(text) for is_news in _before_order(paragraph))


def _before_order(paragraph: tuple[str, ...]) -> Iterator[bool]:
    is_news = True
    for sentence in paragraph:
        is_news = is_news and not phrase(sentence)
        yield is_news


def _disguised(sentence: str) -> Iterator[tuple[str, str]]:
    """What a sentence says once a disguise is taken off, and the words in disguise."""
    seen = visible(sentence)
    if seen != sentence:
        yield seen, seen
    if "+" in seen or "%20" in seen:
        yield unquote_plus(seen), seen
    if _is_mixed(seen):
        yield seen.translate(TO_LATIN), seen
        yield seen.translate(TO_CYRILLIC), seen
    if _LEET_WORD.search(seen):
        yield seen.lower().translate(_LEET), seen
    if seen.isascii() and not _ENGLISH_WORDS.search(seen):
        yield codecs.decode(seen, "rot13"), seen
        yield seen[::-1], seen
    for found in _SPACED.finditer(seen):
        yield (
            re.sub(r"(?<=\w)[.\-_*]?(?=\w)|(?<=\w) (?=\w)", "", found.group()).replace("  ", " "),
            found.group(),
        )
    for found in (*_CODED.finditer(seen), *_HEX.finditer(seen)):
        yield _decoded(found.group()), found.group()


def _is_mixed(text: str) -> bool:
    """Whether one word has letters of two alphabets, or a word that looks Latin stands before Latin ones."""
    if _MIXED.search(text):
        return True
    word = _LOOKS_LATIN.search(text)
    return bool(word and _LATIN.search(text, word.end()))


def _decoded(token: str) -> str:
    """Base64 or hexadecimal as text, "" if it is neither."""
    bare = re.sub(r"[ :]", "", token)
    try:
        if re.fullmatch(r"[0-9a-fA-F]+", bare):
            return bytes.fromhex(bare).decode()
        padded = bare.rstrip("=")
        return base64.b64decode(
            padded + "=" * (-len(padded) % 4), altchars=b"-_" if re.search("[-_]", padded) else None
        ).decode()
    except (binascii.Error, ValueError):
        return ""
