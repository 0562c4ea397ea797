// The page's own words in three languages. What the bot says comes from the bot.

const TEXTS = {
  en: {
    sandbox: "sandbox",
    headline: "Talk to the bot right here",
    lead: "No token and no account needed. This is the real bot, talking to a copy of Telegram that runs only on this computer.",
    youAre: "You are",
    peopleNote: "Everyone has their own chat and language.",
    block: "Block the bot",
    unblock: "Unblock the bot",
    messages: "Messages",
    commands: "Commands",
    noCommands: "The bot has not published any commands yet.",
    menu: "Menu",
    placeholder: "Message",
    send: "Send",
    cancel: "Cancel",
    ok: "OK",
    online: "bot, online",
    offline: "not answering yet",
    typing: "typing…",
    connecting: "connecting…",
    blocked: "you blocked this bot",
    notAnswering: "{bot} isn't answering yet. Your messages wait for it. Start it with `make demo` or `manage.py runbot`.",
    lost: "The sandbox can't be reached. Trying again…",
    startTitle: "Ask about any crypto news",
    start: "Start",
    samples: "Or send a sample story",
    today: "Today",
    edited: "edited",
    more: "Show more",
    less: "Show less",
    spoiler: "Hidden text, press to show",
    forwarded: "Forwarded from",
    replyTo: "Reply",
    editing: "Edit message",
    toEnd: "Jump to the newest message",
    toDark: "Switch to dark colours",
    toLight: "Switch to light colours",
    switchPerson: "Switch person, now {name}",
    you: "You",
    photo: "Photo",
    file: "File",
    sticker: "Sticker",
    poll: "Poll",
    failed: "That did not go through: {reason}",
  },
  ru: {
    sandbox: "песочница",
    headline: "Поговорите с ботом прямо здесь",
    lead: "Без токена и без аккаунта. Это настоящий бот, он общается с копией Telegram, которая работает только на этом компьютере.",
    youAre: "Кто вы",
    peopleNote: "У каждого свой чат и свой язык.",
    block: "Заблокировать бота",
    unblock: "Разблокировать бота",
    messages: "Сообщения",
    commands: "Команды",
    noCommands: "Бот пока не опубликовал список команд.",
    menu: "Меню",
    placeholder: "Сообщение",
    send: "Отправить",
    cancel: "Отменить",
    ok: "Понятно",
    online: "бот, на связи",
    offline: "пока не отвечает",
    typing: "печатает…",
    connecting: "соединение…",
    blocked: "вы заблокировали бота",
    notAnswering: "{bot} пока не отвечает. Сообщения его дождутся. Запустите его: `make demo` или `manage.py runbot`.",
    lost: "Песочница недоступна. Пробуем ещё раз…",
    startTitle: "Спросите о любой криптоновости",
    start: "Начать",
    samples: "Или отправьте пример новости",
    today: "Сегодня",
    edited: "изменено",
    more: "Показать ещё",
    less: "Свернуть",
    spoiler: "Скрытый текст, нажмите, чтобы показать",
    forwarded: "Переслано из",
    replyTo: "Ответить",
    editing: "Изменить сообщение",
    toEnd: "К последнему сообщению",
    toDark: "Включить тёмную тему",
    toLight: "Включить светлую тему",
    switchPerson: "Сменить собеседника, сейчас {name}",
    you: "Вы",
    photo: "Фото",
    file: "Файл",
    sticker: "Стикер",
    poll: "Опрос",
    failed: "Не получилось: {reason}",
  },
  uk: {
    sandbox: "пісочниця",
    headline: "Поговоріть із ботом просто тут",
    lead: "Без токена й без облікового запису. Це справжній бот, він спілкується з копією Telegram, що працює лише на цьому комп’ютері.",
    youAre: "Хто ви",
    peopleNote: "У кожного свій чат і своя мова.",
    block: "Заблокувати бота",
    unblock: "Розблокувати бота",
    messages: "Повідомлення",
    commands: "Команди",
    noCommands: "Бот ще не опублікував список команд.",
    menu: "Меню",
    placeholder: "Повідомлення",
    send: "Надіслати",
    cancel: "Скасувати",
    ok: "Зрозуміло",
    online: "бот, на зв’язку",
    offline: "поки не відповідає",
    typing: "друкує…",
    connecting: "з’єднання…",
    blocked: "ви заблокували бота",
    notAnswering: "{bot} поки не відповідає. Повідомлення його дочекаються. Запустіть його: `make demo` або `manage.py runbot`.",
    lost: "Пісочниця недоступна. Пробуємо ще раз…",
    startTitle: "Запитайте про будь-яку криптоновину",
    start: "Почати",
    samples: "Або надішліть приклад новини",
    today: "Сьогодні",
    edited: "змінено",
    more: "Показати більше",
    less: "Згорнути",
    spoiler: "Прихований текст, натисніть, щоб показати",
    forwarded: "Переслано з",
    replyTo: "Відповісти",
    editing: "Змінити повідомлення",
    toEnd: "До останнього повідомлення",
    toDark: "Увімкнути темну тему",
    toLight: "Увімкнути світлу тему",
    switchPerson: "Змінити співрозмовника, зараз {name}",
    you: "Ви",
    photo: "Фото",
    file: "Файл",
    sticker: "Стікер",
    poll: "Опитування",
    failed: "Не вийшло: {reason}",
  },
};

let language = "en";

export const currentLanguage = () => language;

export function t(key, values = {}) {
  const text = TEXTS[language][key] ?? TEXTS.en[key];
  return text.replace(/\{(\w+)\}/g, (_, name) => values[name] ?? "");
}

/** Switch the page's own words; unknown languages get English. */
export function setLanguage(code) {
  language = code in TEXTS ? code : "en";
  document.documentElement.lang = language;
  for (const node of document.querySelectorAll("[data-t]")) node.textContent = t(node.dataset.t);
  for (const node of document.querySelectorAll("[data-t-label]")) node.setAttribute("aria-label", t(node.dataset.tLabel));
  for (const node of document.querySelectorAll("[data-t-placeholder]")) node.placeholder = t(node.dataset.tPlaceholder);
}

export function clock(seconds) {
  return new Intl.DateTimeFormat(language, { hour: "2-digit", minute: "2-digit" }).format(seconds * 1000);
}

export function day(seconds) {
  const date = new Date(seconds * 1000);
  if (date.toDateString() === new Date().toDateString()) return t("today");
  return new Intl.DateTimeFormat(language, { day: "numeric", month: "long" }).format(date);
}
