// A pasted text instead of an address.

import { find, h } from '../dom.js';
import { count } from '../format.js';
import { storedInTab, storeInTab } from '../storage.js';
import { convertForm } from './convert.js';

const MAX_CHARACTERS = 100_000;
const STORAGE_KEY = 'parler.paste';
const LANGUAGES = [['en', 'English'], ['de', 'German'], ['fr', 'French'], ['es', 'Spanish'], ['it', 'Italian'], ['pt', 'Portuguese'], ['nl', 'Dutch']];

/** @param {import('../app.js').Page} page */
export async function showPaste(page) {
  page.setTitle('Paste a text');
  // The heading is drawn before the voices are loaded, so that the page is never without one.
  page.view.replaceChildren(
    h('header', { class: 'view-head' }, h('h1', { tabindex: '-1' }, 'Paste a text'), h('p', { class: 'lead' }, 'Leave an empty line between paragraphs.')));
  const title = h('input', { id: 'title', type: 'text', maxlength: '300', required: true, autocomplete: 'off' });
  const text = h('textarea', { id: 'text', rows: '12', required: true, maxlength: String(MAX_CHARACTERS), 'aria-describedby': 'left' });
  const language = h('select', { id: 'language' },
    h('option', { value: '' }, 'Detect from the text'),
    LANGUAGES.map(([tag, name]) => h('option', { value: tag }, name)));
  const left = h('p', { id: 'left', class: 'meta' });
  const clear = h('button', { type: 'button', class: 'link' }, 'Start with an empty form');
  const drawLeft = () => {
    left.textContent = text.value ? `${count(text.value.length, 'character')} of ${count(MAX_CHARACTERS, 'character')}` : `Up to ${count(MAX_CHARACTERS, 'character')}`;
    clear.hidden = !text.value;
  };
  [title.value, text.value, language.value] = draft();
  drawLeft();

  const { box, quote } = await convertForm(page, () => ({ title: title.value.trim(), text: text.value, ...(language.value && { language: language.value }) }));
  const form = find(box, 'form');
  form.classList.add('stacked');
  form.prepend(
    h('div', { class: 'field' }, h('label', { for: 'title' }, 'Title'), title),
    h('div', { class: 'field' }, h('label', { for: 'text' }, 'Text'), text, left, clear),
    h('div', { class: 'field' }, h('label', { for: 'language' }, 'Language'), language));
  const changed = () => {
    drawLeft();
    storeInTab(STORAGE_KEY, JSON.stringify([title.value, text.value, language.value]));
    quote();
  };
  for (const field of [title, text, language]) field.addEventListener('input', changed);
  clear.addEventListener('click', () => {
    title.value = text.value = language.value = '';
    changed();
    title.focus();
  });
  page.view.append(box);
}

/**
 * What was typed before the page was left or reloaded: title, text and language.
 *
 * @returns {string[]}
 */
function draft() {
  try {
    const values = JSON.parse(storedInTab(STORAGE_KEY));
    return ['', '', ''].map((_, i) => String(values[i] ?? ''));
  } catch {
    return ['', '', ''];
  }
}
