// The options of a conversion: whether each kind of part is read, announced or skipped. Stored in this browser only.

import { PARTS, POLICIES } from './contracts.js';
import { h } from './dom.js';
import { store, stored } from './storage.js';

/** @typedef {keyof typeof PARTS} Part */
/** @typedef {typeof POLICIES[number]} Policy */
/** @typedef {'public' | 'private'} Visibility */
/** @typedef {'slower' | 'faster'} Pace */
/** @typedef {Partial<Record<Part, Policy> & { normalise: boolean, pace: Pace, visibility: Visibility }>} Policies */

const STORAGE_KEY = 'parler.options';

/**
 * In the order of the page. `policies` describes read, announce and skip.
 *
 * @type {Record<Part, { label: string, policies: [string, string, string] }>}
 */
const TEXTS = {
  code: { label: 'Program code', policies: ['Read line by line', 'Say that there is code', 'Leave out'] },
  tables: { label: 'Tables', policies: ['Read every row', 'Describe, and read small ones', 'Leave out'] },
  figures: { label: 'Pictures', policies: ['Read description and caption', 'Say “Picture” and its description', 'Leave out'] },
  quotes: { label: 'Quotations', policies: ['Read like the rest', 'Say where they begin and end', 'Leave out'] },
  footnotes: { label: 'Footnotes', policies: ['Read', 'Say “Footnote” and its text', 'Leave out'] },
  formulas: { label: 'Formulas', policies: ['Read as written', 'Say that there is one', 'Leave out'] },
  urls: { label: 'Web addresses', policies: ['Read in full', 'Say only the site', 'Leave out'] },
  emoji: { label: 'Emoji', policies: ['Say their names', 'Say “emoji” and the name', 'Leave out'] },
};
const ORDER = /** @type {Part[]} */ (Object.keys(TEXTS));

/** @returns {Policies} */
function load() {
  try {
    return JSON.parse(stored(STORAGE_KEY)) ?? {};
  } catch {
    return {};
  }
}

/** @param {Policies} policies */
const save = (policies) => store(STORAGE_KEY, JSON.stringify(policies));

/**
 * The options that differ from the defaults, as the API takes them; undefined when none does.
 *
 * @param {Iterable<string>} [included] the ids of the blocks of this post that are read although they would be skipped
 * @returns {Policies & { include?: string[] } | undefined}
 */
export function chosenOptions(included = []) {
  const include = [...included];
  const policies = chosenPolicies();
  return include.length ? { ...policies, include } : policies;
}

/** @returns {Policies | undefined} */
function chosenPolicies() {
  const policies = load();
  const changed = ORDER
    .map((part) => /** @type {const} */ ([part, policies[part] ?? PARTS[part]]))
    .filter(([part, policy]) => POLICIES.includes(policy) && policy !== PARTS[part]);
  /** @type {Policies} */
  const options = Object.fromEntries(changed);
  if (policies.normalise === false) options.normalise = false;
  if (policies.pace === 'slower' || policies.pace === 'faster') options.pace = policies.pace;
  if (policies.visibility === 'public' || policies.visibility === 'private') options.visibility = policies.visibility;
  return Object.keys(options).length ? options : undefined;
}

/**
 * The form fields, folded.
 *
 * @param {() => void} onChange
 */
export function optionsFields(onChange) {
  const changes = h('span', { class: 'meta' });
  const summary = h('summary', {}, 'What is read aloud, and how ', changes);
  const grid = h('div', { class: 'how-grid' });
  const reset = h('button', { type: 'button', class: 'link', onclick: () => { save({}); draw(); summary.focus(); onChange(); } }, 'Reset to the defaults');
  const count = () => {
    const n = Object.keys(chosenPolicies() ?? {}).length;
    changes.textContent = n ? `(${n} changed)` : '(defaults)';
    reset.hidden = !n;
  };
  const draw = () => {
    const changed = () => { count(); onChange(); };
    grid.replaceChildren(...ORDER.map((part) => field(part, changed)), normaliseField(changed), paceField(changed), visibilityField(changed));
    count();
  };
  draw();
  return h('details', { class: 'how' }, summary, grid,
    h('p', { class: 'fine' }, 'Is a word pronounced wrong? ', h('a', { href: '/?pronunciations' }, 'Set its pronunciation'), '. ', reset));
}

/**
 * @param {Part} part
 * @param {() => void} onChange
 */
function field(part, onChange) {
  const current = load()[part] ?? PARTS[part];
  const { label, policies } = TEXTS[part];
  const select = h('select', { id: `how-${part}` },
    POLICIES.map((policy, i) => h('option', { value: policy }, policies[i])));
  select.value = current;
  select.addEventListener('change', () => {
    save({ ...load(), [part]: /** @type {Policy} */ (select.value) });
    onChange();
  });
  return h('div', { class: 'field' }, h('label', { for: `how-${part}` }, label), select);
}

/**
 * Whether units, dates and the like are spoken as words.
 *
 * @param {() => void} onChange
 */
function normaliseField(onChange) {
  const select = h('select', { id: 'how-normalise' },
    h('option', { value: 'true' }, 'Say as words: 25 m² as “25 square meters”'),
    h('option', { value: 'false' }, 'Leave to the voice'));
  select.value = String(load().normalise !== false);
  select.addEventListener('change', () => {
    save({ ...load(), normalise: select.value === 'true' });
    onChange();
  });
  return h('div', { class: 'field' }, h('label', { for: 'how-normalise' }, 'Units, dates, abbreviations'), select);
}

/**
 * How long the pauses between paragraphs, list items and headings are.
 *
 * @param {() => void} onChange
 */
function paceField(onChange) {
  const select = h('select', { id: 'how-pace' },
    h('option', { value: '' }, 'As usual'),
    h('option', { value: 'slower' }, 'Longer'),
    h('option', { value: 'faster' }, 'Shorter'));
  select.value = load().pace ?? '';
  select.addEventListener('change', () => {
    const pace = /** @type {Pace | ''} */ (select.value) || undefined;
    save({ ...load(), pace });
    onChange();
  });
  return h('div', { class: 'field' }, h('label', { for: 'how-pace' }, 'Pauses between parts'), select);
}

/**
 * Who may listen. An account has a default of its own.
 *
 * @param {() => void} onChange
 */
function visibilityField(onChange) {
  const select = h('select', { id: 'how-visibility' },
    h('option', { value: '' }, 'As usual for this account'),
    h('option', { value: 'public' }, 'Everybody who has the address'),
    h('option', { value: 'private' }, 'Only this account, signed in'));
  select.value = load().visibility ?? '';
  select.addEventListener('change', () => {
    const visibility = /** @type {Visibility | ''} */ (select.value) || undefined;
    save({ ...load(), visibility });
    onChange();
  });
  return h('div', { class: 'field' }, h('label', { for: 'how-visibility' }, 'Who may listen'), select);
}
