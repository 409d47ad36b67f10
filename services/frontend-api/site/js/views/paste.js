// A text of one's own instead of an address.

import { h } from '../dom.js';
import { count } from '../words.js';
import { convertForm } from './convert.js';

const LIMIT = 100_000;

export async function showPaste(page) {
  page.name('Paste a text');
  // Before the voices are asked for: at no moment is the page without its heading.
  page.view.replaceChildren(
    h('header', { class: 'view-head' }, h('h1', { tabindex: '-1' }, 'Paste a text'), h('p', { class: 'lead' }, 'Leave an empty line between paragraphs.')));
  const title = h('input', { id: 'title', type: 'text', maxlength: '300', required: true, autocomplete: 'off' });
  const text = h('textarea', { id: 'text', rows: '12', required: true, maxlength: String(LIMIT), 'aria-describedby': 'left' });
  const language = h('select', { id: 'language' },
    h('option', { value: '' }, 'Find out from the text'),
    [['en', 'English'], ['de', 'German'], ['fr', 'French'], ['es', 'Spanish'], ['it', 'Italian'], ['pt', 'Portuguese'], ['nl', 'Dutch']]
      .map(([tag, name]) => h('option', { value: tag }, name)));
  const left = h('p', { id: 'left', class: 'meta' }, `Up to ${count(LIMIT, 'character')}`);
  text.addEventListener('input', () => { left.textContent = `${count(text.value.length, 'character')} of ${count(LIMIT, 'character')}`; });

  const { box, quote } = await convertForm(page, () => ({ title: title.value.trim(), text: text.value, ...(language.value && { language: language.value }) }));
  const form = box.querySelector('form');
  form.classList.add('stacked');
  form.prepend(
    h('div', { class: 'field' }, h('label', { for: 'title' }, 'Title'), title),
    h('div', { class: 'field' }, h('label', { for: 'text' }, 'Text'), text, left),
    h('div', { class: 'field' }, h('label', { for: 'language' }, 'Language'), language));
  for (const field of [title, text, language]) field.addEventListener('input', quote);
  page.view.append(box);
}
