// A conversion: waiting, being spoken, ready to play, or failed with a reason.

import * as api from '../api.js';
import { Problem } from '../api.js';
import { announce, copyButton, h, waiting, webAddress } from '../dom.js';
import { Pace } from '../pace.js';
import { problemBox } from '../problems.js';
import { voiceElement } from '../voices.js';
import { clock, host, plain, size, timeLeft } from '../words.js';
import { titles } from './convert.js';
import { separated } from './posts.js';

const PATIENCE = [1, 2, 4, 8, 15];

export async function showConversion(page, id) {
  page.view.replaceChildren(waiting('Asking for the conversion'));
  let first;
  try {
    first = await api.conversion(id, undefined, page.signal);
  } catch (error) {
    if (page.signal.aborted || !(error instanceof Problem)) throw error;
    page.view.replaceChildren(problemBox(error, () => page.go(`/${location.search}`, { replace: true }), 'h1'));
    page.name('Problem');
    return;
  }
  draw(page, first.state);
  // Not awaited: the page is shown, and what changes is drawn as it comes.
  follow(page, id, first).catch((error) => {
    if (!page.signal.aborted) throw error;
  });
}

async function follow(page, id, { etag, state }) {
  const panel = new Panel(page.view);
  panel.update(state);
  let failures = 0;
  while (!ended(state)) {
    try {
      const next = await api.conversion(id, etag, page.signal);
      failures = 0;
      panel.connected(true);
      if (!next) continue;
      if (!etag || next.etag === etag) await pause(1, page.signal);
      ({ etag, state } = next);
      if (ended(state)) return draw(page, state, true);
      panel.update(state);
    } catch (error) {
      if (page.signal.aborted || !(error instanceof Problem)) throw error;
      if (error.status && error.status < 500 && error.status !== 429) return page.view.replaceChildren(problemBox(error, undefined, 'h1'));
      panel.connected(false);
      await pause(PATIENCE[Math.min(failures++, PATIENCE.length - 1)], page.signal);
    }
  }
}

const ended = (state) => state.status === 'completed' || state.status === 'failed';

function pause(seconds, signal) {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(resolve, seconds * 1000);
    signal.addEventListener('abort', () => { clearTimeout(timer); reject(signal.reason); }, { once: true });
  });
}

function draw(page, state, arrived = false) {
  page.name(state.title || 'Conversion');
  if (state.status === 'completed') page.view.replaceChildren(...ready(page, state));
  else if (state.status === 'failed') page.view.replaceChildren(...failed(page, state));
  else page.view.replaceChildren(...running(page, state));
  if (!arrived) return;
  announce(state.status === 'completed' ? 'The audio is ready' : 'The conversion failed');
  page.view.querySelector('h1, h2')?.focus({ preventScroll: true });
}

function head(page, state, over) {
  const title = state.title ?? titles.get(state.id);
  const source = webAddress(state.sourceUrl);
  const facts = [state.author, source && h('a', { href: source, rel: 'noreferrer' }, host(source)), state.voice && h('span', {}, 'Voice: ', voiceElement(state.voice, page))].filter(Boolean);
  return h('header', { class: 'view-head' },
    h('p', { class: 'over' }, over),
    h('h1', { tabindex: '-1', lang: title && state.language }, title || (source ? host(source) : 'Your text')),
    facts.length > 0 && h('p', { class: 'meta' }, separated(facts)));
}

function running(page, state) {
  return [
    head(page, state, 'Being converted'),
    h('div', { class: 'progress-box' },
      h('label', { for: 'progress', id: 'stage' }, 'Waiting for a voice'),
      h('progress', { id: 'progress', max: '1' }),
      h('p', { class: 'meta', id: 'amount' }, 'Usually this takes a few seconds.'),
      h('p', { class: 'fine' }, 'You may leave this page. The audio will be under “Recent conversions”.')),
  ];
}

// Draws how far a running conversion is; says it aloud only at the quarters.
class Panel {
  constructor(view) {
    this.stage = view.querySelector('#stage');
    this.bar = view.querySelector('#progress');
    this.amount = view.querySelector('#amount');
    this.pace = new Pace();
    this.said = '';
  }

  update(state) {
    if (!this.bar) return;
    const { done = 0, total = 0 } = state.progress ?? {};
    const working = state.status === 'processing';
    this.stage.textContent = working ? (total ? 'The voice is reading' : 'Reading the post') : 'Waiting for a voice';
    if (working && total) {
      this.bar.max = total;
      this.bar.value = done;
      const pace = this.pace.at(done, total);
      const speed = pace && [`${plain(Math.round(pace.rate))} a second`, done < total && timeLeft(pace.left)];
      this.amount.textContent = [`${plain(done)} of ${plain(total)} characters spoken`, ...(speed ?? [])].filter(Boolean).join(' · ');
    }
    const quarter = total ? Math.floor((done / total) * 4) * 25 : 0;
    this.say(working && quarter ? `${quarter} percent spoken` : this.stage.textContent);
  }

  connected(yes) {
    if (!this.bar) return;
    this.bar.closest('.progress-box').classList.toggle('lost', !yes);
    if (!yes) {
      this.amount.textContent = 'The connection was lost. Trying again; the conversion goes on meanwhile.';
      this.say(this.amount.textContent);
    }
  }

  say(text) {
    if (text !== this.said) announce(text);
    this.said = text;
  }
}

function ready(page, state) {
  const { audio, links } = state;
  const source = webAddress(audio.url);
  const embed = `<iframe src="${links.player}" title="${attribute(`Listen: ${state.title}`)}" width="100%" height="200" loading="lazy" frameborder="0"></iframe>`;
  const facts = [clock(audio.seconds), size(audio.bytes), state.characters && `${plain(state.characters)} characters`].filter(Boolean);
  return [
    head(page, state, 'Ready to play'),
    h('audio', { controls: true, preload: 'metadata', src: source, 'aria-label': `Audio: ${state.title}` }),
    h('p', { class: 'meta' }, separated(facts)),
    h('p', { class: 'actions' },
      h('a', { class: 'button primary', href: source, download: '' }, 'Download MP3'),
      h('a', { class: 'button quiet', href: webAddress(links.player), target: '_blank', rel: 'noopener' }, 'Open the player'),
      state.transcript?.vttUrl && h('a', { class: 'button quiet', href: webAddress(state.transcript.vttUrl), download: '' }, 'Transcript')),
    h('section', { class: 'embed' },
      h('h2', {}, 'Put it on your page'),
      h('label', { for: 'embed' }, 'Paste this where the player should stand'),
      h('textarea', { id: 'embed', rows: '5', readonly: true, spellcheck: 'false' }, embed),
      h('p', { class: 'actions' }, copyButton(embed, 'Copy the code'))),
    h('p', { class: 'onward' }, h('a', { href: '/' }, 'Convert another post')),
  ];
}

function failed(page, state) {
  const error = new Problem({ ...state.error });
  const source = webAddress(state.sourceUrl);
  const again = source && (() => page.go(`/?${new URLSearchParams({ url: source, as: 'post' })}`));
  return [head(page, state, 'Not converted'), problemBox(error, again), h('p', { class: 'onward' }, h('a', { href: '/' }, 'Convert another post'))];
}

const attribute = (text) => text.replace(/&/g, '&amp;').replace(/"/g, '&quot;').replace(/</g, '&lt;');
