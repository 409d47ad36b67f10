// A row of the library: a post, how its newest conversion went, and its earlier ones.

import * as api from '../api.js';
import { announce, copyButton, find, h, isPresent, waiting } from '../dom.js';
import { clock, count, dateOrTime, number } from '../format.js';
import { embedCode } from '../embed.js';
import { titleOf } from '../library.js';
import { problemAdvice, problemBox, problemTitle } from '../problems.js';
import { voiceElement } from '../voices.js';
import { separated } from './posts.js';

/** @typedef {import('../library.js').Entry} Entry */
/** @typedef {import('./library.js').Actions} Actions */

/**
 * @param {import('../library.js').Group} group
 * @param {Actions} actions
 * @param {boolean} isOpen whether its earlier conversions are shown
 */
export function groupRow({ newest, earlier }, actions, isOpen) {
  return h('li', { class: newest.status, 'data-id': newest.id },
    checkbox(newest, actions),
    mark(newest, actions),
    h('div', { class: 'row-text' },
      ...parts(newest, actions, [newest, ...earlier]),
      earlier.length > 0 && h('details', { id: `earlier-${newest.id}`, open: isOpen },
        h('summary', { id: `list-${newest.id}` }, count(earlier.length, 'earlier conversion')),
        h('ol', { class: 'earlier' }, earlier.map((entry) => h('li', { class: entry.status, 'data-id': entry.id }, h('div', {}, ...parts(entry, actions, [entry]))))))));
}

/**
 * @param {Entry} entry
 * @param {Actions} actions
 */
function checkbox(entry, { selected, onSelect }) {
  const box = h('input', { type: 'checkbox', id: `select-${entry.id}`, 'aria-label': `Select ${titleOf(entry)}`, checked: selected.has(entry.id) });
  box.addEventListener('change', () => {
    if (box.checked) selected.add(entry.id);
    else selected.delete(entry.id);
    onSelect();
  });
  return box;
}

/**
 * @param {Entry} entry
 * @param {Actions} actions
 */
function mark(entry, { play }) {
  if (entry.status !== 'completed') return h('span', { class: 'mark', 'aria-hidden': 'true' });
  return h('button', { type: 'button', class: 'mark', id: `play-${entry.id}`, 'aria-label': `Play ${titleOf(entry)}`, onclick: () => play(entry) });
}

/**
 * @param {Entry} entry
 * @param {Actions} actions
 * @param {Entry[]} deleted what its button deletes
 */
function parts(entry, actions, deleted) {
  const { page } = actions;
  const { status, problem } = entry;
  const known = problem && { ...problem, slug: api.slugOf(problem.type) };
  const facts = [
    status === 'completed' && clock(entry.seconds ?? 0),
    known && h('strong', {}, problemTitle(known)),
    entry.visibility === 'private' && 'Private',
    entry.voice && voiceElement(entry.voice, page),
    h('time', { datetime: entry.createdAt }, dateOrTime(entry.createdAt)),
  ].filter(isPresent);
  return [
    h('a', { id: `open-${entry.id}`, href: `/?${new URLSearchParams({ conversion: entry.id })}` }, titleOf(entry)),
    h('p', { class: 'meta' }, separated(facts)),
    known && h('p', { class: 'fine' }, problemAdvice(known)),
    status === 'running' && h('div', { class: 'row-progress' }, h('progress', { max: '1', 'aria-label': `Progress of ${titleOf(entry)}` }), h('span', { class: 'meta' }, 'Waiting for a voice')),
    h('p', { class: 'row-actions' },
      status === 'completed' && entry.visibility !== 'private' && embedButton(entry, page),
      status === 'completed' && renameButton(entry, actions),
      status === 'failed' && retryButton(entry, actions),
      h('button', { type: 'button', class: 'link danger', id: `delete-${entry.id}`, 'aria-label': `Delete ${titleOf(entry)}`, onclick: () => actions.remove(deleted) }, 'Delete')),
  ].filter(isPresent);
}

/**
 * @param {Entry} entry
 * @param {Actions} actions
 */
function retryButton(entry, { retry }) {
  if (!entry.request) return entry.title ? h('a', { href: '/?paste' }, 'Paste the text again') : undefined;
  const button = h('button', { type: 'button', class: 'link', id: `retry-${entry.id}`, 'aria-label': `Try ${titleOf(entry)} again` }, 'Try again');
  button.addEventListener('click', async () => {
    button.disabled = true;
    await retry(entry);
    button.disabled = false;
  });
  return button;
}

/**
 * Shows a field for another title. The row is not drawn again while the field is there.
 *
 * @param {Entry} entry
 * @param {Actions} actions
 */
function renameButton(entry, { page, rename, redraw }) {
  const button = h('button', { type: 'button', class: 'link', id: `rename-${entry.id}`, 'aria-expanded': 'false', 'aria-label': `Rename ${titleOf(entry)}` }, 'Rename');
  /** @type {HTMLElement | undefined} */
  let form;
  const close = () => {
    form?.remove();
    form = undefined;
    button.setAttribute('aria-expanded', 'false');
    redraw();
    // The row may be another one now, be hidden, or not be found any more.
    const again = document.getElementById(button.id);
    again?.focus();
    if (document.activeElement !== again) find(page.view, 'h1').focus();
  };
  button.addEventListener('click', () => {
    if (form) return close();
    const field = h('input', { type: 'text', id: `title-${entry.id}`, maxlength: '500', required: true, 'aria-label': 'Title', value: titleOf(entry) });
    const save = h('button', { type: 'submit', class: 'quiet' }, 'Save');
    const message = h('div');
    form = h('form', { class: 'row-rename' }, h('div', { class: 'row-title' }, field, save), message);
    form.addEventListener('submit', async (event) => {
      event.preventDefault();
      save.disabled = true;
      message.replaceChildren();
      try {
        await rename(entry, field.value);
        close();
      } catch (error) {
        if (page.signal.aborted || !(error instanceof api.Problem)) throw error;
        message.replaceChildren(problemBox(error));
        save.disabled = false;
        field.focus();
      }
    });
    form.addEventListener('keydown', (event) => {
      if (event.key === 'Escape') close();
    });
    button.closest('p')?.after(form);
    button.setAttribute('aria-expanded', 'true');
    field.select();
    field.focus();
  });
  return button;
}

/**
 * Loads the code when it is wanted, and shows it: a browser that lets nothing be copied lets it be selected.
 *
 * @param {Entry} entry
 * @param {Actions['page']} page
 */
function embedButton(entry, page) {
  const button = h('button', { type: 'button', class: 'link', id: `embed-${entry.id}`, 'aria-expanded': 'false', 'aria-label': `Embed ${titleOf(entry)}` }, 'Embed');
  button.addEventListener('click', async () => {
    const row = /** @type {HTMLElement} */ (button.closest('p'));
    const shown = row.parentElement?.querySelector(':scope > .row-embed');
    if (shown) {
      shown.remove();
      button.setAttribute('aria-expanded', 'false');
      return;
    }
    const box = h('div', { class: 'row-embed' }, waiting('Loading the code'));
    row.after(box);
    button.setAttribute('aria-expanded', 'true');
    try {
      const response = await api.conversion(entry.id, undefined, page.signal);
      const code = response ? embedCode(response.state) : '';
      const copy = copyButton(code, 'Copy the code');
      box.replaceChildren(h('textarea', { readonly: true, rows: '4', spellcheck: 'false', 'aria-label': 'The code of the player' }, code), copy);
      copy.focus();
    } catch (error) {
      if (page.signal.aborted || !(error instanceof api.Problem)) throw error;
      box.replaceChildren(h('p', { class: 'fine', role: 'alert' }, `The code can’t be shown: ${problemTitle(error)}.`));
      announce(problemTitle(error));
    }
  });
  return button;
}

/**
 * Draws how far a running conversion is.
 *
 * @param {HTMLElement} list
 * @param {string} id
 * @param {api.Conversion} state
 */
export function showProgress(list, id, state) {
  const row = list.querySelector(`[data-id="${CSS.escape(id)}"]`);
  const bar = row?.querySelector('progress');
  const text = row?.querySelector('.row-progress .meta');
  if (!bar || !text) return;
  const { done = 0, total = 0 } = state.progress ?? {};
  const working = state.status === 'processing';
  if (working && total) {
    bar.max = total;
    bar.value = done;
  }
  text.textContent = !working ? 'Waiting for a voice' : total ? `${number(done)} of ${number(total)} characters` : 'Loading the post';
}
