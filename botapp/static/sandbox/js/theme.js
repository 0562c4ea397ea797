// Light or dark: the system decides until the person does.

import { byId } from "./dom.js";
import { t } from "./texts.js";

const system = matchMedia("(prefers-color-scheme: dark)");

const isDark = () => (document.documentElement.dataset.theme ?? (system.matches ? "dark" : "light")) === "dark";

export function showTheme() {
  const button = byId("theme");
  button.querySelector("use").setAttribute("href", isDark() ? "#i-sun" : "#i-moon");
  button.setAttribute("aria-label", t(isDark() ? "toLight" : "toDark"));
}

export function startTheme() {
  byId("theme").addEventListener("click", () => {
    const chosen = isDark() ? "light" : "dark";
    document.documentElement.dataset.theme = chosen;
    try {
      localStorage.setItem("rvx-theme", chosen);
    } catch {
      // Without storage the choice lasts until the page is closed.
    }
    showTheme();
  });
  system.addEventListener("change", showTheme);
  showTheme();
}
