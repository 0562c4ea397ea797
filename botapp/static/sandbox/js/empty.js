// What an empty chat offers: who this is, a start, and stories to try.

import { byId, el, initial } from "./dom.js";
import { SAMPLES } from "./samples.js";
import { currentLanguage, t } from "./texts.js";

export function showEmpty(bot, { send }) {
  const samples = SAMPLES[currentLanguage()].map(({ kind, text }) =>
    el("button", { type: "button", className: "sample", onclick: () => send(text) }, el("small", {}, kind), el("span", {}, text)),
  );
  byId("empty").replaceChildren(
    el("span", { className: "avatar", "aria-hidden": "true" }, initial(bot.name)),
    el("h3", {}, bot.name),
    el("p", { className: "about" }, bot.description || t("startTitle")),
    el("button", { type: "button", className: "solid-button", onclick: () => send("/start") }, t("start")),
    el("h4", {}, t("samples")),
    el("div", { className: "samples" }, samples),
  );
}
