// What can be done with several entries of the library at once.

import * as api from '../api.js';
import { announce, h, isPresent } from '../dom.js';
import { count } from '../format.js';
import { playlist } from '../library.js';
import { problemBox } from '../problems.js';

/** @typedef {import('../library.js').Entry} Entry */
/** @typedef {import('../library.js').Group} Group */

/**
 * @param {import('../app.js').Page} page
 * @param {{ chosen: () => Group[], clear: () => void, remove: (entries: Entry[]) => Promise<void> }} library
 */
export function bulkBar(page, { chosen, clear, remove }) {
  const total = h('strong', { role: 'status' });
  const podcast = h('select', { id: 'bulk-podcast', 'aria-label': 'Podcast' });
  const add = h('button', { type: 'button', class: 'quiet', onclick: addToPodcast }, 'Add to the podcast');
  const shows = h('span', { class: 'bulk-podcast', hidden: true }, podcast, add);
  const list = h('button', { type: 'button', class: 'quiet', onclick: download }, 'Download a playlist');
  const message = h('div');
  const element = h('section', { class: 'bulk', 'aria-label': 'Selected conversions', hidden: true },
    h('p', { class: 'bulk-line' }, total, h('button', { type: 'button', class: 'link', onclick: clear }, 'Select none')),
    h('p', { class: 'actions' }, list, h('button', { type: 'button', class: 'quiet danger', onclick: () => remove(chosen().flatMap(({ newest, earlier }) => [newest, ...earlier])) }, 'Delete'), shows),
    message);
  let isLoaded = false;

  /** The newest audio of each selected post. */
  const audible = () => chosen().map(({ newest, earlier }) => [newest, ...earlier].find(({ audioUrl }) => audioUrl)).filter(isPresent);

  function draw() {
    const groups = chosen();
    const playable = audible().length > 0;
    element.hidden = !groups.length;
    total.textContent = `${count(groups.length, 'post')} selected`;
    list.disabled = !playable;
    add.disabled = !playable;
    if (groups.length && !isLoaded) loadPodcasts();
  }

  /** Where there is no podcast, nothing is offered. */
  async function loadPodcasts() {
    isLoaded = true;
    try {
      const { podcasts } = await api.podcasts(page.signal);
      podcast.replaceChildren(...podcasts.map(({ id, title }) => h('option', { value: id }, title)));
      shows.hidden = !podcasts.length;
    } catch (error) {
      if (page.signal.aborted) return;
      if (!(error instanceof api.Problem)) throw error;
      isLoaded = false;
    }
  }

  async function addToPodcast() {
    const entries = audible();
    message.replaceChildren();
    add.disabled = true;
    try {
      for (const { id } of entries) await api.addEpisode(podcast.value, id, page.signal);
      const title = podcast.selectedOptions[0]?.textContent;
      announce(`${count(entries.length, 'episode')} added to ${title}`);
      message.replaceChildren(h('p', { class: 'fine' }, `${count(entries.length, 'episode')} added to `,
        h('a', { href: `/?${new URLSearchParams({ podcast: podcast.value })}` }, title), '.'));
    } catch (error) {
      if (page.signal.aborted || !(error instanceof api.Problem)) throw error;
      message.replaceChildren(problemBox(error));
    } finally {
      add.disabled = false;
    }
  }

  function download() {
    const address = URL.createObjectURL(new Blob([playlist(audible())], { type: 'audio/x-mpegurl' }));
    h('a', { href: address, download: 'parler.m3u8' }).click();
    setTimeout(() => URL.revokeObjectURL(address), 10_000);
  }

  return { element, draw };
}
