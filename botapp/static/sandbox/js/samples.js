// Sample stories, written for the sandbox in the style of real news. Names of small projects are invented.

export const SAMPLES = {
  en: [
    {
      kind: "Fund flows",
      text: "US spot Bitcoin ETFs took in $412 million on Tuesday, their sixth day of inflows in a row. BlackRock's IBIT accounted for $287 million of it, while Grayscale's GBTC lost $35 million. Bitcoin traded 2.4% higher at $68,150 by the evening. Analysts at one brokerage said the demand came mostly from financial advisers, though they warned that flows can turn quickly if rate expectations change.",
    },
    {
      kind: "Hack",
      text: "DeFi lender Harbor Finance paused all markets on Monday after an attacker drained about $23.6 million in ETH and USDC through a flaw in its price oracle. The team said deposits on Arbitrum were not affected and offered the attacker a 10% bounty for returning the funds within 48 hours. The project's token fell 41%. Security firm BlockWatch had flagged the contract in a review last March.",
    },
    {
      kind: "Is this a scam?",
      text: "🚀 URGENT! Elon Musk's team is giving away 5,000 ETH to celebrate the launch! Send 0.5 ETH to the address below and get 1 ETH back GUARANTEED. Only 30 minutes left, 97% already claimed! To verify your wallet, enter your 12-word seed phrase at eth-bonus-claim.net. Not available to everyone, don't miss 100x!",
    },
  ],
  ru: [
    {
      kind: "Регулирование",
      text: "Европейское управление по ценным бумагам сообщило, что с 1 июля криптобиржи без лицензии MiCA не смогут обслуживать клиентов в ЕС. Переходный период для 18 стран заканчивается, разрешения уже получили 53 компании, ещё около 90 заявок на рассмотрении. Биржи, которые не успеют, должны вернуть клиентам средства. Какие именно площадки уйдут с рынка, ведомство не назвало.",
    },
    {
      kind: "Стейблкоин",
      text: "Компания Circle выпустила за неделю USDC на 1,8 млрд долларов, общий объём стейблкоина вырос до 61,3 млрд. Больше половины новых монет появилось в сети Solana. Аналитики связывают рост со спросом на DeFi, где ставки по займам поднялись до 7,2% годовых. При этом доля USDT на рынке стейблкоинов впервые за год опустилась ниже 62%.",
    },
    {
      kind: "Похоже на обман?",
      text: "🔥 СРОЧНО! Закрытый канал китов открыл набор! Монета MOONX даст иксы уже сегодня ночью, гарантированная прибыль 300% за сутки, без риска! Осталось 12 мест. Переведите от 200 USDT на кошелёк администратора и пришлите сид-фразу для подтверждения. Успей, пока не поздно!",
    },
  ],
  uk: [
    {
      kind: "Оновлення мережі",
      text: "Розробники Ethereum призначили активацію оновлення Fusaka в основній мережі на 3 грудня. Головна зміна, PeerDAS, дозволить валідаторам перевіряти лише частину даних, тож місця для мереж другого рівня стане вчетверо більше. За оцінкою команди, комісії в Arbitrum та Base можуть знизитися на 40–60%. Власникам ETH нічого робити не потрібно, а операторам вузлів слід оновити клієнт до 30 листопада.",
    },
    {
      kind: "Суд",
      text: "Суд у Нью-Йорку відхилив позов інвесторів до біржі Kraken на 52 млн доларів. Позивачі стверджували, що платформа продавала незареєстровані цінні папери, зокрема 11 токенів. Суддя вирішила, що угоди на вторинному ринку не є інвестиційними контрактами. Адвокати інвесторів заявили, що подадуть апеляцію протягом 30 днів.",
    },
    {
      kind: "Схоже на шахрайство?",
      text: "⚡️ ТЕРМІНОВО! Офіційна підтримка Binance: ваш гаманець буде заблоковано через 1 годину! Щоб зберегти кошти, негайно перейдіть за посиланням binance-verify.app, підключіть гаманець і введіть сід-фразу. Перші 100 користувачів отримають бонус 500 USDT, гарантовано!",
    },
  ],
};
