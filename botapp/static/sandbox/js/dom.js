// Elements made from data; texts are always text nodes, never markup.

const SVG = "http://www.w3.org/2000/svg";

/** An element with properties (`dataset` and `aria-*` included) and children; null children are left out. */
export function el(name, properties = {}, ...children) {
  const element = document.createElement(name);
  for (const [key, value] of Object.entries(properties)) {
    if (value === undefined || value === null) continue;
    if (key === "dataset") Object.assign(element.dataset, value);
    else if (key.includes("-") || key === "role") element.setAttribute(key, value);
    else element[key] = value;
  }
  element.append(...children.flat().filter((child) => child !== null && child !== undefined && child !== ""));
  return element;
}

/** A symbol of the page's own set, hidden from screen readers. */
export function icon(name) {
  const svg = document.createElementNS(SVG, "svg");
  svg.setAttribute("aria-hidden", "true");
  const use = document.createElementNS(SVG, "use");
  use.setAttribute("href", `#i-${name}`);
  svg.append(use);
  return svg;
}

export const byId = (id) => document.getElementById(id);

/** The first letter of a name, without the marks that an odd name may start with. */
export function initial(name) {
  return (name.match(/\p{L}(?=[\p{L}\s]|$)/u)?.[0] ?? name[0] ?? "?").toUpperCase();
}
