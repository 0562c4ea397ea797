// Where the person writes: a field that grows, Enter to send, a slash for commands.

import { summary } from "./attachments.js";
import { renderKeys } from "./bubble.js";
import { Commands } from "./commands.js";
import { byId } from "./dom.js";
import { t } from "./texts.js";

export class Composer {
  /** `send(text, replyTo)` and `edit(id, text)` do the work and give
   *  undefined where it failed; `lastOwn()` is what the up arrow edits. */
  constructor({ send, edit, lastOwn }) {
    Object.assign(this, { send, edit, lastOwn });
    this.field = byId("text");
    this.form = byId("composer");
    this.commands = new Commands({ choose: (command) => this.#sendNow(command) });
    this.field.addEventListener("input", () => this.#changed());
    this.field.addEventListener("keydown", (event) => this.#key(event));
    this.form.addEventListener("submit", (event) => {
      event.preventDefault();
      this.#submit();
    });
    byId("menu").addEventListener("click", () => {
      if (this.commands.isOpen) return this.commands.close();
      this.commands.open("");
      return this.field.focus();
    });
    byId("context-close").addEventListener("click", () => this.#clearContext());
  }

  startReply(message) {
    this.#setContext({ icon: "reply", title: t("replyTo"), message });
    this.replyTo = message.message_id;
    this.field.focus();
  }

  startEdit(message) {
    this.#setContext({ icon: "pen", title: t("editing"), message });
    this.editing = message.message_id;
    this.#fill(message.text);
  }

  /** The bot's own keyboard in place of free writing; null takes it away. */
  setKeyboard(markup) {
    const place = byId("reply-keyboard");
    place.hidden = !markup;
    const rows = (markup?.keyboard ?? []).map((row) => row.map((button) => (typeof button === "string" ? { text: button } : button)));
    place.replaceChildren(renderKeys(rows, { press: (text) => this.#sendNow(text) }));
    this.field.placeholder = markup?.input_field_placeholder || t("placeholder");
  }

  #key(event) {
    if (event.isComposing) return;
    if (this.commands.takeKey(event.key)) return event.preventDefault();
    if (event.key === "Enter" && !event.shiftKey) {
      event.preventDefault();
      this.#submit();
    } else if (event.key === "ArrowUp" && !this.field.value && this.lastOwn()) {
      event.preventDefault();
      this.startEdit(this.lastOwn());
    } else if (event.key === "Escape") {
      this.#clearContext();
    }
    return undefined;
  }

  async #submit() {
    const text = this.field.value.trim();
    if (!text) return;
    const { editing, replyTo } = this;
    this.#fill("");
    this.#clearContext();
    const sent = await (editing ? this.edit(editing, text) : this.send(text, replyTo));
    // What did not go through stands in the field again, unless the person writes on already.
    if (sent === undefined && !this.field.value) this.#fill(text);
  }

  #sendNow(text) {
    if (this.field.value.startsWith("/")) this.#fill("");
    this.send(text);
  }

  #changed() {
    const { value } = this.field;
    this.field.style.height = "auto";
    this.field.style.height = `${this.field.scrollHeight + 2}px`;
    this.form.classList.toggle("filled", value.length > 0);
    byId("send").disabled = !value.trim();
    const slash = /^\/([a-z0-9_]*)$/i.exec(value);
    if (slash) this.commands.open(slash[1].toLowerCase());
    else this.commands.close();
  }

  #fill(text) {
    this.field.value = text;
    this.#changed();
    this.field.focus({ preventScroll: true });
  }

  #setContext({ icon, title, message }) {
    this.#clearContext();
    byId("context-icon").setAttribute("href", `#i-${icon}`);
    byId("context-title").textContent = title;
    byId("context-text").textContent = summary(message);
    byId("context").hidden = false;
  }

  #clearContext() {
    if (this.editing) {
      this.editing = undefined;
      this.#fill("");
    }
    this.replyTo = undefined;
    byId("context").hidden = true;
  }
}
