// How the recordings are listened to: plays by day, and for each recording where listeners stop.

import * as api from '../api.js';
import { h, waiting } from '../dom.js';
import { clock, count, date, number } from '../format.js';
import { problemBox } from '../problems.js';

/** @typedef {import('../app.js').Page} Page */
/** @typedef {api.Plays['recordings'][number]} Recording */

const PERIODS = [7, 30, 90, 365];
const DAY_MS = 86_400_000;

/**
 * @param {Page} page
 * @param {string | null} days
 */
export async function showPlays(page, days) {
  page.setTitle('Listening');
  const period = PERIODS.find((one) => String(one) === days) ?? 30;
  const body = h('div', { class: 'plays' }, waiting('Loading the figures'));
  page.view.replaceChildren(
    h('header', { class: 'view-head' }, h('h1', { tabindex: '-1' }, 'Listening'),
      h('p', { class: 'lead' }, 'What the players on your pages report: counts only, without cookies and without a trace of who listens. Downloads by podcast apps are not counted.')),
    h('div', { class: 'field' }, h('label', { for: 'period' }, 'Period'), periodSelect(page, period)),
    body);
  try {
    const from = new Date(Date.now() - (period - 1) * DAY_MS).toISOString().slice(0, 10);
    const figures = await api.plays(from, page.signal);
    body.replaceChildren(...(figures.total.plays || figures.total.seconds ? drawn(figures) : nothing(period)));
  } catch (error) {
    if (page.signal.aborted || !(error instanceof api.Problem)) throw error;
    body.replaceChildren(problemBox(error, () => showPlays(page, days)));
  }
}

/**
 * @param {Page} page
 * @param {number} period
 */
function periodSelect(page, period) {
  const select = h('select', { id: 'period', class: 'narrow' }, PERIODS.map((days) => h('option', { value: days, selected: days === period }, `The last ${days} days`)));
  select.addEventListener('change', () => page.go(`/?${new URLSearchParams({ listening: select.value })}`, { replace: true }));
  return select;
}

/** @param {number} period */
function nothing(period) {
  return [h('p', { class: 'empty' }, `Nobody pressed Play in the last ${period} days. Once a player is on your page, its plays appear here within a minute.`),
    h('p', { class: 'actions' }, h('a', { class: 'button quiet', href: '/' }, 'To your recordings'))];
}

/** @param {api.Plays} figures */
function drawn({ total, days, recordings }) {
  return [
    h('p', { class: 'figures' }, h('strong', {}, count(total.plays, 'play')), ` · ${heard(total.seconds)} heard`),
    h('section', { 'aria-labelledby': 'by-day' }, h('h2', { id: 'by-day' }, 'By day'), dayBars(days), dayTable(days)),
    h('section', { 'aria-labelledby': 'by-recording' }, h('h2', { id: 'by-recording' }, 'By recording'),
      h('p', { class: 'fine' }, 'The bars are the tenths of a recording: how many of its plays reach each.'),
      h('ol', { class: 'recordings' }, recordings.map(item))),
  ];
}

/** @param {api.Plays['days']} days */
function dayBars(days) {
  const most = Math.max(...days.map(({ plays }) => plays), 1);
  return h('div', { class: 'chart', role: 'img', 'aria-label': `Plays by day: ${count(most, 'play')} on the busiest day` },
    days.map(({ day, plays }) => bar(plays / most, `${date(day)}: ${count(plays, 'play')}`)),
    h('p', { class: 'axis meta', 'aria-hidden': 'true' }, h('span', {}, date(days[0]?.day ?? '')), h('span', {}, date(days.at(-1)?.day ?? ''))));
}

/** @param {api.Plays['days']} days */
function dayTable(days) {
  return h('details', { class: 'day-table' }, h('summary', {}, 'As a table'),
    h('table', {},
      h('thead', {}, h('tr', {}, h('th', { scope: 'col' }, 'Day (UTC)'), h('th', { scope: 'col' }, 'Plays'), h('th', { scope: 'col' }, 'Heard'))),
      h('tbody', {}, [...days].reverse().filter(({ plays, seconds }) => plays || seconds).map(({ day, plays, seconds }) =>
        h('tr', {}, h('th', { scope: 'row' }, date(day)), h('td', {}, number(plays)), h('td', {}, heard(seconds)))))));
}

/** @param {Recording} recording */
function item({ id, title, plays, seconds, tenths }) {
  const most = Math.max(plays, ...tenths, 1);
  const percent = tenths.map((heardBy) => Math.round((heardBy / most) * 100));
  return h('li', { class: 'recording' },
    h('div', {},
      h('h3', {}, h('a', { href: `/?${new URLSearchParams({ conversion: id })}` }, title || 'Without a title')),
      h('p', { class: 'meta' }, `${count(plays, 'play')} · ${heard(seconds)} heard · ${percent.at(-1)} % hear its end`)),
    h('div', { class: 'chart curve', role: 'img', 'aria-label': `Of its plays, each tenth is heard by ${percent.map((one) => `${one} %`).join(', ')}` },
      percent.map((one, tenth) => bar(one / 100, `${tenth * 10}–${tenth * 10 + 10} %: heard in ${one} % of the plays`))));
}

/**
 * @param {number} share of the full height
 * @param {string} title
 */
function bar(share, title) {
  const element = h('i', { title });
  element.style.setProperty('--share', String(share));
  return element;
}

/**
 * 41 → 0:41 min, 5400 → 1 h 30 min
 *
 * @param {number} seconds
 */
function heard(seconds) {
  if (seconds < 3600) return `${clock(seconds)} min`;
  return `${number(Math.floor(seconds / 3600))} h ${Math.floor((seconds % 3600) / 60)} min`;
}
