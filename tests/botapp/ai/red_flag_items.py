"""Messages that want something from their reader, and texts that only tell of such messages.

FRAUDS: language, the sign that must be among those named, text. HARMLESS: language, text. MESSAGES: whole
messages, of which at least one sign must be named.
"""

from botapp.ai.base import Language
from botapp.ai.offline.signs import Sign

FRAUDS: tuple[tuple[Language, Sign, str], ...] = (
    ("en", "urgency", "Hurry up! The presale ends in ten minutes and your spot is waiting."),
    ("en", "urgency", "Last chance to join before the price doubles tonight."),
    ("en", "guaranteed", "Our bot makes guaranteed weekly profits, ask any member."),
    ("en", "guaranteed", "Zero risk: your deposit is always yours and the income never stops."),
    ("en", "impersonation", "Hello, this is Coinbase support team. We noticed a login to your account."),
    ("en", "impersonation", "Elon Musk is giving away 5,000 BTC to celebrate the launch!"),
    ("en", "seed_phrase", "To sync your wallet, please enter your 12 words on the page below."),
    ("en", "seed_phrase", "Your account is limited. Verify your recovery phrase to restore access."),
    ("en", "pump", "This hidden gem will explode, 100x by Friday. Load your bags."),
    ("en", "pump", "Next Bitcoin is here and it is going to the moon, friends."),
    (
        "en",
        "send_to_receive",
        "Send 0.5 BTC to the address and receive 1 BTC back, double your bitcoin now.",
    ),
    ("en", "claim_link", "Congratulations, you are eligible! Claim your free tokens before midnight."),
    ("en", "claim_link", "Connect your wallet to receive the airdrop we reserved for you."),
    ("en", "advance_fee", "Your withdrawal is ready. Pay the 5% tax deposit to release it."),
    ("en", "advance_fee", "Lost coins in a hack? We can recover your stolen crypto, write to our experts."),
    ("en", "private_chat", "Message me on WhatsApp for details, do not discuss it with your bank."),
    ("en", "private_chat", "Join our private VIP group, signals start tonight."),
    ("en", "fake_approval", "We are licensed by the SEC, so invest with full confidence."),
    ("en", "high_yield", "Earn 3% daily on any deposit, paid straight to your card."),
    ("en", "high_yield", "Lock in up to 1,200% APY while the pool is young."),
    ("ru", "urgency", "Успей войти, осталось всего 20 мест, потом будет поздно."),
    ("ru", "urgency", "Только сегодня: последний шанс купить по цене пресейла!"),
    ("ru", "guaranteed", "Гарантированный доход от 15% в месяц, всё официально."),
    ("ru", "guaranteed", "Прибыль без риска: деньги всегда под вашим контролем."),
    ("ru", "impersonation", "Здравствуйте, это служба безопасности биржи, ваш счет под угрозой."),
    ("ru", "impersonation", "Илон Маск раздает 1000 BTC подписчикам канала!"),
    ("ru", "seed_phrase", "Чтобы разблокировать кошелек, введите вашу сид-фразу в форме."),
    ("ru", "seed_phrase", "Пришлите приватный ключ, и мы вернем доступ за минуту."),
    ("ru", "pump", "Эта монета даст 50 иксов, летим на луну вместе!"),
    ("ru", "send_to_receive", "Отправьте 0,3 ETH и получите вдвое больше уже через час."),
    ("ru", "claim_link", "Заберите свой эирдроп: подключите кошелек по ссылке ниже."),
    ("ru", "claim_link", "Получите бесплатные токены, вы в белом списке."),
    ("ru", "advance_fee", "Для вывода средств оплатите налог 13%, после этого деньги придут."),
    ("ru", "advance_fee", "Вернём ваши украденные деньги, работаем с биржами напрямую."),
    ("ru", "private_chat", "Пиши мне в личку, расскажу схему, никому не говори."),
    ("ru", "private_chat", "Вступайте в закрытый VIP-чат: сигналы уже сегодня."),
    ("ru", "fake_approval", "Проект одобрен Центробанком, поэтому вкладывайте смело."),
    ("ru", "high_yield", "Заработок от 5% в день, вывод на карту мгновенно."),
    ("uk", "urgency", "Встигніть купити, залишилося всього 15 місць."),
    ("uk", "urgency", "Лише сьогодні: останній шанс увійти до пулу!"),
    ("uk", "guaranteed", "Гарантований прибуток щомісяця, перевірено роками."),
    ("uk", "guaranteed", "Дохід без ризику, гроші завжди під вашим контролем."),
    ("uk", "impersonation", "Вітаємо, це служба підтримки біржі, ваш акаунт заблоковано."),
    ("uk", "impersonation", "Ілон Маск роздає 1000 BTC підписникам каналу!"),
    ("uk", "seed_phrase", "Щоб розблокувати гаманець, введіть вашу сид-фразу у формі."),
    ("uk", "seed_phrase", "Надішліть приватний ключ, і ми повернемо доступ."),
    ("uk", "pump", "Ця монета дасть 50 іксів, летимо на місяць разом!"),
    ("uk", "send_to_receive", "Надішліть 0,3 ETH і отримайте вдвічі більше за годину."),
    ("uk", "claim_link", "Заберіть свій ейрдроп: під’єднайте гаманець за посиланням."),
    ("uk", "claim_link", "Отримайте безкоштовні токени, ви в білому списку."),
    ("uk", "advance_fee", "Для виведення коштів сплатіть податок 18%, і гроші надійдуть."),
    ("uk", "advance_fee", "Повернемо ваші вкрадені гроші, працюємо з біржами напряму."),
    ("uk", "private_chat", "Пиши мені в приват, розкажу схему, нікому не кажи."),
    ("uk", "private_chat", "Вступайте до закритого VIP-чату: сигнали вже сьогодні."),
    ("uk", "fake_approval", "Проєкт схвалений НБУ, тож вкладайте сміливо."),
    ("uk", "high_yield", "Заробіток від 5% на день, виведення на картку миттєво."),
)

HARMLESS: tuple[tuple[Language, str], ...] = (
    ("en", "Police warned of callers who ask for a seed phrase and promise guaranteed profits."),
    ("en", "Prosecutors say the men promised 3% daily and told victims to act now."),
    ("en", "Never share your seed phrase. Real support does not ask for it."),
    ("en", "The SEC approved the first spot fund on Tuesday; trading starts next week."),
    ("en", "The regulator licensed the exchange after a year of checks."),
    ("en", "The airdrop will be claimed by wallets active before March, the team wrote."),
    ("en", "Holders can claim the token on the project’s site until 1 June, the foundation said."),
    ("en", "Bitcoin rose 3% on the day and closed at $61,000."),
    ("en", "The pool paid 4% a year in fees, according to its dashboard."),
    ("en", "The exchange resumed withdrawals and apologised for the delay."),
    ("en", "Elon Musk wrote that his company holds bitcoin and has not sold any."),
    ("en", "The court fined the broker for promising risk-free returns to clients."),
    ("en", "Support teams at exchanges answered twice as many letters in March."),
    ("en", "Nobody can guarantee a profit, the central bank reminded savers."),
    ("en", "A researcher found a fake app that asked users to enter their recovery words."),
    ("en", "The fund charges a fee of 0.25% a year and pays tax in Ireland."),
    ("en", "The bridge was drained; the team offered the attacker a reward of 10%."),
    ("en", "The channel of the project has 40,000 members, and its chat is public."),
    ("en", "Don’t send coins to strangers: nobody doubles your money."),
    ("ru", "Полиция предупредила: мошенники просят ввести сид-фразу и обещают доход без риска."),
    ("ru", "Следствие считает, что вкладчикам обещали 5% в день и торопили с переводом."),
    ("ru", "Никогда не вводите сид-фразу на сайте, который открыли по ссылке."),
    ("ru", "Центробанк одобрил правила для бирж, они вступят в силу с июля."),
    ("ru", "Биржа получила лицензию и откроет офис в Казани."),
    ("ru", "Эирдроп получат кошельки, активные до марта, сообщила команда проекта."),
    ("ru", "Токены можно забрать на сайте проекта до 1 июня, написал фонд."),
    ("ru", "Курс биткоина вырос на 3% за день и закрылся на отметке 61 000 долларов."),
    ("ru", "Пул выплатил 4% годовых комиссиями, следует из отчета."),
    ("ru", "Биржа возобновила вывод средств и извинилась за задержку."),
    ("ru", "Илон Маск написал, что его компания не продавала биткоины."),
    ("ru", "Суд оштрафовал брокера за обещание дохода без риска."),
    ("ru", "Служба поддержки биржи ответила на 40 000 писем за месяц, говорится в отчете."),
    ("ru", "Исследователи нашли поддельное приложение, которое просит секретные слова."),
    ("ru", "Фонд берет комиссию 0,25% в год и платит налог в Ирландии."),
    ("ru", "Налог с продажи криптовалюты платят до 15 июля, напомнила налоговая служба."),
    ("ru", "Вывод через мост приостановлен, комиссия за перевод снижена вдвое."),
    ("uk", "Поліція попередила: шахраї просять ввести сид-фразу й обіцяють дохід без ризику."),
    ("uk", "Слідство вважає, що вкладникам обіцяли 5% на день і квапили з переказом."),
    ("uk", "Ніколи не вводьте сид-фразу на сайті, який відкрили за посиланням."),
    ("uk", "НБУ схвалив правила для бірж, вони набудуть чинності з липня."),
    ("uk", "Біржа отримала ліцензію й відкриє офіс у Львові."),
    ("uk", "Ейрдроп отримають гаманці, активні до березня, повідомила команда проєкту."),
    ("uk", "Токени можна забрати на сайті проєкту до 1 червня, написав фонд."),
    ("uk", "Курс біткоїна зріс на 3% за день і закрився на позначці 61 000 доларів."),
    ("uk", "Пул виплатив 4% річних комісіями, випливає зі звіту."),
    ("uk", "Біржа відновила виведення коштів і перепросила за затримку."),
    ("uk", "Ілон Маск написав, що його компанія не продавала біткоїни."),
    ("uk", "Суд оштрафував брокера за обіцянку доходу без ризику, підтвердив адвокат."),
    ("uk", "Служба підтримки біржі відповіла на 40 000 листів за місяць, йдеться у звіті."),
    ("uk", "Дослідники знайшли підроблений застосунок, який просить секретні слова."),
    ("uk", "Фонд бере комісію 0,25% на рік і платить податок в Ірландії."),
    ("uk", "Податок із продажу криптовалюти платять до 1 серпня, нагадала податкова служба."),
    ("uk", "Виведення через міст призупинено, комісію за переказ знижено вдвічі."),
    ("en", "Tether said that it froze 5 million USDT at the request of police."),
    ("en", "The exchange asks users to update the app before Friday."),
    ("en", "Investors should verify the site's address before they connect a wallet."),
    ("ru", "Клиенты биржи смогут вывести средства без комиссии до пятницы."),
    ("ru", "Компания вернёт клиентам украденные средства за свой счет."),
    ("en", "The exchange will refund users who lost funds in the outage."),
    ("uk", "Користувачі, які втратили кошти, отримають компенсацію, комісії за виведення не буде."),
    ("en", "The token rose 300% in a week, then lost half."),
    ("ru", "Подписывайтесь на наш канал: главные новости каждый день."),
    ("en", "Join our channel for daily news."),
    ("en", "Staking yields fell to 3% a year."),
    ("ru", "Ставка по вкладам выросла до 16% годовых, доход облагается налогом."),
    ("en", "Only 21 million bitcoins will ever exist."),
    ("ru", "Сегодня последний день подачи деклараций, напомнила налоговая."),
    ("en", "The team of Ledger support grew to 200 people."),
    ("en", "MetaMask users can connect their wallet to the new exchange and receive a confirmation."),
    ("en", "Kraken Support answered 90% of letters within a day, the company said."),
    ("en", "The exchange froze the wallet of the thief and will return the funds."),
    ("ru", "Пользователи Trust Wallet получили обновление с поддержкой новой сети."),
    ("ru", "Суд обязал биржу вернуть вкладчикам 12 млн долларов."),
    ("en", "The FTX estate began to pay creditors on 18 February; no fee is due."),
    ("ru", "Toncoin вырос на 12% после новости о Дурове."),
    ("uk", "Програма уряду передбачає пільги для майнерів."),
    ("en", "Presale of the phone starts on Friday at 10:00."),
    ("ru", "Регистрация на конференцию закрывается 5 мая."),
    ("en", "Tether said it will send back tokens to users who used the wrong network."),
    ("en", "The token is up 500% since January, CoinGecko data show."),
    ("uk", "Ваша заявка прийнята, відповіді чекайте протягом трьох днів."),
)

MESSAGES: tuple[tuple[Language, str], ...] = (
    (
        "en",
        (
            "Were you a victim of scammers? Our team of certified investigators will recover your lost "
            "funds. Only a small commission is needed to start."
        ),
    ),
    (
        "en",
        (
            "Dear client, your balance of 4,200 USDT is frozen by AML. To unlock it, please transfer a "
            "deposit of 10% as a verification fee."
        ),
    ),
    (
        "en",
        (
            "MetaMask: due to the new regulation all users must verify. Import your seed phrase at the "
            "link to keep your wallet active."
        ),
    ),
    ("en", "🎁 zkSync season 2 is live! Check eligibility and claim your allocation: claim-zk.example"),
    (
        "en",
        (
            "I made $12,000 last month with my mentor Anna. Text her on Telegram @anna_trade, she will "
            "teach you."
        ),
    ),
    (
        "en",
        (
            "Binance Security: suspicious withdrawal of 0.8 BTC. If this was not you, call our support "
            "agent immediately."
        ),
    ),
    ("en", "Price doubles in 2 hours. Don't be late, whitelist closes soon!"),
    ("ru", "Наш бот приносит от 1,5% до 4% ежедневно, вывод каждый час."),
    ("ru", "Вас обманули мошенники? Юристы помогут вернуть деньги, предоплата 5 000 рублей."),
    ("ru", "Ваш выигрыш 2,1 BTC готов к выводу. Необходимо оплатить комиссию сети 300 USDT на адрес ниже."),
    ("ru", "Набираю людей в команду, доход от 500$ в неделю. За подробностями пиши в лс @manager_olga"),
    ("ru", "Администрация Telegram: ваш аккаунт будет удален, подтвердите вход кодом."),
    ("ru", "Кошелек требует обновления. Для синхронизации напишите 24 слова вашему менеджеру."),
    ("ru", "Раздача 10 000 NOT! Переходи по ссылке и забирай свои монеты, пока не закончились."),
    ("ru", "Завтра памп на бирже, цель +300%, заходим все вместе, не пропусти!"),
    (
        "uk",
        "Програма «Єдина інвестиція» за підтримки уряду та НБУ: вкладай від 5000 грн і отримуй дивіденди.",
    ),
    ("uk", "Заробляй 2,5% щодня на арбітражі, перші виплати вже сьогодні."),
    ("uk", "Втратили гроші на біржі? Допоможемо повернути кошти, потрібна лише передоплата."),
    ("uk", "Надсилаєш 100 USDT — отримуєш 200 USDT назад протягом години."),
    ("uk", "Приєднуйся до нашого закритого каналу, там сигнали тільки для своїх."),
    ("ru", "100% гарантия возврата вложений, риск исключен."),
    ("en", "You can't lose: profit is 100% guaranteed by our smart contract."),
    (
        "en",
        "Vitalik is giving back to the community: deposit any amount of ETH and we'll send twice as much.",
    ),
    (
        "en",
        (
            "Hi dear, I saw your profile. I earn well with a crypto platform my uncle shows me, want to "
            "try with $200? I will guide you on WhatsApp."
        ),
    ),
    (
        "en",
        (
            "Trust Wallet: unusual activity detected. Restore access with your secret phrase within 24 "
            "hours or funds will be lost."
        ),
    ),
    ("en", "Tether airdrop is live, verify your wallet now and receive 500 USDT."),
    ("en", "Only 48h: stake with us and get 25% weekly, no risk, withdraw anytime."),
    ("en", "Kraken Support: your account has been locked. Send the code you received by SMS."),
    ("en", "MicroStrategy giveaway! Send from 0.1 to 20 BTC, and we instantly send back double."),
    ("en", "Your refund from the FTX case is approved. Pay the processing fee to receive it."),
    (
        "ru",
        "Ищу партнёров для арбитража. Депозит 100$, через сутки 250$ у тебя на карте. Пиши плюс в личку.",
    ),
    ("ru", "Ваш кошелёк Trust Wallet будет отключен. Пройдите верификацию: введите 12 слов."),
    ("ru", "Юридическая помощь в возврате средств с лжебирж. Работаем по предоплате."),
    ("ru", "Павел Дуров дарит Toncoin всем пользователям! Подключай кошелек и забирай."),
    (
        "ru",
        "Инвестируй в нефть от Газпрома: программа одобрена правительством, доход от 150 000 рублей в месяц.",
    ),
    ("ru", "Памп-группа: в 19:00 все покупаем монету, держим до +500%."),
    ("uk", "Ваш рахунок Binance заблоковано через підозрілий вхід. Підтвердіть особу за посиланням."),
    ("uk", "Приватний канал із сигналами, 97% точність. Перші 10 людей безкоштовно, встигай."),
    ("uk", "Інвестуй 250 євро в програму від ПриватБанку і отримуй 1200 євро щотижня."),
    ("uk", "Ваш виграш чекає! Щоб отримати 3 ETH, сплатіть комісію мережі 0,02 ETH."),
    ("uk", "Надішли фото своєї фрази відновлення, і ми перенесемо гаманець."),
)
