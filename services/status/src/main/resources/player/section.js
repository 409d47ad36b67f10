// The player as a part of another page.

import { find } from "./page.js";

/**
 * The content of the player's page in a section: the page around has a main part and a heading of its own.
 *
 * @param {HTMLElement} main
 */
export function sectionOf(main) {
  const section = document.createElement("section");
  copyInto(section, main);
  const heading = find(section, "h1");
  const title = document.createElement("p");
  copyInto(title, heading);
  heading.replaceWith(title);
  section.setAttribute("aria-label", title.textContent ?? "");
  return section;
}

/**
 * @param {HTMLElement} target
 * @param {HTMLElement} source
 */
function copyInto(target, source) {
  for (const { name, value } of source.attributes) {
    target.setAttribute(name, value);
  }
  target.append(...Array.from(source.childNodes, (node) => document.importNode(node, true)));
}
