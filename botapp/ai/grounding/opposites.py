"""Words of which one turns the other round: rose and fell, guilty and innocent; and how words are compared.

Written for text in small letters, with «е» for «ё» and straight apostrophes.
"""

import re

from botapp.ai.grounding.meanings import meaning

_FOUND = r"(?:found |признал\w* |признан\w{0,2} |визна\w+ )?"
# With a figure close by, some verbs say which way it goes; else they say much more: "he added", "shed light".
_SHARE = r"\d[\d.,]*\s?(?:%|percent|per cent|points?|процент|відсот|пункт)"
_NEAR = r"(?! (?:that|что|що|light)(?!\w))(?=(?: [^\s\d.,;:!?]+){0,4}? (?:us)?[$€£₽₴]?\d)"
_NEAR_A_SHARE = rf"(?=(?: [^\s\d.,;:!?]+){{0,4}}? (?:{_SHARE}|(?:to|до) (?:us)?[$€£₽₴]?\d))"
_UP_NEAR = (
    r"add(?:s|ed|ing)?|strengthen\w*|accelerat\w+|spik\w+|leap\w*|widen\w*|expand\w*"
    r"|подскоч\w+|укреп\w+|ускор\w+|отскоч\w+|підскоч\w+|зміцн\w+|прискор\w+|відскоч\w+"
)
_UP_NEAR_A_SHARE = r"advanc\w+|recover\w*|набра\w+|восстанов\w+|віднов\w+"
_DOWN_NEAR = (
    r"slip(?:s|ped|ping)?|dip(?:s|ped|ping)?|eas(?:e|es|ed|ing)|retreat\w*|shed(?:s|ding)?|weaken\w*"
    r"|slow(?:s|ed|ing)?|shr[aiu]nk\w*|contract(?:s|ed|ing)|narrow(?:s|ed|ing)?|cool(?:s|ed|ing)?"
    r"|откат\w+|скат\w+|замедл\w+|скорректир\w+|ослаб\w*|сжа[лт]\w*|убав\w+"
    r"|послаб\w+|сповільн\w+|відкот\w+|скоти[вл]\w*"
)
# In pairs: whoever does one does not do the other. The first one takes figures with it.
OPPOSITES = (
    (
        (
            r"ros[e]|ris(?:e|es|en|ing)|gr[eo]w\w*|increas\w+|climb\w*|gain\w*|jump\w*|soar\w*|surg\w+"
            r"|rais\w+"
            r"|rall(?:y|ies|ied)|rebound\w*"
            r"|hik\w+|up"
            r"|вырос\w*|выраст\w+|раст[её]т|рост\w{0,2}|поднял\w*|подорожа\w+|увелич\w+|взлет\w+"
            r"|прибав\w+|повы[сш]\w+"
            r"|приба\w+"
            r"|зріс|зрос\w*|зроста\w+|виріс|вирос\w*|вирост\w+|підня[влт]\w*|подорожча\w+|збільш\w+|злет\w+|підвищ\w+|додав|додала"
            rf"|(?:{_UP_NEAR}){_NEAR}|(?:{_UP_NEAR_A_SHARE}){_NEAR_A_SHARE}"
        ),
        (
            r"f[ea]ll\w*|dropp?\w*|declin\w+|decreas\w+|slid\w*|slump\w*|sank|sink\w*|plung\w+|tumbl\w+"
            r"|crash\w*|plummet\w*|обруш\w+"
            r"|los[et]\w*|cut|cuts|cutting"
            r"|lower\w*|reduc\w+|down|упа[лд]\w*|падени\w+|сниз[ия]\w+|сниж\w+|пада[ею]\w*|пониз\w+"
            r"|пониж\w+|подешев\w+"
            r"|уменьш\w+|обвал\w*"
            r"|потеря\w+|сократ\w+|просел\w*|опусти\w+|рухну\w+|впа[вл]\w*|упав|падінн\w+|зниз[ия]\w+|зниж\w+"
            r"|подешевш\w+|зменш\w+"
            r"|втрат\w+|скороти\w+|просі[вл]\w*"
            rf"|(?:{_DOWN_NEAR}){_NEAR}"
        ),
    ),
    (
        (
            r"approv\w+|accept\w*|allow\w*|permit\w*|pass(?:ed|es)|adopt\w*|agree\w*|одобр\w+|разреш\w+"
            r"|принял\w?|утверд\w+|поддержа\w+|соглас\w+|схвал\w+|дозвол\w+|прийня\w+|ухвал\w+"
            r"|підтрима\w+|затверд\w+|погод\w+|grant(?:s|ed|ing)?|удовлетворил\w?|удовлетворит|удовлетворено"
            r"|задовольн\w+|задоволено|unblock\w*|разблокир\w+|розблок\w+"
        ),
        (
            r"reject\w*|den(?:y|ies|ied)|refus\w+|bans?|bann(?:ed|ing)|block\w*|prohibit\w*|отклон\w+|отказ\w+"
            r"|запре[тщ]\w*|відхил\w+"
            r"|відмов\w+|заборон\w+|заблокир\w+|заблок\w+|dismiss\w*|без (?:удовлетворения|задоволення)"
        ),
    ),
    (
        (
            r"(?:re)?open\w*|launch\w*|resum\w+|restor\w+|открыл\w*|откроет\w*|запусти\w+|возобнов\w+"
            r"|восстанов\w+"
            r"|відкри\w+|запусти\w+"
            r"|віднов\w+|понов\w+|reinstat\w*|unfr[eo]\w+|разморо\w+|розморо\w+"
            r"|(?:вернул\w?|вернут\w?|верн[её]т|повернув|повернул\w|повернут\w)"
            r"(?= (?:\w+ ){0,2}?(?:лиценз|ліценз|доступ))"
        ),
        (
            r"clos\w+|halt\w*|suspend\w*|paus\w+|stopp?\w*|закры\w+|закро\w+|приостанов\w+|останов\w+"
            r"|прекра\w+|закри\w+|зупин\w+"
            r"|призупин\w+|припин\w+|revok\w+|отозва\w+|отзыва\w+|відклика\w+|fr[eo]z\w+|freez\w+|заморо\w+"
        ),
    ),
    (
        r"buy\w*|bought|purchas\w+|acquir\w+|купи\w+|приобр\w+|покупа\w+|закуп\w+|придба\w+|купу\w+",
        r"sell\w*|sold|sale|sales|прода\w+|распрода\w+|розпрода\w+",
    ),
    (
        (
            r"uph[eo]ld\w*|affirm\w*|confirm\w*|in force"
            r"|[ву] силе|[ву] силі|чинн(?:им|ою|ими)|подтверд\w+|подтвержд\w+|підтверд\w+"
            r"|без изменений|без змін"
        ),
        (
            r"overturn\w*|overrul\w*|quash\w*|annul\w*|revers(?:ed|es|ing)|vacat(?:ed|es|ing)|set aside"
            r"|(?:threw|throws?|thrown|toss\w*) out|scrap(?:s|ped|ping)?|cancel\w*|repeal\w*"
            r"|lift(?:s|ed|ing)?"
            r"|отмен\w+|аннулир\w+|снял\w?|снят\w?|сним[аеу]\w+|скасу\w+|скасов\w+|анул\w+|зняв|знял\w"
            r"|знят\w|зніма\w+"
        ),
    ),
    (
        r"impos(?:e|es|ed|ing)|вв[её]л\w?|введ[её]\w+|введут|налож[ие]\w+|накладен\w+|запровад\w+|ввів|ввод\w+|наклав|наклал\w",
        r"remov(?:e|es|ed|ing)",
    ),
    (
        (
            rf"{_FOUND}(?:guilty|виновн(?!ик)\w+|виновен|винн(?!ик)\w+|винен|винуват\w*)|convict(?:s|ed|ing)?|осуд\w+|осужд\w+"
            r"|засуд\w+"
        ),
        (
            rf"{_FOUND}(?:innocent|невиновн\w+|невиновен|невинн\w+|невинен|невинуват\w*)|acquit\w*"
            r"|exonerat\w+|clear(?:ed|s)(?= (?:\w+ ){0,3}of )|оправда\w+|виправда\w+"
        ),
    ),
    (r"w[io]ns?|winning|выигра\w+|вигра\w+", r"los[et]\w*|проигра\w+|програ\w+"),
)
UP, DOWN, STILL = "a0", "b0", "s0"
_PAIRS = len(OPPOSITES)
CASE_LOST = f"b{_PAIRS - 1}"  # who loses money loses no case, but the word is one
# What is overturned or lifted is in force no more, whether it was upheld before or imposed.
OVERTURNED, LIFTED = f"b{_PAIRS - 4}", f"b{_PAIRS - 3}"
# Of courts and offices: who and what is enough to tell what such a word is about.
OF_CASES = frozenset(f"{side}{_PAIRS - back}" for side in "ab" for back in (2, 3, 4))
# Whoever does this to a ban, a sale or a rise turns it round: a lifted ban bans nothing.
UNDOING = frozenset(("b1", "b2", OVERTURNED, LIFTED))
APART = re.compile(
    r"[,;:.!?—()]|(?<!\w)(?:and|but|after|before|as|when|while|because|и|но|а|после|когда|і|й|та|але|після"
    r"|коли|бо)(?!\w)"
)
IN_FORCE = re.compile(r"(?<!\w)(?:in force|[ву] силе|[ву] силі|чинн(?:им|ою|ими))(?!\w)")
TURN = re.compile(
    "(?<!\\w)(?:"
    + "|".join(f"(?P<a{n}>{one})|(?P<b{n}>{other})" for n, (one, other) in enumerate(OPPOSITES))
    + ")(?!\\w)"
)
# Neither up nor down. What is kept at a level is a rate or a price: firms keep promises, too.
_LEVEL = r"(?:rates?|prices?|tariffs?|dividends?|ставк\w+|цен[ыу]|тариф\w*|цін[иу])"
AS_IT_WAS = re.compile(
    r"(?<!\w)(?:unchanged|on hold|(?:not|n't) (?:be )?(?:chang\w+|touch\w*)|without chang\w+|stood pat"
    r"|(?:no|any) changes?|neither (?:rais|hik|cut|lower|increas)\w* nor"
    r"|(?:stay(?:s|ed)?|remain(?:s|ed)?) (?:at|flat)|stead(?:y|ied)"
    rf"|(?:left|kept|held|leav\w+|keep\w*|hold\w*|maintain\w*|retain\w*) (?:\w+ ){{0,4}}?{_LEVEL}"
    r"(?= at| as| of)"
    r"|(?:без|никаких) изменений|неизменн\w+|не (?:\w+ )?(?:из|по)?мен(?:[яи]|ял)\w*"
    r"|на (?:прежнем|том же|попередньому|тому ж|тому самому) (?:уровне|рівні)"
    r"|(?:останется|останутся|осталась|осталось|остались|остается|остаются) на"
    rf"|(?:сохран|остав)\w+ (?:\w+ ){{0,3}}?{_LEVEL}(?! без)"
    r"|без змін|незмінн\w+|не (?:\w+ )?змін\w+"
    r"|(?:залишиться|залишаться|залишилася|залишилися|залишилось|залишається|залишаються) на"
    rf"|(?:збер|залиш)\w+ (?:\w+ ){{0,3}}?{_LEVEL}(?! без))(?!\w)"
)
RATE = re.compile(r"(?<!\w)(?:rates?|ставк\w{1,4})(?!\w)")
KEPT = re.compile(
    r"(?<!\w)(?:unchanged|steady|flat|changes?|left|kept|held|leaves?|keeps?|holds?|leaving|keeping|holding"
    r"|maintain\w*|retain\w*|remain\w*|stay\w*|level"
    r"|изменений|неизменн\w+|оставил\w?|оставит|сохранил\w?|сохранит|остан\w+|остал\w+|уровн\w+|прежн\w+"
    r"|змін|незмінн\w+|залишив|залиши\w+|зберіг|зберегла|збереже|рівн\w+)(?!\w)"
)
# Losses that grow are a fall of something else; who loses more has them grow.
LOSSES = re.compile(
    r"(?<!\w)(?:loss(?:es)?|deficits?|убыт\w+|потер[ьи]|дефицит\w*|збит\w+|втрат[аи]?|дефіцит\w*)(?!\w)"
)
LOST_MORE = re.compile(
    r"(?<!\w)(?:los(?:t|es?|ing)|потеря\w+|втрат\w+) (?:[^\s.!?]+ ){0,4}?(?:more|less|fewer|больше"
    r"|меньше|більше|менше)"
    r"(?!\w)"
)
NOT_GUILTY = re.compile(r"(?<!\w)(?:not guilty|не (?:виновен|виновн\w+|винен|винн\w+|винуват\w*))(?!\w)")
INNOCENT = " innocent "

# Who does nothing: "no user", "none of the clients"; up to where its sentence begins another thought.
_PEOPLE = (
    r"(?:one|body|users?|clients?|customers?|people|persons?|investors?|workers?|depositors?|holders?"
    r"|employees?"
    r"|members?)"
)
NOBODY = re.compile(
    rf"(?<!\w)(?:nobody|no[ -]{_PEOPLE}|none of (?:the |its |their )?{_PEOPLE})(?! (?:but|except"
    rf"|other than|else))(?!\w)"
    r"(?P<does>[^.,;:!?()—]{0,200}?)(?=[.,;:!?()—]|$| (?:that|who|whom|which|what|how|where|when|while"
    r"|because|but"
    r"|and|if|until|before)(?!\w))"
)
# Denied at its verb, in the same breath: «никто из клиентов не потерял».
NOBODY_DENIED = re.compile(
    r"(?<!\w)(?:никто|ни один|ни одна|ничего|ніхто|жоден|жодна|нічого)(?=[^.,;:!?()—]{0,60}? не )(?!\w)"
)
PEOPLE = frozenset(
    map(
        meaning,
        re.findall(
            r"\w+",
            "nobody no none somebody someone one two three several all people person user client customer "
            "investor "
            "worker depositor holder employee member "
            "никто люди людей человек человека клиенты клиентов пользователи пользователей инвесторы "
            "инвесторов "
            "вкладчики вкладчиков рабочие рабочих сотрудники один одна двое трое два две три несколько все "
            "ніхто людина людини клієнти клієнтів користувачі користувачів інвестори інвесторів вкладники "
            "працівники двоє троє дві кілька усі всі",
        ),
    )
)
