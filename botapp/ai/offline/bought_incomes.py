"""The words of an income that nobody can pay, and of the call to pay in for it.

Written as those of deposit_scams.py, used by spread_scams.py. A bank's rate is of a year, and a price that
moved so much in a day is no income.
"""

from botapp.ai.offline.deposit_scams import MONEY

_SHARE = r"\s?(?:%|процент\w{0,2}|відсот\w{2,3}|percent)"
_A_PERCENT = (  # 1 at least
    rf"(?<![\d.,])[1-9]\d{{0,4}}(?:[.,]\d{{1,2}})?(?:\s?[-–—]\s?\d{{1,4}}(?:[.,]\d)?)?{_SHARE}"
)
_MANY_PERCENT = rf"(?<![\d.,])[1-9]\d{{1,4}}(?:[.,]\d{{1,2}})?{_SHARE}"
_DAILY = (
    r"(?:(?:в|за|на) (?:день|сутки|час|добу|годину)|каждый (?:день|час)|кожн\w{2} (?:день|годину)|ежедневно"
    r"|щодня|щодоби|(?:a|per|every|each|in a) (?:day|hour)|daily|in 24 hours"
    r"|(?:за|через) 24 (?:часа|години))(?!\w)"
)
_WEEKLY = (
    r"(?:(?:в|за|на) (?:неделю|тиждень)|кажд\w{2} неделю|щотижня|еженедельно"
    r"|(?:a|per|every|each|in a) week|weekly)(?!\w)"
)
_NO_MOVE = (  # of a price
    r"(?<!\bна )(?<!додав )(?<!\bby )(?<!\bup )(?<!down )(?<!rose )(?<!fell )(?<!gained )(?<!lost )"
    r"(?<!jumped )"
)
_DOUBLED = (
    r"(?<!\w)(?:уд(?:во|ваива)\w{2,5}|подво\w{2,5}|утро\w{2,5}|потро\w{2,5}|double|triple|[xх][2-9]"
    r"|[2-9][xх])"
    rf"(?!\w)[^.!?]{{0,30}}?(?<!\w)(?:{_DAILY}|{_WEEKLY})"
    rf"|(?<!\w)(?:{_DAILY}|{_WEEKLY})[^.!?]{{0,20}}?(?<!\w)(?:[xх][2-9]|[2-9][xх])(?!\w)"
)
IMPOSSIBLE = (
    rf"{_NO_MOVE}(?:{_A_PERCENT}(?: [^\s.!?]+){{0,2}}? {_DAILY}"
    rf"|{_MANY_PERCENT}(?: [^\s.!?]+){{0,2}}? {_WEEKLY})"
    rf"|(?<!\w)(?:{_DAILY}|{_WEEKLY})(?: [^\s.!?]+){{0,2}}? {_A_PERCENT}"
    rf"|{_DOUBLED}"
    rf"|(?<!\w)(?:получа|зарабатыва|отриму|заробля|earn|get|receive|make"
    rf"|take)\w{{0,4}}(?: [^\s.!?]+){{0,2}}? {MONEY}\w*"
    rf"(?: [^\s.!?]+){{0,1}}? {_DAILY}"
)
PAY_IN = (
    r"(?<!не )(?<!not )(?<!n['’]t )(?<!\w)(?:(?:вложи|внеси|пополни|закинь|(?:про)?инвестируй|вкладывай"
    r"|положи|депни|переведи|отправь|заходи|начни|начинай|стартуй|вклади|поповни|закидай|(?:за)?інвестуй"
    r"|вкладай"
    r"|поклади|перекажи|надішли|заходь|почни|починай)(?:те|ть|сь)?|внесіть|вкладіть|поповніть|перекажіть"
    r"|надішліть"
    r"|почніть|покладіть|достаточно (?:вложить|внести)|(?:достатньо|досить) (?:вкласти|внести)"
    r"|(?<!to )(?<!can )(?<!who )(?<!they )(?:put in|invest|deposit|top up|start with|send|transfer"
    r"|get started with))"
    rf"(?!\w)[^.!?]{{0,30}}?{MONEY}"
    r"|(?<!\w)(?:мин(?:имальн\w{2})?|перв\w{2}|стартов\w{2}|мін(?:імальн\w{1,2})?|перш\w{1,2}|minimum|min"
    r"|first"
    r"|initial)\.?"
    r" (?:вклад\w?|взнос|депозит|сумма|вложени\w|внесок|сума|deposit|investment|stake)"
    rf"(?: is)?\s?[:—–-]?\s?(?:(?:от|всего|від|лише|from|only|just) ){{0,2}}{MONEY}"
    rf"|(?<!\w)(?:вложени[ея]|инвестици[ия]|вкладення|інвестиці[яї]|investments?) (?:от|всего|від|from|only"
    rf"|just) {MONEY}"
    rf"|(?<!\w)(?:вход|старт|вхід|entry|start)(?: is)?\s?[:—–-]?\s?"
    rf"(?:(?:от|с|со|від|з|із|from|with|at|just|only|всего|лише) ){{1,2}}{MONEY}"
)
# Who sells goods, lends or fines has daily percents, too.
NO_INCOME = (
    r"(?<!\w)(?:к[еэ]шб[еэ]к\w{0,2}|скидк\w{1,2}|знижк\w{1,2}|cashback|discounts?|за[йе]м\w{0,2}|позик\w"
    r"|кредит\w{0,2}"
    r"|loans?|borrow\w{0,3}|margin|пен[яиюі]|неустойк\w|штраф\w{0,2}|просроч\w{2,4}|простроч\w{2,4}|penalty"
    r"|late"
    r"|годовых|річних|apr)(?!\w)"
)
