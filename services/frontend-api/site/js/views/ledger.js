// What will be heard of a post, part by part, before it is converted: nothing is left out unseen.

import * as api from '../api.js';
import { announce, h } from '../dom.js';
import { groupBy } from '../group.js';
import { chosenOptions } from '../options.js';
import { problemBox } from '../problems.js';
import { count } from '../words.js';

const KINDS = {
  heading: 'Heading', quote: 'Quote', listItem: 'List', code: 'Code', table: 'Table', image: 'Picture', caption: 'Caption',
  embed: 'Embed', footnote: 'Footnote', formula: 'Formula',
};

// A ledger of the source under the options of this browser. draw() asks for the script and shows it; heard() is told of it.
export function ledger(page, source, heard) {
  const summary = h('summary', {}, 'What you will hear ', h('span', { class: 'meta' }));
  const only = h('input', { type: 'checkbox', id: 'only' });
  const body = h('div', { class: 'ledger-body' });
  const element = h('details', { class: 'ledger', open: true }, summary,
    h('p', { class: 'ledger-filter' }, only, h('label', { for: 'only' }, 'Only what is not read in full')), body);
  only.addEventListener('change', () => element.classList.toggle('only-changes', only.checked));
  let latest = 0;

  // From an article alone, at once: what the voice makes of each part by default.
  function show(entries, language, head) {
    const number = (spoken) => entries.filter((entry) => entry.spoken === spoken).length;
    const [announced, skipped] = [number('announced'), number('skipped')];
    const parts = [count(number('read'), 'part') + ' read', announced && `${announced} announced`, skipped && `${skipped} skipped`].filter(Boolean);
    summary.lastChild.textContent = `(${parts.join(', ')})`;
    body.replaceChildren(h('ol', { lang: language }, head, entries.map(row)));
    return summary.lastChild.textContent;
  }

  async function draw() {
    const mine = ++latest;
    body.setAttribute('aria-busy', 'true');
    try {
      const options = chosenOptions();
      const script = await api.script({ source: source(), ...(options && { options }) }, page.signal);
      if (mine !== latest) return;
      const said = groupBy(script.passages, (passage) => passage.block);
      const opening = ['title', 'byline'].flatMap((block) => said.get(block) ?? []).map((passage) => row({ kind: 'opening', spoken: 'read', words: words(passage) }));
      const entries = script.ledger.map((entry) => ({ ...entry, words: said.get(entry.block)?.map(words).join(' ') }));
      announce(`What you will hear ${show(entries, script.language, opening)}`);
      heard(script);
    } catch (error) {
      if (page.signal.aborted || !(error instanceof api.Problem)) throw error;
      if (mine === latest) body.replaceChildren(problemBox(error, draw));
    } finally {
      body.removeAttribute('aria-busy');
    }
  }

  return { element, show, draw };
}

// As it is said, which a pronunciation may change.
const words = ({ text, said }) => said ?? text;

function row({ kind, spoken, words: said, text, alt, caption, reason }) {
  const heard = spoken !== 'skipped' && said;
  const label = [KINDS[kind], spoken !== 'read' && spoken].filter(Boolean).join(', ');
  return h('li', { class: `block is-${kind} ${spoken}` },
    label && h('span', { class: 'tag', lang: 'en' }, label),
    h('span', { class: heard && spoken === 'announced' ? 'block-text heard' : 'block-text' }, heard || text || [alt, caption].filter(Boolean).join('. ')),
    reason && h('span', { class: 'reason', lang: 'en' }, reason));
}
