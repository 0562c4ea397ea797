"""The words that ask for what opens a wallet or an account: phrases, keys, codes, passwords.

Written as those of signs.py, which uses them. "Enter the code" is what every honest site says; asking to
have a code told or sent to somebody is not. Codes that other people give out (of goods, of errors, of
programs) are none of these.
"""

_KEY_WORDS = (
    r"(?:seed|recovery|secret|mnemonic)[ -]?(?:phrase|words)|private keys?|(?:12|24|twelve"
    r"|twenty-four)[ -]words?|(?:12"
    r"|24) (?:слов\w*|сл[оі]в\w*)"
    r"|(?:с[иі]{1,2}д|seed)[ ‐‑–-]?(?:фраз\w*|сл[оі]в\w*)|секретн\w+ фраз\w*|приватн\w+ ключ\w*"
    r"|мнемоническ\w+ фраз\w*|мнемонічн\w+ фраз\w*"
    r"|фраз\w+ (?:восстановлени\w*|відновлен\w*)|секретн\w+ сл[оі]в\w*"
)

_EN_PURPOSE = (
    r"(?:verification|confirmation|authenti\w+|authori[sz]ation|security|one[- ]time|log[- ]?in|sign[- ]?in"
    r"|access|sms|otp|2fa|mfa|two[- ]factor|google|telegram|whatsapp|(?:\d|four|five|six|eight)[- ]digits?)"
)
_EN_CODE = (
    rf"(?:{_EN_PURPOSE} (?:\w+ ){{0,2}}?(?:code|passcode|password|pin)\b|otp\b|cvv2?\b|cvc2?\b"
    r"|(?:code|digits|pin|password),? (?:that |which )?(?:(?:from|in|on) (?:the |your |that |our |this )?"
    r"(?:\w+ )?(?:sms|texts?|messages?|e-?mail|app|authenticator|phone)\b|by sms"
    r"|(?:you|u) (?:\w+ )?(?:receive|get|got|see)|(?:we|i) (?:\w+ )?sen[dt]"
    r"|(?:was|is|has been) (?:just )?sent|sent to (?:you|your))"
    r"|your (?:\w+ )?(?:password|passcode|pin)\b|log-?in and password)"
)
_EN_START = (
    r"(?:^|(?<=[^\w\s’'])|(?<=[^\w\s] )|(?<=please )|(?<=pls )|(?<=plz )|(?<=kindly )|(?<=just )|(?<=now )"
    r"|(?<=then )|(?:can|could|will|would) (?:you|u) (?:please |pls |plz |just )?"
    r"|(?:you|u) (?:will |now |just |only )?(?:must|need to|have to|should|are (?:asked|required) to) "
    r"(?:now |just |immediately )?|(?:need|want|ask) (?:you|u) to )"
)
_EN_TELL = (
    r"(?:tell|give|send|share|forward|text|dictate|provide|message|say|read(?: out)?|reply(?: with)?) "
    r"(?:to )?"
)
_EN_LISTENER = (
    r"(?:(?:us|me|him|her|back|here|(?:our|the|your) (?:\w+ )?(?:agent|operator|courier|manager|support"
    r"|specialist|officer|employee|advis[eo]r|team|bot)) )"
)
_EN = (
    rf"{_EN_START}{_EN_TELL}{_EN_LISTENER}?(?:with )?(?:(?:the|your|ur|that|this|any|my) ){{0,2}}(?:\w+ )?"
    rf"{_EN_CODE}"
    rf"|(?<!to )(?<!never )(?<!not )(?<!n't ){_EN_TELL}(?:us|me|our \w+) "
    rf"(?:the |your |ur |that |this |a ){{0,2}}(?:\w+ )?{_EN_CODE}"
    rf"|\b(?:i|we) (?:\w+ )?need (?:the |your |ur |that )(?:\w+ )?{_EN_CODE}"
    rf"|{_EN_START}(?:send|forward) (?:the|that|your|ur) code to (?:this|our|the (?:bot|chat|number))\b"
    rf"|{_EN_START}{_EN_TELL}{_EN_LISTENER}(?:the |that |your |ur )?code"
    r"(?=[ ]?(?:$|[^\w\s-])| (?:and|so|to)\b)"
    r"|\b(?:code|sms)\b[^.!?]{0,60}(?<!never )(?<!not )(?<!n't )(?<!n’t )\b"
    r"(?:(?:send|forward|read|give|text) (?:it|me it|me that|that) (?:back |out )?(?:to )?"
    r"(?:me|us|here|our \w+)\b"
    r"|tell (?:it to )?(?:me|us)\b"
    r"(?! (?:if|about|how|when)))"
)

_CODE = r"(?<![\w-])(?:код(?:а|у|ом|ы|и|ов|ів)?|коди?к)(?!\w)"
_FIGURES = rf"(?:{_CODE}|цифр[ыи]?|парол\w{{1,2}})"
_OF_A_CODE = (
    r"(?:подтвержд\w+|безопасност\w+|авториз\w+|верификаци\w+|активаци\w+|доступ\w*|вход\w*|отмен\w+"
    r"|двухфакторн\w+|2fa|підтвердж\w+|безпек\w+|верифікаці\w+|активаці\w+|скасуван\w+|двофакторн\w+)"
)
_SENT_IN = (
    r"(?:(?:\w+ )?(?:смс\w*|sms\w*|сообщени\w*|уведомлени\w*|приложени\w*|пуш\w*|push\w*|звонк\w*|письм\w*"
    r"|почт\w*|повідомлен\w*|сповіщен\w*|застосунк\w*|додатк\w*|дзвінк\w*|лист[аі]?|пошт\w*|telegram"
    r"|телеграм\w*))"
)
_CAME = (
    r"(?:при[шдх]\w+|получ\w+|отправ\w+|присла\w+|высла\w+|поступ\w+|над[иі]йшо\w+|надсила\w+|надісла\w+"
    r"|отрима\w+|над[іи]йде|прийд\w+|прийшо\w+)"
)
_ADJECTIVE = (
    r"(?:одноразов\w+|проверочн\w+|подтвержда\w+|\w+значн\w+|пришедш\w+|полученн\w+|присланн\w+|перевірочн\w+"
    r"|отриман\w+|надіслан\w+)"
)
_ANY_CODE = (
    rf"(?:(?<![\w-])(?:смс|sms|пин|пін|pin|cvv|cvc)[ -]?код\w{{0,2}}|(?<!\w)(?:cvv|cvc)2?\b"
    rf"|{_ADJECTIVE} (?:вам |\d )?{_FIGURES}"
    rf"|{_FIGURES} (?:(?:из|с|со|ис|от|із|зі|з|від) {_SENT_IN}|(?:в|у|по) (?:смс|sms))"
    rf"|{_CODE} (?:для |на )?{_OF_A_CODE}"
    rf"|{_FIGURES},? (?:которы\w+|что|який|яка|які|що) (?:\w+ ){{0,3}}{_CAME}"
    r"|(?:ваш\w?|свой|свій|твой|твій) (?:\w+ )?парол\w+|(?:логин|логін) (?:и|і|й|та) парол\w+)"
)
_LISTENER = (
    r"(?:мне|нам|мені|оператор\w*|менеджер\w*|специалист\w*|спеціаліст\w*|сотрудник\w*|співробітник\w*"
    r"|курьер\w*|кур['’ʼ]?єр\w*|бот[уа]|следовател\w+|слідч\w+|сюда|сюди)"
)
_BARE_CODE = rf"{_CODE}(?: {_LISTENER})?(?=\s?(?:$|[^\w\s-])| (?:и|і|й|та|чтобы|щоб|пожалуйста|плиз)(?!\w))"
_TELL = (
    r"(?<!не )(?:наз[оа]ви(?:те)?|(?:про)?диктуй(?:те)?|сообщи(?:те)?|скажи(?:те)?|говори(?:те)?"
    r"|пришли(?:те)?|вышли(?:те)?|скинь(?:те)?|перешли(?:те)?|отправь(?:те)?|передай(?:те)?|дай(?:те)?"
    r"|напиши(?:те)?"
    r"|предоставь(?:те)?|назв[іи](?:ть)?|повідом(?:те|и|іть)|скажіть|надішли|надішліть|надсилай(?:те)?"
    r"|перешліть|відправ(?:те)?|напишіть|надай(?:те)?)(?!\w)"
)
_TO_TELL = (
    r"(?:назвать|сообщить|продиктовать|сказать|прислать|выслать|скинуть|переслать|отправить|передать"
    r"|предоставить|назвати|повідомити|продиктувати|сказати|надіслати|скинути|переслати|передати"
    r"|надати)(?!\w)"
)
_MUST = (
    r"(?:нужно|надо|необходимо|следует|должны|обязаны|прид[её]тся|потрібно|треба|необхідно|слід|мусите"
    r"|маєте|повинні|доведеться)"
)
_ASKED_TO_TELL = (
    rf"(?:(?:вам|вы|ви) (?:(?!не |ни)\w+ )?{_MUST} (?:\w+ )?|(?:прошу|просим|просимо) (?:вас )?(?:\w+ )?"
    rf"|(?<!не ){_MUST} (?=(?:\w+ ){{1,3}}{_LISTENER}|\w+ {_CODE} {_LISTENER}))"
    rf"{_TO_TELL}"
)
_PLEASE = r"(?:пожалуйста|плиз|плз|пж|будь ласка)"
_BETWEEN = (
    rf"(?:(?: мне| нам| мені)?,? {_PLEASE},?)?"
    r"(?: (?!(?:если|якщо|когда|коли|что|що|о|об|обо|про|ли|чи|как|як) )\w+){0,3}? (?:\d )?"
)
# What people say where parcels and passengers are handed over.
_AT_A_COUNTER = (
    r"(?![^.!?]{0,50}(?:пункт\w* (?:выдач|видач)|при получении|при отриманні|в отделении|у відділенні"
    r"|водител|воді[юєї]))"
)
_RU_UK = (
    rf"(?:{_TELL}|{_ASKED_TO_TELL}){_BETWEEN}(?:{_ANY_CODE}|{_BARE_CODE}){_AT_A_COUNTER}"
    rf"|(?:{_CODE}|смс|sms)(?:(?!(?:не|нет|ні|немає|нема) )[^.!?]){{0,60}}?\b(?:{_TELL} "
    rf"(?:{_LISTENER}|{_PLEASE}|его|её|ее|їх|його|цифры|цифри)"
    rf"|(?:его|її|його) {_MUST} {_TO_TELL}){_AT_A_COUNTER}"
    r"|(?<!не )продиктуй(?:те)? (?:мне |нам |мені )?(?:его|його|цифры|цифри)"
)

SEED_PHRASE = (
    rf"(?:enter|send|share|provide|type|submit|verify|confirm|connect)\b[^.!?]{{0,40}}(?:{_KEY_WORDS})"
    rf"|(?:введи\w*|отправ\w*|пришли\w*|укажи\w*|подтверди\w*|сообщи"
    rf"|сообщите)\b[^.!?]{{0,40}}(?:{_KEY_WORDS})"
    rf"|(?:введ[иі]\w*|надішл\w*|вкаж\w*|підтверд\w*|повідомте)\b[^.!?]{{0,40}}(?:{_KEY_WORDS})"
    rf"|(?:import|write|tell|give|dictate|upload|paste|need|restore with"
    rf"|log in with)\b[^.!?]{{0,25}}(?:your|ur) "
    rf"[^.!?]{{0,10}}(?:{_KEY_WORDS})"
    rf"|(?:напиши\w*|скинь(?:те)?|вышлите|перешлите"
    rf"|назови\w*|продиктуй\w*|импортируй\w*|вставь\w*|скопируй\w*|предостав\w+|понадоб\w+)"
    rf"\b[^.!?]{{0,40}}(?:{_KEY_WORDS})"
    rf"|(?:напиш[иі]\w*|скинь(?:те)?|перешліть"
    rf"|назв[иі]\w*|продиктуй\w*|імпортуй\w*|встав(?:те)?|скопіюй\w*|нада(?:й|йте)"
    rf"|знадоб\w+)"
    rf"\b[^.!?]{{0,40}}(?:{_KEY_WORDS})"
    rf"|(?:call|phone|позвони\w*|звони(?:те)?|зателефонуй\w*)\b[^.!?]{{0,60}}(?:{_KEY_WORDS})"
    rf"|{_EN}|{_RU_UK}"
)
