// A pasted text instead of an address.

import { find, h } from '../dom.js';
import { count } from '../format.js';
import { convertForm } from './convert.js';

const MAX_CHARACTERS = 100_000;
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
  const left = h('p', { id: 'left', class: 'meta' }, `Up to ${count(MAX_CHARACTERS, 'character')}`);
  text.addEventListener('input', () => { left.textContent = `${count(text.value.length, 'character')} of ${count(MAX_CHARACTERS, 'character')}`; });

  const { box, quote } = await convertForm(page, () => ({ title: title.value.trim(), text: text.value, ...(language.value && { language: language.value }) }));
  const form = find(box, 'form');
  form.classList.add('stacked');
  form.prepend(
    h('div', { class: 'field' }, h('label', { for: 'title' }, 'Title'), title),
    h('div', { class: 'field' }, h('label', { for: 'text' }, 'Text'), text, left),
    h('div', { class: 'field' }, h('label', { for: 'language' }, 'Language'), language));
  for (const field of [title, text, language]) field.addEventListener('input', quote);
  page.view.append(box);
}
