// Converts several posts of a feed at once, for one price.

import * as api from '../api.js';
import { announce, h, isPresent } from '../dom.js';
import { count, duration, host, money } from '../format.js';
import { chosenOptions } from '../options.js';
import { problemBox, problemTitle } from '../problems.js';
import { voiceChooser } from '../voices.js';

/** @typedef {api.Posts['posts'][number]} Post */
/** @typedef {{ quote?: api.Quote, problem?: api.Problem }} Result */

const DEBOUNCE_MILLIS = 400;

/** How many prices are asked for at once. */
const PARALLEL = 3;

/**
 * @param {import('../app.js').Page} page
 * @param {string | undefined} language the feed's
 * @param {() => void} selectNone
 */
export function postsBulk(page, language, selectNone) {
  const total = h('strong');
  const choice = h('div', { class: 'voice-row' });
  const price = h('div', { class: 'quote', role: 'status' });
  const button = h('button', { type: 'button', class: 'primary', onclick: convert }, 'Convert');
  const message = h('div');
  const element = h('section', { class: 'bulk', 'aria-label': 'Selected posts', hidden: true },
    h('p', { class: 'bulk-line' }, total, h('button', { type: 'button', class: 'link', onclick: selectNone }, 'Select none')),
    choice, h('div', { class: 'deal' }, price, button), message);
  /** @type {Post[]} */
  let posts = [];
  /** @type {api.Voice[]} */
  let voices = [];
  /** @type {ReturnType<typeof voiceChooser> | undefined} */
  let chooser;
  /** @type {Map<string, Promise<Result>>} By the body of the request. */
  const quotes = new Map();
  /** @type {Map<string, string>} One key for each body: pressing the button again converts nothing twice. */
  const keys = new Map();
  let latest = 0;
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  let timer;

  /** @param {Post} post */
  function request(post) {
    const voice = chooser?.chosen();
    const options = chosenOptions();
    return /** @type {api.ConversionRequest} */ ({ source: { url: post.url }, ...(voice && { voice: voice.id }), ...(options && { options }) });
  }

  /** @param {Post[]} selected */
  function update(selected) {
    posts = selected;
    const mine = ++latest;
    clearTimeout(timer);
    element.hidden = !posts.length;
    total.textContent = `${count(posts.length, 'post')} selected`;
    button.textContent = `Convert ${count(posts.length, 'post')}`;
    button.disabled = true;
    message.replaceChildren();
    if (!posts.length) return;
    if (!chooser) loadVoices();
    price.replaceChildren(h('p', { class: 'fine' }, 'Working out the price…'));
    timer = setTimeout(() => showPrice(mine), DEBOUNCE_MILLIS);
  }

  async function loadVoices() {
    try {
      voices = await api.voices(page.signal);
      chooser ??= voiceChooser(voices, language, () => update(posts));
      choice.replaceChildren(...chooser.fields);
    } catch (error) {
      if (page.signal.aborted) return;
      if (!(error instanceof api.Problem)) throw error;
      // Without the list, the language decides about the voice.
    }
  }

  /** @param {number} mine */
  async function showPrice(mine) {
    /** @type {{ post: Post, result: Result }[]} */
    const results = [];
    const waiting = [...posts];
    const work = async () => {
      for (let post = waiting.shift(); post && mine === latest; post = waiting.shift()) {
        results.push({ post, result: await quoteOf(request(post)) });
        if (mine === latest && waiting.length) price.replaceChildren(h('p', { class: 'fine' }, `Working out the price: ${results.length} of ${posts.length}…`));
      }
    };
    try {
      await Promise.all(Array.from({ length: PARALLEL }, work));
    } catch (error) {
      if (page.signal.aborted) return;
      throw error;
    }
    if (mine !== latest) return;
    const priced = results.map(({ result }) => result.quote).filter(isPresent);
    const failed = results.filter(({ result }) => result.problem);
    price.replaceChildren(...[
      priced.length > 0 && h('p', { class: 'price' }, sumText(priced, voices.some(({ id, standIn }) => standIn && id === priced[0].voice))),
      failed.length > 0 && h('ul', { class: 'fine' }, failed.map(({ post, result }) => h('li', {}, `“${post.title || host(post.url)}” can’t be converted: ${result.problem && problemTitle(result.problem)}.`))),
    ].filter(isPresent));
    button.disabled = !priced.length;
    posts = posts.filter((post) => !failed.some((one) => one.post === post));
    button.textContent = `Convert ${count(posts.length, 'post')}`;
  }

  /**
   * @param {api.ConversionRequest} body
   * @returns {Promise<Result>}
   */
  function quoteOf(body) {
    const json = JSON.stringify(body);
    const known = quotes.get(json);
    if (known) return known;
    const result = api.quote(body, page.signal).then((quote) => ({ quote }), (problem) => {
      quotes.delete(json);
      if (!(problem instanceof api.Problem)) throw problem;
      return { problem };
    });
    quotes.set(json, result);
    return result;
  }

  async function convert() {
    const chosen = [...posts];
    button.disabled = true;
    message.replaceChildren();
    try {
      for (const [i, post] of chosen.entries()) {
        button.textContent = `Sending ${i + 1} of ${chosen.length}…`;
        const body = request(post);
        const json = JSON.stringify(body);
        const key = keys.get(json) ?? api.newKey();
        keys.set(json, key);
        await api.convert(body, key, page.signal);
      }
      page.go('/?library');
      announce(`${count(chosen.length, 'post')} will be converted`);
    } catch (error) {
      if (page.signal.aborted || !(error instanceof api.Problem)) throw error;
      message.replaceChildren(problemBox(error, convert));
      button.disabled = false;
      button.textContent = `Convert ${count(chosen.length, 'post')}`;
    }
  }

  return { element, update };
}

/**
 * The prices together.
 *
 * @param {api.Quote[]} quotes
 * @param {boolean} [isLocal] whether local voices stand in, for which nothing is billed
 */
export function sumText(quotes, isLocal = false) {
  const sum = (/** @type {(quote: api.Quote) => number} */ of) => quotes.reduce((before, quote) => before + of(quote), 0);
  const known = sum(({ alreadySpoken }) => alreadySpoken);
  return [
    `${count(sum(({ characters }) => characters), 'character')}, about ${duration(sum(({ seconds }) => seconds))}`,
    money({ ...quotes[0].price, amount: sum(({ price }) => price.amount) }, sum(({ billable }) => billable) > 0) + (isLocal ? ' on AWS, nothing here' : ''),
    known > 0 && `${count(known, 'character')} converted before`,
  ].filter(isPresent).join(' · ');
}
