// What was converted lately.

import * as api from '../api.js';
import { h, waiting } from '../dom.js';
import { voiceElement } from '../voices.js';
import { clock, host, moment } from '../words.js';
import { WORDS, problemBox } from '../problems.js';
import { separated } from './posts.js';

const PAGE = 8;

export async function showLibrary(page) {
  const list = h('ol', { class: 'recent' });
  const more = h('div', { class: 'more' });
  const section = h('section', { 'aria-labelledby': 'recent' }, h('h2', { id: 'recent', tabindex: '-1' }, 'Recent conversions'), list, more);
  page.view.replaceChildren();
  await load();

  async function load(cursor) {
    if (cursor) more.replaceChildren(waiting('Fetching more'));
    try {
      const { conversions, nextCursor } = await api.library(cursor, PAGE, page.signal);
      const items = conversions.map((entry) => item(entry, page));
      list.append(...items);
      if (list.childElementCount) page.view.replaceChildren(section);
      more.replaceChildren();
      if (nextCursor) more.append(h('button', { type: 'button', class: 'quiet', onclick: () => load(nextCursor) }, 'Show older ones'));
      if (cursor) items[0]?.querySelector('a').focus();
    } catch (error) {
      if (page.signal.aborted || !(error instanceof api.Problem)) throw error;
      more.replaceChildren(problemBox(error, () => load(cursor)));
      page.view.replaceChildren(section);
    }
  }
}

function item(entry, page) {
  const done = entry.status === 'completed';
  const title = entry.title || (entry.sourceUrl && host(entry.sourceUrl)) || 'A post without a title';
  const reason = entry.problem && (WORDS[entry.problem.type.split('/').pop()]?.[0] ?? entry.problem.title);
  const facts = [done ? clock(entry.seconds) : reason, entry.voice && voiceElement(entry.voice, page), h('time', { datetime: entry.createdAt }, moment(entry.createdAt))].filter(Boolean);
  return h('li', { class: done ? 'done' : 'failed' },
    h('span', { class: 'mark', 'aria-hidden': 'true' }),
    h('div', {},
      h('a', { href: `/?${new URLSearchParams({ conversion: entry.id })}` }, done || entry.title ? title : 'Not converted'),
      h('p', { class: 'meta' }, separated(facts))));
}
