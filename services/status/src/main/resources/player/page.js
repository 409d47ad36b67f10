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
 * One of the player's own texts, with values in the place of its `{placeholders}`.
 *
 * @param {HTMLElement} main
 * @param {string} name
 * @param {Record<string, string>} [values]
 */
export function text(main, name, values = {}) {
  /** @type {Record<string, string>} */
  const texts = JSON.parse(find(main, "script", "#texts").textContent ?? "");
  return Object.entries(values).reduce((all, [key, value]) => all.replace(`{${key}}`, value), texts[name] ?? name);
}

/**
 * The language of the player's own texts.
 *
 * @param {HTMLElement} main
 */
export const language = (main) => /** @type {HTMLElement | null} */ (main.closest("[lang]"))?.lang || "en";

/**
 * What has the focus, of the same page or shadow tree.
 *
 * @param {Node} node
 */
export const focusBeside = (node) => /** @type {Document | ShadowRoot} */ (node.getRootNode()).activeElement;

/**
 * The address of the player at a time. Without a frame the player's page is another one than that around it.
 *
 * @param {HTMLElement} main
 * @param {number} seconds
 */
export const linkAt = (main, seconds) => `${main.dataset.link ?? ""}#t=${Math.round(seconds * 100) / 100}`;

/**
 * Says something to everybody.
 *
 * @param {HTMLElement} main
 * @param {string} message
 * @param {number} [millis] how long it is shown; until the next message if absent
 */
export function say(main, message, millis) {
  const place = find(main, "p", ".message");
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
