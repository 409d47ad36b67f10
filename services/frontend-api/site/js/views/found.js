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
    page.view.replaceChildren(problemBox(error, () => page.go(location.pathname + location.search, { replace: true })));
    page.name('Problem');
  }
}

// Nearly every post links to its site's feed. So an address that has a feed is still a post
// when the feed lists it, or when it lies deeper than the site's front page and reads as an article.
async function guess(page, url) {
  const [posts, article] = await Promise.all([settled(api.posts(url, undefined, page.signal)), settled(api.article(url, page.signal))]);
  const listed = posts.value?.posts.some((post) => same(post.url, url));
  const front = posts.value && [posts.value.feed.feedUrl, posts.value.feed.siteUrl].some((address) => same(address, url));
  if (posts.value && (front || !(listed || deep(url)) || article.problem)) return showPosts(page, url, posts.value);
  if (article.value) return showPost(page, article.value, posts.value?.feed);
  throw clearer(posts.problem, article.problem);
}

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
