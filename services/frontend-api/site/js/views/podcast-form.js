// The settings of a podcast.

import * as api from '../api.js';
import { announce, h } from '../dom.js';
import { problemBox } from '../problems.js';

/** @typedef {import('../app.js').Page} Page */

/**
 * @param {Page} page
 * @param {Partial<api.PodcastSettings>} known what the fields hold at first
 * @param {string[]} categories
 * @param {string} action what the button says
 * @param {(settings: api.PodcastRequest) => Promise<void>} save
 */
export function podcastForm(page, known, categories, action, save) {
  const text = (/** @type {keyof api.PodcastSettings} */ name, /** @type {Record<string, any>} */ attributes = {}) =>
    h('input', { id: `podcast-${name}`, name, type: 'text', value: known[name] ?? '', ...attributes });
  const title = text('title', { required: true, maxlength: 255 });
  const description = h('textarea', { id: 'podcast-description', name: 'description', rows: 4, required: true, maxlength: 4000 }, known.description ?? '');
  const author = text('author', { required: true, maxlength: 255 });
  const email = text('ownerEmail', { type: 'email', autocomplete: 'email', 'aria-describedby': 'podcast-email-hint' });
  const link = text('link', { type: 'url', required: true });
  const language = text('language', { required: true, maxlength: 35, spellcheck: 'false', autocapitalize: 'none', 'aria-describedby': 'podcast-language-hint' });
  if (!known.language) language.value = 'en-US';
  const blog = text('blog', { type: 'url', 'aria-describedby': 'podcast-blog-hint' });
  const category = h('select', { id: 'podcast-category', name: 'category' }, categories.map((name) => h('option', { value: name }, name)));
  category.value = known.categories?.[0] ?? 'Technology';
  const visibility = h('select', { id: 'podcast-visibility', name: 'visibility' },
    h('option', { value: 'public' }, 'Everybody may subscribe'), h('option', { value: 'private' }, 'Only who has its secret address'));
  visibility.value = known.visibility ?? 'public';
  const color = h('input', { id: 'podcast-color', name: 'color', type: 'color', value: known.color ?? '#1f3a5f' });
  const explicit = h('input', { id: 'podcast-explicit', name: 'explicit', type: 'checkbox', checked: Boolean(known.explicit) });
  const locked = h('input', { id: 'podcast-locked', name: 'locked', type: 'checkbox', checked: known.locked ?? true });
  const txt = h('textarea', { id: 'podcast-txt', name: 'txt', rows: 2, spellcheck: 'false', 'aria-describedby': 'podcast-txt-hint' }, (known.txt ?? []).join('\n'));
  const outcome = h('div');
  const button = h('button', { type: 'submit', class: 'primary' }, action);
  const form = h('form', { class: 'podcast-form' },
    field('Title', title),
    field('Description', description),
    field('Author', author),
    field('E-mail address of the owner', email, 'podcast-email-hint', 'Spotify sends a code to it. Everybody can read it in the feed.'),
    field('Category', category),
    field('Language', language, 'podcast-language-hint', 'A tag such as en-US or de.'),
    field('Web site', link),
    field('Posts', blog, 'podcast-blog-hint', 'Every post below this address is an episode. Leave it empty to choose them one by one.'),
    field('Who may listen', visibility),
    h('details', { class: 'how' }, h('summary', {}, 'More'),
      field('Color of the artwork', color),
      h('p', { class: 'check' }, explicit, h('label', { for: 'podcast-explicit' }, 'It has explicit language or content')),
      h('p', { class: 'check' }, locked, h('label', { for: 'podcast-locked' }, 'Other hosts may not import it')),
      field('Lines that prove you own it', txt, 'podcast-txt-hint', 'Some directories ask for such a line (podcast:txt). One on each line.')),
    h('p', { class: 'actions' }, button), outcome);
  form.addEventListener('submit', async (event) => {
    event.preventDefault();
    button.disabled = true;
    try {
      const others = (known.categories ?? []).slice(1).filter((name) => name !== category.value);
      await save({
        title: title.value, description: description.value, author: author.value, ownerEmail: email.value, link: link.value,
        language: language.value, categories: [category.value, ...others], blog: blog.value,
        visibility: visibility.value === 'private' ? 'private' : 'public', color: color.value, explicit: explicit.checked,
        locked: locked.checked, txt: txt.value.split('\n').map((line) => line.trim()).filter(Boolean),
      });
      if (page.signal.aborted) return;
      outcome.replaceChildren(h('p', { class: 'notice' }, 'Saved.'));
      announce('Saved');
    } catch (error) {
      if (page.signal.aborted || !(error instanceof api.Problem)) throw error;
      outcome.replaceChildren(problemBox(error));
    } finally {
      button.disabled = false;
    }
  });
  return form;
}

/**
 * @param {string} label
 * @param {HTMLElement} input
 * @param {string} [hintId]
 * @param {string} [hint]
 */
function field(label, input, hintId, hint) {
  return h('div', { class: 'field' }, h('label', { for: input.id }, label), input, hint && h('p', { class: 'fine', id: hintId }, hint));
}
