// The account's podcasts: a list, and a form for a new one.

import * as api from '../api.js';
import { find, h, waiting } from '../dom.js';
import { host } from '../format.js';
import { problemBox } from '../problems.js';
import { podcastForm } from './podcast-form.js';

/** @typedef {import('../app.js').Page} Page */

const PAGE_SIZE = 100;

/** @param {Page} page */
export async function showPodcasts(page) {
  page.setTitle('Podcasts');
  const head = h('header', { class: 'view-head' }, h('h1', { tabindex: '-1' }, 'Podcasts'),
    h('p', { class: 'lead' }, 'A podcast puts your audio into the apps that your listeners use. Every post of the blog that you convert becomes an episode by itself.'));
  const body = h('div', {}, waiting('Loading your podcasts'));
  page.view.replaceChildren(head, body);
  try {
    const [{ podcasts }, { conversions }] = await Promise.all([api.podcasts(page.signal), api.library(undefined, PAGE_SIZE, page.signal)]);
    body.replaceChildren(
      podcasts.length > 0 && h('ol', { class: 'shows' }, podcasts.map(item)) || '',
      await maker(page, conversions, podcasts));
  } catch (error) {
    if (page.signal.aborted || !(error instanceof api.Problem)) throw error;
    body.replaceChildren(problemBox(error, () => showPodcasts(page)));
  }
}

/** @param {api.PodcastEntry} podcast */
function item(podcast) {
  return h('li', { class: 'show' },
    h('img', { class: 'show-art', src: path(podcast.artworkUrl), alt: '', width: 96, height: 96, loading: 'lazy' }),
    h('div', {},
      h('h2', {}, h('a', { href: `/?${new URLSearchParams({ podcast: podcast.id })}` }, podcast.title)),
      h('p', { class: 'meta' }, podcast.author, ' · ', podcast.visibility === 'private' ? 'private' : 'public', podcast.blog && ` · ${host(podcast.blog)}`)));
}

/**
 * The address on this origin: the public one may not be reachable from here.
 *
 * @param {string} address
 */
export const path = (address) => new URL(address).pathname;

/**
 * What a new podcast is made of: a blog of the library, or nothing yet.
 *
 * @param {Page} page
 * @param {api.Library['conversions']} conversions
 * @param {api.PodcastEntry[]} podcasts
 */
async function maker(page, conversions, podcasts) {
  const blogs = blogsOf(conversions);
  const taken = new Set(podcasts.map(({ blog }) => blog));
  const choices = blogs.filter(({ address }) => !taken.has(address));
  const select = h('select', { id: 'new-blog' },
    choices.map(({ address, posts }) => h('option', { value: address }, `${address.replace(/^https?:\/\//, '')} (${posts === 1 ? '1 post' : `${posts} posts`})`)),
    h('option', { value: '' }, 'Put together by hand'));
  const place = h('div');
  const start = h('button', { type: 'button', class: 'primary' }, 'Make a podcast');
  start.addEventListener('click', async () => {
    start.disabled = true;
    try {
      const chosen = choices.find(({ address }) => address === select.value);
      const known = chosen ? await suggestion(page, chosen) : {};
      const form = podcastForm(page, known, await api.podcastCategories(page.signal), 'Make the podcast', async (settings) => {
        const made = await api.createPodcast(settings, page.signal);
        page.go(`/?${new URLSearchParams({ podcast: made.id })}`);
      });
      place.replaceChildren(form);
      find(form, 'input').focus();
    } catch (error) {
      if (page.signal.aborted || !(error instanceof api.Problem)) throw error;
      place.replaceChildren(problemBox(error));
    } finally {
      start.disabled = false;
    }
  });
  return h('section', { class: 'new-show', 'aria-labelledby': 'new-show' },
    h('h2', { id: 'new-show', tabindex: '-1' }, podcasts.length ? 'Another podcast' : 'Your first podcast'),
    h('div', { class: 'field' }, h('label', { for: 'new-blog' }, 'Of which blog'), select),
    h('p', { class: 'actions' }, start),
    place);
}

/**
 * The blogs that the library has posts of, those with most posts first.
 *
 * @param {api.Library['conversions']} conversions
 */
export function blogsOf(conversions) {
  /** @type {Map<string, { address: string, posts: Set<string>, voice: string }>} */
  const blogs = new Map();
  for (const { sourceUrl, status, voice } of conversions) {
    if (status !== 'completed' || !sourceUrl) continue;
    const { origin, pathname } = new URL(sourceUrl);
    // The sample blog is a folder of this site; most blogs have a host of their own.
    const folder = origin === location.origin ? `/${pathname.split('/')[1]}/` : '/';
    const address = origin + folder;
    const blog = blogs.get(address) ?? { address, posts: new Set(), voice: voice ?? '' };
    blog.posts.add(sourceUrl);
    blogs.set(address, blog);
  }
  return [...blogs.values()].map(({ address, posts }) => ({ address, posts: posts.size })).sort((a, b) => b.posts - a.posts);
}

/**
 * What the blog's own feed says about it. A blog without one is described by hand.
 *
 * @param {Page} page
 * @param {{ address: string }} blog
 * @returns {Promise<Partial<api.PodcastSettings>>}
 */
async function suggestion(page, { address }) {
  try {
    const { feed, posts } = await api.posts(address, undefined, page.signal);
    return {
      title: feed.title,
      description: feed.description,
      link: feed.siteUrl ?? address,
      language: feed.language,
      author: posts.find(({ author }) => author)?.author ?? feed.title,
      blog: address,
    };
  } catch (error) {
    if (page.signal.aborted || !(error instanceof api.Problem)) throw error;
    return { title: host(address), link: address, blog: address };
  }
}
