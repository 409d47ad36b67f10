import assert from 'node:assert/strict';
import { test } from 'node:test';
import { setTimeout as pause } from 'node:timers/promises';
import { showPaste } from '../../../site/js/views/paste.js';
import { showPosts } from '../../../site/js/views/posts.js';
import { choose, click, fakeApi, fakePage, openPage, problem, settle, text } from './browser.js';

/** @param {number} n */
const post = (n) => ({ id: `${n}`, url: `https://blog.example/${n}`, post: `blog.example/${n}`, title: `Post ${n}`, words: n });
const FEED = { title: 'A blog', feedUrl: 'https://blog.example/feed' };
const QUOTE = { characters: 1000, seconds: 60, voice: 'v', alreadySpoken: 0, billable: 1000, price: { currency: 'USD', amount: 0.5 }, engines: [] };

let feeds = 0;

/**
 * @param {Record<string, any>} answers
 * @param {string} [next]
 */
async function show(answers, next) {
  const requests = fakeApi({ 'GET /v1/library': { conversions: [] }, 'GET /v1/voices': [], 'POST /v1/quotes': QUOTE, ...answers });
  const page = fakePage();
  await showPosts(page, `https://blog.example/feed?${feeds++}`, /** @type {any} */ ({ feed: FEED, posts: [post(1), post(2), post(3)], nextCursor: next }));
  await settle();
  return { page, requests };
}

/** Waits for the prices, which are asked for after a moment. */
async function priced() {
  for (let i = 0; i < 200 && document.querySelector('.bulk .primary:disabled'); i++) await pause(20);
}

test('posts that the library has audio of are marked, and link to it', async () => {
  const { page } = await show({ 'GET /v1/library': { conversions: [
    { id: 'c-2', status: 'completed', post: 'blog.example/2' }, { id: 'c-1', status: 'completed', post: 'blog.example/2' }, { id: 'c-3', status: 'failed', post: 'blog.example/3' }] } });
  assert.deepEqual([...document.querySelectorAll('.converted')].map((link) => link.getAttribute('href')), ['/?conversion=c-2']);
  assert.equal(text('.post .meta'), '1 word, under a minute');
  page.leave();
});

test('the whole blog leads to a collection of all of its posts', async () => {
  const { page } = await show({});
  assert.equal(document.querySelector('.select-all a')?.getAttribute('href'), `/?${new URLSearchParams({ collections: FEED.feedUrl, posts: 'all' })}`);
  page.leave();
});

test('several posts have one price, and are converted with one button', async () => {
  const { page, requests } = await show({ 'GET /v1/library': { conversions: [{ id: 'c', status: 'completed', post: 'blog.example/2' }] }, 'POST /v1/conversions': { id: 'x' } });
  click('.select-all button');
  await priced();
  assert.equal(text('.bulk .price'), '2,000 characters, about 2:00 min · $1.00');
  click('.bulk .primary');
  await settle();
  const sent = requests.filter(({ url }) => url.pathname === '/v1/conversions');
  assert.deepEqual(sent.map(({ body }) => body.source.url), ['https://blog.example/1', 'https://blog.example/3']);
  assert.equal(new Set(sent.map(({ headers }) => headers.get('Idempotency-Key'))).size, 2);
  assert.deepEqual(page.visited, ['/?library']);
  page.leave();
});

test('a post without a price is named and left out', async () => {
  const { page, requests } = await show({
    'POST /v1/quotes': (/** @type {any} */ { body }) => (body.source.url.endsWith('/1') ? problem('no-article', 422) : QUOTE), 'POST /v1/conversions': { id: 'x' },
  });
  click('.select-all button');
  await priced();
  assert.equal(text('.bulk li'), '“Post 1” can’t be converted: No article on that page.');
  assert.equal(text('.bulk .primary'), 'Convert 2 posts');
  click('.bulk .primary');
  await settle();
  assert.equal(requests.filter(({ url }) => url.pathname === '/v1/conversions').length, 2);
  page.leave();
});

test('after a lost response the same posts are sent with the same keys', async () => {
  let fails = true;
  const { page, requests } = await show({ 'POST /v1/conversions': () => (fails ? problem('unavailable', 503) : { id: 'x' }) });
  click('.post input');
  await priced();
  click('.bulk .primary');
  await settle();
  fails = false;
  click('.bulk .problem .primary');
  await settle();
  const keys = requests.filter(({ url }) => url.pathname === '/v1/conversions').map(({ headers }) => headers.get('Idempotency-Key'));
  assert.equal(keys.length, 2);
  assert.equal(keys[0], keys[1]);
  page.leave();
});

test('the archive is loaded to its end', async () => {
  const pages = { one: { feed: FEED, posts: [post(4)], nextCursor: 'two' }, two: { feed: FEED, posts: [post(5)] } };
  const { page } = await show({ 'GET /v1/posts': (/** @type {{ url: URL }} */ { url }) => pages[/** @type {'one' | 'two'} */ (url.searchParams.get('cursor'))] }, 'one');
  click('.more button:nth-child(2)');
  await settle();
  assert.equal(document.querySelectorAll('.post').length, 5);
  assert.equal(document.querySelector('.more button'), null);
  page.leave();
});

test('a pasted text is still there after Back, until the form is emptied', async () => {
  fakeApi({ 'GET /v1/voices': [], 'POST /v1/quotes': QUOTE, 'GET /v1/usage': problem('not-found', 404) });
  const page = fakePage();
  await showPaste(page);
  choose('#text', 'A text that took long to write.');
  const kept = { ...sessionStorage };
  openPage('/?paste');
  for (const [key, value] of Object.entries(kept)) sessionStorage.setItem(key, value);
  const again = { ...page, view: /** @type {HTMLElement} */ (document.querySelector('#view')) };
  await showPaste(again);
  const field = /** @type {HTMLTextAreaElement} */ (document.querySelector('#text'));
  assert.equal(field.value, 'A text that took long to write.');
  click('.field > .link');
  assert.equal(field.value, '');
  page.leave();
});
