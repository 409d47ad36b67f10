// Recent conversions.

import * as api from '../api.js';
import { find, h, isPresent, waiting } from '../dom.js';
import { clock, dateOrTime, host } from '../format.js';
import { problemBox, problemTitle } from '../problems.js';
import { voiceElement } from '../voices.js';
import { separated } from './posts.js';
import { usageBox } from './usage.js';

/** @typedef {import('../app.js').Page} Page */

const PAGE_SIZE = 8;

/** @param {Page} page */
export async function showLibrary(page) {
  const list = h('ol', { class: 'recent' });
  const more = h('div', { class: 'more' });
  const section = h('section', { 'aria-labelledby': 'recent' }, h('h2', { id: 'recent', tabindex: '-1' }, 'Recent conversions'), list, more);
  const usage = usageBox(page);
  page.view.replaceChildren(usage);
  await load();

  /** @param {string} [cursor] */
  async function load(cursor) {
    if (cursor) more.replaceChildren(waiting('Loading more'));
    try {
      const { conversions, nextCursor } = await api.library(cursor, PAGE_SIZE, page.signal);
      const items = conversions.map((entry) => item(entry, page));
      list.append(...items);
      if (list.childElementCount) page.view.replaceChildren(section, usage);
      more.replaceChildren();
      if (nextCursor) more.append(h('button', { type: 'button', class: 'quiet', onclick: () => load(nextCursor) }, 'Show older ones'));
      if (cursor && items.length) find(items[0], 'a').focus();
    } catch (error) {
      if (page.signal.aborted || !(error instanceof api.Problem)) throw error;
      more.replaceChildren(problemBox(error, () => load(cursor)));
      page.view.replaceChildren(section, usage);
    }
  }
}

/**
 * @param {api.Library['conversions'][number]} entry
 * @param {Page} page
 */
function item(entry, page) {
  const done = entry.status === 'completed';
  const title = entry.title || (entry.sourceUrl && host(entry.sourceUrl)) || 'A post without a title';
  const { problem } = entry;
  const outcome = done ? clock(entry.seconds ?? 0) : problem && problemTitle({ ...problem, slug: api.slugOf(problem.type) });
  const facts = [outcome, entry.visibility === 'private' && 'Private', entry.voice && voiceElement(entry.voice, page), h('time', { datetime: entry.createdAt }, dateOrTime(entry.createdAt))].filter(isPresent);
  return h('li', { class: done ? 'done' : 'failed' },
    h('span', { class: 'mark', 'aria-hidden': 'true' }),
    h('div', {},
      h('a', { href: `/?${new URLSearchParams({ conversion: entry.id })}` }, done || entry.title ? title : 'Not converted'),
      h('p', { class: 'meta' }, separated(facts))));
}
