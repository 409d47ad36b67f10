import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { showPodcast } from '../../../site/js/views/podcast.js';
import { blogsOf, showPodcasts } from '../../../site/js/views/podcasts.js';
import { choose, click, fakeApi, fakePage, problem, settle, text } from './browser.js';

/** @param {string} name */
const golden = (name) => JSON.parse(readFileSync(new URL(`../../../../../contracts/rest/examples/${name}.json`, import.meta.url), 'utf8'));
const PODCAST = golden('podcast');
const CATEGORIES = () => new Response('Arts\nTechnology\n');
const PATH = `/v1/podcasts/${PODCAST.id}`;

/** @param {Record<string, any>} answers */
async function showList(answers) {
  const requests = fakeApi({ 'GET /v1/podcasts': { podcasts: [] }, 'GET /v1/library': golden('library'), 'GET /podcast-categories.txt': CATEGORIES, ...answers });
  const page = fakePage();
  await showPodcasts(page);
  return { page, requests };
}

/** @param {Record<string, any>} [answers] */
async function showOne(answers) {
  const requests = fakeApi({ [`GET ${PATH}`]: PODCAST, 'GET /v1/library': golden('library'), 'GET /podcast-categories.txt': CATEGORIES, ...answers });
  const page = fakePage();
  await showPodcast(page, PODCAST.id);
  return { page, requests };
}

test('a podcast is made of a blog of the library, with what its feed says of it', async () => {
  const { page, requests } = await showList({
    'GET /v1/posts': { feed: { title: 'Queues', description: 'On queues.', feedUrl: 'https://blog.example.com/feed', language: 'de' }, posts: [{ author: 'Ada' }] },
    'POST /v1/podcasts': PODCAST,
  });
  click('.new-show .primary');
  await settle();
  choose('[name=ownerEmail]', 'ada@example.com');
  click('.podcast-form [type=submit]');
  await settle();
  const { body } = requests.at(-1) ?? {};
  assert.deepEqual([body.title, body.description, body.language, body.author, body.ownerEmail], ['Queues', 'On queues.', 'de', 'Ada', 'ada@example.com']);
  assert.deepEqual([body.blog, body.categories, body.visibility], ['https://blog.example.com/', ['Technology'], 'public']);
  assert.deepEqual(page.visited, [`/?podcast=${PODCAST.id}`]);
});

test('a blog without a feed is described by hand', async () => {
  await showList({ 'GET /v1/posts': problem('no-feed', 404) });
  click('.new-show .primary');
  await settle();
  assert.equal(/** @type {HTMLInputElement} */ (document.querySelector('[name=title]')).value, 'blog.example.com');
  assert.equal(/** @type {HTMLInputElement} */ (document.querySelector('[name=blog]')).value, 'https://blog.example.com/');
});

test('a problem with the settings is shown beside them', async () => {
  await showList({ 'GET /v1/posts': problem('no-feed', 404), 'POST /v1/podcasts': problem('invalid-body', 422, { errors: [{ pointer: '/language', detail: 'is missing' }] }) });
  click('.new-show .primary');
  await settle();
  choose('[name=author]', 'Ada');
  const description = /** @type {HTMLTextAreaElement} */ (document.querySelector('#podcast-description'));
  description.value = 'On queues.';
  click('.podcast-form [type=submit]');
  await settle();
  await settle();
  assert.match(text('.podcast-form .problem') ?? '', /is missing/);
});

test('blogs are told apart by their host, and each post counts once', () => {
  fakePage();
  const entry = (/** @type {string} */ sourceUrl, status = 'completed') => /** @type {any} */ ({ id: '', createdAt: '', status, sourceUrl });
  assert.deepEqual(blogsOf([
    entry('https://a.example/1'), entry('https://a.example/1'), entry('https://b.example/x/1'), entry('https://b.example/x/2'),
    entry('https://c.example/1', 'failed'), entry('https://parler.example/sample/one/')]),
  [{ address: 'https://b.example/', posts: 2 }, { address: 'https://a.example/', posts: 1 }, { address: 'https://parler.example/sample/', posts: 1 }]);
});

test('a podcast shows its address, its episodes, and what is left to do', async () => {
  const checks = [{ id: 'email', rule: 'The feed says how the owner is reached.', by: 'Spotify', ok: false, advice: 'Enter an e-mail address.' }, ...PODCAST.checks.slice(3)];
  await showOne({ [`GET ${PATH}`]: { ...PODCAST, checks } });
  assert.equal(text('#view h1'), 'Queues, read aloud');
  assert.equal(text('#feed-address'), PODCAST.feedUrl);
  assert.equal(text('#checks'), 'What is left to do: 1');
  assert.match(text('.checks .open') ?? '', /Enter an e-mail address/);
  assert.equal(text('.recent a'), 'Why queues beat cron');
});

test('the episodes of a public podcast are played one after the other', async () => {
  const link = () => document.querySelector('[href^="/player"]')?.getAttribute('href');
  await showOne({ [`GET ${PATH}`]: { ...PODCAST, visibility: 'public', episodeCount: 2 } });
  assert.equal(link(), `/player?list=${PODCAST.id}`);
  await showOne({ [`GET ${PATH}`]: { ...PODCAST, visibility: 'private', episodeCount: 2 } });
  assert.equal(link(), undefined);
  await showOne({ [`GET ${PATH}`]: { ...PODCAST, visibility: 'public', episodeCount: 1 } });
  assert.equal(link(), undefined, 'one alone is no list');
});

test('a podcast is deleted after a confirmation only', async () => {
  const { page, requests } = await showOne({ [`DELETE ${PATH}`]: () => new Response(null, { status: 204 }) });
  globalThis.confirm = () => false;
  click('.danger');
  await settle();
  assert.equal(requests.filter(({ method }) => method === 'DELETE').length, 0);
  globalThis.confirm = () => true;
  click('.danger');
  await settle();
  assert.deepEqual(page.visited, ['/?podcasts']);
});

test('a long library is looked through further', async () => {
  const { requests } = await showOne({
    [`GET ${PATH}`]: { ...PODCAST, filled: { looked: 500, added: 100, nextCursor: 'abc' } },
    [`POST ${PATH}/episodes`]: PODCAST,
  });
  click('#view .notice button');
  await settle();
  assert.equal(requests.at(-1)?.url.searchParams.get('cursor'), 'abc');
  assert.equal(document.querySelector('#view .notice'), null);
});

test('the secret of a private podcast is replaced', async () => {
  globalThis.confirm = () => true;
  const secret = (/** @type {string} */ value) => ({ ...PODCAST, visibility: 'private', feedUrl: `${PODCAST.feedUrl}?secret=${value}` });
  await showOne({ [`GET ${PATH}`]: secret('old'), [`POST ${PATH}/secret`]: secret('new') });
  const button = [...document.querySelectorAll('button')].find(({ textContent }) => textContent === 'Replace the secret');
  button?.click();
  await settle();
  assert.match(text('#feed-address') ?? '', /secret=new$/);
});

test('a conversion of the library is added by hand', async () => {
  const { requests } = await showOne({
    [`GET ${PATH}`]: { ...PODCAST, episodes: [] },
    [`PUT ${PATH}/episodes/${PODCAST.episodes[0].conversionId}`]: () => new Response(null, { status: 204 }),
  });
  click('.add-episode button');
  await settle();
  assert.equal(requests.filter(({ method }) => method === 'PUT').length, 1);
});
