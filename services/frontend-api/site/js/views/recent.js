// The newest conversions, on the home page.

import * as api from '../api.js';
import { h, isPresent } from '../dom.js';
import { clock, dateOrTime } from '../format.js';
import { groupByPost, titleOf } from '../library.js';
import { problemBox, problemTitle } from '../problems.js';
import { voiceElement } from '../voices.js';
import { separated } from './posts.js';
import { usageBox } from './usage.js';

/** @typedef {import('../app.js').Page} Page */

const SHOWN = 8;
const LOADED = 32;

/** @param {Page} page */
export async function showRecent(page) {
  const section = h('section', { 'aria-labelledby': 'recent' }, h('h2', { id: 'recent', tabindex: '-1' }, 'Recent conversions'));
  const usage = usageBox(page);
  page.view.replaceChildren(usage);
  await load();

  async function load() {
    try {
      const { conversions, nextCursor } = await api.library(undefined, LOADED, page.signal);
      const posts = groupByPost(conversions);
      if (!posts.length) return;
      section.append(
        h('ol', { class: 'recent' }, posts.slice(0, SHOWN).map(({ newest }) => item(newest, page))),
        h('p', { class: 'more' }, h('a', { href: '/?library' }, posts.length > SHOWN || nextCursor ? 'All conversions' : 'Open the library')));
      page.view.replaceChildren(section, usage);
    } catch (error) {
      if (page.signal.aborted || !(error instanceof api.Problem)) throw error;
      page.view.replaceChildren(section, problemBox(error, () => showRecent(page)), usage);
    }
  }
}

/** @type {Record<import('../library.js').Entry['status'], string>} */
const MARKS = { completed: 'done', failed: 'failed', running: 'running' };

/**
 * @param {import('../library.js').Entry} entry
 * @param {Page} page
 */
function item(entry, page) {
  const { status, problem } = entry;
  const outcome = status === 'completed' ? clock(entry.seconds ?? 0) : problem ? problemTitle({ ...problem, slug: api.slugOf(problem.type) }) : 'Being converted';
  const facts = [outcome, entry.visibility === 'private' && 'Private', entry.voice && voiceElement(entry.voice, page), h('time', { datetime: entry.createdAt }, dateOrTime(entry.createdAt))].filter(isPresent);
  return h('li', { class: MARKS[status] },
    h('span', { class: 'mark', 'aria-hidden': 'true' }),
    h('div', {},
      h('a', { href: `/?${new URLSearchParams({ conversion: entry.id })}` }, titleOf(entry)),
      h('p', { class: 'meta' }, separated(facts))));
}
