// Plays the library one entry after the other, below the list.

import * as api from '../api.js';
import { announce, h, webAddress } from '../dom.js';
import { titleOf } from '../library.js';
import { problemTitle } from '../problems.js';

/** @typedef {import('../library.js').Entry} Entry */

/** @param {import('../app.js').Page} page */
export function playQueue(page) {
  const title = h('strong', {});
  const audio = h('audio', { controls: true, preload: 'none' });
  const previous = h('button', { type: 'button', class: 'quiet', onclick: () => step(-1) }, 'Previous');
  const next = h('button', { type: 'button', class: 'quiet', onclick: () => step(1) }, 'Next');
  const message = h('p', { class: 'fine', role: 'status' });
  const element = h('section', { class: 'play-queue', 'aria-label': 'Now playing', hidden: true },
    h('p', { class: 'play-title' }, title), h('div', { class: 'play-row' }, audio, previous, next), message);
  /** @type {Entry[]} */
  let entries = [];
  /** @type {Entry | undefined} */
  let current;

  audio.addEventListener('ended', () => step(1));
  page.signal.addEventListener('abort', () => audio.pause(), { once: true });

  const position = () => entries.findIndex(({ id }) => id === current?.id);

  function draw() {
    previous.disabled = position() <= 0;
    next.disabled = position() < 0 || position() >= entries.length - 1;
  }

  /** @param {number} by */
  function step(by) {
    const entry = entries[position() + by];
    if (position() >= 0 && entry) play(entry);
  }

  /** @param {Entry} entry */
  async function play(entry) {
    current = entry;
    element.hidden = false;
    message.textContent = '';
    title.textContent = titleOf(entry);
    audio.setAttribute('aria-label', `Audio: ${titleOf(entry)}`);
    draw();
    try {
      const address = webAddress(entry.audioUrl ?? await privateAddress(entry));
      if (current !== entry || !address) return;
      audio.src = address;
      announce(`Playing ${titleOf(entry)}`);
      await audio.play();
    } catch (error) {
      if (page.signal.aborted || current !== entry) return;
      message.textContent = error instanceof api.Problem ? `It can’t be played: ${problemTitle(error)}.` : 'It can’t be played right now. Press Play to try again.';
    }
  }

  /**
   * A private conversion has an address that expires.
   *
   * @param {Entry} entry
   */
  async function privateAddress(entry) {
    const response = await api.conversion(entry.id, undefined, page.signal);
    return response?.state.audio?.url;
  }

  return {
    element,
    play,
    /** @param {Entry[]} shown in the order of the list */
    setEntries(shown) {
      entries = shown.filter(({ status }) => status === 'completed');
      draw();
    },
  };
}
