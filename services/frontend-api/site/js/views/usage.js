// The month's use of the account: how much of its cap, and what it cost by voice service.

import * as api from '../api.js';
import { h, isPresent } from '../dom.js';
import { count, date, money, number } from '../format.js';
import { problemTitle } from '../problems.js';
import { PROVIDERS } from '../voices.js';

/** @typedef {import('../app.js').Page} Page */

const WARNING_PERCENT = 80;

/**
 * The use as a box, which is filled in the background.
 *
 * @param {Page} page
 * @param {{ onlyWarning?: boolean }} [options] onlyWarning: nothing is shown before most of the month's characters are used
 */
export function usageBox(page, { onlyWarning = false } = {}) {
  const element = h('section', { class: 'usage', 'aria-label': 'This month’s use', hidden: true });
  load();
  return element;

  async function load() {
    try {
      draw(await api.usage(page.signal));
    } catch (error) {
      if (page.signal.aborted) return;
      if (!(error instanceof api.Problem)) throw error;
      if (onlyWarning || error.status === 404) return; // 404: a service that does not count yet
      element.replaceChildren(h('p', { class: 'fine' }, `This month’s use cannot be shown right now: ${problemTitle(error)}. `,
        h('button', { type: 'button', class: 'link', onclick: load }, 'Try again')));
      element.hidden = false;
    }
  }

  /** @param {api.Usage} usage */
  function draw(usage) {
    const { cap, billed, reserved } = usage.characters;
    const percent = cap ? Math.min(100, Math.floor(((billed + reserved) / cap) * 100)) : 100;
    const warning = warningOf(usage, percent);
    element.classList.toggle('warn', Boolean(warning));
    element.classList.toggle('full', percent === 100 || usage.installation.capReached);
    element.replaceChildren(...(onlyWarning ? [warning].filter(isPresent) : [warning, ...details(usage, percent)].filter(isPresent)));
    element.hidden = !element.hasChildNodes();
  }
}

/**
 * @param {api.Usage} usage
 * @param {number} percent
 */
function warningOf({ installation, endsAt }, percent) {
  const end = `until ${date(endsAt)}`;
  if (installation.capReached) return h('p', { role: 'status' }, h('strong', {}, 'This installation’s characters are used up.'), ` Nobody can convert anything ${end}.`);
  if (percent >= 100) return h('p', { role: 'status' }, h('strong', {}, 'This month’s characters are used up.'), ` You can’t convert anything ${end}. What was converted stays.`);
  if (percent >= WARNING_PERCENT) return h('p', { role: 'status' }, h('strong', {}, `${percent} % of this month’s characters are used.`), ` The rest has to last ${end}.`);
  return undefined;
}

/**
 * @param {api.Usage} usage
 * @param {number} percent
 */
function details({ characters: { cap, billed, reserved }, cost, services }, percent) {
  const used = billed + reserved;
  return [
    h('p', { class: 'usage-line' }, h('span', {}, 'This month'), h('span', { class: 'meta' },
      `${number(used)} of ${count(cap, 'character')}${reserved ? ` (${number(reserved)} set aside)` : ''}${billed ? ` · ${money(cost)}` : ''}`)),
    h('progress', { max: '100', value: String(percent), 'aria-label': 'Used of this month’s characters' }),
    services.length > 0 && h('ul', { class: 'usage-services meta' }, services.map((one) => h('li', {},
      `${PROVIDERS[one.service] ?? one.service}: ${count(one.characters, 'character')}, ${money(one.cost)}`))),
  ];
}
