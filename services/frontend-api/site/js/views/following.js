// The blogs that the account follows: each of their new posts is converted by itself.

import * as api from '../api.js';
import { announce, copyButton, find, h, waiting } from '../dom.js';
import { count, date, host } from '../format.js';
import { problemBox } from '../problems.js';
import { voiceField, voiceName } from '../voices.js';

/** @typedef {import('../app.js').Page} Page */

/** As the API has it. */
const MAX_OPML_BYTES = 256 * 1024;

/** @param {Page} page */
export async function showFollowing(page) {
  page.setTitle('Following');
  const head = h('header', { class: 'view-head' }, h('h1', { tabindex: '-1' }, 'Following'),
    h('p', { class: 'lead' }, 'Give the address of a blog once. From then on each of its new posts becomes audio by itself. What is there already is not converted.'));
  const body = h('div', {}, waiting('Loading the blogs that you follow'));
  page.view.replaceChildren(head, body);
  try {
    const [{ subscriptions }, voices] = await Promise.all([api.subscriptions(page.signal), api.voices(page.signal)]);
    body.replaceChildren(
      subscriptions.length > 0 && h('ol', { class: 'shows' }, subscriptions.map((subscription) => item(page, subscription, voices))) || '',
      follower(page, voices),
      readers(page, subscriptions.length > 0));
  } catch (error) {
    if (page.signal.aborted || !(error instanceof api.Problem)) throw error;
    body.replaceChildren(problemBox(error, () => showFollowing(page)));
  }
}

/**
 * @param {Page} page
 * @param {api.SubscriptionEntry} subscription
 * @param {api.Voice[]} voices
 */
function item(page, { id, title, feedUrl, voice, paused, lastPostAt, postsPerDay, problem }, voices) {
  const place = h('div');
  const change = button(page, place, paused ? 'Resume' : 'Pause', async () => {
    await api.changeSubscription(id, { paused: !paused }, page.signal);
    announce(paused ? 'The blog is followed again' : 'The blog is paused');
    await showFollowing(page);
  });
  const renew = button(page, place, 'New address to call', async () => {
    if (!confirm('The address that the blog calls until now ends. Make a new one?')) return;
    const { hookUrl } = await api.renewHook(id, page.signal);
    place.replaceChildren(hook(hookUrl ?? ''));
  });
  const remove = button(page, place, 'Unfollow', async () => {
    if (!confirm(`Follow “${title || host(feedUrl)}” no more? Its audio stays in the library.`)) return;
    await api.unfollow(id, page.signal);
    announce('The blog is not followed any more');
    await showFollowing(page);
  });
  return h('li', { class: 'show' }, h('div', {},
    h('h2', {}, title || host(feedUrl)),
    h('p', { class: 'meta' }, [
      feedUrl,
      voice ? voiceName(voice, voices) : 'a voice for each post’s language',
      `up to ${postsPerDay} a day`,
      lastPostAt ? `last new post ${date(lastPostAt)}` : 'no new post yet',
      paused && 'paused',
    ].filter(Boolean).join(' · ')),
    problem && h('p', { class: 'fine' }, `The feed could not be read: ${problem.detail}`),
    h('p', { class: 'actions' }, change, renew, remove,
      h('a', { class: 'button quiet', href: `/?${new URLSearchParams({ collections: feedUrl })}` }, 'Convert earlier posts')),
    place));
}

/**
 * A button whose problem is shown in `place`.
 *
 * @param {Page} page
 * @param {HTMLElement} place
 * @param {string} label
 * @param {() => Promise<void>} action
 */
function button(page, place, label, action) {
  const element = h('button', { type: 'button', class: 'quiet' }, label);
  element.addEventListener('click', () => attempt(page, place, element, action));
  return element;
}

/**
 * @param {Page} page
 * @param {HTMLElement} place
 * @param {HTMLButtonElement} pressed
 * @param {() => Promise<void>} action
 */
async function attempt(page, place, pressed, action) {
  pressed.disabled = true;
  try {
    await action();
  } catch (error) {
    if (page.signal.aborted || !(error instanceof api.Problem)) throw error;
    place.replaceChildren(problemBox(error));
  } finally {
    pressed.disabled = false;
  }
}

/**
 * A form for another blog.
 *
 * @param {Page} page
 * @param {api.Voice[]} voices
 */
function follower(page, voices) {
  const place = h('div');
  const submit = h('button', { type: 'submit', class: 'primary' }, 'Follow');
  const form = h('form', { class: 'follow-form' },
    h('div', { class: 'field' }, h('label', { for: 'follow-address' }, 'Address of the blog or its feed'),
      h('input', { id: 'follow-address', name: 'feedUrl', type: 'text', inputmode: 'url', autocomplete: 'url', autocapitalize: 'none', spellcheck: 'false', placeholder: 'https://', required: true })),
    voiceField('follow-voice', voices),
    h('div', { class: 'field' }, h('label', { for: 'follow-cap' }, 'At most this many posts a day'),
      h('input', { id: 'follow-cap', name: 'postsPerDay', type: 'number', min: '1', max: '100', value: '10', required: true })),
    h('p', { class: 'field' }, h('label', {}, h('input', { name: 'respeak', type: 'checkbox' }), ' Convert edited posts again')),
    h('p', { class: 'actions' }, submit), place);
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    attempt(page, place, submit, async () => {
      const made = await api.follow({
        feedUrl: find(form, 'input', '[name=feedUrl]').value.trim(),
        voice: find(form, 'select').value || undefined,
        postsPerDay: Number(find(form, 'input', '[name=postsPerDay]').value),
        respeak: find(form, 'input', '[name=respeak]').checked,
      }, page.signal);
      announce('The blog is followed');
      await showFollowing(page);
      find(page.view, 'h1').after(h('section', { class: 'notice', role: 'status' },
        h('h2', {}, `Following ${made.title || host(made.feedUrl)}`), hook(made.hookUrl ?? '')));
    });
  });
  return h('section', { class: 'new-show', 'aria-labelledby': 'new-follow' },
    h('h2', { id: 'new-follow', tabindex: '-1' }, 'Follow a blog'), form);
}

/**
 * The list of a feed reader, in and out.
 *
 * @param {Page} page
 * @param {boolean} hasAny whether there is something to export
 */
function readers(page, hasAny) {
  const place = h('div');
  const file = h('input', { id: 'opml', type: 'file', accept: '.opml,.xml,text/x-opml,application/xml', required: true, 'aria-describedby': 'opml-hint' });
  const submit = h('button', { type: 'submit', class: 'quiet' }, 'Follow all of them');
  const form = h('form', { class: 'follow-form opml-form' },
    h('div', { class: 'field' }, h('label', { for: 'opml' }, 'OPML file'), file,
      h('p', { class: 'fine', id: 'opml-hint' }, 'Feed readers export their list as such a file. Blogs that you follow already are not followed twice.')),
    h('p', { class: 'actions' }, submit, hasAny && h('a', { class: 'button quiet', href: '/v1/subscriptions.opml', download: 'parler.opml' }, 'Export what you follow')),
    place);
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    const chosen = file.files?.[0];
    if (!chosen) return;
    if (chosen.size > MAX_OPML_BYTES) return place.replaceChildren(h('p', { class: 'field-problem', role: 'alert' }, 'An OPML file may have 256 KB.'));
    place.replaceChildren(waiting('Reading the feeds'));
    attempt(page, place, submit, async () => {
      const { feeds } = await api.importOpml(chosen, page.signal);
      await showFollowing(page);
      const added = feeds.filter(({ status }) => status === 'added').length;
      const summary = `${count(added, 'blog')} followed now`;
      announce(summary);
      find(page.view, 'h1').after(h('section', { class: 'notice opml-result' }, h('h2', { tabindex: '-1' }, summary),
        h('ul', {}, feeds.map(({ feedUrl, title, status, problem }) => h('li', {}, `${title || host(feedUrl)}: `,
          status === 'added' ? 'followed now' : status === 'followed' ? 'followed already' : `not followed. ${problem?.detail ?? ''}`)))));
      find(page.view, 'h2').focus({ preventScroll: true });
    });
  });
  return h('section', { class: 'new-show', 'aria-labelledby': 'readers' },
    h('h2', { id: 'readers', tabindex: '-1' }, 'From and for feed readers'), form);
}

/**
 * The address that a blog calls. It is shown once.
 *
 * @param {string} address
 */
function hook(address) {
  return h('div', {},
    h('p', {}, 'The blog can call this address when it has published, so that its audio is there at once. It is a secret, and shown only now:'),
    h('p', {}, h('code', { class: 'hook' }, address)),
    h('p', { class: 'actions' }, copyButton(address, 'Copy the address')));
}
