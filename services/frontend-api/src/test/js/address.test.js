import assert from 'node:assert/strict';
import { test } from 'node:test';
import { showAddress } from '../../../site/js/views/address.js';
import { fakeApi, fakePage, problem, text } from './browser.js';

const POST = { id: '1', url: 'https://example.com/post/', title: 'A post' };
const FEED = { feed: { title: 'A blog', feedUrl: 'https://example.com/feed.xml', siteUrl: 'https://www.example.com/' }, posts: [POST] };
const ARTICLE = { url: POST.url, title: 'A post', blocks: [], words: 100, characters: 600, seconds: 40 };
const SCRIPT = { title: 'A post', language: 'en', characters: 600, seconds: 40, passages: [], ledger: [] };

/**
 * What is shown for an address: the heading, and the paths requested first.
 *
 * @param {string} url
 * @param {Record<string, any>} answers
 * @param {string | null} [as]
 */
async function shown(url, answers, as = null) {
  const page = fakePage();
  const requests = fakeApi({ 'GET /v1/voices': [], 'POST /v1/scripts': SCRIPT, ...answers });
  await showAddress(page, url, as);
  page.leave();
  const kind = document.querySelector('ol.posts') ? 'posts' : document.querySelector('article') ? 'post' : 'problem';
  return { kind, heading: text('#view h1'), loaded: requests.map(({ url: { pathname } }) => pathname).filter((path) => /posts|article/.test(path)) };
}

const both = { 'GET /v1/posts': FEED, 'GET /v1/article': ARTICLE };

test('a feed, and the front page of its site, are shown as posts', async () => {
  for (const url of ['https://example.com/feed.xml', 'http://example.com', 'https://www.example.com/index.html#top']) {
    assert.deepEqual(await shown(url, both), { kind: 'posts', heading: 'A blog', loaded: ['/v1/posts'] }, url);
  }
});

test('a post that the feed lists is shown as a post, with its blog', async () => {
  assert.deepEqual(await shown('https://example.com/post', both), { kind: 'post', heading: 'A post', loaded: ['/v1/posts', '/v1/article'] });
  assert.equal(text('.one > .fine'), 'This post is from A blog.');
});

test('a deep page is shown as a post if it has an article, and as the feed otherwise', async () => {
  assert.equal((await shown('https://example.com/other', both)).kind, 'post');
  assert.equal((await shown('https://example.com/other', { ...both, 'GET /v1/article': problem('no-article', 422) })).kind, 'posts');
});

test('a page without a feed is shown as a post', async () => {
  assert.equal((await shown('https://example.com/', { ...both, 'GET /v1/posts': problem('no-feed', 404) })).kind, 'post');
});

test('a site that cannot be reached is not asked a second time', async () => {
  const { kind, loaded } = await shown('https://example.com/post', { 'GET /v1/posts': problem('site-timeout', 504) });
  assert.deepEqual([kind, loaded], ['problem', ['/v1/posts']]);
});

test('where neither a feed nor an article is found, the more telling problem is shown', async () => {
  const noArticle = problem('no-article', 422);
  assert.equal((await shown('https://example.com/x', { 'GET /v1/posts': problem('no-feed', 404), 'GET /v1/article': noArticle })).heading, 'No article on that page');
  assert.match((await shown('https://example.com/x', { 'GET /v1/posts': problem('unreadable-feed', 422), 'GET /v1/article': noArticle })).heading ?? '', /feed/);
});

test('an address that is known to be a post or a feed is loaded once', async () => {
  assert.deepEqual((await shown('https://example.com/feed.xml', both, 'post')).loaded, ['/v1/article']);
  assert.deepEqual((await shown('https://example.com/post', both, 'posts')).loaded, ['/v1/posts']);
});
