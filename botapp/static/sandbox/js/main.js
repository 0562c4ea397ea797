// The page as a whole: one person, one chat, one stream of events.

import { Composer } from "./composer.js";
import { Connection, fetchJson } from "./connection.js";
import { byId, el, initial } from "./dom.js";
import { showEmpty } from "./empty.js";
import { Log } from "./log.js";
import { People } from "./people.js";
import { setLanguage, t } from "./texts.js";
import { showTheme, startTheme } from "./theme.js";
import { alert, clearToasts, toast } from "./toasts.js";

const state = { bot: { name: "RVX", description: "", answering: true }, blocked: false, isUp: true, isTyping: false };
const presses = new Map();
const earlyAnswers = new Map();

const connection = new Connection({ hear, tell: (isUp) => update({ isUp }) });
const log = new Log({
  press,
  say: (text) => attempt("say", { text }),
  reply: (message) => composer.startReply(message),
  edit: (message) => composer.startEdit(message),
  vote: (message_id, number) => attempt("vote", { message_id, options: [number] }),
  quiet: () => update({ isTyping: false }),
});
const composer = new Composer({
  send: (text, replyTo) => attempt("say", { text, reply_to: replyTo ?? null }),
  edit: (message_id, text) => attempt("edit", { message_id, text }),
  lastOwn: () => log.lastOwn(),
});
const people = new People({ choose: become });

const HEARD = {
  state: ({ state: all }) => showAll(all),
  message: ({ message }) => {
    log.dropDraft();
    log.add(message);
    showEmptyIf();
  },
  edited: ({ message }) => log.change(message),
  deleted: ({ message_id }) => {
    log.remove(message_id);
    showEmptyIf();
  },
  reaction: ({ message_id, reactions }) => log.react(message_id, reactions),
  draft: ({ draft }) => log.showDraft(draft),
  action: () => {
    log.showTyping();
    update({ isTyping: true });
  },
  keyboard: ({ keyboard }) => composer.setKeyboard(keyboard),
  pressed: (answer) => pressed(answer),
  blocked: ({ blocked }) => update({ blocked }),
  heartbeat: ({ answering }) => update({ bot: { ...state.bot, answering } }),
  profile: async () => {
    const { bot, commands } = await fetchJson(`/sandbox/state?person=${connection.personId}`);
    composer.commands.set(commands);
    update({ bot });
    showEmptyIf();
  },
};

function hear(event) {
  HEARD[event.kind]?.(event);
}

function showAll({ bot, commands, messages, reactions, keyboard, draft, blocked }) {
  log.reset(messages, reactions);
  if (draft) log.showDraft(draft);
  composer.commands.set(commands);
  composer.setKeyboard(keyboard);
  update({ bot, blocked, isTyping: false });
  showEmptyIf();
}

function showEmptyIf() {
  const isEmpty = log.messages.size === 0;
  if (isEmpty) showEmpty(state.bot, { send: (text) => attempt("say", { text }) });
  byId("empty").hidden = !isEmpty;
}

/** Take over what changed and show the header, the banner and the block button accordingly. */
function update(changes) {
  Object.assign(state, changes);
  const { bot, blocked, isUp, isTyping } = state;
  byId("bot-name").textContent = bot.name;
  byId("bot-avatar").textContent = initial(bot.name);
  byId("block").textContent = t(blocked ? "unblock" : "block");
  const status = [[!isUp, "connecting"], [blocked, "blocked"], [isTyping, "typing"], [bot.answering, "online"], [true, "offline"]];
  byId("status").textContent = t(status.find(([holds]) => holds)[1]);
  byId("status").classList.toggle("lively", isUp && !blocked && (isTyping || bot.answering));
  showBanner();
}

function showBanner() {
  const { bot, isUp } = state;
  const wanted = isUp ? !bot.answering && t("notAnswering", { bot: bot.name }) : t("lost");
  const banner = byId("banner");
  banner.hidden = !wanted;
  if (!wanted || banner.dataset.text === wanted) return;
  banner.dataset.text = wanted;
  banner.querySelector("use").setAttribute("href", isUp ? "#i-clock" : "#i-cloud");
  const pieces = wanted.split("`").map((piece, number) => (number % 2 ? el("code", {}, piece) : piece));
  byId("banner-text").replaceChildren(...pieces);
}

async function attempt(name, body = {}) {
  try {
    return await connection.act(name, body);
  } catch (error) {
    // A browser has no sentence for a server that is not there.
    toast(error instanceof TypeError ? t("lost") : t("failed", { reason: error.message }));
    return undefined;
  }
}

async function press(message_id, data) {
  log.setWaiting(message_id, data, true);
  const pressId = await attempt("press", { message_id, data });
  if (!pressId) return log.setWaiting(message_id, data, false);
  const early = earlyAnswers.get(pressId);
  presses.set(pressId, { message_id, data });
  return early && pressed(early);
}

// Only the page that pressed shows the answer. It may come before the press itself has returned.
function pressed(answer) {
  const { press_id, text, show_alert } = answer;
  const waiting = presses.get(press_id);
  if (!waiting) return earlyAnswers.set(press_id, answer);
  presses.delete(press_id);
  log.setWaiting(waiting.message_id, waiting.data, false);
  if (text) (show_alert ? alert : toast)(text);
  return undefined;
}

function become(person) {
  setLanguage(person.language_code);
  people.show(person);
  showTheme();
  clearToasts();
  update({ isTyping: false });
  connection.open(person.id);
}

byId("block").addEventListener("click", () => attempt(state.blocked ? "unblock" : "block"));
startTheme();
update({});
fetchJson("/sandbox/people").then(
  (everybody) => become(people.first(everybody)),
  () => update({ isUp: false }),
);
