// What an address leads to: a feed's posts, or one post.

import * as api from '../api.js';
import { waiting } from '../dom.js';
import { problemBox } from '../problems.js';
import { showPost } from './post.js';
import { showPosts } from './posts.js';

/** @typedef {import('../app.js').Page} Page */

/**
 * @param {Page} page
 * @param {string} url
 * @param {string | null} as post or posts, where that is known
 */
export async function showAddress(page, url, as) {
  page.view.replaceChildren(waiting('Loading the address'));
  try {
    if (as === 'post') await showPost(page, await api.article(url, page.signal));
    else if (as === 'posts') await showPosts(page, url, await api.posts(url, undefined, page.signal));
    else await showEither(page, url);
  } catch (error) {
    if (page.signal.aborted || !(error instanceof api.Problem)) throw error;
    page.view.replaceChildren(problemBox(error, () => page.go(location.pathname + location.search, { replace: true }), 'h1'));
    page.setTitle('Problem');
  }
}

/**
 * Nearly every post links to its site's feed, so an address with a feed may still be a post: when the feed lists it, or
 * when it is deeper than the site's front page and has an article.
 *
 * @param {Page} page
 * @param {string} url
 */
async function showEither(page, url) {
  const posts = await result(api.posts(url, undefined, page.signal));
  const front = posts.value && [posts.value.feed.feedUrl, posts.value.feed.siteUrl].some((address) => isSame(address, url));
  const listed = posts.value?.posts.some((post) => isSame(post.url, url));
  if (posts.value && (front || !(listed || isDeep(url)))) return showPosts(page, url, posts.value);
  if (posts.problem && UNREACHABLE.has(posts.problem.slug)) throw posts.problem;
  const article = await result(api.article(url, page.signal));
  if (article.value) return showPost(page, article.value, posts.value?.feed);
  if (posts.value) return showPosts(page, url, posts.value);
  // Both failed. That the site is down says more than that it has no feed.
  throw posts.problem?.slug === 'no-feed' ? article.problem : posts.problem;
}

// With these there is no page, and therefore no article either.
const UNREACHABLE = new Set(['offline', 'url-invalid', 'url-not-allowed', 'site-unreachable', 'site-timeout', 'page-not-found', 'site-refused']);

/**
 * @template T
 * @param {Promise<T>} promise
 * @returns {Promise<{ value?: T, problem?: api.Problem }>}
 */
async function result(promise) {
  try {
    return { value: await promise };
  } catch (problem) {
    if (!(problem instanceof api.Problem)) throw problem;
    return { problem };
  }
}

/** @param {string} address */
const normalized = (address) => address.replace(/^https?:\/\/(www\.)?/i, '').replace(/[#].*$/, '').replace(/(\/index\.html?)?\/?$/i, '');

/**
 * @param {string | undefined} one
 * @param {string} other
 */
const isSame = (one, other) => Boolean(one) && normalized(one ?? '') === normalized(other);

/** @param {string} url */
function isDeep(url) {
  try {
    const { pathname, search } = new URL(url);
    return pathname.length > 1 || search.length > 1;
  } catch {
    return false;
  }
}
