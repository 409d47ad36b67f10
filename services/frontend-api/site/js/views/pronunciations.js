// How words are said: the account's list, for every conversion from now on.

import * as api from '../api.js';
import { announce, h, waiting } from '../dom.js';
import { problemBox } from '../problems.js';

const WAYS = { alias: 'say instead', letters: 'letter by letter', ipa: 'in phonetic signs (IPA)' };

export async function showPronunciations(page) {
  page.name('Pronunciations');
  const head = h('header', { class: 'view-head' }, h('h1', { tabindex: '-1' }, 'Pronunciations'),
    h('p', { class: 'lead' }, 'Words that the voice gets wrong, and how they are said. This holds for every post converted from now on; only paragraphs that change are spoken again.'));
  const body = h('div', {}, waiting('Asking for the list'));
  page.view.replaceChildren(head, body);
  try {
    const { rules } = await api.pronunciations(page.signal);
    body.replaceChildren(editor(page, rules));
  } catch (error) {
    if (page.signal.aborted || !(error instanceof api.Problem)) throw error;
    body.replaceChildren(problemBox(error, () => showPronunciations(page)));
  }
}

function editor(page, rules) {
  const list = h('ol', { class: 'rules' }, rules.map(ruleRow));
  const outcome = h('div');
  const save = h('button', { type: 'submit', class: 'primary' }, 'Save');
  const add = h('button', { type: 'button', class: 'quiet' }, 'Add a word');
  const form = h('form', { class: 'pronunciations' }, list, h('p', { class: 'actions' }, add, save), outcome);
  if (!rules.length) list.append(ruleRow({}));
  add.addEventListener('click', () => {
    const fresh = ruleRow({});
    list.append(fresh);
    fresh.querySelector('input').focus();
  });
  form.addEventListener('submit', async (event) => {
    event.preventDefault();
    save.disabled = true;
    try {
      const kept = await api.savePronunciations({ rules: [...list.children].map(ruleOf).filter(Boolean) }, page.signal);
      list.replaceChildren(...kept.rules.map(ruleRow));
      if (!kept.rules.length) list.append(ruleRow({}));
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

let rows = 0;

// What a row does not show, such as the language, it keeps as it came.
function ruleRow(rule) {
  const id = `rule-${++rows}`;
  const way = Object.keys(WAYS).find((name) => rule[name] !== undefined) ?? 'alias';
  const text = h('input', { id: `${id}-text`, type: 'text', name: 'text', maxlength: '100', autocomplete: 'off', autocapitalize: 'off', spellcheck: 'false', value: rule.text ?? '' });
  const how = h('select', { id: `${id}-how`, name: 'how' }, Object.entries(WAYS).map(([value, label]) => h('option', { value, selected: value === way }, label)));
  const said = h('input', { id: `${id}-said`, type: 'text', name: 'said', maxlength: '200', autocomplete: 'off', autocapitalize: 'off', spellcheck: 'false', value: rule[way] === true ? '' : rule[way] ?? '' });
  const exact = h('input', { id: `${id}-case`, type: 'checkbox', name: 'case', checked: Boolean(rule.caseSensitive) });
  const remove = h('button', { type: 'button', class: 'link' }, 'Remove');
  const saidField = h('div', { class: 'field' }, h('label', { for: `${id}-said` }, 'Is said'), said);
  const item = h('li', { class: 'rule' },
    h('div', { class: 'field' }, h('label', { for: `${id}-text` }, 'Written'), text),
    h('div', { class: 'field' }, h('label', { for: `${id}-how` }, 'How'), how),
    saidField,
    h('p', { class: 'rule-more' }, h('span', {}, exact, h('label', { for: `${id}-case` }, 'only with these capitals')), remove));
  const fit = () => { saidField.style.visibility = how.value === 'letters' ? 'hidden' : ''; };
  how.addEventListener('change', fit);
  fit();
  remove.addEventListener('click', () => item.remove());
  item.rest = { language: rule.language, wholeWord: rule.wholeWord };
  return item;
}

function ruleOf(item) {
  const value = (name) => item.querySelector(`[name=${name}]`).value.trim();
  if (!value('text')) return undefined;
  const how = value('how');
  const rest = Object.fromEntries(Object.entries(item.rest).filter(([, kept]) => kept !== undefined));
  return {
    text: value('text'),
    [how]: how === 'letters' ? true : value('said'),
    ...rest,
    ...(item.querySelector('[name=case]').checked && { caseSensitive: true }),
  };
}
