// The price of a conversion with the current choices. It is loaded in the background: nothing waits for it.

import * as api from '../api.js';
import { h, isPresent } from '../dom.js';
import { count, duration, money, number } from '../format.js';
import { problemTitle } from '../problems.js';
import { voiceName } from '../voices.js';

/** @typedef {import('../app.js').Page} Page */
/** @typedef {import('../api.js').Voice} Voice */
/** @typedef {import('../api.js').Quote} Quote */

const DEBOUNCE_MILLIS = 300;

/**
 * @param {Page} page
 * @param {() => api.ConversionRequest | undefined} request undefined while there is nothing to convert yet
 * @param {{ onQuote: (quote?: Quote) => void, choose: (voice: string) => void }} callbacks onQuote gets each quote, or
 *   undefined where there is none; choose takes the voice of another engine
 */
export function quoteBox(page, request, { onQuote, choose }) {
  const message = h('div', { role: 'status' });
  const others = h('p', { class: 'fine', hidden: true });
  const element = h('div', { class: 'quote' }, message, others);
  let latest = 0;
  /** @type {Voice[]} */
  let voicesNow = [];
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  let timer;

  /** @param {Voice[]} voices */
  function update(voices) {
    const mine = ++latest;
    clearTimeout(timer);
    const body = request();
    if (!body) return show();
    element.classList.add('stale');
    if (!message.hasChildNodes()) message.replaceChildren(h('p', { class: 'fine' }, 'Working out the price…'));
    timer = setTimeout(() => load(mine, body, voices), DEBOUNCE_MILLIS);
  }

  /**
   * @param {number} mine
   * @param {api.ConversionRequest} body
   * @param {Voice[]} voices
   */
  async function load(mine, body, voices) {
    try {
      const quote = await api.quote(body, page.signal);
      if (mine === latest) show(quote, voices);
    } catch (error) {
      if (page.signal.aborted) return;
      if (!(error instanceof api.Problem)) throw error;
      if (mine === latest) fail(error, voices);
    }
  }

  /**
   * @param {Quote} [quote]
   * @param {Voice[]} [voices]
   */
  function show(quote, voices = []) {
    element.classList.remove('stale');
    voicesNow = voices;
    message.replaceChildren(...(quote ? lines(quote, voices) : []));
    const offers = quote?.engines.filter((offer) => offer.voice !== quote.voice) ?? [];
    others.hidden = !offers.length;
    others.replaceChildren(...(offers.length ? ['With another engine: ', ...offers.map((offer, i) => h('span', { class: 'fact' }, voices.length ? button(offer) : priced(offer), i < offers.length - 1 && ',\u00a0'))] : []));
    onQuote(quote);
  }

  /**
   * @param {api.Problem} problem
   * @param {Voice[]} voices
   */
  function fail(problem, voices) {
    show();
    message.replaceChildren(h('p', { class: 'fine' }, `The price cannot be shown right now: ${problemTitle(problem)}. `,
      h('button', { type: 'button', class: 'link', onclick: () => update(voices) }, 'Try again')));
  }

  /** @param {Quote['engines'][number]} offer */
  const priced = (offer) => `${offer.engine} ${money(offer.price, offer.billable > 0 && !isFree(voicesNow, offer.voice))}`;

  /** @param {Quote['engines'][number]} offer */
  const button = (offer) => h('button', { type: 'button', class: 'link', onclick: () => choose(offer.voice) }, priced(offer));

  return { element, update };
}

/**
 * Whether a voice costs nothing at all, as on a server of one's own.
 *
 * @param {Voice[]} voices
 * @param {string} id
 */
const isFree = (voices, id) => voices.find((voice) => voice.id === id)?.price.perMillionCharacters === 0;

/**
 * @param {Quote} quote
 * @param {Voice[]} voices
 */
function lines({ characters, seconds, voice, price, alreadySpoken, billable }, voices) {
  const { name, standIn } = voices.find(({ id }) => id === voice) ?? {};
  const amount = money(price, billable > 0 && !isFree(voices, voice));
  const free = alreadySpoken >= characters ? 'All of them have been converted before and cost nothing.'
    : alreadySpoken ? `${number(alreadySpoken)} of them have been converted before and cost nothing.` : undefined;
  return [
    h('p', { class: 'price' }, `${count(characters, 'character')}, about ${duration(seconds)} · `, h('strong', {}, amount), `${standIn ? ' on AWS' : ''} with ${engineInBrackets(voice, voices)}`),
    standIn && h('p', { class: 'fine' }, `On this machine a local voice stands in for ${name}, and nothing is billed.`),
    free && h('p', { class: 'fine' }, free),
  ].filter(isPresent);
}

/**
 * Joanna, neural → Joanna (neural)
 *
 * @param {string} id
 * @param {Voice[]} voices
 */
const engineInBrackets = (id, voices) => voiceName(id, voices).replace(/, ([^,]+)$/, ' ($1)');
