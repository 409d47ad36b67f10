// Builds elements. Text is always set as text, so nothing that a site sends is ever read as markup.

/** @typedef {Node | string | number | false | null | undefined} Child */

/**
 * An element: h('a', { href: '/' }, 'Home'). Attributes and children that are undefined, null or false are left out.
 *
 * @template {keyof HTMLElementTagNameMap} K
 * @param {K} name
 * @param {Record<string, any>} [attributes] on… is an event listener, a boolean sets the property
 * @param {...(Child | Child[])} children
 * @returns {HTMLElementTagNameMap[K]}
 */
export function h(name, attributes = {}, ...children) {
  const element = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) {
    if (value === undefined || value === null || value === false) continue;
    if (key.startsWith('on')) element.addEventListener(key.slice(2), value);
    else if (key in element && typeof value === 'boolean') Object.assign(element, { [key]: value });
    else element.setAttribute(key, value);
  }
  element.append(...children.flat().filter(isPresent).map((child) => (typeof child === 'number' ? String(child) : child)));
  return element;
}

/**
 * For filter(): everything but undefined, null, false and ''.
 *
 * @template T
 * @param {T} value
 * @returns {value is Exclude<T, false | null | undefined | ''>}
 */
export const isPresent = (value) => value !== undefined && value !== null && value !== false && value !== '';

/**
 * An element that the page is known to have.
 *
 * @template {keyof HTMLElementTagNameMap} K
 * @param {ParentNode} parent
 * @param {K} name its tag
 * @param {string} [more] the rest of the selector: an id, a class, an attribute
 * @returns {HTMLElementTagNameMap[K]}
 */
export function find(parent, name, more = '') {
  const element = parent.querySelector(name + more);
  if (!element) throw new Error(`no ${name}${more} on the page`);
  return /** @type {HTMLElementTagNameMap[K]} */ (element);
}

/**
 * An address from outside. Only http and https may become a link or a picture.
 *
 * @param {string | undefined} value
 */
export function webAddress(value) {
  if (!value) return undefined;
  try {
    const address = new URL(value);
    return /^https?:$/.test(address.protocol) ? address.href : undefined;
  } catch {
    return undefined;
  }
}

/**
 * A picture from another site: decoration. That site isn't told where it is shown, and a picture that doesn't load is removed.
 *
 * @param {string | undefined} address
 * @param {string} className
 */
export function picture(address, className) {
  const src = webAddress(address);
  if (!src) return undefined;
  const image = h('img', { class: className, alt: '', loading: 'lazy', decoding: 'async', referrerpolicy: 'no-referrer', src });
  image.addEventListener('error', () => image.remove());
  return image;
}

/**
 * Has a screen reader say it.
 *
 * @param {string} text
 */
export function announce(text) {
  find(document, 'p', '#announcer').textContent = text;
}

/**
 * A line that says what is loading.
 *
 * @param {string} text
 */
export function waiting(text) {
  announce(text);
  return h('p', { class: 'waiting' }, h('span', { class: 'dots', 'aria-hidden': 'true' }, h('i'), h('i'), h('i')), text);
}

/**
 * @param {string} text
 * @param {string} label
 */
export function copyButton(text, label) {
  const button = h('button', { type: 'button', class: 'quiet' }, label);
  button.addEventListener('click', async () => {
    const done = await copy(text);
    button.textContent = done ? 'Copied' : 'Press Ctrl+C to copy';
    announce(done ? 'Copied to the clipboard' : 'Select the text and copy it');
    setTimeout(() => { button.textContent = label; }, 2500);
  });
  return button;
}

/** @param {string} text */
async function copy(text) {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    // The clipboard exists on https only. The text beside the button can still be selected.
    const field = /** @type {HTMLTextAreaElement | null} */ (document.querySelector('textarea[readonly]'));
    field?.select();
    return Boolean(field) && document.execCommand('copy');
  }
}
