// A feed's posts, newest first.

import * as api from '../api.js';
import { announce, find, h, isPresent, picture, waiting, webAddress } from '../dom.js';
import { count, date, host, minutesOfWords, number } from '../format.js';
import { problemBox } from '../problems.js';

/** @typedef {import('../app.js').Page} Page */
/** @typedef {api.Posts['posts'][number]} Post */

/**
 * The loaded part of each feed's list, so that going back to it shows as much as before.
 *
 * @type {Map<string, { first?: string, posts: Post[], next?: string }>}
 */
const loaded = new Map();

/**
 * @param {Page} page
 * @param {string} url
 * @param {api.Posts} first the first page of the list
 */
export async function showPosts(page, url, first) {
  const { feed } = first;
  const before = loaded.get(url);
  const state = before && before.first === first.posts[0]?.id ? before : { first: first.posts[0]?.id, posts: first.posts, next: first.nextCursor };
  loaded.set(url, state);
  page.setTitle(feed.title || host(feed.feedUrl));
  const list = h('ol', { class: 'posts' }, state.posts.map(item));
  const more = h('div', { class: 'more' });
  const site = webAddress(feed.siteUrl);
  page.view.replaceChildren(
    h('header', { class: 'view-head' },
      h('h1', { tabindex: '-1' }, feed.title || host(feed.feedUrl)),
      feed.description && feed.description !== feed.title && h('p', { class: 'lead' }, feed.description),
      site && h('p', { class: 'meta' }, h('a', { href: site, rel: 'noreferrer' }, host(site)))),
    state.posts.length ? list : h('p', { class: 'empty' }, 'This feed has no posts yet.'),
    more);
  drawMore();
  announce(state.posts.length ? `${count(state.posts.length, 'post')} found` : 'This feed has no posts yet');

  function drawMore() {
    more.replaceChildren();
    if (state.next) more.append(h('button', { type: 'button', class: 'quiet', onclick: load }, 'Show more posts'));
  }

  async function load() {
    more.replaceChildren(waiting('Loading more posts'));
    try {
      const next = await api.posts(url, state.next, page.signal);
      const items = next.posts.map(item);
      list.append(...items);
      state.posts = [...state.posts, ...next.posts];
      state.next = next.nextCursor;
      drawMore();
      announce(`${count(next.posts.length, 'more post', 'more posts')}`);
      if (items.length) find(items[0], 'a').focus();
    } catch (error) {
      if (page.signal.aborted || !(error instanceof api.Problem)) throw error;
      more.replaceChildren(problemBox(error, load));
    }
  }
}

/** @param {Post} post */
function item(post) {
  const words = post.words ? `${number(post.words)} words, ${minutesOfWords(post.words)}` : undefined;
  const facts = [post.author, post.published && h('time', { datetime: post.published }, date(post.published)), words].filter(isPresent);
  return h('li', { class: 'post' },
    h('div', { class: 'post-text' },
      h('h2', { lang: post.language }, h('a', { href: `/?${new URLSearchParams({ url: post.url, as: 'post' })}` }, post.title || host(post.url))),
      h('p', { class: 'meta' }, separated(facts)),
      post.summary && h('p', { class: 'summary', lang: post.language }, post.summary)),
    picture(post.imageUrl, 'thumb'));
}

/**
 * Facts on one line, with dots between them.
 *
 * @param {(Node | string)[]} parts
 */
export function separated(parts) {
  return parts.flatMap((part, i) => {
    const fact = h('span', { class: 'fact' }, part);
    return i ? [h('span', { 'aria-hidden': 'true' }, ' · '), fact] : [fact];
  });
}
