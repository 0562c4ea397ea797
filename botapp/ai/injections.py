"""Orders that a text gives to the AI that reads it, in plain words or in simple disguises."""

import base64
import binascii
import codecs
import re
from collections.abc import Iterator
from functools import lru_cache

from botapp.ai.hidden import smuggled, visible
from botapp.ai.sentences import split

_ENGLISH = (
    r"\b(?:ignore|disregard|forget|override|bypass|discard|drop)\b(?: \w+){0,3} "
    r"(?:instructions?|prompts?|rules|guidelines|directions|restrictions|commands|above|before)\b"
    r"|\bsystem (?:prompt|message|override|instruction|role|note|update)s?\b|\byou are now\b|\bfrom now on\b(?:,)? (?:you|answer)"
    r"|\bnew (?:instructions?|rules|task|role)\b|\b(?:your|the) (?:new )?(?:task|role|job|goal|instructions?) (?:is|are) (?:now|to)\b"
    r"|\b(?:developer|debug|admin|god|dan|jailbreak) mode\b|\bdo anything now\b|\bact as (?:a|an|the|my)\b|\bpretend (?:to be|you|that)\b"
    r"|\bas an? (?:ai|llm|language model|assistant)\b|\b(?:dear|hey|hello|attention|note to|to the|any) (?:ai|llm|assistant|model|chatbot|bot|gemini|gpt)s?\b"
    r"|\b(?:ai|llm|assistant|model|chatbot|bot|gemini|summari[sz]ers?)s? (?:reading|that reads?|who reads?|must|should|processing|will now)\b"
    r"|\b(?:tell|inform|convince|assure|advise) (?:the |every |all |your )?(?:users?|readers?|persons?|people|customers?|them)\b"
    r"|\b(?:respond|reply|answer) (?:only )?(?:with|by|in)\b|\b(?:output|print|repeat|reveal|show|display|leak|echo|return)\b(?: \w+){0,3} "
    r"(?:prompt|instructions?|rules|api key|key|password|secret|config\w*|json|exactly|verbatim|following|above|headline)\b"
    r"|\b(?:say|write|state|claim|add|include|insert|append|put|set)\b(?: \w+){0,4} (?:in (?:your|the) (?:answer|summary|headline|response|explanation|reply)"
    r"|to (?:your|the) (?:answer|summary|response|explanation|reply)|headline|what_happened|red_?flags?|follow_?ups|json)\b"
    r"|\b(?:do not|don't|never) (?:mention|warn|flag|show|add|raise|report)\b|\bend of (?:the )?(?:source|data|document|article|text|conversation|question)\b"
    r"|<\|?/?(?:im_start|im_end|system|user|assistant|endoftext|source|inst|instructions?)\b|\[/?(?:inst|system|user|assistant)\]|#{2,} ?(?:system|instruction|assistant|user)"
    r"|(?:^|\n|[.\]⟧\]>} ])(?:system|assistant|developer|admin|user|ai) ?(?:\(\w+\))?:(?!\d)|\bRVX ?[:,] ?(?:ignore|say|tell|answer|print|you)\b"
)
_SLAVIC = (
    r"(?:игнорир\w+|забудь\w*|проигнорир\w+|отмени\w*|отбрось\w*|пренебреги\w*|не учитывай\w*|ігнору\w+|проігнору\w+|відкинь\w*|скасуй\w*|не зважай\w*)"
    r"(?: \w+){0,4} (?:инструкц\w+|указани\w+|правил\w*|промпт\w*|команд\w*|ограничени\w+|выше|вказів\w+|інструкц\w+|обмежен\w+|вище)"
    r"|(?:забудь|забудьте) (?:все|всё|усе|про) |(?:систем\w+) (?:промпт\w*|сообщени\w+|инструкц\w+|запит\w*|підказ\w+|повідомлен\w+|інструкц\w+|роль)"
    r"|(?:ты|вы|ти|ви) (?:теперь|отныне|тепер|відтепер)\b|(?:с этого момента|отныне|відтепер|від цього моменту|віднині)\b"
    r"|нов\w+ (?:инструкц\w+|указани\w+|задани\w+|задач\w+|роль|правил\w+|інструкц\w+|вказів\w+|завдан\w+)"
    r"|(?:твоя|ваша|твоє|ваше|твое) (?:новая |нова |нове |новое )?(?:задача|роль|цель|завдання|задание|мета)\b"
    r"|(?:режим\w*) (?:разработчика|отладки|бога|розробника|налагодження|адміністратора|администратора)"
    r"|(?:скажи\w*|сообщи\w*|передай\w*|посоветуй\w*|убеди\w*|порекомендуй\w*|передайте|порадь\w*|повідом\w*|переконай\w*|порекомендуй\w*)"
    r" (?:всем |всім |каждому |кожному )?(?:читател\w*|пользовател\w*|человеку|людям|им\b|ему\b|клиент\w*|читач\w*|користувач\w*|людині|їм\b|йому\b|клієнт\w*|что|що)"
    r"|(?:ответь\w*|отвечай\w*|відповідай\w*|відповідь надай|відпові(?:ж|дж)\w*) (?:только|лише|тільки|одним|словом|фразой|фразою|так|что|що|по)"
    r"|(?:выведи\w*|напечатай\w*|покажи\w*|раскрой\w*|повтори\w*|виведи\w*|надрукуй\w*|розкрий\w*|повтори\w*)(?: \w+){0,3} "
    r"(?:промпт\w*|инструкц\w+|ключ\w*|правил\w*|парол\w*|секрет\w*|інструкц\w+|запит\w*|підказ\w+|дословно|дослівно)"
    r"|(?:напиши\w*|добавь\w*|вставь\w*|укажи\w*|додай\w*|встав\w*|вкажи\w*)(?: \w+){0,4} (?:в (?:ответ\w*|заголов\w+|объяснени\w+|пересказ\w*)"
    r"|у (?:відповід\w+|заголов\w+|поясненн\w+)|до відповід\w+|headline|what_happened)"
    r"|(?:не) (?:упоминай\w*|предупреждай\w*|показывай\w*|отмечай\w*|згадуй\w*|попереджай\w*|показуй\w*|позначай\w*)"
    r"|(?:представь|притворись|сделай вид|уяви|удавай|прикинься),? (?:что|що|себя|будто|ніби)"
    r"|(?:ии|нейросет\w*|ассистент\w*|бот\w*|модель|ші|нейромереж\w*|асистент\w*)(?:,| )(?: ?(?:который|что|який|що) )?(?: ?(?:это )?(?:читает|читаешь|должен|должна|обязан\w*|читає\w*|повинен|повинна|мусить|обязательно))"
    r"|(?:внимание|увага|уважаем\w+|шановн\w+|для|дорог\w+|привет|привіт),? (?:ии|ші|ассистент\w*|асистент\w*|нейросет\w*|нейромереж\w*|бот\w*|модел\w+)\b"
    r"|конец (?:источника|данных|текста|новости|документа)|кінець (?:джерела|даних|тексту|новини|документа)"
    r"|(?:^|[\s.\]>])(?:система|системное|систему|асистент|ассистент|адміністратор|администратор):"
)
_ORDERS = re.compile(rf"(?:{_ENGLISH}|(?<!\w)(?:{_SLAVIC}))", re.IGNORECASE)
# News about such orders: "researchers hid the words … in a post".
_REPORTS = re.compile(
    r"(?<!\w)(?:researchers?|attackers?|hackers?|prompt injection|jailbreak(?:s|ing)|vulnerabilit\w+|исследовател\w*|злоумышленник\w*"
    r"|хакер\w*|уязвимост\w*|атак\w*|дослідник\w*|зловмисник\w*|вразливіст\w*|вразливост\w*)(?!\w)",
    re.IGNORECASE,
)
_LOOKALIKES = str.maketrans("аеорсухіјѕԁһкмтвнАВЕКМНОРСТУХІЅЈ", "aeopcyxijsdhkmtbhABEKMHOPCTYXISJ")
_LATIN_LOOKALIKES = str.maketrans("aeopcyxiABEKMHOPCTYX", "аеорсухіАВЕКМНОРСТУХ")
_LEET = str.maketrans("01345700@$!", "oieastooasi")
_CODED = re.compile(r"(?<![\w+/=])[A-Za-z0-9+/_-]{20,}={0,2}(?![\w+/=])")
_HEX = re.compile(r"(?<!\w)(?:[0-9a-fA-F]{2}[ :]?){12,}(?!\w)")
_SPACED = re.compile(r"(?<!\w)(?:\w[ .\-_*]){6,}\w(?!\w)")
_LONGEST = 120  # characters of a phrase that is quoted


def phrase(sentence: str) -> str:
    """The words of a sentence that order the AI about, "" if there are none or they are reported."""
    found = _ORDERS.search(sentence)
    if found:
        return "" if _REPORTS.search(sentence) else sentence[found.start() :].strip()[:_LONGEST]
    for told, original in _disguised(sentence):
        if _ORDERS.search(told):
            return original.strip()[:_LONGEST]
    return ""


def find(text: str) -> tuple[str, ...]:
    """All such phrases of a text in order."""
    told = smuggled(text)
    hidden = (told[:_LONGEST],) if told else ()
    return (*hidden, *filter(None, map(phrase, split(text))))


def without(text: str) -> str:
    """The text up to the first order on each of its lines: what follows an order belongs to it."""
    return "\n".join(filter(None, map(_before_order, text.splitlines())))


@lru_cache(maxsize=64)
def _before_order(line: str) -> str:
    kept: list[str] = []
    for sentence in split(line):
        if phrase(sentence):
            break
        kept.append(sentence)
    return " ".join(kept)


def _disguised(sentence: str) -> Iterator[tuple[str, str]]:
    """What a sentence says once a disguise is taken off, and the words in disguise."""
    seen = visible(sentence)
    if seen != sentence:
        yield seen, seen
    yield seen.translate(_LOOKALIKES), seen
    yield seen.translate(_LATIN_LOOKALIKES), seen
    yield seen.lower().translate(_LEET), seen
    yield codecs.decode(seen, "rot13"), seen
    if _SPACED.search(seen):
        yield re.sub(r"(?<=\w)[ .\-_*](?=\w(?:[ .\-_*]|\b))", "", re.sub(r"\s{2,}", "\n", seen)).replace("\n", " "), seen
    for found in (*_CODED.finditer(seen), *_HEX.finditer(seen)):
        yield _decoded(found.group()), found.group()


def _decoded(token: str) -> str:
    """Base64 or hexadecimal as text, "" if it is neither."""
    bare = re.sub(r"[ :]", "", token)
    try:
        if re.fullmatch(r"[0-9a-fA-F]+", bare):
            return bytes.fromhex(bare).decode()
        padded = bare.rstrip("=")
        return base64.b64decode(padded + "=" * (-len(padded) % 4), altchars=b"-_" if re.search("[-_]", padded) else None).decode()
    except (binascii.Error, ValueError):
        return ""
