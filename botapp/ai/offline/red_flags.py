"""Signs of manipulation and fraud in a text, with the words that show them.

A text that *reports* a fraud quotes the same words, so a sentence that warns or that tells of
victims, police or courts raises no flag, nor does a sentence right beside one.
"""

import re
from collections.abc import Iterator, Sequence
from typing import Literal

from botapp.ai import injections

Sign = Literal[
    "urgency", "guaranteed", "impersonation", "seed_phrase", "pump", "send_to_receive", "orders_to_ai"
]

_KEY_WORDS = (
    r"(?:seed|recovery|secret|mnemonic)[ -]?(?:phrase|words)|private keys?|12 words|24 words"
    r"|(?:сид|seed)[ -]?фраз\w*|секретн\w+ фраз\w*|приватн\w+ ключ\w*|мнемоническ\w+ фраз\w*"
    r"|мнемонічн\w+ фраз\w*"
)
_PATTERNS: dict[Sign, str] = {
    "seed_phrase": (
        rf"(?:enter|send|share|provide|type|submit|verify|confirm|connect)\b[^.!?]{{0,40}}(?:{_KEY_WORDS})"
        rf"|(?:введи\w*|отправ\w*|пришли\w*|укажи\w*|подтверди\w*|сообщи"
        rf"|сообщите)\b[^.!?]{{0,40}}(?:{_KEY_WORDS})"
        rf"|(?:введ[иі]\w*|надішл\w*|вкаж\w*|підтверд\w*|повідомте)\b[^.!?]{{0,40}}(?:{_KEY_WORDS})"
    ),
    "send_to_receive": (
        r"(?:send|deposit|transfer)\b[^.!?]{0,50}\b(?:and|to)\s+(?:get|receive)\b[^.!?]{0,30}"
        r"(?:back|double|twice|2x|x2|\d+x)|(?:double|triple) your (?:btc|bitcoin|eth|crypto|money|deposit)"
        r"|(?:отправ\w*|перевед\w*|пополни\w*|внеси\w*)\b[^.!?]{0,50}(?:получ\w*|вернем|вернём)\b[^.!?]{0,30}"
        r"(?:вдвое|в два раза|в 2 раза|x2|х2|больше|обратно)|удво\w+ (?:ваш\w*|сво\w*|депозит\w*|биткоин\w*)"
        r"|(?:надішл\w*|відправ\w*|перекаж\w*|поповн\w*|внес\w*)\b[^.!?]{0,50}(?:отрима\w*"
        r"|поверн\w*)\b[^.!?]{0,30}"
        r"(?:вдвічі|удвічі|у два рази|x2|х2|більше|назад)|подво\w+ (?:ваш\w*|св\w*|депозит\w*)"
    ),
    "guaranteed": (
        r"guaranteed (?:\w+ )?(?:returns?|profits?|income|gains?)|(?:risk[- ]free|no[- ]risk)\b[^.!?]{0,25}"
        r"(?:returns?|profits?|income|earn\w*|invest\w*)|profits? (?:is|are) guaranteed|zero risk"
        r"|гарантирован\w+ (?:\w+ )?(?:доход\w*|прибыл\w*|заработ\w*)|гарантируем (?:\w+ )?(?:доход|прибыль)"
        r"|(?:доход\w*|прибыл\w*|заработ\w*)\b[^.!?]{0,20}(?:без риска|гарантирован\w*)"
        r"|без (?:всякого )?риска"
        r"|гарантован\w+ (?:\w+ )?(?:дохід|доход\w*|прибут\w*|заробіт\w*)|гарантуємо (?:\w+ )?(?:дохід"
        r"|прибуток)"
        r"|(?:дохід|прибут\w*|заробіт\w*)\b[^.!?]{0,20}(?:без ризику|гарантован\w*)|без (?:жодного )?ризику"
    ),
    "urgency": (
        r"(?:act|buy|join|hurry|claim)\b[^.!?]{0,15}\b(?:now|today|fast)\b|hurry up|last chance|limited time"
        r"|only \d+ (?:hours?|minutes?|spots?|places?) left|before it'?s too late|don'?t miss (?:out|it|this)"
        r"|(?:только|лишь) сегодня|последн\w+ шанс|успе(?:й|йте)\b|не упусти\w*|не пропусти\w*|торопи\w*"
        r"|осталось (?:всего )?\d+ (?:час\w*|минут\w*|мест\w*)|пока не поздно|срочно (?:покупа\w*"
        r"|заход\w*|перевед\w*)"
        r"|(?:тільки|лише) сьогодні|останн\w+ шанс|встигн(?:и|іть)|не проґав\w*|не пропусти\w*|поспіша\w*"
        r"|залишилося (?:всього )?\d+ (?:годин\w*|хвилин\w*|місц\w*)|поки не пізно"
    ),
    "impersonation": (
        r"(?:official|binance|coinbase|metamask|telegram|ledger|trust wallet)\s+support\s+(?:team|agent|here)"
        r"|(?:elon musk|vitalik buterin|cz)\b[^.!?]{0,40}(?:giveaway|is giving away|doubles?)"
        r"|(?:we are|this is|i am|i'm) (?:from |the )?(?:\w+ )?(?:support|security team|administration)"
        r"|(?:мы|я|это) (?:из )?(?:служб\w+ (?:поддержки|безопасности)|поддержк\w+|администраци\w+)"
        r"|(?:илон маск|виталик бутерин|дуров)\b[^.!?]{0,40}(?:раздает|раздаёт|разда\w+|дарит)"
        r"|(?:ми|я|це) (?:з[іи]? )?(?:служб\w+ (?:підтримки|безпеки)|підтримк\w+|адміністраці\w+)"
        r"|(?:ілон маск|віталік бутерін|дуров)\b[^.!?]{0,40}(?:розда\w+|дарує)"
    ),
    "pump": (
        r"to the moon|\b(?:100|1000|50|20)x\b|next (?:bitcoin|100x|gem)|will (?:explode|skyrocket|moon)"
        r"|hidden gem"
        r"|(?:сделает|даст|сделаем) (?:\d+)?\s?(?:иксов|[xх]\d+|\d+[xх])|\d+ иксов|ракет\w+|туземун"
        r"|ту зе мун|летим на луну"
        r"|взлет\w+ на \d{3,}|(?:зробить|дасть) (?:\d+)?\s?(?:іксів|[xх]\d+|\d+[xх])|\d+ іксів"
        r"|летимо на місяць"
        r"|злетить на \d{3,}|🚀(?:\s?🚀)+"
    ),
}
_COMPILED = {sign: re.compile(rf"(?<!\w)(?:{words})", re.IGNORECASE) for sign, words in _PATTERNS.items()}
_REPORTS = re.compile(
    r"(?<!\w)(?:warn\w*|victims?|police|prosecut\w+|charged|scammers?|fraudsters?|phishing|alleged\w*"
    r"|arrested"
    r"|lawsuit|complaint|convicted|sentenced|fake\b|according to|beware|researchers?|investigat\w+"
    r"|предупре\w+|предостер\w+|жертв\w*|пострадавш\w*|полици\w*|прокур\w*|следств\w*|мошенни\w*"
    r"|фишинг\w*|аферист\w*"
    r"|обвин\w+|арест\w*|суд\b|суда\b|поддельн\w*|исследовател\w*|злоумышленник\w*"
    r"|попере(?:д\w+|джа\w+)|потерпіл\w*|поліці\w*|слідств\w*|шахра\w*|фішинг\w*|аферист\w*|звинува\w+"
    r"|підозр\w*"
    r"|підроблен\w*|дослідник\w*|зловмисник\w*)",
    re.IGNORECASE,
)
_NEVER = re.compile(
    r"(?:never|do not|don'?t|nobody|no one|not|не|никогда|никому|ніколи|нікому|no)\s+(?:\w+\s+){0,2}$",
    re.IGNORECASE,
)
_LONGEST_PHRASE = 120


def find(sentences: Sequence[str]) -> tuple[tuple[Sign, str], ...]:
    """Each sign once, with the first words that show it, in the order of the list above."""
    reporting = [bool(_REPORTS.search(sentence)) for sentence in sentences]
    speaking = [
        sentence
        for number, sentence in enumerate(sentences)
        if not any(reporting[max(0, number - 1) : number + 2])
    ]
    found = [(sign, next(_phrases(sign, speaking), "")) for sign in _COMPILED]
    # Whoever gives orders to an AI gains nothing by reporting a fraud beside them: those always count.
    found.append(("orders_to_ai", next(filter(None, map(injections.phrase, sentences)), "")))
    return tuple((sign, phrase) for sign, phrase in found if phrase)


def _phrases(sign: Sign, speaking: Sequence[str]) -> Iterator[str]:
    for sentence in speaking:
        for match in _COMPILED[sign].finditer(sentence):
            if not _NEVER.search(sentence[: match.start()]):
                yield match.group().strip()[:_LONGEST_PHRASE]
