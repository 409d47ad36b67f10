import assert from 'node:assert/strict';
import { test } from 'node:test';
import { find } from '../../../site/js/dom.js';
import { groupByPost, playlist, search, titleOf, withState } from '../../../site/js/library.js';
import { showLibrary } from '../../../site/js/views/library.js';
import { choose, click, fakeApi, fakePage, problem, settle, text } from './browser.js';

/** @typedef {import('../../../site/js/library.js').Entry} Entry */

/** @type {Entry} */
const QUEUES = {
  id: 'c-3', status: 'completed', title: 'Why queues', sourceUrl: 'https://blog.example/queues', post: 'blog.example/queues', voice: 'polly:Joanna:neural',
  seconds: 75, bytes: 1000, audioUrl: 'https://parler.example/audio/c-3/a.mp3', playerUrl: 'https://parler.example/p', createdAt: '2020-03-05T12:00:00Z',
};
/** @type {Entry} */
const RUNNING = { id: 'c-2', status: 'running', title: 'A note', createdAt: '2020-03-04T12:00:00Z' };
/** @type {Entry} */
const FAILED = {
  id: 'c-1', status: 'failed', sourceUrl: 'https://www.blog.example/a%20post/', post: 'blog.example/a%20post', createdAt: '2020-03-03T12:00:00Z',
  problem: { type: '/problems/site-timeout', title: 'x' }, request: { source: { url: 'https://www.blog.example/a%20post/' }, voice: 'Amy', options: { code: 'read' } },
};
/** @type {Entry} */
const EARLIER = { ...QUEUES, id: 'c-0', title: 'Why queues, first', createdAt: '2020-03-01T12:00:00Z' };
const ALL = [QUEUES, RUNNING, FAILED, EARLIER];
const EMPTY = { text: '', status: /** @type {const} */ (''), order: /** @type {const} */ ('newest') };

/**
 * @param {Partial<import('../../../site/js/library.js').Query>} query
 * @param {Entry[]} [entries]
 */
const ids = (query, entries = ALL) => search(entries, { ...EMPTY, ...query }).map(({ newest }) => newest.id);

test('the conversions of one post are one row', () => {
  assert.deepEqual(groupByPost(ALL).map(({ newest, earlier }) => [newest.id, earlier.map(({ id }) => id)]), [['c-3', ['c-0']], ['c-2', []], ['c-1', []]]);
});

test('posts of a feed are told apart before their address is known', () => {
  const post = (/** @type {string} */ id, /** @type {string} */ postId) => ({ ...RUNNING, id, request: { source: { feedUrl: 'https://blog.example/feed', postId } } });
  assert.equal(groupByPost([post('a', '1'), post('b', '2'), post('c', '1')]).length, 2);
});

test('rows are searched by title, address, voice and reason, in any case and order', () => {
  assert.deepEqual(ids({ text: 'QUEUES why' }), ['c-3']);
  assert.deepEqual(ids({ text: 'joanna' }), ['c-3']);
  assert.deepEqual(ids({ text: 'blog.example' }), ['c-3', 'c-1']);
  assert.deepEqual(ids({ text: 'nothing' }), []);
});

test('rows are filtered and sorted', () => {
  assert.deepEqual(ids({ status: 'failed' }), ['c-1']);
  assert.deepEqual(ids({ order: 'oldest' }), ['c-1', 'c-2', 'c-3']);
  assert.deepEqual(ids({ order: 'title' }), ['c-2', 'c-1', 'c-3']);
  assert.deepEqual(ids({ order: 'longest' }), ['c-3', 'c-2', 'c-1']);
});

test('an entry without a title is named by its address, or by the title of an earlier conversion', () => {
  assert.equal(titleOf(FAILED), 'blog.example/a post');
  const again = { ...FAILED, post: QUEUES.post };
  assert.deepEqual(ids({ text: 'why queues' }, [again, QUEUES]), ['c-1']);
  assert.equal(titleOf({ ...RUNNING, title: undefined, request: { source: { feedUrl: 'https://www.blog.example/feed' } } }), 'A post of blog.example');
});

test('a playlist holds what can be played', () => {
  assert.equal(playlist(ALL), `#EXTM3U\n#EXTINF:75,Why queues\n${QUEUES.audioUrl}\n#EXTINF:75,Why queues, first\n${QUEUES.audioUrl}\n`);
});

test('an entry becomes what its conversion says', () => {
  const links = { self: '', player: 'https://parler.example/p' };
  const state = /** @type {any} */ ({ id: 'c-2', status: 'completed', title: 'A note', voice: 'v', audio: { url: 'https://a', bytes: 5, seconds: 2 }, links });
  assert.equal(withState(RUNNING, { ...state, status: 'processing' }), RUNNING);
  assert.deepEqual([withState(RUNNING, state).status, withState(RUNNING, state).audioUrl], ['completed', 'https://a']);
  assert.equal(withState(RUNNING, { ...state, visibility: 'private' }).audioUrl, undefined);
  assert.equal(withState(RUNNING, { ...state, status: 'failed', error: { type: '/problems/x', title: 'X' } }).problem?.title, 'X');
});

/** @param {Record<string, any>} [answers] */
async function show(answers) {
  const requests = fakeApi({
    'GET /v1/library': (/** @type {{ url: URL }} */ { url }) => (url.searchParams.get('cursor') ? { conversions: [EARLIER] } : { conversions: ALL.slice(0, 3), nextCursor: 'next' }),
    'GET /v1/conversions/c-2': { id: 'c-2', status: 'processing', progress: { done: 1, total: 4 }, links: { self: '', player: 'https://parler.example/p' } },
    'GET /v1/podcasts': { podcasts: [{ id: 'p-1', title: 'The show' }] },
    ...answers,
  });
  const page = fakePage();
  globalThis.CSS = /** @type {any} */ ({ escape: (/** @type {string} */ id) => id });
  await showLibrary(page);
  await settle();
  page.leave();
  return { page, requests };
}

const titles = () => [...document.querySelectorAll('.library > li > .row-text > a')].map(({ textContent }) => textContent);

test('the whole library is loaded, with the progress of what is running', async () => {
  await show();
  assert.deepEqual(titles(), ['Why queues', 'A note', 'blog.example/a post']);
  assert.equal(text('.library summary'), '1 earlier conversion');
  assert.equal(text('#library-count'), '3 posts');
  assert.deepEqual([document.querySelector('progress')?.value, text('.row-progress .meta')], [1, '1 of 4 characters']);
});

test('a search is in the address', async () => {
  await show();
  choose('#library-text', 'queues');
  assert.deepEqual(titles(), ['Why queues']);
  choose('#library-status', 'failed');
  assert.equal(text('#library-count'), 'Nothing in the library is like that.');
  assert.equal(location.search, '?library&q=queues&status=failed');
});

/** @param {ReturnType<typeof fakeApi>} requests */
const calls = (requests) => requests.filter(({ method }) => method !== 'GET').map(({ method, url }) => `${method} ${url.pathname}`);

test('a failed conversion is requested again as it was', async () => {
  const page = fakePage();
  const requests = fakeApi({ 'GET /v1/library': { conversions: [FAILED] }, 'POST /v1/conversions': { id: 'c-9' } });
  await showLibrary(page);
  click('#retry-c-1');
  await settle();
  assert.deepEqual(requests.find(({ method }) => method === 'POST')?.body, FAILED.request);
  assert.equal(document.querySelector('.library > li')?.className, 'running');
  assert.equal(text('.library summary'), '1 earlier conversion');
  assert.equal(document.activeElement?.id, 'open-c-9');
  page.leave();
});

test('a row stays as it is, with its focus, while another one changes', async (t) => {
  const page = fakePage();
  t.after(page.leave);
  fakeApi({
    'GET /v1/library': { conversions: [QUEUES, RUNNING] },
    'GET /v1/conversions/c-2': { id: 'c-2', status: 'failed', error: { type: '/problems/unavailable', title: 'x' } },
  });
  globalThis.CSS = /** @type {any} */ ({ escape: (/** @type {string} */ id) => id });
  await showLibrary(page);
  const [first, second] = document.querySelectorAll('.library > li');
  find(first, 'a').focus();
  await settle();
  assert.deepEqual([...document.querySelectorAll('.library > li')].map(({ className }) => className), ['completed', 'failed']);
  assert.equal(document.querySelectorAll('.library > li')[0], first);
  assert.notEqual(document.querySelectorAll('.library > li')[1], second);
  assert.equal(document.activeElement, find(first, 'a'));
});

test('nothing is ticked any more after "Select none"', async (t) => {
  const page = fakePage();
  t.after(page.leave);
  fakeApi({ 'GET /v1/library': { conversions: [QUEUES] }, 'GET /v1/podcasts': { podcasts: [] } });
  await showLibrary(page);
  click('#select-c-3');
  click('.bulk .link');
  await settle();
  assert.equal(document.querySelectorAll('.library input:checked').length, 0);
});

test('a post is deleted with its earlier conversions, after a confirmation only', async () => {
  const page = fakePage();
  const requests = fakeApi({
    'GET /v1/library': { conversions: [QUEUES, EARLIER] },
    'DELETE /v1/conversions/c-3': () => new Response(null, { status: 204 }),
    'DELETE /v1/conversions/c-0': problem('conversion-not-found', 404),
    'DELETE /v1/library/c-0': () => new Response(null, { status: 204 }),
  });
  await showLibrary(page);
  globalThis.confirm = () => false;
  click('#delete-c-3');
  await settle();
  assert.deepEqual(calls(requests), []);
  globalThis.confirm = () => true;
  click('#delete-c-3');
  await settle();
  assert.deepEqual(calls(requests), ['DELETE /v1/conversions/c-3', 'DELETE /v1/conversions/c-0', 'DELETE /v1/library/c-0']);
  assert.deepEqual(titles(), []);
  page.leave();
});

test('what could not be deleted stays on the list', async () => {
  const page = fakePage();
  fakeApi({ 'GET /v1/library': { conversions: [QUEUES] }, 'DELETE /v1/conversions/c-3': problem('unavailable', 503) });
  await showLibrary(page);
  globalThis.confirm = () => true;
  click('#delete-c-3');
  await settle();
  assert.equal(titles().length, 1);
  assert.equal(text('.problem h2'), 'Not available right now');
  page.leave();
});

test('several are added to a podcast', async () => {
  const page = fakePage();
  const requests = fakeApi({
    'GET /v1/library': { conversions: ALL }, 'GET /v1/podcasts': { podcasts: [{ id: 'p-1', title: 'The show' }] },
    'PUT /v1/podcasts/p-1/episodes/c-3': () => new Response(null, { status: 204 }),
  });
  globalThis.CSS = /** @type {any} */ ({ escape: (/** @type {string} */ id) => id });
  await showLibrary(page);
  for (const id of ['c-3', 'c-1']) click(`#select-${id}`);
  await settle();
  assert.equal(text('.bulk strong'), '2 posts selected');
  click('.bulk-podcast button');
  await settle();
  assert.deepEqual(calls(requests), ['PUT /v1/podcasts/p-1/episodes/c-3']);
  assert.equal(text('.bulk .fine'), '1 episode added to The show.');
  page.leave();
});

test('the list is played as a queue', async () => {
  const page = fakePage();
  const second = { ...QUEUES, id: 'c-7', post: 'blog.example/b', title: 'The next', audioUrl: undefined, visibility: /** @type {const} */ ('private') };
  fakeApi({ 'GET /v1/library': { conversions: [QUEUES, second] }, 'GET /v1/conversions/c-7': { audio: { url: 'https://parler.example/private/a.mp3?sig' } } });
  await showLibrary(page);
  const audio = /** @type {HTMLAudioElement} */ (document.querySelector('.play-queue audio'));
  audio.play = async () => {};
  click('#play-c-3');
  await settle();
  assert.equal(text('.play-title'), 'Why queues');
  const { Event } = /** @type {any} */ (document.defaultView);
  audio.dispatchEvent(new Event('ended'));
  await settle();
  assert.equal(text('.play-title'), 'The next');
  assert.equal(audio.getAttribute('src'), 'https://parler.example/private/a.mp3?sig');
  page.leave();
});

/** @param {string} title */
async function save(title) {
  choose('.row-rename input', title);
  click('.row-rename button');
  await settle();
}

test('a title is changed in its row', async (t) => {
  const page = fakePage();
  t.after(page.leave);
  const requests = fakeApi({
    'GET /v1/library': { conversions: [QUEUES] },
    'PATCH /v1/conversions/c-3': (/** @type {any} */ { body }) => (body.title === 'no' ? problem('unavailable', 503) : { id: 'c-3', status: 'completed', title: body.title.trim() }),
  });
  await showLibrary(page);
  click('#rename-c-3');
  assert.equal(document.querySelector('#rename-c-3')?.getAttribute('aria-expanded'), 'true');
  await save('no');
  assert.equal(text('.row-rename .problem h2'), 'Not available right now');
  assert.equal(document.activeElement, document.querySelector('.row-rename input'));
  await save(' Queues, read aloud ');
  assert.deepEqual(requests.filter(({ method }) => method === 'PATCH').map(({ body }) => body), [{ title: 'no' }, { title: ' Queues, read aloud ' }]);
  assert.equal(text('.library .row-text > a'), 'Queues, read aloud');
  assert.equal(text('#announcer'), 'The title is now Queues, read aloud');
  assert.equal(document.activeElement?.id, 'rename-c-3');
  assert.ok(!document.querySelector('.row-rename'));
});

test('the heading has the focus when a new title is not what is searched for', async (t) => {
  const page = fakePage();
  t.after(page.leave);
  fakeApi({ 'GET /v1/library': { conversions: [{ ...QUEUES, sourceUrl: undefined }] }, 'PATCH /v1/conversions/c-3': { id: 'c-3', status: 'completed', title: 'Lists' } });
  await showLibrary(page);
  choose('#library-text', 'queues');
  click('#rename-c-3');
  await save('Lists');
  assert.deepEqual(titles(), []);
  assert.equal(document.activeElement, find(page.view, 'h1'));
});

test('a title that is being typed stays while the newest conversion of its post completes', async (t) => {
  const page = fakePage();
  t.after(page.leave);
  const again = { ...QUEUES, id: 'c-9', status: /** @type {const} */ ('running'), audioUrl: undefined };
  /** @type {(state: object) => void} */
  let answer = () => {};
  fakeApi({
    'GET /v1/library': { conversions: [again, QUEUES] },
    'GET /v1/conversions/c-9': () => new Promise((resolve) => { answer = resolve; }),
  });
  globalThis.CSS = /** @type {any} */ ({ escape: (/** @type {string} */ id) => id });
  await showLibrary(page);
  await settle();
  click('#rename-c-3');
  const field = find(document, 'input', '#title-c-3');
  field.value = 'Half a ti';
  answer({ id: 'c-9', status: 'completed', title: 'Why queues', audio: { url: 'https://a', bytes: 5, seconds: 2 }, links: { self: '', player: 'https://parler.example/p' } });
  await settle();
  assert.equal(document.activeElement, field);
  assert.equal(find(document, 'input', '#title-c-3').value, 'Half a ti');
  const { KeyboardEvent } = /** @type {any} */ (document.defaultView);
  field.dispatchEvent(new KeyboardEvent('keydown', { key: 'Escape', bubbles: true }));
  assert.ok(!document.querySelector('.row-rename'));
  assert.equal(document.querySelector('.library > li')?.className, 'completed');
  assert.equal(document.activeElement?.id, 'rename-c-3');
});

test('the code of the player is hidden again, also below a title that is being typed', async (t) => {
  const page = fakePage();
  t.after(page.leave);
  fakeApi({ 'GET /v1/library': { conversions: [QUEUES] }, 'GET /v1/conversions/c-3': { id: 'c-3', status: 'completed', title: 'Why queues', links: { self: '', player: 'https://parler.example/p' } } });
  await showLibrary(page);
  click('#embed-c-3');
  await settle();
  click('#rename-c-3');
  click('#embed-c-3');
  await settle();
  assert.equal(document.querySelectorAll('.row-embed').length, 0);
  assert.equal(document.querySelector('#embed-c-3')?.getAttribute('aria-expanded'), 'false');
});
