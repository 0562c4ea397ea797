// The list of messages: order, groups, scrolling, what is said to screen readers.

import { summary } from "./attachments.js";
import { renderMessage, renderTyping } from "./bubble.js";
import { byId, el } from "./dom.js";
import { settleQuotes } from "./entities.js";
import { day, t } from "./texts.js";

const NEAR_END = 90;
const GROUP_SECONDS = 300;

export class Log {
  constructor(hands) {
    this.hands = { ...hands, show: (id) => this.show(id) };
    this.messages = new Map();
    this.nodes = new Map();
    this.folds = new Map();
    this.waiting = new Map();
    this.reactions = {};
    this.unread = 0;
    this.lastTop = 0;
    this.list = byId("messages");
    this.view = byId("log");
    this.view.addEventListener("scroll", () => this.#noteScroll(), { passive: true });
    byId("to-end").addEventListener("click", () => this.toEnd("smooth"));
    new ResizeObserver(() => this.pinned && this.toEnd()).observe(this.list);
    new ResizeObserver(() => this.pinned && this.toEnd()).observe(this.view);
    this.pinned = true;
  }

  /** Show these messages and nothing else. */
  reset(messages, reactions = {}) {
    this.messages = new Map(messages.map((message) => [message.message_id, message]));
    this.reactions = reactions;
    this.waiting.clear();
    this.#dropTyping();
    this.redraw();
    this.toEnd();
  }

  redraw() {
    this.nodes.clear();
    this.list.replaceChildren(...[...this.messages.values()].map((message) => this.#draw(message)));
    this.#group();
    settleQuotes(this.list);
  }

  add(message) {
    if (message.from?.is_bot) this.#dropTyping();
    const stay = this.pinned || this.#isMine(message);
    this.messages.set(message.message_id, message);
    const node = this.#draw(message);
    node.classList.add("new");
    this.list.insertBefore(node, this.typing ?? null);
    this.#group();
    settleQuotes(node);
    if (stay) this.toEnd("smooth");
    else this.#countUnread(this.unread + 1);
    this.#announce(message);
  }

  change(message) {
    const before = this.messages.get(message.message_id);
    const old = this.nodes.get(message.message_id);
    if (!before || !old) return this.add(message);
    this.#dropTyping();
    this.messages.set(message.message_id, message);
    const node = this.#draw(message, commonStart(before.text ?? "", message.text ?? ""));
    const focused = keyIndex(old, document.activeElement);
    old.replaceWith(node);
    this.#group();
    settleQuotes(node);
    if (focused >= 0) node.querySelectorAll("button, a")[focused]?.focus({ preventScroll: true });
    if (this.pinned) this.toEnd();
    if (message.from?.is_bot) this.#announce(message);
    return undefined;
  }

  remove(id) {
    const node = this.nodes.get(id);
    this.messages.delete(id);
    this.nodes.delete(id);
    node?.classList.add("leaving");
    setTimeout(() => {
      node?.remove();
      this.#group();
    }, 180);
  }

  react(id, reactions) {
    this.reactions[id] = reactions;
    if (this.messages.has(id)) this.change(this.messages.get(id));
  }

  /** A pressed button shows that it waits until the bot answers the press. */
  setWaiting(id, data, waits) {
    const datas = this.waiting.get(id) ?? new Set();
    datas[waits ? "add" : "delete"](data);
    this.waiting.set(id, datas);
    const keyboard = this.messages.get(id)?.reply_markup?.inline_keyboard.flat() ?? [];
    const keys = this.nodes.get(id)?.querySelectorAll(".key") ?? [];
    keys.forEach((key, number) => key.classList.toggle("waiting", datas.has(keyboard[number]?.callback_data)));
  }

  showTyping(seconds = 5) {
    clearTimeout(this.typingTimer);
    if (!this.typing) {
      this.typing = renderTyping();
      this.typing.classList.add("new");
      this.list.append(this.typing);
      if (this.pinned) this.toEnd("smooth");
    }
    this.typingTimer = setTimeout(() => this.#dropTyping(), seconds * 1000);
  }

  /** Text that grows before its message exists. */
  showDraft(draft) {
    this.#dropTyping();
    const message = { ...draft, message_id: "draft", date: Date.now() / 1000, from: { is_bot: true } };
    if (this.nodes.has("draft")) this.change(message);
    else this.add(message);
  }

  dropDraft() {
    this.messages.delete("draft");
    this.nodes.get("draft")?.remove();
    this.nodes.delete("draft");
  }

  lastOwn() {
    return [...this.messages.values()].reverse().find((message) => this.#isMine(message) && message.text);
  }

  show(id) {
    const node = this.nodes.get(id);
    node?.scrollIntoView({ block: "center", behavior: "smooth" });
    node?.animate([{ opacity: 0.4 }, { opacity: 1 }], { duration: 900 });
  }

  toEnd(behavior = "instant") {
    this.view.scrollTo({ top: this.view.scrollHeight, behavior });
    this.pinned = true;
    this.#countUnread(0);
  }

  #draw(message, freshFrom) {
    const id = message.message_id;
    if (!this.folds.has(id)) this.folds.set(id, new Set());
    const node = renderMessage(message, {
      mine: this.#isMine(message),
      hands: this.hands,
      folds: this.folds.get(id),
      waiting: this.waiting.get(id),
      reactions: this.reactions[id],
      freshFrom,
    });
    this.nodes.set(id, node);
    return node;
  }

  #isMine(message) {
    return !message.from?.is_bot;
  }

  // Neighbours of one author within five minutes are one group; a new day has a line of its own.
  #group() {
    for (const line of this.list.querySelectorAll(".day")) line.remove();
    const messages = [...this.messages.values()];
    messages.forEach((message, number) => {
      const [before, after] = [messages[number - 1], messages[number + 1]];
      const node = this.nodes.get(message.message_id);
      node.classList.toggle("first", !this.#together(before, message));
      node.classList.toggle("last", !this.#together(message, after));
      if (!before || day(before.date) !== day(message.date)) {
        node.before(el("li", { className: "day" }, day(message.date)));
      }
    });
  }

  #together(one, other) {
    return Boolean(one && other && this.#isMine(one) === this.#isMine(other) && other.date - one.date < GROUP_SECONDS);
  }

  #dropTyping() {
    clearTimeout(this.typingTimer);
    this.typing?.remove();
    this.typing = undefined;
    this.hands.quiet?.();
  }

  // Only a scroll upwards is the person's wish: the list also moves when it grows or the view shrinks.
  #noteScroll() {
    const { scrollTop, scrollHeight, clientHeight } = this.view;
    if (scrollHeight - scrollTop - clientHeight < NEAR_END) this.pinned = true;
    else if (scrollTop < this.lastTop) this.pinned = false;
    this.lastTop = scrollTop;
    byId("to-end").hidden = this.pinned;
    if (this.pinned) this.#countUnread(0);
  }

  #countUnread(count) {
    this.unread = count;
    byId("unread").textContent = count;
    byId("unread").hidden = !count;
    byId("to-end").setAttribute("aria-label", t("toEnd"));
  }

  // A streamed answer is read out once, when it has stopped growing.
  #announce(message) {
    if (this.#isMine(message)) return;
    clearTimeout(this.announcing);
    this.announcing = setTimeout(() => (byId("announcer").textContent = summary(message)), 900);
  }
}

function commonStart(before, after) {
  const shorter = Math.min(before.length, after.length);
  let same = 0;
  while (same < shorter && before[same] === after[same]) same += 1;
  return same;
}

function keyIndex(node, focused) {
  return [...node.querySelectorAll("button, a")].indexOf(focused);
}
