// Text and entities become DOM nodes. Offsets are UTF-16 units, which is what JavaScript counts.

import { el, icon } from "./dom.js";
import { t } from "./texts.js";

const INLINE = { bold: "b", italic: "i", underline: "u", strikethrough: "s", code: "code" };
const FOUND = new Set(["mention", "hashtag", "cashtag", "phone_number", "text_mention"]);

/**
 * The nodes of a text. `freshFrom` is where newly streamed text begins; `folds` remembers, by place, which
 * quotes and spoilers the person opened; `onCommand(text)` is called for a pressed command.
 */
export function renderText(text, entities, context) {
  return slice(text, [...(entities ?? [])], 0, text.length, context);
}

function slice(text, entities, from, to, context) {
  const nodes = [];
  let position = from;
  while (entities.length) {
    const entity = entities.shift();
    const begin = Math.max(entity.offset, position);
    const end = Math.min(entity.offset + entity.length, to);
    if (begin >= end) continue;
    nodes.push(...plain(text, position, begin, context));
    const inner = takeInner(entities, begin, end);
    const block = entity.type.endsWith("blockquote") || entity.type === "pre";
    if (block) dropLineBreak(nodes);
    nodes.push(wrap(entity, text.slice(begin, end), slice(text, inner, begin, end, context), context));
    position = block && text[end] === "\n" ? end + 1 : end;
  }
  nodes.push(...plain(text, position, to, context));
  return nodes;
}

/** Take the entities that begin inside; what reaches beyond is split and the rest stays for later. */
function takeInner(entities, begin, end) {
  const inner = [];
  while (entities.length && entities[0].offset < end) {
    const entity = entities.shift();
    const stop = entity.offset + entity.length;
    inner.push({ ...entity, length: Math.min(stop, end) - entity.offset });
    if (stop > end) {
      entities.unshift({ ...entity, offset: end, length: stop - end });
      break;
    }
  }
  return inner.filter((entity) => entity.offset >= begin);
}

// A block stands on its own line anyway.
function dropLineBreak(nodes) {
  const last = nodes.at(-1);
  if (last?.textContent.endsWith("\n")) last.textContent = last.textContent.slice(0, -1);
}

function plain(text, from, to, { freshFrom = Infinity }) {
  if (from >= to) return [];
  const border = Math.min(Math.max(from, freshFrom), to);
  const nodes = [];
  if (from < border) nodes.push(document.createTextNode(text.slice(from, border)));
  if (border < to) nodes.push(el("span", { className: "fresh" }, text.slice(border, to)));
  return nodes;
}

function wrap(entity, content, children, context) {
  const { type } = entity;
  if (type in INLINE) return el(INLINE[type], {}, children);
  if (FOUND.has(type)) return el("span", { className: "found" }, children);
  if (type === "pre") return el("pre", { dataset: entity.language ? { language: entity.language } : {} }, el("span", {}, children));
  if (type === "spoiler") return spoiler(entity, children, context);
  if (type === "bot_command") {
    return el("button", { type: "button", className: "command", onclick: () => context.onCommand(content) }, children);
  }
  if (type === "blockquote") return el("blockquote", { className: "quote" }, el("span", { className: "quote-body" }, children));
  if (type === "expandable_blockquote") return foldedQuote(entity, children, context);
  const address = { text_link: entity.url, url: content, email: `mailto:${content}` }[type];
  return address ? link(address, children) : el("span", {}, children);
}

function link(address, children) {
  const href = /^[a-z][a-z0-9+.-]*:/i.test(address) ? address : `https://${address}`;
  if (!/^(https?|mailto):/i.test(href)) return el("span", { className: "found" }, children);
  return el("a", { href, target: "_blank", rel: "noopener noreferrer" }, children);
}

function spoiler(entity, children, { folds }) {
  const key = `spoiler-${entity.offset}`;
  const node = el("span", { className: "spoiler", role: "button", tabIndex: 0, "aria-label": t("spoiler") }, children);
  const show = () => {
    folds.add(key);
    node.classList.add("shown");
    for (const name of ["role", "tabindex", "aria-label"]) node.removeAttribute(name);
  };
  node.addEventListener("click", show);
  node.addEventListener("keydown", (event) => {
    if (event.key === "Enter" || event.key === " ") {
      event.preventDefault();
      show();
    }
  });
  if (folds.has(key)) show();
  return node;
}

function foldedQuote(entity, children, { folds }) {
  const key = `quote-${entity.offset}`;
  const label = el("span", {}, t("more"));
  const button = el("button", { type: "button", className: "fold", "aria-expanded": "false" }, label, icon("down"));
  const quote = el("blockquote", { className: "quote" }, el("span", { className: "quote-body" }, children), button);
  const fold = (folded) => {
    quote.classList.toggle("folded", folded);
    button.setAttribute("aria-expanded", String(!folded));
    label.textContent = t(folded ? "more" : "less");
    folds[folded ? "delete" : "add"](key);
  };
  fold(!folds.has(key));
  button.addEventListener("click", () => fold(!quote.classList.contains("folded")));
  return quote;
}

/** After layout: a folded quote that hides nothing needs no button. */
export function settleQuotes(root) {
  for (const quote of root.querySelectorAll(".quote:has(> .fold)")) {
    const body = quote.querySelector(".quote-body");
    const opened = !quote.classList.contains("folded");
    quote.classList.toggle("foldable", opened || body.scrollHeight > body.clientHeight + 2);
  }
}
