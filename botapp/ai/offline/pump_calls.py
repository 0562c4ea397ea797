"""The words of an organised pump: a coin that is named at the last moment, and everybody buys at once.

Written as those of deposit_scams.py, used by spread_scams.py. Who names a coin later sells it then.
"""

_COIN = (
    r"(?:монет[ауыи]|токен\w?|тикер\w?|тікер\w?|(?:название|имя|назву|назва) (?:монеты|токена|монети)"
    r"|coin(?:['’]s)?(?: name)?|token|ticker|name of the (?:coin|token))"
)
_GIVEN = (
    r"(?:назов[её]м|назову|объяв(?:им|лю)|скаж(?:ем|у)|дадим|дам|раскро(?:ем|ю)|откро(?:ем|ю)|опублику(?:ем"
    r"|ю)"
    r"|кин(?:ем|у)|выложим|(?:на)?пиш(?:ем|у)|пришл(?:ем|ю)|будет (?:в|на|ровно)|(?:узнаете|узнаешь"
    r"|появится)|назв(?:емо|у)|оголо(?:симо|шу)"
    r"|скаж(?:емо|у)|дамо|розкри(?:ємо|ю)|опублікуємо|кинемо|(?:на)?пиш(?:емо|у)|надішл(?:емо|ю)|буде (?:в"
    r"|у|на|рівно)|дізна(?:єтеся|єшся)"
    r"|з['’]явиться|(?:will be|is|gets) (?:named|announced|revealed|posted|in the (?:chat|channel)|dropped"
    r"|given)"
    r"|(?:we|i)(?:['’]ll| will)? (?:name|announce|reveal|post|drop|give|share)"
    r"|(?:will be )?in the (?:chat|channel))"
)
NAMED_LATER = (
    rf"(?<!\w)(?:{_COIN}(?!\w)[^.!?]{{0,25}}?(?<!\w){_GIVEN}|{_GIVEN}(?: [^\s.!?]+){{0,3}}? {_COIN})(?!\w)"
)
_BUY = (
    r"(?:бер[её]м(?:о)?|покупаем|скупаем|закупаем(?:ся)?|заходим(?:о)?|входим(?:о)?|купуємо|скуповуємо"
    r"|закуповуємо(?:ся)?)"
)
_AT_ONCE = (
    r"(?:вместе|вс[еі]|всі|усі|разом|одновременно|одночасно|дружно|сразу|відразу|в одну (?:минуту|секунду)"
    r"|в одну хвилину)"
)
BUY_TOGETHER = (
    rf"(?<!\w)(?:{_AT_ONCE}(?: \w+)? {_BUY}|{_BUY}(?: [^\s.!?]+){{0,2}}? {_AT_ONCE})(?!\w)(?! [ву] (?!монет"
    rf"|токен|сделк|угод|позиц))"
    r"|(?:^|(?<=[,.!;:] )|(?<=and )|(?:we|everyone|everybody|all of us|(?<!are )all)(?: all| will| must)? )"
    r"(?:buys?|enters?|(?:go|get|ape|pile|come)s? in)(?: [^\s.!?]+){0,2}? (?:together|at once|simultaneously"
    r"|at the same (?:time|moment|second))(?!\w)"
)
