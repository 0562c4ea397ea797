// The short answers to pressed buttons.

import { byId, el } from "./dom.js";

const SHOWN_MS = 3200;

export function toast(text) {
  const node = el("div", { className: "toast" }, text);
  byId("toasts").replaceChildren(node);
  setTimeout(() => node.classList.add("leaving"), SHOWN_MS);
  setTimeout(() => node.remove(), SHOWN_MS + 350);
}

export function clearToasts() {
  byId("toasts").replaceChildren();
}

export function alert(text) {
  byId("alert-text").textContent = text;
  const dialog = byId("alert");
  const screen = document.querySelector(".screen").getBoundingClientRect();
  dialog.style.left = `${screen.left + screen.width / 2}px`;
  dialog.style.top = `${screen.top + screen.height / 2}px`;
  if (!dialog.open) dialog.showModal();
}
