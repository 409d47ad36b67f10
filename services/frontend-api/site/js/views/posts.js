// A feed's posts, newest first.

import * as api from '../api.js';
import { announce, find, h, isPresent, picture, waiting, webAddress } from '../dom.js';
import { count, date, host, minutesOfWords } from '../format.js';
import { loadEntries } from '../library.js';
import { problemBox } from '../problems.js';
import { postsBulk } from './posts-bulk.js';

/** @typedef {import('../app.js').Page} Page */
/** @typedef {api.Posts['posts'][number]} Post */

/** Of twenty posts each: no archive is read without an end. */
const MAX_PAGES = 100;

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
  /** @type {Set<Post>} */
  const selected = new Set();
  /** @type {Map<string, string>} The newest audio of each post that was converted: its id by the post's key. */
  const converted = new Map();
  const bulk = postsBulk(page, feed.language, () => { selected.clear(); choose(); });
  const list = h('ol', { class: 'posts' }, state.posts.map(row));
  const all = h('button', { type: 'button', class: 'link' }, 'Select all that are not converted yet');
  all.addEventListener('click', () => {
    for (const post of state.posts) if (!conversionOf(post)) selected.add(post);
    choose();
  });
  const more = h('div', { class: 'more' });
  const site = webAddress(feed.siteUrl);
  page.view.replaceChildren(
    h('header', { class: 'view-head' },
      h('h1', { tabindex: '-1' }, feed.title || host(feed.feedUrl)),
      feed.description && feed.description !== feed.title && h('p', { class: 'lead' }, feed.description),
      site && h('p', { class: 'meta' }, h('a', { href: site, rel: 'noreferrer' }, host(site)))),
    state.posts.length ? h('p', { class: 'select-all' }, all, ' · ', h('a', { href: `/?${new URLSearchParams({ collections: feed.feedUrl, posts: 'all' })}` }, 'Convert the whole blog')) : h('p', { class: 'empty' }, 'This feed has no posts yet.'),
    bulk.element,
    list,
    more);
  drawMore();
  markConverted().catch((error) => {
    if (!page.signal.aborted && !(error instanceof api.Problem)) throw error;
  });
  announce(state.posts.length ? `${count(state.posts.length, 'post')} found` : 'This feed has no posts yet');

  /** @param {Post} post */
  function conversionOf({ post }) {
    return post && converted.get(post);
  }

  /** @param {Post} post */
  function row(post) {
    const box = h('input', { type: 'checkbox', 'aria-label': `Select ${post.title || host(post.url)}`, 'data-url': post.url, checked: selected.has(post) });
    box.addEventListener('change', () => {
      if (box.checked) selected.add(post);
      else selected.delete(post);
      choose();
    });
    return item(post, box, conversionOf(post));
  }

  /** Shows what is selected, and its price. */
  function choose() {
    const urls = new Set([...selected].map(({ url: address }) => address));
    for (const box of list.querySelectorAll('input')) box.checked = urls.has(box.dataset.url ?? '');
    bulk.update(state.posts.filter((post) => selected.has(post)));
  }

  /** Marks the posts that the library has audio of, in the background. */
  async function markConverted() {
    await loadEntries(page.signal, (entries) => {
      for (const { post, status, id } of entries) if (post && status === 'completed' && !converted.has(post)) converted.set(post, id);
      // Only the marks are added, so that the focus stays where it is.
      for (const [i, post] of state.posts.entries()) {
        const conversion = conversionOf(post);
        const facts = list.children[i]?.querySelector('.meta');
        if (conversion && facts && !facts.querySelector('.converted')) facts.prepend(...separated(facts.hasChildNodes() ? [mark(conversion), ''] : [mark(conversion)]));
      }
    });
  }

  function drawMore() {
    more.replaceChildren();
    if (!state.next) return;
    more.append(h('p', { class: 'actions' },
      h('button', { type: 'button', class: 'quiet', onclick: () => load(1) }, 'Show more posts'),
      h('button', { type: 'button', class: 'quiet', onclick: () => load(MAX_PAGES) }, 'Show all posts')));
  }

  /** @param {number} pages */
  async function load(pages) {
    more.replaceChildren(waiting('Loading more posts'));
    /** @type {HTMLElement | undefined} */
    let firstNew;
    let added = 0;
    try {
      for (let i = 0; i < pages && (i === 0 || state.next); i++) {
        const next = await api.posts(url, state.next, page.signal);
        const items = next.posts.map(row);
        list.append(...items);
        firstNew ??= items[0];
        added += items.length;
        state.posts = [...state.posts, ...next.posts];
        state.next = next.nextCursor;
      }
      drawMore();
      announce(count(added, 'more post', 'more posts'));
      if (firstNew) find(firstNew, 'a').focus();
    } catch (error) {
      if (page.signal.aborted || !(error instanceof api.Problem)) throw error;
      more.replaceChildren(problemBox(error, () => load(pages)));
    }
  }
}

/** @param {string} conversion the id of the audio */
const mark = (conversion) => h('a', { class: 'converted', href: `/?${new URLSearchParams({ conversion })}` }, 'Converted');

/**
 * @param {Post} post
 * @param {HTMLElement} box selects it
 * @param {string} [conversion] the id of its audio
 */
function item(post, box, conversion) {
  const words = post.words ? `${count(post.words, 'word')}, ${minutesOfWords(post.words)}` : undefined;
  const facts = [conversion && mark(conversion), post.author, post.published && h('time', { datetime: post.published }, date(post.published)), words].filter(isPresent);
  return h('li', { class: 'post' },
    box,
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
