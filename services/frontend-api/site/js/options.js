// How parts of a post are spoken: a choice for each kind, kept in this browser only.

import { h } from './dom.js';
import { keep, kept } from './kept.js';

const KEPT = 'parler.options';

// In the words of the page; the first of each is read, the second announce, the third skip.
const PARTS = [
  { part: 'code', label: 'Program code', usual: 'announce', how: ['Read line by line', 'Say that there is code', 'Leave out'] },
  { part: 'tables', label: 'Tables', usual: 'announce', how: ['Read every row', 'Say what it is, read small ones', 'Leave out'] },
  { part: 'figures', label: 'Pictures', usual: 'announce', how: ['Read description and caption', 'Say “Picture” and its description', 'Leave out'] },
  { part: 'quotes', label: 'Quotations', usual: 'announce', how: ['Read like the rest', 'Say where they begin and end', 'Leave out'] },
  { part: 'footnotes', label: 'Footnotes', usual: 'skip', how: ['Read', 'Say “Footnote” and its text', 'Leave out'] },
  { part: 'formulas', label: 'Formulas', usual: 'announce', how: ['Read as written', 'Say that there is one', 'Leave out'] },
  { part: 'urls', label: 'Web addresses', usual: 'announce', how: ['Read in full', 'Say only the site', 'Leave out'] },
  { part: 'emoji', label: 'Emoji', usual: 'skip', how: ['Say their names', 'Say “emoji” and the name', 'Leave out'] },
];
const POLICIES = ['read', 'announce', 'skip'];

function choices() {
  try {
    return JSON.parse(kept(KEPT)) ?? {};
  } catch {
    return {};
  }
}

const choose = (policies) => keep(KEPT, JSON.stringify(policies));

// What differs from the usual, as the API takes it; undefined where nothing does.
export function chosenOptions() {
  const made = choices();
  const chosen = PARTS
    .map(({ part, usual }) => [part, made[part] ?? usual, usual])
    .filter(([, policy, usual]) => POLICIES.includes(policy) && policy !== usual)
    .map(([part, policy]) => [part, policy]);
  return chosen.length ? Object.fromEntries(chosen) : undefined;
}

// The choices, folded away; changed() hears of each change.
export function optionsFields(changed) {
  const summary = h('summary', {}, 'What is spoken, and how ', h('span', { class: 'meta' }));
  const grid = h('div', { class: 'how-grid' });
  const usual = h('button', { type: 'button', class: 'link', onclick: () => { choose({}); draw(); summary.focus(); changed?.(); } }, 'Back to the usual');
  const said = () => {
    const n = Object.keys(chosenOptions() ?? {}).length;
    summary.lastChild.textContent = n ? `(${n} changed)` : '(as usual)';
    usual.hidden = !n;
  };
  const draw = () => {
    grid.replaceChildren(...PARTS.map((entry) => field(entry, () => { said(); changed?.(); })));
    said();
  };
  draw();
  return h('details', { class: 'how' }, summary, grid,
    h('p', { class: 'fine' }, 'Some words come out wrong? ', h('a', { href: '/?pronunciations' }, 'Say how they are pronounced'), '. ', usual));
}

function field({ part, label, usual, how }, changed) {
  const now = choices()[part] ?? usual;
  const select = h('select', { id: `how-${part}` },
    POLICIES.map((policy, i) => h('option', { value: policy, selected: policy === now }, how[i])));
  select.addEventListener('change', () => {
    choose({ ...choices(), [part]: select.value });
    changed();
  });
  return h('div', { class: 'field' }, h('label', { for: `how-${part}` }, label), select);
}
