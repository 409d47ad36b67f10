// A browser's globals for tests, and a fake API.

import { readFileSync } from 'node:fs';
import { setImmediate } from 'node:timers/promises';
import { Window } from 'happy-dom';

const INDEX = readFileSync(new URL('../../../site/index.html', import.meta.url), 'utf8').replace(/<script.*<\/script>|<link.*>/g, '');
const GLOBALS = ['document', 'location', 'history', 'localStorage', 'sessionStorage', 'navigator', 'addEventListener', 'Node'];

/** The owner's account, where no key is needed. */
export const ACCOUNT = { id: 'owner', name: 'Owner', createdAt: '2020-03-05T12:00:00Z', scopes: ['read', 'convert', 'publish'], session: false, origins: [] };

/**
 * Opens the site's page. Its script is not run.
 *
 * @param {string} path
 */
export function openPage(path = '/') {
  const window = new Window({ url: `https://parler.example${path}`, settings: { disableCSSFileLoading: true } });
  window.document.write(INDEX);
  /** @param {string} name */
  const define = (name, value = /** @type {any} */ (window)[name]) =>
    Object.defineProperty(globalThis, name, { value, configurable: true, writable: true });
  for (const name of GLOBALS) define(name);
  define('addEventListener', window.addEventListener.bind(window));
  define('scrollTo', () => {});
  define('scrollY', 0);
  return /** @type {HTMLElement} */ (document.querySelector('#view'));
}

/** A view's page, which remembers where it was sent. */
export function fakePage() {
  const controller = new AbortController();
  /** @type {string[]} */
  const visited = [];
  const view = openPage();
  return {
    view,
    visited,
    leave: () => controller.abort(),
    signal: controller.signal,
    /** @param {string} path */
    go: (path) => { visited.push(path); },
    setTitle: (title = '') => { document.title = title; },
  };
}

/**
 * Answers requests by "METHOD /path", where a function gets the request. What is not listed is a 404.
 *
 * @param {Record<string, any>} answers
 */
export function fakeApi(answers) {
  /** @type {{ method: string, url: URL, body: any, headers: Headers }[]} */
  const requests = [];
  globalThis.fetch = async (path, { method = 'GET', body, headers, signal } = {}) => {
    signal?.throwIfAborted();
    const url = new URL(String(path), 'https://parler.example');
    const request = { method, url, body: body ? JSON.parse(String(body)) : undefined, headers: new Headers(headers) };
    requests.push(request);
    const answer = answers[`${method} ${url.pathname}`] ?? problem('not-found', 404);
    const response = await (typeof answer === 'function' ? answer(request) : answer);
    return response instanceof Response ? response.clone() : Response.json(response);
  };
  return requests;
}

/**
 * @param {string} slug
 * @param {number} status
 * @param {object} [more]
 */
export const problem = (slug, status, more) => Response.json({ type: `/problems/${slug}`, title: `Title of ${slug}`, status, ...more }, { status });

/** Lets promises that are ready go on. */
export async function settle() {
  for (let i = 0; i < 20; i++) await setImmediate();
}

/**
 * @param {string} selector
 * @param {ParentNode} [parent]
 */
export function text(selector, parent = document) {
  return parent.querySelector(selector)?.textContent?.replace(/\s+/g, ' ').trim();
}

/**
 * @param {string} selector
 * @param {ParentNode} [parent]
 */
export function click(selector, parent = document) {
  const element = /** @type {HTMLElement | null} */ (parent.querySelector(selector));
  if (!element) throw new Error(`no ${selector}`);
  element.click();
}

/**
 * @param {string} selector
 * @param {string} value
 */
export function choose(selector, value) {
  const field = /** @type {HTMLSelectElement | HTMLInputElement | null} */ (document.querySelector(selector));
  if (!field) throw new Error(`no ${selector}`);
  field.value = value;
  const { Event } = /** @type {any} */ (document.defaultView);
  field.dispatchEvent(new Event('input', { bubbles: true }));
  field.dispatchEvent(new Event('change', { bubbles: true }));
}
