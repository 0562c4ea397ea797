"""Rises and falls of several figures, and what is said of the same in other words: source, statement."""

# By language: down, up, and a sentence for them beside one that says the contrary or the same.
VERBS = {
    "en": (
        (
            "fell dropped slipped slid sank tumbled plunged dipped eased retreated shed lost declined "
            "decreased slumped weakened crashed plummeted slowed shrank edged_down contracted narrowed "
            "cooled "
        ),
        (
            "rose gained climbed jumped surged soared added advanced rallied increased strengthened "
            "accelerated grew spiked edged_up recovered rebounded leapt widened expanded "
        ),
        "The index {} 1.2% on Monday in London trading.",
    ),
    "ru": (
        (
            "упал снизился подешевел просел рухнул обвалился потерял сократился опустился уменьшился "
            "откатился скатился замедлился скорректировался ослаб сжался убавил "
        ),
        (
            "вырос подорожал поднялся взлетел подскочил прибавил увеличился укрепился ускорился отскочил "
            "набрал восстановился "
        ),
        "Индекс биржи {} на 1,2% в понедельник на торгах в Москве.",
    ),
    "uk": (
        (
            "впав знизився подешевшав просів обвалився втратив скоротився опустився зменшився послабився "
            "сповільнився відкотився "
        ),
        ("зріс подорожчав піднявся злетів підскочив додав збільшився зміцнився прискорився відскочив виріс "),
        "Індекс біржі {} на 1,2% у понеділок на торгах у Києві.",
    ),
}

SAME = (
    ("Inflation slowed to 8% in December.", "Prices rose 8% in December."),
    ("Инфляция замедлилась до 8,0% в декабре.", "Цены выросли на 8% за год."),
    ("Инфляция снизилась до 8,0% в декабре.", "Цены выросли на 8% за год."),
    ("Рубль ослаб до 78,4 за доллар.", "Доллар подорожал до 78,4 рубля."),
    ("Рубль укрепился к доллару до 78,4.", "Доллар подешевел до 78,4 рубля."),
    ("Рубль укрепился к доллару до 78,4.", "Курс доллара снизился до 78,4."),
    ("Рубль укрепился к доллару до 78,4.", "Рубль подорожал до 78,4 за доллар."),
    ("The yen weakened to 150 per dollar.", "The dollar rose to 150 yen."),
    ("Доллар вырос до 78,4 рубля.", "Рубль ослаб до 78,4."),
    ("GDP growth slowed to 2.1% from 3%.", "The economy grew 2.1%."),
    ("GDP growth slowed to 2.1%.", "GDP rose 2.1%."),
    ("Рост экономики замедлился до 2,1%.", "Экономика выросла на 2,1%."),
    ("The chief added that shares fell 5%.", "Shares fell 5%."),
    ("Shares fell 5%, he added.", "Shares lost 5%."),
    ("Shares fell, adding to a drop of 5% on Friday.", "Shares dropped 5% on Friday."),
    ("The bank shed light on 5 deals and their growth.", "The bank showed the growth of 5 deals."),
    ("Bitcoin fell 3% and Ether 2%.", "Ether fell 2%."),
    ("Bitcoin fell 3% and Ether 2%.", "Ether dropped 2% and Bitcoin 3%."),
    ("Nasdaq rose 1% with Tesla down 5%.", "Tesla fell 5%."),
    ("Nasdaq rose 1% with Tesla down 5%.", "Nasdaq gained 1%, Tesla lost 5%."),
    ("After a drop of 12% the rate rose 5%.", "It rose 5% after falling 12%."),
    ("Bitcoin fell as much as 5% before it recovered to $60,000.", "Bitcoin dropped 5%."),
    ("Bitcoin fell as much as 5% before it recovered to $60,000.", "Bitcoin recovered to $60,000."),
    ("Bitcoin fell as much as 5% before it recovered to $60,000.", "Bitcoin rose back to $60,000."),
    (
        "Police recovered $5 million of the coins that users lost.",
        "Users lost the coins, police returned $5 million.",
    ),
    ("Police recovered $5 million.", "The exchange had lost $5 million."),
    ("Акции Сбера упали на 3%, ВТБ прибавил 1,5%, а Газпром не изменился.", "ВТБ подорожал на 1,5%."),
    (
        "Акции Сбера упали на 3%, ВТБ прибавил 1,5%, а Газпром не изменился.",
        "Сбер потерял 3%, ВТБ вырос на 1,5%.",
    ),
    ("Курс откатился до 60 000 долларов после роста на 5%.", "До этого курс вырос на 5%."),
    (
        "За неделю фонды получили 300 млн долларов, увеличив активы до 5 млрд.",
        "Активы выросли до 5 млрд долларов.",
    ),
    ("Компания сократила 5% сотрудников, чтобы ускорить работу.", "Штат уменьшили на 5%."),
    ("Ускорение сети на 5% снизило комиссии.", "Сеть ускорили на 5%."),
    ("The upgrade slowed block times by 5%, cutting fees.", "Fees fell after block times slowed by 5%."),
    ("Fees fell 10% as volumes expanded 4%.", "Volumes rose 4% and fees dropped 10%."),
    ("Партия набрала 45% голосов, потеряв 5% за год.", "Партия получила 45% голосов."),
    ("Доля Binance сократилась на 2 п.п., до 38%.", "Доля Binance упала до 38%."),
    ("Revenue rose to $5 billion from $4 billion.", "Revenue was $4 billion and grew to $5 billion."),
    (
        "Revenue rose to $5 billion, beating the $4 billion that analysts expected.",
        "Analysts expected a fall to $4 billion.",
    ),
    (
        "Gold slipped 1.2% to $3,310 an ounce while silver gained 0.8%.",
        "Gold slid to $3,310, silver climbed 0.8%.",
    ),
    ("Курс послабився до 42 гривень за долар.", "Долар подорожчав до 42 гривень."),
    ("Гривня зміцнилася до 41,5 за долар.", "Долар подешевшав до 41,5 гривні."),
    ("Спред сузился до 5 пунктов, акции выросли на 2%.", "Акции прибавили 2%."),
    ("The company lost $5 million, while sales widened 3%.", "The loss grew to $5 million."),
    ("Losses widened to $5 million.", "The company lost $5 million."),
    ("The deficit narrowed to $5 billion.", "The deficit fell to $5 billion."),
    ("Employers cut 22,000 jobs and added 139,000 elsewhere.", "139,000 jobs were added, 22,000 cut."),
    ("Coinbase added 5 coins to its list.", "Coinbase expanded its list by 5 coins."),
    ("The court narrowed the case to 5 claims.", "The court left 5 claims in the case."),
    ("The fund bought 500 BTC, raising its stake to 5%, and sold Ether.", "The stake rose to 5%."),
    ("Bitcoin lost 3% and then gained 2% on Tuesday.", "Bitcoin fell 3% before adding 2%."),
    (
        "Bitcoin fell 3% on Monday and added 2% on Tuesday.",
        "Bitcoin climbed 2% on Tuesday after Monday's drop of 3%.",
    ),
    ("Прокуратура проиграла апелляцию.", "Прокуратура потеряла апелляцию."),
    ("The company lost the appeal but won the case.", "The company won the case."),
    ("Accounts will be unblocked by June 20.", "Accounts stay blocked until June 20."),
    ("Счета разблокируют до 20 июня.", "Счета, которые заблокировали, откроют до 20 июня."),
)
