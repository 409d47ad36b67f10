// Opens a page of the player without a browser, and runs its script.

import { readFileSync } from 'node:fs';
import { setImmediate } from 'node:timers/promises';
import { Window } from 'happy-dom';

/** The page as the service writes it; a Java test compares it. */
export const COMPLETED = readFileSync(new URL('player.html', import.meta.url), 'utf8');
export const AUDIO = '/audio/x/why-queues.mp3';
export const TRANSCRIPT = '/audio/x/transcript.json';
export const CHAPTERS = '/audio/x/chapters.json';

export const BROWSER = ['document', 'location', 'history', 'navigator', 'DOMParser', 'matchMedia', 'getComputedStyle', 'localStorage', 'HTMLElement', 'innerHeight', 'Event'];

/** A channel that doesn't keep Node.js running. */
export class Channel {
  /** @type {Map<string, Channel[]>} */
  static all = new Map();
  /** @type {((event: { data: any }) => void)[]} */
  listeners = [];

  /** @param {string} name */
  constructor(name) {
    this.others = () => (Channel.all.get(name) ?? []).filter((channel) => channel !== this);
    Channel.all.set(name, [...this.others(), this]);
  }

  /**
   * @param {string} _type
   * @param {(event: { data: any }) => void} listener
   */
  addEventListener(_type, listener) {
    this.listeners.push(listener);
  }

  /** @param {any} data */
  postMessage(data) {
    this.others().forEach((channel) => channel.listeners.forEach((listener) => listener({ data })));
  }
}

let runs = 0;

/**
 * The answers are by path, and repeated.
 *
 * @param {string} html
 * @param {{ answers?: Record<string, any>, address?: string, stored?: Record<string, object>, globals?: Record<string, any> }} [more]
 */
export async function open(html, { answers = {}, address = '', stored = {}, globals = {} } = {}) {
  const window = new Window({ url: `https://parler.example/v1/conversions/c/player${address}`, settings: { disableCSSFileLoading: true, disableJavaScriptFileLoading: true, disableJavaScriptEvaluation: true } });
  const page = new window.DOMParser().parseFromString(html, 'text/html');
  for (const name of ['lang', 'dir']) window.document.documentElement.setAttribute(name, page.documentElement.getAttribute(name) ?? '');
  const main = page.querySelector('main');
  const canonical = page.querySelector('link[rel=canonical]');
  if (canonical) window.document.head.append(window.document.importNode(canonical, true));
  fakeImported(window);
  if (main) window.document.body.append(window.document.importNode(main, true));
  for (const [key, value] of Object.entries(stored)) window.localStorage.setItem(key, JSON.stringify(value));
  for (const name of BROWSER) define(name, /** @type {any} */ (window)[name]);
  Channel.all.clear();
  define('BroadcastChannel', Channel);
  define('requestAnimationFrame', () => 0);
  define('window', undefined);
  define('parent', undefined);
  define('origin', 'https://parler.example');
  // A report goes nowhere.
  Object.defineProperty(window.navigator, 'sendBeacon', { value: () => true, configurable: true });
  define('addEventListener', window.addEventListener.bind(window));
  for (const [name, value] of Object.entries(globals)) define(name, value);
  /** @type {{ path: string, etag: string | null }[]} */
  const requests = [];
  globalThis.fetch = async (path, { headers } = {}) => {
    requests.push({ path: String(path), etag: new Headers(headers).get('If-None-Match') });
    const answer = answers[String(path)];
    const response = typeof answer === 'function' ? answer() : answer ?? new Response('', { status: 404 });
    if (response instanceof Error) throw response;
    return response instanceof Response ? response.clone() : response instanceof Promise ? response : Response.json(response, { headers: { ETag: '"t"' } });
  };
  await import(`../../main/resources/player/player.js?${++runs}`);
  await settle();
  return { window, requests, loaded: () => requests.map(({ path }) => path) };
}

/**
 * @param {string} name
 * @param {any} value
 */
export const define = (name, value) => Object.defineProperty(globalThis, name, { value, configurable: true, writable: true });

/**
 * The tests' own clock, so that they decide what is loaded and how far it is.
 *
 * @param {any} element
 * @param {Window} window
 */
function fake(element, window) {
  const values = { readyState: 0, duration: NaN, currentTime: 0, paused: true, volume: 1, muted: false, playbackRate: 1, defaultPlaybackRate: 1, error: null };
  for (const [name, value] of Object.entries(values)) {
    let current = value;
    Object.defineProperty(element, name, {
      get: () => current,
      set: (next) => {
        current = next;
        if (name === 'volume' || name === 'muted') element.dispatchEvent(new window.Event('volumechange'));
        if (name === 'playbackRate') element.dispatchEvent(new window.Event('ratechange'));
      },
    });
  }
  element.play = async () => set(false, 'play');
  element.pause = () => !element.paused && set(true, 'pause');
  element.load = () => (element.error = null);
  const set = (/** @type {boolean} */ paused, /** @type {string} */ type) => {
    element.paused = paused;
    element.dispatchEvent(new window.Event(type));
  };
}

/**
 * Every audio that comes into the page has the tests' clock.
 *
 * @param {any} window
 */
export function fakeImported(window) {
  const importNode = window.document.importNode.bind(window.document);
  window.document.importNode = (/** @type {any} */ node, /** @type {boolean} */ deep) => {
    const copy = importNode(node, deep);
    const all = copy.localName === 'audio' ? [copy] : [...copy.querySelectorAll?.('audio') ?? []];
    for (const each of all) fake(each, window);
    return copy;
  };
}

export async function settle() {
  for (let i = 0; i < 20; i++) await setImmediate();
}

/**
 * The only element, whose type tests don't care for.
 *
 * @param {string} selector
 * @returns {any}
 */
export const one = (selector) => document.querySelector(selector);

/**
 * @param {string} selector
 * @returns {any[]}
 */
export const all = (selector) => [...document.querySelectorAll(selector)];

/** @param {string} selector */
export const textOf = (selector) => one(selector)?.textContent;

export const audio = () => one('audio');

/** @param {number} seconds */
export function playOnTo(seconds) {
  if (audio().readyState === 0) {
    audio().readyState = 4;
    audio().dispatchEvent(new Event('loadedmetadata'));
  }
  audio().currentTime = seconds;
  audio().dispatchEvent(new Event('timeupdate'));
}

/**
 * Presses a key on an element, as a person does: on what has the focus.
 *
 * @param {any} window
 * @param {string} key
 * @param {any} [target]
 * @param {object} [more]
 */
export function press(window, key, target = document.body, more = {}) {
  target.dispatchEvent(new window.KeyboardEvent('keydown', { key, bubbles: true, cancelable: true, ...more }));
}
