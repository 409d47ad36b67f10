// What will be heard of a post, part by part, before it is converted. Parts that are left out are listed too, and can be taken back.

import * as api from '../api.js';
import { announce, h } from '../dom.js';
import { count } from '../format.js';
import { groupBy } from '../group.js';
import { chosenOptions } from '../options.js';
import { problemBox } from '../problems.js';

/** @typedef {import('../app.js').Page} Page */
/** @typedef {api.Script['passages'][number]} Passage */

/**
 * A block of an article, an entry of a script's ledger, or the opening.
 *
 * @typedef {object} Entry
 * @property {string} kind
 * @property {'read' | 'announced' | 'skipped'} spoken
 * @property {string} [text]
 * @property {string} [alt]
 * @property {string} [caption]
 * @property {string} [reason]
 * @property {string} [speech] what the voice says
 * @property {string} [block] its id
 */

/** @type {Record<string, string>} */
const KINDS = {
  heading: 'Heading', quote: 'Quote', listItem: 'List', code: 'Code', table: 'Table', image: 'Picture', caption: 'Caption',
  embed: 'Embed', footnote: 'Footnote', formula: 'Formula',
};

/** What is said together with something else, or has no words, can't be read for itself. */
const NOT_FOR_ITSELF = /^(said with|there is nothing to say)/;

/**
 * @param {Page} page
 * @param {() => api.ConversionRequest['source']} source
 * @param {(script: api.Script) => void} onScript
 * @param {{ ids: Set<string>, onChange: () => void }} [included] the blocks that are read although they would be skipped; without it no block can be chosen
 */
export function ledger(page, source, onScript, included) {
  const totals = h('span', { class: 'meta' });
  const summary = h('summary', {}, 'What you will hear ', totals);
  const only = h('input', { type: 'checkbox', id: 'only' });
  const body = h('div', { class: 'ledger-body' });
  const element = h('details', { class: 'ledger', open: true }, summary,
    h('p', { class: 'ledger-filter' }, only, h('label', { for: 'only' }, 'Only what is not read in full')), body);
  only.addEventListener('change', () => element.classList.toggle('only-changes', only.checked));
  let latest = 0;

  /**
   * Shows an article's blocks at once, or a script's ledger.
   *
   * @param {Entry[]} entries
   * @param {string | undefined} language
   * @param {HTMLElement[]} [opening] rows before the entries
   */
  function show(entries, language, opening = []) {
    /** @param {Entry['spoken']} spoken */
    const total = (spoken) => entries.filter((entry) => entry.spoken === spoken).length;
    const [announced, skipped] = [total('announced'), total('skipped')];
    const parts = [count(total('read'), 'part') + ' read', announced && `${announced} announced`, skipped && `${skipped} skipped`].filter(Boolean);
    totals.textContent = `(${parts.join(', ')})`;
    body.replaceChildren(h('ol', { lang: language }, opening, entries.map((entry) => row(entry, choice(entry)))));
    return totals.textContent;
  }

  /**
   * The button that has a skipped part read, or skips it again.
   *
   * @param {Entry} entry
   */
  function choice({ block, text, spoken, reason }) {
    const chosen = included && block && included.ids.has(block);
    if (!included || !block || !text || !(chosen || (spoken === 'skipped' && !NOT_FOR_ITSELF.test(reason ?? '')))) return undefined;
    const toggle = async () => {
      if (!included.ids.delete(block)) included.ids.add(block);
      included.onChange();
      await update();
      [...body.querySelectorAll('button')].find((button) => button.dataset.block === block)?.focus();
    };
    return h('button', { type: 'button', class: 'link include', lang: 'en', 'data-block': block, 'aria-label': `${chosen ? 'Leave out again' : 'Read this too'}: ${text.slice(0, 60)}`, onclick: toggle },
      chosen ? 'Leave out again' : 'Read this too');
  }

  /** Loads the script under the options of this browser, and shows it. */
  async function update() {
    const mine = ++latest;
    body.setAttribute('aria-busy', 'true');
    try {
      const options = chosenOptions(included?.ids);
      const script = await api.script({ source: source(), ...(options && { options }) }, page.signal);
      if (mine !== latest) return;
      const passages = groupBy(script.passages, (passage) => passage.block);
      const opening = ['title', 'byline'].flatMap((block) => passages.get(block) ?? [])
        .map((passage) => row({ kind: 'opening', spoken: 'read', speech: speechOf(passage) }));
      const entries = script.ledger.map((entry) => ({ ...entry, speech: passages.get(entry.block)?.map(speechOf).join(' ') }));
      announce(`What you will hear ${show(entries, script.language, opening)}`);
      onScript(script);
    } catch (error) {
      if (page.signal.aborted || !(error instanceof api.Problem)) throw error;
      if (mine === latest) body.replaceChildren(problemBox(error, update));
    } finally {
      body.removeAttribute('aria-busy');
    }
  }

  return { element, show, update };
}

/**
 * The words as they are pronounced.
 *
 * @param {Passage} passage
 */
const speechOf = ({ text, said }) => said ?? text;

/**
 * @param {Entry} entry
 * @param {HTMLElement} [choice] the button beside it
 */
function row({ kind, spoken, speech, text, alt, caption, reason }, choice) {
  const heard = spoken !== 'skipped' && speech;
  const label = [KINDS[kind], spoken !== 'read' && spoken].filter(Boolean).join(', ');
  return h('li', { class: `block is-${kind} ${spoken}` },
    label && h('span', { class: 'tag', lang: 'en' }, label),
    h('span', { class: heard && spoken === 'announced' ? 'block-text heard' : 'block-text' }, heard || text || [alt, caption].filter(Boolean).join('. ')),
    reason && h('span', { class: 'reason', lang: 'en' }, reason),
    choice);
}
