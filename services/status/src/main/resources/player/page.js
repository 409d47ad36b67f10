// The page: its elements and its texts.

/**
 * An element that the page is known to have.
 *
 * @template {keyof HTMLElementTagNameMap} K
 * @param {ParentNode} parent
 * @param {K} name its tag
 * @param {string} [more] the rest of the selector
 * @returns {HTMLElementTagNameMap[K]}
 */
export function find(parent, name, more = "") {
  const element = parent.querySelector(name + more);
  if (!element) {
    throw new Error(`no ${name}${more} on the page`);
  }
  return /** @type {HTMLElementTagNameMap[K]} */ (element);
}

/**
 * One of the player's own texts, in the language of the page, with values in the place of its `{placeholders}`.
 *
 * @param {string} name
 * @param {Record<string, string>} [values]
 */
export function text(name, values = {}) {
  /** @type {Record<string, string>} */
  const texts = JSON.parse(find(document, "script", "#texts").textContent ?? "");
  return Object.entries(values).reduce((all, [key, value]) => all.replace(`{${key}}`, value), texts[name] ?? name);
}

/** The language of the player's own texts. */
export const language = () => document.documentElement.lang || "en";

/**
 * Says something to everybody.
 *
 * @param {string} message
 * @param {number} [millis] how long it is shown; until the next message if absent
 */
export function say(message, millis) {
  const place = find(document, "p", ".message");
  place.textContent = message;
  if (millis) {
    setTimeout(() => place.textContent === message && (place.textContent = ""), millis);
  }
}

/**
 * The JSON at an address.
 *
 * @param {string} address
 */
export async function load(address) {
  const response = await fetch(address);
  if (!response.ok) {
    throw new Error(`status ${response.status}`);
  }
  return response.json();
}

/** Whether the page is in a sandboxed frame without an origin: no storage, no downloads, no clipboard. */
export const isSandboxed = () => globalThis.origin === "null";
