"""The words of a job that costs money before it pays any: its account, its tasks, its registration.

Written as those of deposit_scams.py, used by spread_scams.py. An employer pays for what a job needs.
"""

_PER = (
    r"(?:\s?/\s?|\s(?:в|за|на|a|per|each|every)\s)(?:первый |кажд\w{2} |кожн\w{1,2} |одн[оуи] )?(?:день|сутки"
    r"|смену|час|неделю|задани\w{1,2}|отзыв\w{0,2}|лайк\w{0,2}|ролик\w?|видео|оценку|зміну|добу|годину"
    r"|тиждень"
    r"|завдан\w{2}|відгук\w{0,2}|вподобайк\w|відео|оцінку|day|shift|hour|week|task|review|like|click|video"
    r"|rating)(?!\w)"
)
_DAILY = rf"(?:{_PER}|\s?(?:ежедневно|щодня|щоденно|daily)(?!\w))"
_CURRENCY = (
    r"(?:[$€£₽₴]|(?:руб|грн|гривен|гривн|долл?|евро|євро|usd[tc]?|eur|btc|eth|ton|trx|dollar|euro"
    r"|pound)\w{0,4}\.?"
    r"|р(?!\w)\.?)"
)
# What is paid in, which is no wage itself.
_SUM = rf"(?:[$€£₽₴]\s?\d[\d.,]*+|\d(?:[\d.,]|[ \u00a0](?=\d))*+ ?{_CURRENCY})(?!{_DAILY})"

_PAY = (
    r"(?:пополни(?:те)?|купи(?:те)?|закинь(?:те)?|внес(?:и|ите)|перевед(?:и|ите)|отправь(?:те)?"
    r"|оплати(?:те)?|скинь(?:те)?|заплати(?:те)?"
    r"|поповн(?:и|іть)|внес(?:іть)|перекаж(?:и|іть)|переказуй(?:те)?|(?:с|за|о)плат(?:и|іть)|надішл(?:и|іть)"
    r"|купіть|закиньте"
    r"|(?:нужно|надо|необходимо|требуется|прид[её]тся|потрібно|треба|необхідно|доведеться)"
    r"(?: [^\s.!?]+){0,4}? (?:пополнить|внести|перевести|отправить|оплатить|заплатить|поповнити|внести"
    r"|переказати|сплатити|оплатити|надіслати)"
    r"|(?:you (?:will )?(?:need|have) to|you must) (?:deposit|pay|send|top up|transfer|buy|purchase|recharge)"
    r"|(?<!to )(?<!can )(?<!may )(?<!will )(?<!they )(?<!who )(?<!we )(?<!also )(?:deposit|top up|pay|send"
    r"|transfer|purchase|recharge))"
)
_FEE = (
    r"(?:активаци\w|регистраци\w|взнос\w?|предоплат\w|депозит\w?|вход|вхід|залог\w?|пополнени\w|активаці\w"
    r"|реєстраці\w"
    r"|внесок|передоплат\w|застав\w|завдат\w{2,3}|поповненн\w"
    r"|(?:registration|activation|starter|training|access) (?:fee|deposit|payment))"
)
_ACCOUNT = (
    r"(?:баланс|сч[её]т|аккаунт|кошел[её]к|кабинет|рахунок|акаунт|гаманець|кабінет|balance|account|wallet)"
)
START_FEE = (
    rf"(?<!не )(?<!not )(?<!n['’]t )(?<!\w){_PAY}(?!\w)[^.!?]{{0,40}}?(?:{_SUM}"
    rf"|(?<!\w)(?:рабоч\w{{2,3}}|робоч\w{{1,3}}|work|task) {_ACCOUNT}(?!\w))"
    rf"|(?<!без )(?<!no )(?<!\w){_FEE}(?: [^\s.!?]+){{0,3}}? {_SUM}"
)
WAGE = rf"(?:[$€£₽₴]\s?)?\d[\d., \u00a0]{{0,9}}(?:\w{{1,6}}\.? ?|[$€£₽₴])?{_DAILY}"
WORK = (
    r"(?<!\w)(?:работа(?!\w)|(?:удал[её]нн|дистанционн)\w{2} работ\w|работк\w|вакансі?[ияї]|вакансии"
    r"|получай(?:те)?|отримуй(?:те)?|подработк\w|удал[её]нк\w|ищем|ищу|набираем|нужны (?:люди|\w+р[ыа])"
    r"|без опыта|заработ\w{2,4}"
    r"|плачу|платим|зарабатыва\w{1,4}|лайк\w{0,2}|(?:пиш\w+|остав\w+|за|по) отзыв\w{0,2}|оценк[иу]|оценок"
    r"|робота(?!\w)|(?:віддален|дистанційн)\w{1,2} робот\w|підробіт\w{2,3}|шукаємо|шукаю|потрібні (?:люди"
    r"|\w+ри)|без досвіду|заробля\w{1,4}"
    r"|вподобайк\w|(?:пиш\w+|залиш\w+|за) відгук\w{0,2}|завдан\w{2,3}|задани\w{1,2}"
    r"|work|jobs?|hiring|no experience|data entry|earn|(?:write|post|per) reviews?|reviewing|tasks?|likes?"
    r"|clickers?)(?!\w)"
)
# Firms that say that they take nothing; what is worn at work and given back.
NO_FEE = (
    r"(?<!\w)(?:no (?:\w+ )?fees?|never (?:charges?|asks?)|free of charge|термосум\w{1,3}|за наш (?:счёт"
    r"|счет|рахунок))(?!\w)"
)
# What who hires somebody for long speaks of.
EMPLOYED = (
    r"(?<![\d/])[2-7]/[1-7](?![\d/])|(?<!\w)(?:(?:обучение|навчання) (?:за наш|бесплатн|безкоштовн)\w{0,4}"
    r"|договор[у]?|договір|тк рф|резюме|r[eé]sum[eé]"
    r"|cv)(?!\w)"
)
# What is let by the day, and kept safe by a deposit.
RENTED = r"(?<!\w)(?:аренд\w{1,3}|прокат\w{0,2}|оренд\w{1,2}|посуточно|подобово|rent|rentals?|lease)(?!\w)"
