// What an address turned out to be: a feed's posts, or one post.

import * as api from '../api.js';
import { waiting } from '../dom.js';
import { problemBox } from '../problems.js';
import { showPost } from './post.js';
import { showPosts } from './posts.js';

export async function showFound(page, url, as) {
  page.view.replaceChildren(waiting('Looking at the address'));
  try {
    if (as === 'post') await showPost(page, await api.article(url, page.signal));
    else if (as === 'posts') await showPosts(page, url, await api.posts(url, undefined, page.signal));
    else await guess(page, url);
  } catch (error) {
    if (page.signal.aborted || !(error instanceof api.Problem)) throw error;
    page.view.replaceChildren(problemBox(error, () => page.go(location.pathname + location.search, { replace: true }), 'h1'));
    page.name('Problem');
  }
}

// Nearly every post links to its site's feed. So an address that has a feed is still a post
// when the feed lists it, or when it lies deeper than the site's front page and reads as an article.
async function guess(page, url) {
  const posts = await settled(api.posts(url, undefined, page.signal));
  const front = posts.value && [posts.value.feed.feedUrl, posts.value.feed.siteUrl].some((address) => same(address, url));
  const listed = posts.value?.posts.some((post) => same(post.url, url));
  if (posts.value && (front || !(listed || deep(url)))) return showPosts(page, url, posts.value);
  if (posts.problem && HOPELESS.has(posts.problem.slug)) throw posts.problem;
  const article = await settled(api.article(url, page.signal));
  if (article.value) return showPost(page, article.value, posts.value?.feed);
  if (posts.value) return showPosts(page, url, posts.value);
  throw clearer(posts.problem, article.problem);
}

// With these there is no page at all, so there is no article either.
const HOPELESS = new Set(['offline', 'url-invalid', 'url-not-allowed', 'site-unreachable', 'site-timeout', 'page-not-found', 'site-refused']);

// Both failed. That the site is down says more than that it has no feed.
function clearer(posts, article) {
  return posts.slug === 'no-feed' ? article : posts;
}

async function settled(promise) {
  try {
    return { value: await promise };
  } catch (problem) {
    if (!(problem instanceof api.Problem)) throw problem;
    return { problem };
  }
}

const bare = (address) => address.replace(/^https?:\/\/(www\.)?/i, '').replace(/[#].*$/, '').replace(/(index\.html?)?\/?$/i, '');

const same = (one, other) => Boolean(one) && bare(one) === bare(other);

function deep(url) {
  try {
    const { pathname, search } = new URL(url);
    return pathname.length > 1 || search.length > 1;
  } catch {
    return false;
  }
}
