"""The words that tell talk, recipes and lists from news, in three languages.

Written for texts as `events.plain` makes them, as whole words.
"""

# Whoever says "me" and "you" like that tells no news: "we" and "your" stand in news and in frauds.
PERSONAL = (
    r"i (?:am|was|have|had|will|would|can|can't|could|couldn't|do|don't|did|didn't|just|really|love|like)"
    r"|i (?:hate|want|need|think|feel|know|got|get|go|went|see|saw|hope|guess|wish|miss|never|always|\w+ed)|я"
    r"|меня|мне|мной|мою|мой|моя|мое|моей|моего|моем|мои|моих|ты|тебя|тебе|тобой|твой|твоя|твое|твои|твою"
    r"|мене|мені|мною|мого|моєї|моє|мої|моїх|ти|тобі|тобою|твій|твоє|твої|твоєї|i'm|i'll|i've|i'd|me|my"
    r"|myself|y'all"
)
CHATTY = (
    r"ок|окей|оке|ага|угу|лол|кек|(?:ах|ха|хе|хи|їх){2,}\w*|пж|плиз|пжлст|щас|ща|чо|че|кста|норм|ладно"
    r"|ладненько|блин|капец|ура|привет\w*|приветик|пока-пока|спс|спасиб\w+|люблю|обнима\w+|целую|скуча\w+"
    r"|братан|бро|чувак|солнышк\w+|зайк\w*|мам|мамуля|пап|папуля|бабуля|доброй ночи|спокойной ночи"
    r"|добрым утром|с днем рождения|привіт\w*|дякую|зараз буду|добраніч|на добраніч|кохаю|сумую|обіймаю"
    r"|друже|сонечко|з днем народження|ok|okay|okey|lol|lmao|rofl|(?:ha){2,}|omg|btw|pls|plz|thx|gonna|wanna"
    r"|gotta|dude|bro|mate|hey|yo|yeah|yep|nope|see (?:you|u)|good ?night|love (?:you|u)|miss you"
    r"|happy birthday|let's|sweet dreams|sounds good|no worries"
)
# What one asks of a friend.
ASKING = (
    r"(?:call|text|ring|bring|grab) (?:me|him|her|us|them)|(?:at|come|coming|go|going|get) home|see you"
    r"|pick (?:me |us |him |her |them )?up|скинь|купи|захвати|забери|позвони|перезвони|набери|приходи"
    r"|приезжай|приноси|принеси|привези|давай|подожди|жди|не забудь|напомни|помой|вынеси|покорми|погуляй"
    r"|выгуляй|закажи|сходи|погнали|пошли|пойдем|поехали|увидимся|созвонимся|спишемся|встретимся"
    r"|договорились|приготовь|ответь|напиши|скажи|посмотри|зайди|выходи|дай|иди|забудь|прости|извини|прикинь"
    r"|представляешь|слышь|слушай|візьми|подзвони|зателефонуй|приходь|приїжджай|зачекай|чекай|нагадай|помий"
    r"|винеси|погодуй|замов|ходімо|побачимось|побачимося|зустрінемось|зустрінемося|домовились|приготуй"
    r"|пробач|вибач|подивись|виходь|don't forget|remind|come over|come here|hurry|feed the|walk the"
    r"|take out the"
)
# Of home: two of them make a talk.
HOMELY = (
    r"вечером|утром|дома|домой|мам\w{0,3}|пап[ауые]\w?|бабушк\w*|дедушк\w*|брат\w{0,3}|сестр\w*|сын\w{0,4}"
    r"|дочк\w*|муж\w{0,2}|жен[ауые]|подруг\w*|ребенок|дет[еия]\w{0,3}|кот\w{0,2}|кошк\w*|собак\w*|пес"
    r"|школ\w*|урок\w*|садик\w*|уборк\w*|пицц\w*|ужин\w*|обед\w*|завтрак\w*|торт\w*|пирог\w*|борщ\w*|суп\w*"
    r"|мороженое|кино|сериал\w*|гулял\w*|гулять|спать|выспал\w*|устал\w*|заболел\w*|солнц\w*|снег\w{0,2}"
    r"|парк\w{0,2}|дач[ауеи]|ребят\w*|девчонк\w*|девушки|народ|кто-нибудь|собираемся|футбол\w*|йог[аеиу]"
    r"|балкон\w*|закат\w*|рассвет\w*|варень\w*|сосед\w*|подъезд\w*|пробк\w*|отпуск\w*|выходн\w+|гитар\w*"
    r"|голов[аыу]|зуб\w{0,3}|врач\w*|температур\w*|гост[ияе]\w?|праздник\w*|танц\w+|музык\w*|песн\w+"
    r"|любов\w*|любви|сердц\w*|душ[ауеио]\w?|мечт\w*|слез\w*|звезд\w*|тренировк\w*|стирк\w*|подарок"
    r"|подарк\w*|вечері|ввечері|увечері|вранці|зранку|вночі|вдома|додому|мама|мами|мамі|маму|тато|тата"
    r"|бабус\w*|дідус\w*|син\w{0,3}|доньк\w*|чоловік\w{0,2}|дружин\w*|подруз\w*|дитин\w*|діт\w+|кіт|кота"
    r"|кішк\w*|піц\w*|вечер[яюі]\w?|обід\w*|сніданок|кіно|гуляли|гуляти|спати|втомив\w*|втомил\w*|захворі\w*"
    r"|дощ\w*|сонц\w*|сніг\w{0,2}|морозиво|дівчат\w*|хлопц\w*|збираємось|збираємося|зустріч\w*|йог[аиу]"
    r"|сусід\w*|відпустк\w*|вихідн\w+|лікар\w{0,2}|гост\w+|свят[оау]|музик\w*|пісн\w+|серц\w*|мрі[їяю]\w*"
    r"|сльоз\w*|зір\w{0,3}|подарун\w*|тренуван\w*|пранн\w*|прибиран\w*|evening|mum|mom|dad|granny|grandma"
    r"|brother|sister|kids?|wife|husband|friends?|cats?|dogs?|puppy|school|homework|pizza|dinner|lunch"
    r"|breakfast|cake|movie|party|sleep\w*|tired|sick|sunshine|beach|garden|laundry|gym|baby|love|heart"
    r"|dream\w*|guys|girls|folks|football|yoga|neighbou?rs?|traffic|holidays?|weekend|guitar|drums|doctor"
    r"|dentist|fever|headache|guests?|dance|dancing|music|songs?|singing|flowers?|balcony|sunset|sunrise"
    r"|tears|birthday"
)
# Of anybody's day: one of them counts as one of home, more don't.
DAILY = (
    r"завтра|послезавтра|ночью|днем|вчера|сегодня|мы|нас|нам|наш\w*|потом|опять|вместе|кофе|чай|чаю|дожд\w*"
    r"|погод\w*|машин\w*|друз\w+|море|фильм\w*|книг\w*|квартир\w*|поезд\w*|автобус\w*|метро|подарок"
    r"|подарк\w*|завтрак\w*|снова|сьогодні|учора|вчора|ми|разом|потім|каву|кава|фільм\w*|потяг\w*|знову|we"
    r"|us|our|tomorrow|yesterday|tonight|together|later|morning|tea|coffee|rain\w*|weather|everyone|film"
    r"|stars?|gift|books?|train|bus|today|again"
)
COOKING = (
    r"возьми\w*|добав(?:ь|ьте|ить)|перемеша\w+|смеша\w+|взбе[йи]\w*|взбить|запека\w+|выпека\w+|обжар\w+"
    r"|пожар\w+|вари\w*|нареж\w+|нареза\w+|посоли\w*|поперчи\w*|замеси\w*|залей\w*|вылей\w*|выложи\w*"
    r"|посып\w+|разогре\w+|духовк\w*|жарить|тушить|варить|нарезать|натереть|остудить|золотист\w+"
    r"|до готовности|тертый|сковород\w*|кастрюл\w*|тесто|ингредиент\w*|до кипения|по вкусу|по смаку|візьм\w+"
    r"|дода(?:й|йте|ти)|переміша\w+|зміша\w+|збий\w*|збити|запіка\w+|випіка\w+|обсмаж\w+|смаж\w+|варі\w*"
    r"|наріж\w+|посол\w+|поперч\w+|заміс\w+|вилий\w*|викла\w+|посип\w+|розігр\w+|пательн\w*|каструл\w*|тісто"
    r"|інгредієнт\w*|preheat\w*|whisk|stir|knead|bake|simmer|boil|fry|chop|dice|sprinkle|drain the"
    r"|mix(?: the| well| in)?|pour|melt|fold in|chill|slice|mash|spread|grate|peel|blend|marinate|drizzle"
    r"|fridge|frying pan|until (?:golden|soft|smooth)|oven|saucepan|skillet|dough|batter|ingredients"
    r"|to taste|season with|roast|add the"
)
MEASURES = (
    r"ст\.? ?л|ч\.? ?л|столов\w+ лож\w+|чайн\w+ лож\w+|лож(?:ка|ки|ек|ку)|стакан\w*|щепотк\w*|зубчик\w*"
    r"|пучок|пучк\w*|\d+ ?(?:г|гр|грамм\w*|мл|шт|кг|л)|склян\w+|щіпк\w*|дрібк\w*|\d+ ?(?:грам\w*)"
    r"|\d+ ?(?:g|ml|oz|lbs?)|cups?|tbsp|tsp|tablespoons?|teaspoons?|pinch(?:es)?|cloves?"
)
GOODS = (
    r"молок\w*|хлеб\w*|батон\w*|яйц[аоуе]\w*|яиц|сыр\w{0,2}|сметан\w*|творог\w*|кефир\w*|масл[оау]|мук[аиуе]"
    r"|сахар\w*|соль|соли|гречк\w*|рис\w{0,2}|макарон\w*|картош\w*|картофел\w*|лук\w{0,2}|морков\w*"
    r"|помидор\w*|огурц\w*|капуст\w*|яблок\w*|банан\w*|лимон\w*|куриц\w*|курин\w*|мяс[оау]|фарш\w*|колбас\w*"
    r"|рыб[аыу]|чай|кофе|печень\w*|вод[аыу]|шампун\w*|мыло|порошок|салфетк\w*|туалетн\w+|зубн\w+|пакеты|корм"
    r"|батарейк\w*|лампочк\w*|чеснок\w*|перец|шоколад\w*|сливк\w*|сливок|гриб\w*|ягод\w*|укроп\w*|петрушк\w*"
    r"|майонез\w*|кетчуп\w*|сосиск\w*|пельмен\w*|котел(?:ок|ки)|спички|свитер\w*|шапк\w*|варежки|перчатки"
    r"|сапоги|кроссовки|ноутбук\w*|фен|носки|футболк\w*|джинсы|куртк\w*|паста|щетк\w*|полотенц\w*|зарядк\w*"
    r"|паспорт|купальник|плавки|тапки|зонт\w*|кепк\w*|аптечк\w*|палатк\w*|спальник\w*|фонарик\w*|тетрад\w*"
    r"|ручк[аиу]|карандаш\w*|посуд\w*|одеял\w*|подушк\w*|шкарпетк\w*|рушник\w*|щітк\w*|парасольк\w*|намет\w*"
    r"|ліхтарик\w*|зошит\w*|олівц\w*|олівець|ковдр\w*|хліб\w*|яйц[яеі]\w*|яєць|сир\w{0,2}|сир|олі[яїю]"
    r"|борошн\w*|цукр\w*|цукор|сіль|солі|картопл\w*|цибул\w*|моркв\w*|помідор\w*|огірк\w*|яблук\w*|курк\w*"
    r"|м'яс\w*|ковбас\w*|риб[аиу]|кава|печив\w*|мило|серветк\w*|часник\w*|milk|bread|eggs?|cheese|butter"
    r"|yogh?urt|flour|sugar|salt|pepper|rice|pasta|potato(?:es)?|onions?|carrots?|tomato(?:es)?|cucumbers?"
    r"|cabbage|apples?|bananas?|lemons?|chicken|beef|fish|tea|coffee|cookies|water|shampoo|soap|socks"
    r"|towels?|charger|toothbrush|passport|swimsuit|t-shirts?|jeans|jacket|umbrella|sunscreen|tent"
    r"|sleeping bag|flashlight|torch|notebooks?|pens?|pencils?|blankets?|pillows?|avocados?|chocolate|cream"
    r"|noodles|lettuce|spinach|mushrooms?|strawberr\w+|vinegar|mustard|sauce|detergent|matches|napkins"
    r"|toilet paper|toothpaste|batteries|garlic|honey|cereal|juice|oil"
)
# What stands in a list of things to do.
DUTIES = (
    r"call|pick up|купить|позвонить|забрать|отвезти|погулять|выгулять|помыть|убрать|убраться|постирать"
    r"|погладить|приготовить|записаться|отправить|сделать|полить|починить|написать|вынести|оплатить|зайти"
    r"|заехать|прочитать|сходить|сдать|купити|подзвонити|зателефонувати|забрати|відвезти|погуляти|вигуляти"
    r"|помити|прибрати|випрати|попрасувати|приготувати|записатися|відправити|зробити|полити|полагодити"
    r"|написати|винести|прочитати|здати|buy|clean|wash|fix|book|walk|feed|water|cook|pack|finish|return"
    r"|email|write|iron|visit|tidy|vacuum|take out|read|do"
)
