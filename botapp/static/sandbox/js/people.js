// Who writes: each person has a chat and a language of their own.

import { byId, el, icon, initial } from "./dom.js";
import { t } from "./texts.js";

const LANGUAGES = { en: "English", ru: "Русский", uk: "Українська" };
const CROWD_FROM = 500001;

export class People {
  constructor({ choose }) {
    this.choose = choose;
    this.all = [];
    this.place = byId("people");
    byId("persona").addEventListener("click", () => this.#toggle(true));
    byId("veil").addEventListener("click", () => this.#toggle(false));
    document.addEventListener("keydown", (event) => event.key === "Escape" && this.#toggle(false));
    this.place.addEventListener("keydown", (event) => this.#arrow(event));
  }

  /** The person of the last visit, or the one who speaks the browser's language. */
  first(people) {
    this.all = people.filter((person) => person.id < CROWD_FROM);
    const last = Number(remembered());
    const own = navigator.language.slice(0, 2);
    return this.all.find(({ id }) => id === last) ?? this.all.find((person) => person.language_code === own) ?? this.all[0];
  }

  show(current) {
    this.current = current;
    try {
      localStorage.setItem("rvx-person", current.id);
    } catch {
      // Without storage the next visit starts with the browser's language.
    }
    this.place.replaceChildren(...this.all.map((person) => this.#row(person)));
    byId("persona-letter").textContent = initial(current.first_name);
    byId("persona").setAttribute("aria-label", t("switchPerson", { name: current.first_name }));
  }

  #row(person) {
    const chosen = person.id === this.current.id;
    const name = [person.first_name, person.last_name].filter(Boolean).join(" ");
    const row = el(
      "button",
      { type: "button", className: "person", role: "radio", "aria-checked": String(chosen), tabIndex: chosen ? 0 : -1 },
      el("span", { className: "letter", "aria-hidden": "true" }, initial(person.first_name)),
      el("span", {}, el("b", {}, name), el("small", {}, LANGUAGES[person.language_code] ?? person.language_code)),
      icon("check"),
    );
    row.addEventListener("click", () => {
      this.#toggle(false);
      if (person.id !== this.current.id) this.choose(person);
    });
    return row;
  }

  #arrow(event) {
    const step = { ArrowDown: 1, ArrowRight: 1, ArrowUp: -1, ArrowLeft: -1 }[event.key];
    if (!step) return;
    event.preventDefault();
    const place = this.all.findIndex(({ id }) => id === this.current.id);
    this.choose(this.all[(place + step + this.all.length) % this.all.length]);
    this.place.querySelector('[aria-checked="true"]').focus();
  }

  #toggle(open) {
    const side = byId("side");
    if (side.classList.contains("open") === open) return;
    side.classList.toggle("open", open);
    byId("veil").hidden = !open;
    byId("persona").setAttribute("aria-expanded", String(open));
    (open ? this.place.querySelector('[aria-checked="true"]') : byId("persona"))?.focus();
  }
}

function remembered() {
  try {
    return localStorage.getItem("rvx-person");
  } catch {
    return null;
  }
}
