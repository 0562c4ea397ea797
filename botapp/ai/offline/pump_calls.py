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

# A coin that is named at once, and whoever moves its price is named, too.
_TICKER = r"(?:\$[a-z]\w{1,10}|(?-i:[A-Z][A-Z\d]{2,9}))"
_BUY_NOW = (
    r"(?:закупа(?:ем(?:ся)?|й(?:те|тесь)?|йся)|закуповуємо(?:ся)?|закуповуй(?:те|теся)?"
    r"|скупа(?:ем|й(?:те)?)|скуповуємо|бер[её]м(?:о)?|бери(?:те)?|беріть|покупа(?:ем|й(?:те)?)|купуємо"
    r"|купуй(?:те)?|(?:за)?тарим(?:ся)?|(?:за)?тарюємо(?:ся)?|(?:за)?тар(?:и|ю)й?(?:те|тесь|теся|ся)"
    r"|(?:купи|залетай|влетай|грузи)(?:те|мся)?|(?:заходи|входи)(?:м|те)?|заходимо|заходьте|зайти"
    r"|(?<!to )(?<!can )(?<!who )(?:buys?|grab|load up on|ape(?: in(?:to)?)?|get in(?:to)?|jump in(?:to)?"
    r"|enter))"
)
_ALL_IN = r"(?:(?:все|всі|усі) (?:в|у)|all in(?: on| to)?|everyone in(?:to)?)"
_BY_HOUR = (
    r"(?: \w+){0,2}? (?:(?:до|к|by|before) (?:\d{1,2}(?::\d\d|(?= ?[ap]m(?!\w)|[!.,]))|полуноч|півн"
    r"|midnight|noon)|сейчас|зараз|now)"
)
BUY_THIS = (
    rf"(?<!не )(?<!not )(?<!n['’]t )(?<!\w)(?:{_AT_ONCE} )?{_BUY_NOW}(?: (?:в|у|на|the|coin|токен|монету))*"
    rf" {_TICKER}(?!\w)(?![^.!]{{0,60}}\?)|(?<!\w){_ALL_IN} {_TICKER}(?!\w)(?![^.!]{{0,60}}\?)"
)
BUY_BY_HOUR = rf"(?:{BUY_THIS}){_BY_HOUR}"
_MOVER = (
    r"(?:кит(?:ы|и|ов|ів)?|инсайд\w{0,3}|інсайд\w{0,3}|whales?|insiders?|памп\w{0,4}|pump\w{0,3}"
    r"|(?:маркет-?мейкер\w?|крупн\w{2} игрок\w?|market ?makers?)(?: \w+)?"
    r" (?:двин|разгон|толка|льёт|льет|зал|жене|розгон|штовха|send|push|pump|pour)\w{0,4})"
)
PUSHED = rf"(?<!\w){_MOVER}(?!\w)"
MANIFOLD = (
    r"(?<!\w)(?<!плечом )(?<!плечем )(?<!leverage )(?:[xх] ?\d+|\d+ ?[xх]|икс(?:ы|ов)|ікс(?:и|ів))(?!\w)"
    r"(?! (?:бал|балл|бонус|к[еэ]шб|points?|cash|leverage|bonus|плеч))"
    r"|(?<!\w)(?:в|у|на) \d{2,} раз\w{0,2}(?!\w)|\+ ?\d{3,} ?%"
    r"|(?<!\w)(?:(?:to the )?moon|на луну|на місяць|ракета)(?!\w)"
)
# What the market did and who says so.
AFTERWARDS = (
    r"(?<!\w)(?:вырос\w{0,3}|упал\w{0,2}|рухнул\w|зр[оі]с\w{0,3}|впав|впала|обвали\w{2,3}|rose|fell|jumped"
    r"|crashed"
    r"|bought|sold|аналитик\w{0,2}|аналітик\w{0,2}|analysts?|data)(?!\w)"
)
