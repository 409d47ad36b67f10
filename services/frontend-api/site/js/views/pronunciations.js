// The account's pronunciations. They apply to every conversion from now on.

import * as api from '../api.js';
import { announce, find, h, isPresent, waiting } from '../dom.js';
import { problemBox } from '../problems.js';

/** @typedef {import('../app.js').Page} Page */
/** @typedef {Partial<api.Pronunciations['rules'][number]>} Rule */
/** @typedef {'alias' | 'letters' | 'ipa'} Way */

/** @type {Record<Way, string>} */
const WAYS = { alias: 'say instead', letters: 'letter by letter', ipa: 'in phonetic symbols (IPA)' };

/** @param {Page} page */
export async function showPronunciations(page) {
  page.setTitle('Pronunciations');
  const head = h('header', { class: 'view-head' }, h('h1', { tabindex: '-1' }, 'Pronunciations'),
    h('p', { class: 'lead' }, 'Words that the voice gets wrong, and how to say them. They apply to every post converted from now on, and only paragraphs that change are paid for again.'));
  const body = h('div', {}, waiting('Loading the list'));
  page.view.replaceChildren(head, body);
  try {
    const { rules } = await api.pronunciations(page.signal);
    body.replaceChildren(editor(page, rules));
  } catch (error) {
    if (page.signal.aborted || !(error instanceof api.Problem)) throw error;
    body.replaceChildren(problemBox(error, () => showPronunciations(page)));
  }
}

/**
 * @param {Page} page
 * @param {Rule[]} rules
 */
function editor(page, rules) {
  const list = h('ol', { class: 'rules' });
  const outcome = h('div');
  const save = h('button', { type: 'submit', class: 'primary' }, 'Save');
  const add = h('button', { type: 'button', class: 'quiet' }, 'Add a word');
  const form = h('form', { class: 'pronunciations' }, list, h('p', { class: 'actions' }, add, save), outcome);
  /** @type {Row[]} */
  let rows = [];
  show(rules);

  /** @param {Rule[]} shown an empty list is shown as one empty row */
  function show(shown) {
    rows = (shown.length ? shown : [{}]).map(row);
    list.replaceChildren(...rows.map(({ element }) => element));
  }

  add.addEventListener('click', () => {
    const added = row({});
    rows.push(added);
    list.append(added.element);
    find(added.element, 'input').focus();
  });
  form.addEventListener('submit', async (event) => {
    event.preventDefault();
    save.disabled = true;
    try {
      const shown = rows.filter(({ element }) => element.isConnected);
      const saved = await api.savePronunciations({ rules: shown.map(({ rule }) => rule()).filter(isPresent) }, page.signal);
      show(saved.rules);
      outcome.replaceChildren(h('p', { class: 'notice' }, 'Saved.'));
      announce('Saved');
    } catch (error) {
      if (page.signal.aborted || !(error instanceof api.Problem)) throw error;
      outcome.replaceChildren(problemBox(error));
    } finally {
      save.disabled = false;
    }
  });
  return form;
}

/** @typedef {{ element: HTMLElement, rule: () => Rule | undefined }} Row */

let lastRow = 0;

/**
 * The fields of one rule. What they don't show, such as the language, is saved unchanged.
 *
 * @param {Rule} original
 * @returns {Row} its rule() is undefined while no word is given
 */
function row(original) {
  const id = `rule-${++lastRow}`;
  const ways = /** @type {Way[]} */ (Object.keys(WAYS));
  const way = ways.find((name) => original[name] !== undefined) ?? 'alias';
  const value = original[way];
  const plain = { type: 'text', autocomplete: 'off', autocapitalize: 'off', spellcheck: 'false' };
  const text = h('input', { id: `${id}-text`, name: 'text', maxlength: '100', value: original.text ?? '', ...plain });
  const how = h('select', { id: `${id}-how`, name: 'how' }, ways.map((name) => h('option', { value: name }, WAYS[name])));
  how.value = way;
  const said = h('input', { id: `${id}-said`, name: 'said', maxlength: '200', value: typeof value === 'string' ? value : '', ...plain });
  const exact = h('input', { id: `${id}-case`, type: 'checkbox', name: 'case', checked: Boolean(original.caseSensitive) });
  const remove = h('button', { type: 'button', class: 'link' }, 'Remove');
  const saidField = h('div', { class: 'field' }, h('label', { for: `${id}-said` }, 'Pronounced'), said);
  const element = h('li', { class: 'rule' },
    h('div', { class: 'field' }, h('label', { for: `${id}-text` }, 'Written'), text),
    h('div', { class: 'field' }, h('label', { for: `${id}-how` }, 'How'), how),
    saidField,
    h('p', { class: 'rule-more' }, h('span', {}, exact, h('label', { for: `${id}-case` }, 'only with these capitals')), remove));
  const toggleSaid = () => { saidField.style.visibility = how.value === 'letters' ? 'hidden' : ''; };
  how.addEventListener('change', toggleSaid);
  toggleSaid();
  remove.addEventListener('click', () => element.remove());

  function rule() {
    const written = text.value.trim();
    if (!written) return undefined;
    return {
      text: written,
      [how.value]: how.value === 'letters' ? true : said.value.trim(),
      ...(original.language !== undefined && { language: original.language }),
      ...(original.wholeWord !== undefined && { wholeWord: original.wholeWord }),
      ...(exact.checked && { caseSensitive: true }),
    };
  }
  return { element, rule };
}
