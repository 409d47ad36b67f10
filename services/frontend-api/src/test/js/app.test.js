import assert from 'node:assert/strict';
import { beforeEach, test } from 'node:test';
import { ACCOUNT, click, fakeApi, openPage, problem, settle, text } from './browser.js';

const LIBRARY = { conversions: [
  { id: 'c-1', status: 'completed', title: 'A post', seconds: 75, createdAt: '2020-03-05T12:00:00Z' },
  { id: 'c-2', status: 'failed', sourceUrl: 'https://www.example.com/x', createdAt: '2020-03-05T12:00:00Z', problem: { type: '/problems/no-article', title: 'No article' } },
] };

let runs = 0;

/** @param {string} path */
async function open(path) {
  openPage(path);
  await import(`../../../site/js/app.js?${++runs}`);
  await settle();
}

beforeEach(() => { fakeApi({ 'GET /v1/account': ACCOUNT, 'GET /v1/library': LIBRARY }); });

test('the home page shows recent conversions', async () => {
  await open('/');
  assert.deepEqual([...document.querySelectorAll('.recent li')].map((item) => item.textContent), ['A post1:15 · 5 March 2020', 'example.com/xNo article on that page · 5 March 2020']);
  assert.equal(document.body.dataset.view, 'home');
});

test('an address without a scheme is an https address', async () => {
  await open('/');
  const requests = fakeApi({ 'GET /v1/posts': problem('site-timeout', 504) });
  const address = /** @type {HTMLInputElement} */ (document.querySelector('#address'));
  address.value = ' example.com/blog ';
  click('#find button');
  await settle();
  assert.equal(requests[0].url.searchParams.get('url'), 'https://example.com/blog');
  assert.equal(location.search, '?url=https%3A%2F%2Fexample.com%2Fblog');
  assert.equal(document.title, 'Problem – Parler');
});

test('links within the page are followed without loading it anew, others are not', async () => {
  await open('/');
  click('nav a[href="/?paste"]');
  await settle();
  assert.equal(location.search, '?paste');
  assert.equal(text('#view h1'), 'Paste a text');
  assert.equal(document.body.dataset.view, 'inner');
  assert.deepEqual([...document.querySelectorAll('nav [aria-current=page]')].map((link) => link.textContent), ['Paste a text']);
  click('.brand');
  await settle();
  assert.equal(document.querySelector('nav [aria-current]'), null);
});

test('an address that is typed while the account is loaded stays', async () => {
  /** @type {(value: object) => void} */
  let answer = () => {};
  fakeApi({ 'GET /v1/account': () => new Promise((resolve) => { answer = resolve; }), 'GET /v1/library': LIBRARY });
  await open('/');
  const address = /** @type {HTMLInputElement} */ (document.querySelector('#address'));
  address.value = 'example.com';
  answer(ACCOUNT);
  await settle();
  assert.equal(text('#view h2'), 'Recent conversions');
  assert.equal(address.value, 'example.com');
});

test('the heading of the next view has the focus, unless somebody has gone on to something else', async () => {
  await open('/');
  for (const goesOn of [false, true]) {
    /** @type {(value: object) => void} */
    let answer = () => {};
    fakeApi({ 'GET /v1/pronunciations': () => new Promise((resolve) => { answer = resolve; }), 'GET /v1/library': LIBRARY });
    history.pushState({}, '', '/?pronunciations');
    const { PopStateEvent } = /** @type {any} */ (document.defaultView);
    document.defaultView?.dispatchEvent(new PopStateEvent('popstate', {}));
    await settle();
    if (goesOn) /** @type {HTMLElement} */ (document.querySelector('.brand')).focus();
    answer({ rules: [] });
    await settle();
    assert.equal(document.activeElement?.matches(goesOn ? '.brand' : '#view h1'), true);
  }
});

test('a page that was left draws nothing any more', async () => {
  await open('/');
  /** @type {(value: object) => void} */
  let answer = () => {};
  fakeApi({ 'GET /v1/pronunciations': () => new Promise((resolve) => { answer = resolve; }), 'GET /v1/library': LIBRARY });
  history.pushState({}, '', '/?pronunciations');
  const { PopStateEvent } = /** @type {any} */ (document.defaultView);
  document.defaultView?.dispatchEvent(new PopStateEvent('popstate', {}));
  await settle();
  click('.brand');
  await settle();
  answer({ rules: [] });
  await settle();
  assert.equal(text('#view h2'), 'Recent conversions');
});
