// One podcast: its feed, what directories ask for, how a listener sees it, its settings.

import * as api from '../api.js';
import { announce, copyButton, h, waiting } from '../dom.js';
import { clock, count, date } from '../format.js';
import { problemBox } from '../problems.js';
import { podcastForm } from './podcast-form.js';
import { path } from './podcasts.js';

/** @typedef {import('../app.js').Page} Page */

/** What each app wants, and where. */
const APPS = [
  { name: 'Apple Podcasts', where: 'https://podcastsconnect.apple.com/', how: 'In Podcasts Connect choose “Add a show with an RSS feed” and paste the address.' },
  { name: 'Spotify', where: 'https://creators.spotify.com/', how: 'In Spotify for Creators choose “Find an existing show”, paste the address, and enter the code that comes by e-mail.' },
  { name: 'YouTube Music', where: 'https://studio.youtube.com/', how: 'In YouTube Studio choose Create, “New podcast”, “Submit RSS feed”.' },
  { name: 'Podcast Index, and the apps that use it', where: 'https://podcastindex.org/add', how: 'Paste the address; no account is needed.' },
  { name: 'Any app, right now', where: '', how: 'Look for “Add a show by URL” and paste the address.' },
];

/** How many conversions can be chosen from. */
const LIBRARY = 100;

/**
 * @param {Page} page
 * @param {string} id
 */
export async function showPodcast(page, id) {
  page.view.replaceChildren(waiting('Loading the podcast'));
  try {
    const [podcast, categories, { conversions }] = await Promise.all([
      api.podcast(id, page.signal), api.podcastCategories(page.signal), api.library(undefined, LIBRARY, page.signal)]);
    page.setTitle(podcast.title);
    draw(page, podcast, categories, conversions);
  } catch (error) {
    if (page.signal.aborted || !(error instanceof api.Problem)) throw error;
    page.view.replaceChildren(problemBox(error, () => showPodcast(page, id), 'h1'));
    page.setTitle('Problem');
  }
}

/**
 * @param {Page} page
 * @param {api.Podcast} podcast
 * @param {string[]} categories
 * @param {api.Library['conversions']} conversions
 */
function draw(page, podcast, categories, conversions) {
  const settings = podcastForm(page, podcast, categories, 'Save', async (changed) => {
    const saved = await api.changePodcast(podcast.id, changed, page.signal);
    page.setTitle(saved.title);
    draw(page, saved, categories, conversions);
    announce('Saved');
  });
  page.view.replaceChildren(
    h('p', { class: 'over' }, h('a', { href: '/?podcasts' }, 'Podcasts')),
    preview(podcast),
    filling(page, podcast, categories, conversions),
    address(page, podcast, categories, conversions),
    checks(podcast),
    apps(),
    episodes(page, podcast, conversions),
    h('section', { class: 'part', 'aria-labelledby': 'settings' }, h('h2', { id: 'settings', tabindex: '-1' }, 'Settings'), settings),
    removal(page, podcast));
}

/** @param {api.Podcast} podcast */
function preview(podcast) {
  return h('header', { class: 'view-head show-head', lang: podcast.language },
    h('img', { class: 'show-cover', src: path(podcast.artworkUrl), alt: 'The artwork of the podcast', width: 192, height: 192 }),
    h('div', {},
      h('h1', { tabindex: '-1' }, podcast.title),
      h('p', { class: 'meta' }, podcast.author, ' · ', podcast.categories[0].replace(' > ', ', '), ' · ', count(podcast.episodeCount, 'episode')),
      h('p', { class: 'lead' }, podcast.description)));
}

/**
 * A long library is looked through in several requests.
 *
 * @param {Page} page
 * @param {api.Podcast} podcast
 * @param {string[]} categories
 * @param {api.Library['conversions']} conversions
 */
function filling(page, podcast, categories, conversions) {
  const cursor = podcast.filled?.nextCursor;
  if (!cursor) return '';
  const button = h('button', { type: 'button', class: 'quiet' }, 'Look further');
  button.addEventListener('click', async () => {
    button.disabled = true;
    draw(page, await api.fillPodcast(podcast.id, cursor, page.signal), categories, conversions);
  });
  return h('p', { class: 'notice' }, `The newest ${podcast.filled?.looked} entries of your library were looked at, and older ones follow. `, button);
}

/**
 * @param {Page} page
 * @param {api.Podcast} podcast
 * @param {string[]} categories
 * @param {api.Library['conversions']} conversions
 */
function address(page, podcast, categories, conversions) {
  const field = h('textarea', { id: 'feed-address', readonly: true, rows: 2, spellcheck: 'false' }, podcast.feedUrl);
  const isPrivate = podcast.visibility === 'private';
  const renew = h('button', { type: 'button', class: 'quiet' }, 'Replace the secret');
  renew.addEventListener('click', async () => {
    if (!confirm('Everybody who has the address until now loses the podcast. Replace its secret?')) return;
    draw(page, await api.replacePodcastSecret(podcast.id, page.signal), categories, conversions);
    announce('The podcast has a new address');
  });
  return h('section', { class: 'embed', 'aria-labelledby': 'feed' },
    h('h2', { id: 'feed' }, 'The feed'),
    h('label', { for: 'feed-address' }, isPrivate ? 'Give this address only to those who may listen.' : 'This is the address that apps subscribe to.'),
    field,
    h('p', { class: 'actions' }, copyButton(podcast.feedUrl, 'Copy the address'), h('a', { class: 'button quiet', href: path(podcast.feedUrl) + new URL(podcast.feedUrl).search, target: '_blank' }, 'Look at the feed'), isPrivate && renew));
}

/** @param {api.Podcast} podcast */
function checks(podcast) {
  const open = podcast.checks.filter(({ ok }) => !ok).length;
  return h('section', { class: 'part', 'aria-labelledby': 'checks' },
    h('h2', { id: 'checks' }, open ? `What is left to do: ${open}` : 'Everything that directories ask for is there'),
    h('ul', { class: 'checks' }, podcast.checks.map((check) => h('li', { class: check.ok ? 'ok' : 'open' },
      h('span', { class: 'check-mark', 'aria-hidden': 'true' }, check.ok ? '✓' : '!'),
      h('div', {},
        h('span', { class: 'visually-hidden' }, check.ok ? 'Done: ' : 'To do: '), check.rule, ' ', h('span', { class: 'meta' }, check.by),
        check.advice && h('p', { class: 'fine' }, check.advice))))));
}

function apps() {
  return h('section', { class: 'part', 'aria-labelledby': 'apps' },
    h('h2', { id: 'apps' }, 'Into the apps'),
    h('dl', { class: 'apps' }, APPS.flatMap(({ name, where, how }) => [
      h('dt', {}, where ? h('a', { href: where, target: '_blank', rel: 'noopener' }, name) : name), h('dd', {}, how)])));
}

/**
 * @param {Page} page
 * @param {api.Podcast} podcast
 * @param {api.Library['conversions']} conversions
 */
function episodes(page, podcast, conversions) {
  return h('section', { class: 'part', 'aria-labelledby': 'episodes' },
    h('h2', { id: 'episodes' }, 'Episodes'),
    podcast.episodes.length
      ? h('ol', { class: 'recent', lang: podcast.language }, podcast.episodes.map((episode) => h('li', { class: 'done' },
        h('span', { class: 'mark', 'aria-hidden': 'true' }),
        h('div', {},
          h('a', { href: `/?${new URLSearchParams({ conversion: episode.conversionId })}` }, episode.title),
          h('p', { class: 'meta' }, h('time', { datetime: episode.published }, date(episode.published)), ' · ', clock(episode.seconds)),
          removeButton(page, podcast, episode)))))
      : h('p', { class: 'empty' }, podcast.blog ? 'No post of this blog is converted yet.' : 'No episode is chosen yet.'),
    podcast.episodeCount > 1 && podcast.visibility === 'public' && h('p', { class: 'actions' },
      h('a', { class: 'button quiet', href: `/player?${new URLSearchParams({ list: podcast.id })}`, target: '_blank' }, 'Play one after the other')),
    podcast.episodeCount > podcast.episodes.length && h('p', { class: 'fine' }, `The newest ${podcast.episodes.length} of ${podcast.episodeCount}.`),
    adding(page, podcast, conversions));
}

/**
 * Adds a conversion that is not an episode yet.
 *
 * @param {Page} page
 * @param {api.Podcast} podcast
 * @param {api.Library['conversions']} conversions
 */
function adding(page, podcast, conversions) {
  const there = new Set(podcast.episodes.map(({ conversionId }) => conversionId));
  const others = conversions.filter(({ id, status }) => status === 'completed' && !there.has(id));
  if (!others.length) return undefined;
  const select = h('select', { id: 'add-episode' }, others.map(({ id, title, createdAt }) => h('option', { value: id }, `${title} (${date(createdAt)})`)));
  const button = h('button', { type: 'button', class: 'quiet' }, 'Add');
  button.addEventListener('click', async () => {
    button.disabled = true;
    await api.addEpisode(podcast.id, select.value, page.signal);
    await showPodcast(page, podcast.id);
    announce('It is an episode now');
  });
  return h('div', { class: 'field add-episode' }, h('label', { for: 'add-episode' }, 'Add one of your conversions'), h('div', { class: 'find-row' }, select, button));
}

/**
 * @param {Page} page
 * @param {api.Podcast} podcast
 * @param {api.Podcast['episodes'][number]} episode
 */
function removeButton(page, podcast, episode) {
  return h('button', { type: 'button', class: 'link', 'aria-label': `Take out ${episode.title}`, onclick: async () => {
    if (!confirm(`Take “${episode.title}” out of the podcast? Its audio stays in the library.`)) return;
    await api.removeEpisode(podcast.id, episode.conversionId, page.signal);
    await showPodcast(page, podcast.id);
  } }, 'Take out');
}

/**
 * @param {Page} page
 * @param {api.Podcast} podcast
 */
function removal(page, podcast) {
  return h('p', { class: 'actions' }, h('button', { type: 'button', class: 'quiet danger', onclick: async () => {
    if (!confirm(`Delete “${podcast.title}”? Whoever has subscribed loses it. The audio stays in the library.`)) return;
    await api.deletePodcast(podcast.id, page.signal);
    page.go('/?podcasts');
    announce('The podcast is deleted');
  } }, 'Delete the podcast'));
}
