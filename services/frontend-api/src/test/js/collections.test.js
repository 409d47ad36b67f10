import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { mock, test } from 'node:test';
import { showCollection } from '../../../site/js/views/collection.js';
import { showCollections } from '../../../site/js/views/collections.js';
import { choose, click, fakeApi, fakePage, problem, settle, text } from './browser.js';

/** @param {string} name */
const golden = (name) => JSON.parse(readFileSync(new URL(`../../../../../contracts/rest/examples/${name}.json`, import.meta.url), 'utf8'));
const STATE = golden('collection');
const ID = STATE.id;
const PATH = `/v1/collections/${ID}`;
const QUOTED = {
  ...STATE,
  status: 'awaiting-approval',
  progress: { total: 3, completed: 0, failed: 1, billedCharacters: 0 },
  posts: STATE.posts.map((/** @type {any} */ post) => ({ ...post, conversionId: undefined, status: post.quote ? 'waiting' : 'failed' })),
};

/**
 * @param {any} state
 * @param {Record<string, any>} [answers]
 */
async function show(state, answers) {
  const page = fakePage();
  const requests = fakeApi({ [`GET ${PATH}`]: state, 'GET /v1/voices': golden('voices'), ...answers });
  await showCollection(page, ID);
  return { page, requests };
}

test('collections are listed, and lead to their pages', async () => {
  fakeApi({ 'GET /v1/collections': golden('collections'), 'GET /v1/voices': golden('voices') });
  await showCollections(fakePage(), '');
  assert.match(text('.show') ?? '', /An example blog ?Being converted · the newest 50 posts · \$0\.66/);
  assert.equal(document.querySelector('.show a')?.getAttribute('href'), `/?collection=${ID}`);
});

test('a collection is started, once however often the button is pressed', async () => {
  let refuse = true;
  const page = fakePage();
  const requests = fakeApi({
    'GET /v1/collections': { collections: [] },
    'GET /v1/voices': golden('voices'),
    'POST /v1/collections': () => (refuse ? problem('unavailable', 503) : STATE),
  });
  await showCollections(page, 'https://blog.example.com/');
  choose('[name=latest]', '');
  click('.follow-form [type=submit]');
  await settle();
  assert.ok(document.querySelector('.follow-form .problem'));
  refuse = false;
  click('.follow-form [type=submit]');
  await settle();
  const [first, second] = requests.filter(({ method }) => method === 'POST');
  assert.deepEqual(first.body, { feedUrl: 'https://blog.example.com/' });
  assert.equal(first.headers.get('Idempotency-Key'), second.headers.get('Idempotency-Key'));
  assert.deepEqual(page.visited, [`/?collection=${ID}`]);
});

test('the form begins with the newest posts, or with all of them', async () => {
  fakeApi({ 'GET /v1/collections': { collections: [] }, 'GET /v1/voices': golden('voices') });
  await showCollections(fakePage(), 'https://blog.example.com/');
  assert.equal(document.querySelector('input[name=latest]')?.getAttribute('value'), '20');
  await showCollections(fakePage(), 'https://blog.example.com/', true);
  assert.equal(document.querySelector('input[name=latest]')?.getAttribute('value'), '');
});

test('a feed without posts is named', async () => {
  await show({ ...STATE, status: 'completed', posts: [], quote: undefined, progress: { total: 0, completed: 0, failed: 0, billedCharacters: 0 } });
  assert.match(text('.progress-box') ?? '', /Completed ?The feed has no posts/);
});

test('the price is shown, and the yes converts', async () => {
  const { page, requests } = await show(QUOTED, { [`PATCH ${PATH}`]: STATE });
  assert.match(text('.progress-box') ?? '', /Waiting for your yes ?2 posts · 41,250 characters · \$0\.66 .*1 post can’t be converted/);
  assert.match(text('.collection-posts .post-failed') ?? '', /First ?failed ?The page has no article\./);
  click('.progress-box .primary');
  await settle();
  page.leave();
  assert.deepEqual(requests.find(({ method }) => method === 'PATCH')?.body, { action: 'approve' });
  assert.match(text('.progress-box') ?? '', /Being converted ?1 of 3 posts converted · 1 failed · 12,000 of 41,250 characters billed/);
  assert.match(text('#announcer') ?? '', /^Being converted: 1 of 3 posts converted/);
  assert.equal(document.activeElement?.id, 'stage');
});

test('it is paused, resumed, and cancelled after a question', async () => {
  const { page, requests } = await show(STATE, { [`PATCH ${PATH}`]: (/** @type {any} */ { body }) => ({ ...STATE, status: body.action === 'pause' ? 'paused' : body.action === 'resume' ? 'running' : 'cancelling' }) });
  const press = async (/** @type {string} */ selector) => { click(`.progress-box ${selector}`); await settle(); };
  await press('.actions button:first-child');
  assert.equal(text('#stage'), 'Paused');
  await press('.primary');
  globalThis.confirm = () => false;
  await press('.actions button:last-child');
  globalThis.confirm = () => true;
  await press('.actions button:last-child');
  page.leave();
  assert.deepEqual(requests.filter(({ method }) => method === 'PATCH').map(({ body }) => body.action), ['pause', 'resume', 'cancel']);
  assert.equal(text('#stage'), 'Being cancelled');
  assert.equal(document.querySelectorAll('.progress-box button').length, 0);
});

test('the page follows it to its end, and draws only the rows that changed', async () => {
  mock.timers.enable({ apis: ['setTimeout'] });
  const done = { ...STATE, status: 'completed', progress: { ...STATE.progress, completed: 2 }, posts: STATE.posts.map((/** @type {any} */ post, /** @type {number} */ i) => (i === 1 ? { ...post, status: 'completed' } : post)) };
  const answers = [STATE, STATE, problem('unavailable', 503), done];
  await show(() => answers.shift() ?? done);
  const [first, second] = document.querySelectorAll('.collection-posts li');
  for (let i = 0; i < 4; i++) {
    mock.timers.tick(15_000);
    await settle();
  }
  mock.timers.reset();
  assert.equal(text('#stage'), 'Completed');
  assert.match(text('#announcer') ?? '', /^Completed: 2 of 3 posts converted · 1 failed/);
  assert.equal(document.querySelectorAll('.collection-posts li')[0], first);
  assert.notEqual(document.querySelectorAll('.collection-posts li')[1], second);
  assert.equal(document.querySelector('.collection-posts li:nth-child(2) a')?.getAttribute('href'), '/?conversion=01a1f874-3e50-7c41-8f3a-2b6d5e7f9014');
  assert.ok(document.querySelector('.progress-box a[href="/?library"]'));
});

test('what can’t be done now is explained, and a collection that is not there too', async () => {
  const { page } = await show(STATE, { [`PATCH ${PATH}`]: problem('collection-not-possible-now', 409) });
  click('.progress-box .actions button');
  await settle();
  page.leave();
  assert.ok(document.querySelector('.progress-box .problem'));
  await show(problem('collection-not-found', 404));
  assert.ok(document.querySelector('.problem h1'));
});

test('a failed collection says why', async () => {
  await show({ ...STATE, status: 'failed', problem: 'There is no feed.', posts: [], progress: { total: 0, completed: 0, failed: 0, billedCharacters: 0 } });
  assert.match(text('.progress-box') ?? '', /Failed ?There is no feed\./);
  assert.ok(!document.querySelector('#posts')?.closest(':not([hidden])') || document.querySelector('section[hidden] #posts'));
});
