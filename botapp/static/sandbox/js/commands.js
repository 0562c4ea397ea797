// The list of the bot's commands, opened by the Menu button or by typing a slash.

import { byId, el } from "./dom.js";
import { t } from "./texts.js";

export class Commands {
  constructor({ choose }) {
    this.choose = choose;
    this.all = [];
    this.shown = [];
    this.selected = -1;
    this.panel = byId("commands");
    this.panel.addEventListener("mousedown", (event) => event.preventDefault());
    document.addEventListener("pointerdown", (event) => {
      if (!event.target.closest("#commands, #menu, #text")) this.close();
    });
  }

  get isOpen() {
    return !this.panel.hidden;
  }

  set(commands) {
    this.all = commands;
    if (this.isOpen) this.open("");
  }

  /** Show the commands that begin with `prefix`; a slash that fits none closes the list. */
  open(prefix) {
    this.shown = this.all.filter(({ command }) => command.startsWith(prefix));
    if (!this.shown.length && prefix) return this.close();
    this.panel.replaceChildren(...this.shown.map((command, number) => this.#row(command, number)));
    if (!this.shown.length) this.panel.append(el("p", { className: "commands-none" }, t("noCommands")));
    this.panel.hidden = false;
    byId("menu").setAttribute("aria-expanded", "true");
    this.select(prefix ? 0 : -1);
    return undefined;
  }

  close() {
    this.panel.hidden = true;
    this.selected = -1;
    byId("menu").setAttribute("aria-expanded", "false");
    byId("text").removeAttribute("aria-activedescendant");
  }

  /** True when the key was meant for the list. */
  takeKey(key) {
    if (!this.isOpen) return false;
    const count = this.shown.length;
    if (key === "Escape") this.close();
    else if (key === "ArrowDown" && count) this.select((this.selected + 1) % count);
    else if (key === "ArrowUp" && count) this.select(this.selected <= 0 ? count - 1 : this.selected - 1);
    else if ((key === "Enter" || key === "Tab") && this.selected >= 0) this.#choose(this.selected);
    else return false;
    return true;
  }

  select(number) {
    this.selected = number;
    [...this.panel.querySelectorAll(".command-row")].forEach((row, index) => {
      row.setAttribute("aria-selected", String(index === number));
      if (index !== number) return;
      row.scrollIntoView({ block: "nearest" });
      byId("text").setAttribute("aria-activedescendant", row.id);
    });
  }

  #row({ command, description }, number) {
    const properties = { className: "command-row", role: "option", id: `command-${number}`, "aria-selected": "false" };
    const row = el("div", properties, el("b", {}, `/${command}`), el("span", {}, description));
    row.addEventListener("click", () => this.#choose(number));
    return row;
  }

  #choose(number) {
    const { command } = this.shown[number];
    this.close();
    this.choose(`/${command}`);
  }
}
