import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { showFollowing } from '../../../site/js/views/following.js';
import { choose, click, fakeApi, fakePage, problem, settle, text } from './browser.js';

/** @param {string} name */
const golden = (name) => JSON.parse(readFileSync(new URL(`../../../../../contracts/rest/examples/${name}.json`, import.meta.url), 'utf8'));
const LIST = golden('subscriptions');
const [FIRST] = LIST.subscriptions;
const PATH = `/v1/subscriptions/${FIRST.id}`;

/** @param {Record<string, any>} [answers] */
async function show(answers) {
  const requests = fakeApi({ 'GET /v1/subscriptions': LIST, 'GET /v1/voices': golden('voices'), ...answers });
  await showFollowing(fakePage());
  return requests;
}

test('the blogs that are followed are listed with what went wrong', async () => {
  await show();
  assert.equal(document.querySelectorAll('.show').length, 2);
  assert.match(text('.show') ?? '', /The Harbour Log.*up to 3 a day.*last new post 20 November 2026/);
  assert.match(text('.shows') ?? '', /The feed could not be read: The site answered 503\./);
});

test('a blog is followed, and the address that it can call is shown', async () => {
  const requests = await show({ 'GET /v1/subscriptions': { subscriptions: [] }, 'POST /v1/subscriptions': golden('subscription-created') });
  choose('[name=feedUrl]', ' https://blog.example.com/ ');
  choose('[name=postsPerDay]', '3');
  click('.follow-form [type=submit]');
  await settle();
  const made = requests.find(({ method }) => method === 'POST');
  assert.deepEqual(made?.body, { feedUrl: 'https://blog.example.com/', postsPerDay: 3, respeak: false });
  assert.equal(text('.hook'), golden('subscription-created').hookUrl);
});

test('a problem with a new blog is shown below the form', async () => {
  await show({ 'POST /v1/subscriptions': problem('no-feed', 404) });
  choose('[name=feedUrl]', 'https://blog.example.com/');
  click('.follow-form [type=submit]');
  await settle();
  assert.ok(document.querySelector('.follow-form .problem'));
});

test('a blog is paused and resumed', async () => {
  const requests = await show({ [`PATCH ${PATH}`]: FIRST });
  click('.show .actions button');
  await settle();
  assert.deepEqual(requests.find(({ method }) => method === 'PATCH')?.body, { paused: true });
});

test('a blog is unfollowed after a question', async () => {
  const requests = await show({ [`DELETE ${PATH}`]: () => new Response(null, { status: 204 }) });
  globalThis.confirm = () => false;
  click('.show .actions button:nth-child(3)');
  await settle();
  assert.ok(!requests.some(({ method }) => method === 'DELETE'));
  globalThis.confirm = () => true;
  click('.show .actions button:nth-child(3)');
  await settle();
  assert.ok(requests.some(({ method }) => method === 'DELETE'));
});

test('a new address to call replaces the earlier one after a question', async () => {
  await show({ [`POST ${PATH}/hook`]: golden('subscription-created') });
  globalThis.confirm = () => true;
  click('.show .actions button:nth-child(2)');
  await settle();
  assert.equal(text('.show .hook'), golden('subscription-created').hookUrl);
});

/** @param {Blob} file */
function importFile(file) {
  Object.defineProperty(document.querySelector('#opml'), 'files', { value: [file], configurable: true });
  const { Event } = /** @type {any} */ (document.defaultView);
  document.querySelector('.opml-form')?.dispatchEvent(new Event('submit', { cancelable: true }));
}

test('the feeds of an OPML file are followed, and each is reported', async () => {
  /** @type {any} */
  let sent;
  const requests = await show();
  const { fetch } = globalThis;
  globalThis.fetch = async (path, options) => {
    if (options?.method !== 'POST') return fetch(path, options);
    sent = new Request('https://parler.example', options);
    return Response.json(golden('subscription-import'));
  };
  assert.equal(document.querySelector('a[download]')?.getAttribute('href'), '/v1/subscriptions.opml');
  // In windows-1252: an "é" that is no UTF-8.
  const bytes = Buffer.from('<?xml version="1.0" encoding="windows-1252"?><opml>caf\xe9</opml>', 'latin1');
  importFile(new Blob([bytes], { type: 'text/xml' }));
  await settle();
  assert.deepEqual(Buffer.from(await sent.arrayBuffer()), bytes);
  assert.equal(sent.headers.get('Content-Type'), 'application/x-opml');
  assert.equal(text('#announcer'), '1 blog followed now');
  assert.match(text('.opml-result') ?? '', /The Harbour Log: followed already ?Notes: followed now ?gone\.example\.net: not followed\. There is no such page/);
  assert.equal(document.activeElement?.textContent, '1 blog followed now');
  assert.ok(requests.length > 2);
});

test('an OPML file that is too large is not sent', async () => {
  const requests = await show();
  importFile(new Blob([new Uint8Array(256 * 1024 + 1)]));
  await settle();
  assert.equal(text('.opml-form .field-problem'), 'An OPML file may have 256 KB.');
  assert.ok(!requests.some(({ method }) => method === 'POST'));
});
