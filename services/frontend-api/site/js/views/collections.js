// The account's collections: a list, and a form for a new one.

import * as api from '../api.js';
import { find, h, waiting } from '../dom.js';
import { count, dateOrTime, host, money } from '../format.js';
import { chosenOptions } from '../options.js';
import { problemBox } from '../problems.js';
import { voiceField } from '../voices.js';

/** @typedef {import('../app.js').Page} Page */

/** As the API has it, and the default of the form. */
const MAX_POSTS = 500;
const USUAL_POSTS = 20;

/** @type {Record<api.Collection['status'], string>} */
export const STAGES = {
  'preparing': 'Working out the price',
  'awaiting-approval': 'Waiting for your yes',
  'running': 'Being converted',
  'paused': 'Paused',
  'cancelling': 'Being cancelled',
  'cancelled': 'Cancelled',
  'completed': 'Completed',
  'failed': 'Failed',
};

/**
 * @param {Page} page
 * @param {string} feedUrl what the form begins with
 * @param {boolean} [isWholeBlog] whether the form begins with all of its posts
 */
export async function showCollections(page, feedUrl, isWholeBlog = false) {
  page.setTitle('Collections');
  const head = h('header', { class: 'view-head' }, h('h1', { tabindex: '-1' }, 'Collections'),
    h('p', { class: 'lead' }, 'Convert the posts that a blog has already, for one price. You see the price first: nothing is converted before your yes.'));
  const body = h('div', {}, waiting('Loading your collections'));
  page.view.replaceChildren(head, body);
  try {
    const [{ collections }, voices] = await Promise.all([api.collections(page.signal), api.voices(page.signal)]);
    const list = h('section', { 'aria-labelledby': 'collections' }, h('h2', { id: 'collections' }, 'Your collections'),
      h('ol', { class: 'shows' }, collections.map(item)));
    body.replaceChildren(starter(page, voices, feedUrl, isWholeBlog, !collections.length), collections.length ? list : '');
  } catch (error) {
    if (page.signal.aborted || !(error instanceof api.Problem)) throw error;
    body.replaceChildren(problemBox(error, () => showCollections(page, feedUrl, isWholeBlog)));
  }
}

/** @param {api.CollectionEntry} collection */
function item({ id, title, feedUrl, status, createdAt, quote, latest }) {
  return h('li', { class: 'show' }, h('div', {},
    h('h3', {}, h('a', { href: `/?${new URLSearchParams({ collection: id })}` }, title || host(feedUrl))),
    h('p', { class: 'meta' }, [
      STAGES[status],
      latest < MAX_POSTS ? `the newest ${count(latest, 'post')}` : 'all posts',
      quote && money(quote.price, quote.characters > 0),
      dateOrTime(createdAt),
    ].filter(Boolean).join(' · '))));
}

/**
 * A form for a new collection.
 *
 * @param {Page} page
 * @param {api.Voice[]} voices
 * @param {string} feedUrl
 * @param {boolean} isWholeBlog
 * @param {boolean} isFirst
 */
function starter(page, voices, feedUrl, isWholeBlog, isFirst) {
  const place = h('div');
  const submit = h('button', { type: 'submit', class: 'primary' }, 'Work out the price');
  const form = h('form', { class: 'follow-form' },
    h('div', { class: 'field' }, h('label', { for: 'collection-address' }, 'Address of the blog or its feed'),
      h('input', { id: 'collection-address', name: 'feedUrl', type: 'text', inputmode: 'url', autocomplete: 'url', autocapitalize: 'none', spellcheck: 'false', placeholder: 'https://', required: true, value: feedUrl })),
    h('div', { class: 'field' }, h('label', { for: 'collection-latest' }, 'How many posts, the newest first'),
      h('input', { id: 'collection-latest', name: 'latest', type: 'number', min: '1', max: String(MAX_POSTS), value: isWholeBlog ? '' : String(USUAL_POSTS), 'aria-describedby': 'collection-latest-hint' }),
      h('p', { class: 'fine', id: 'collection-latest-hint' }, `Empty for all of them, ${MAX_POSTS} at most.`)),
    voiceField('collection-voice', voices),
    h('p', { class: 'actions' }, submit), place);
  /** @type {{ json: string, key: string } | undefined} Pressing the button again starts nothing twice. */
  let sent;
  form.addEventListener('submit', async (event) => {
    event.preventDefault();
    const options = chosenOptions();
    const latest = find(form, 'input', '[name=latest]').value;
    const request = {
      feedUrl: find(form, 'input', '[name=feedUrl]').value.trim(),
      ...(latest && { latest: Number(latest) }),
      voice: find(form, 'select').value || undefined,
      ...(options && { options }),
    };
    const json = JSON.stringify(request);
    if (sent?.json !== json) sent = { json, key: api.newKey() };
    submit.disabled = true;
    place.replaceChildren();
    try {
      const { id } = await api.createCollection(request, sent.key, page.signal);
      page.go(`/?${new URLSearchParams({ collection: id })}`);
    } catch (error) {
      if (page.signal.aborted || !(error instanceof api.Problem)) throw error;
      place.replaceChildren(problemBox(error));
    } finally {
      submit.disabled = false;
    }
  });
  return h('section', { class: 'new-show', 'aria-labelledby': 'new-collection' },
    h('h2', { id: 'new-collection', tabindex: '-1' }, isFirst ? 'Your first collection' : 'Another collection'), form);
}
