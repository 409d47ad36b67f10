import assert from 'node:assert/strict';
import { mock, test } from 'node:test';
import { showConversion } from '../../../site/js/views/conversion.js';
import { fakeApi, fakePage, problem, settle, text } from './browser.js';

const LINKS = { self: '/v1/conversions/c', player: 'https://parler.example/v1/conversions/c/player' };
const QUEUED = { id: 'c', status: 'queued', links: LINKS };
const HALF = { ...QUEUED, status: 'processing', progress: { done: 500, total: 1000 } };
const COMPLETED = { ...QUEUED, status: 'completed', title: 'He said "Hi" & <left>', audio: { url: 'https://parler.example/audio/c/a.mp3', bytes: 1_200_000, seconds: 75 }, characters: 1000 };
const FAILED = { ...QUEUED, status: 'failed', sourceUrl: 'https://example.com/post', error: { type: '/problems/speech-refused', title: 'Refused' } };

/**
 * Shows a conversion whose requests are answered in order; the last answer is repeated.
 *
 * @param {any[]} answers
 */
async function show(...answers) {
  const page = fakePage();
  let i = 0;
  const requests = fakeApi({
    'GET /v1/conversions/c': () => {
      const answer = answers[Math.min(i, answers.length - 1)];
      i++;
      return answer instanceof Promise || answer instanceof Response ? answer : Response.json(answer, { headers: { ETag: `"${i}"` } });
    },
  });
  await showConversion(page, 'c');
  await settle();
  return { page, requests };
}

const pending = new Promise(() => {});

test('a conversion is followed until it can be played', async () => {
  const { page, requests } = await show(QUEUED, HALF, COMPLETED);
  assert.equal(text('.over'), 'Ready to play');
  assert.equal(page.view.querySelector('audio')?.getAttribute('src'), COMPLETED.audio.url);
  assert.equal(text('#announcer'), 'The audio is ready');
  assert.deepEqual(requests.map(({ headers }) => headers.get('If-None-Match')), [null, '"1"', '"2"']);
});

test('the progress is drawn, and said at every quarter', async () => {
  const { page } = await show(QUEUED, HALF, pending);
  const bar = page.view.querySelector('progress');
  assert.deepEqual([bar?.value, bar?.max], [500, 1000]);
  assert.equal(text('#amount'), '500 of 1,000 characters');
  assert.equal(text('#announcer'), '50 percent done');
  page.leave();
});

test('the embed code cannot be broken by a title', async () => {
  const { page } = await show(COMPLETED);
  const code = page.view.querySelector('textarea')?.value ?? '';
  assert.ok(code.includes('title="Listen: He said &quot;Hi&quot; &amp; &lt;left>"'), code);
});

test('the embed code has the permanent address of the post where there is one', async () => {
  const newestPlayer = 'https://parler.example/listen?url=https%3A%2F%2Fblog.example%2Fpost&account=acc_x';
  const { page } = await show({ ...COMPLETED, links: { ...LINKS, newestPlayer } });
  const code = page.view.querySelector('textarea')?.value ?? '';
  assert.ok(code.includes(`src="${newestPlayer.replace('&', '&amp;')}"`), code);
  assert.ok(code.includes('<script src="https://parler.example/embed.js" async></script>'), code);
  assert.equal(page.view.querySelector('.warning'), null);
});

test('an embed code that only this machine can use is said to be one', async () => {
  const { page } = await show({ ...COMPLETED, links: { self: LINKS.self, player: 'http://127.0.0.1:8080/v1/conversions/c/player' } });
  assert.match(page.view.querySelector('.warning')?.textContent ?? '', /127\.0\.0\.1/);
});

test('a private conversion has no embed code', async () => {
  const { page } = await show({ ...COMPLETED, visibility: 'private' });
  assert.equal(page.view.querySelector('textarea'), null);
  assert.match(text('.fine') ?? '', /expire within a day/);
});

test('a failure is explained, and the post can be tried again', async () => {
  const { page } = await show(FAILED);
  assert.equal(text('.problem h2'), 'The voice refused the text');
  page.view.querySelector('button')?.click();
  assert.deepEqual(page.visited, ['/?url=https%3A%2F%2Fexample.com%2Fpost&as=post']);
});

test('a lost connection is said, and polling goes on after a pause', async (t) => {
  mock.timers.enable({ apis: ['setTimeout'] });
  t.after(() => mock.timers.reset());
  const { page } = await show(QUEUED, problem('unavailable', 503), COMPLETED);
  assert.match(text('#amount') ?? '', /^The connection was lost\./);
  assert.ok(page.view.querySelector('.progress-box.lost'));
  mock.timers.tick(1000);
  await settle();
  assert.equal(text('.over'), 'Ready to play');
});

test('an unknown conversion is a problem', async () => {
  await show(problem('conversion-not-found', 404));
  assert.equal(text('#view h1'), 'There is no such conversion');
});

test('leaving the page ends the polling', async () => {
  const { page, requests } = await show(QUEUED, HALF, pending);
  page.leave();
  await settle();
  assert.equal(requests.length, 3);
});
