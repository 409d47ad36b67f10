// A conversion: queued, being converted, ready to play, or failed with a reason.

import * as api from '../api.js';
import { announce, copyButton, find, h, isPresent, waiting, webAddress } from '../dom.js';
import { embedCode } from '../embed.js';
import { clock, host, number, size, timeLeft } from '../format.js';
import { Pace } from '../pace.js';
import { problemBox } from '../problems.js';
import { voiceElement } from '../voices.js';
import { titles } from './convert.js';
import { separated } from './posts.js';

/** @typedef {import('../app.js').Page} Page */
/** @typedef {api.Conversion} State */

const THIS_MACHINE = /^(localhost|127\..*|\[::1\]|0\.0\.0\.0)$/;
const BACKOFF_SECONDS = [1, 2, 4, 8, 15];

/**
 * @param {Page} page
 * @param {string} id
 */
export async function showConversion(page, id) {
  page.view.replaceChildren(waiting('Loading the conversion'));
  let first;
  try {
    first = await api.conversion(id, undefined, page.signal);
  } catch (error) {
    if (page.signal.aborted || !(error instanceof api.Problem)) throw error;
    page.view.replaceChildren(problemBox(error, () => page.go(`/${location.search}`, { replace: true }), 'h1'));
    page.setTitle('Problem');
    return;
  }
  if (!first) throw new Error('304 without an ETag sent');
  draw(page, first.state);
  // Not awaited: the page is shown now, and changes are drawn as they arrive.
  follow(page, id, first).catch((error) => {
    if (!page.signal.aborted) throw error;
  });
}

/**
 * @param {Page} page
 * @param {string} id
 * @param {{ etag: string, state: State }} first
 */
async function follow(page, id, { etag, state }) {
  const panel = new ProgressPanel(page.view);
  panel.update(state);
  let failures = 0;
  while (!hasEnded(state)) {
    try {
      const next = await api.conversion(id, etag, page.signal);
      failures = 0;
      panel.setConnected(true);
      if (!next) continue;
      if (!etag || next.etag === etag) await pause(1, page.signal);
      ({ etag, state } = next);
      if (hasEnded(state)) return draw(page, state, true);
      panel.update(state);
    } catch (error) {
      if (page.signal.aborted || !(error instanceof api.Problem)) throw error;
      if (error.status && error.status < 500 && error.status !== 429) return page.view.replaceChildren(problemBox(error, undefined, 'h1'));
      panel.setConnected(false);
      await pause(BACKOFF_SECONDS[Math.min(failures++, BACKOFF_SECONDS.length - 1)], page.signal);
    }
  }
}

/** @param {State} state */
const hasEnded = (state) => state.status === 'completed' || state.status === 'failed';

/**
 * @param {number} seconds
 * @param {AbortSignal} signal
 * @returns {Promise<void>}
 */
export function pause(seconds, signal) {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(resolve, seconds * 1000);
    signal.addEventListener('abort', () => { clearTimeout(timer); reject(signal.reason); }, { once: true });
  });
}

/**
 * @param {Page} page
 * @param {State} state
 * @param {boolean} [justEnded]
 */
function draw(page, state, justEnded = false) {
  page.setTitle(state.title || 'Conversion');
  if (state.status === 'completed') page.view.replaceChildren(...ready(page, state));
  else if (state.status === 'failed') page.view.replaceChildren(...failed(page, state));
  else page.view.replaceChildren(...running(page, state));
  if (!justEnded) return;
  announce(state.status === 'completed' ? 'The audio is ready' : 'The conversion failed');
  /** @type {HTMLElement | null} */
  const heading = page.view.querySelector('h1, h2');
  heading?.focus({ preventScroll: true });
}

/**
 * @param {Page} page
 * @param {State} state
 * @param {string} stage
 */
function head(page, state, stage) {
  const title = state.title ?? titles.get(state.id);
  const source = webAddress(state.sourceUrl);
  const facts = [state.author, source && h('a', { href: source, rel: 'noreferrer' }, host(source)), state.voice && h('span', {}, 'Voice: ', voiceElement(state.voice, page))].filter(isPresent);
  return h('header', { class: 'view-head' },
    h('p', { class: 'over' }, stage),
    h('h1', { tabindex: '-1', lang: title && state.language }, title || (source ? host(source) : 'Your text')),
    facts.length > 0 && h('p', { class: 'meta' }, separated(facts)));
}

/**
 * @param {Page} page
 * @param {State} state
 */
function running(page, state) {
  return [
    head(page, state, 'Being converted'),
    h('div', { class: 'progress-box' },
      h('label', { for: 'progress', id: 'stage' }, 'Waiting for a voice'),
      h('progress', { id: 'progress', max: '1' }),
      h('p', { class: 'meta', id: 'amount' }, 'This usually takes a few seconds.'),
      h('p', { class: 'fine' }, 'You can leave this page. The audio will be in the library.')),
  ];
}

// Draws the progress of a running conversion. A screen reader says it only at every quarter.
class ProgressPanel {
  /** @param {HTMLElement} view */
  constructor(view) {
    const box = /** @type {HTMLElement | null} */ (view.querySelector('.progress-box'));
    this.parts = box && { box, stage: find(box, 'label'), bar: find(box, 'progress'), amount: find(box, 'p', '#amount') };
    this.pace = new Pace();
    this.announced = '';
  }

  /** @param {State} state */
  update(state) {
    if (!this.parts) return;
    const { stage, bar, amount } = this.parts;
    const { done = 0, total = 0 } = state.progress ?? {};
    const working = state.status === 'processing';
    stage.textContent = working ? (total ? 'The voice is reading' : 'Loading the post') : 'Waiting for a voice';
    if (working && total) {
      bar.max = total;
      bar.value = done;
      const pace = this.pace.at(done, total);
      const speed = pace ? [`${number(Math.round(pace.rate))} per second`, done < total && timeLeft(pace.left)] : [];
      amount.textContent = [`${number(done)} of ${number(total)} characters`, ...speed].filter(isPresent).join(' · ');
    }
    const quarter = total ? Math.floor((done / total) * 4) * 25 : 0;
    this.announce(working && quarter ? `${quarter} percent done` : stage.textContent);
  }

  /** @param {boolean} connected */
  setConnected(connected) {
    if (!this.parts) return;
    const { box, amount } = this.parts;
    box.classList.toggle('lost', !connected);
    if (!connected) {
      amount.textContent = 'The connection was lost. Trying again; the conversion continues in the meantime.';
      this.announce(amount.textContent);
    }
  }

  /** @param {string} text */
  announce(text) {
    if (text !== this.announced) announce(text);
    this.announced = text;
  }
}

/**
 * @param {Page} page
 * @param {State} state
 */
function ready(page, state) {
  const { audio, links } = state;
  if (!audio) throw new Error('completed without audio');
  const source = webAddress(audio.url);
  const { hostname } = new URL(links.player);
  const embed = embedCode(state);
  const isPrivate = state.visibility === 'private';
  const facts = [isPrivate && 'Private', clock(audio.seconds), size(audio.bytes), state.characters ? `${number(state.characters)} characters` : ''].filter(isPresent);
  return [
    head(page, state, 'Ready to play'),
    h('audio', { controls: true, preload: 'metadata', src: source, 'aria-label': `Audio: ${state.title}` }),
    h('p', { class: 'meta' }, separated(facts)),
    h('p', { class: 'actions' },
      h('a', { class: 'button primary', href: source, download: '' }, 'Download MP3'),
      h('a', { class: 'button quiet', href: webAddress(links.player), target: '_blank', rel: 'noopener' }, 'Open the player'),
      links.page && h('a', { class: 'button quiet', href: webAddress(links.page), target: '_blank', rel: 'noopener' }, 'Page to share'),
      state.transcript?.vttUrl && h('a', { class: 'button quiet', href: webAddress(state.transcript.vttUrl), download: '' }, 'Transcript')),
    isPrivate ? h('p', { class: 'fine' }, 'Only this account can listen, signed in. The links to the files expire within a day; this page has new ones.') : h('section', { class: 'embed' },
      h('h2', {}, 'Put it on your page'),
      THIS_MACHINE.test(hostname) && h('p', { class: 'warning' }, `This code works on this machine only: its address says ${hostname}. Start Parler under an address that your readers can open before you paste it.`),
      h('label', { for: 'embed' }, links.newestPlayer ? 'Paste this code where you want the player. It always plays the newest audio of this post.' : 'Paste this code where you want the player'),
      h('textarea', { id: 'embed', rows: '5', readonly: true, spellcheck: 'false' }, embed),
      h('p', { class: 'actions' }, copyButton(embed, 'Copy the code'))),
    h('p', { class: 'onward' }, h('a', { href: '/' }, 'Convert another post')),
  ];
}

/**
 * @param {Page} page
 * @param {State} state
 */
function failed(page, state) {
  const problem = new api.Problem({ ...state.error });
  const source = webAddress(state.sourceUrl);
  const again = source ? () => page.go(`/?${new URLSearchParams({ url: source, as: 'post' })}`) : undefined;
  return [head(page, state, 'Not converted'), problemBox(problem, again), h('p', { class: 'onward' }, h('a', { href: '/' }, 'Convert another post'))];
}
