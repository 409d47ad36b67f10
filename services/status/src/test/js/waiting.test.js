import assert from 'node:assert/strict';
import { mock, test } from 'node:test';
import { COMPLETED, one, open, settle, textOf } from './page.js';

const TEXTS = /<script type="application\/json" id="texts">.*?<\/script>/s.exec(COMPLETED)?.[0];
const WAITING = `<html lang="en" dir="ltr"><main class="player" data-state="waiting" data-conversion="/v1/conversions/c"><progress></progress><p class="message"></p>${TEXTS}</main>`;

test('a waiting page shows the progress and becomes the player', async () => {
  const states = [{ status: 'queued' }, { status: 'processing', progress: { done: 43, total: 100 } }];
  /** @type {string[]} */
  const shown = [];
  const { requests } = await open(WAITING, {
    address: '?theme=dark',
    answers: {
      '/v1/conversions/c?wait=20': () => {
        shown.push(textOf('.message') ?? '');
        return states.shift() ?? { status: 'completed' };
      },
      '/v1/conversions/c/player?theme=dark': new Response(COMPLETED.replace('lang="en" dir="ltr"', 'lang="ar" dir="rtl"')),
    },
  });
  assert.deepEqual(shown, ['', 'Waiting for a voice…', 'Speaking… 43%']);
  assert.deepEqual(requests.slice(0, 3).map(({ etag }) => etag), [null, '"t"', '"t"']);
  assert.equal(document.title, 'Why <queues> beat "cron" & friends');
  assert.equal(document.documentElement.dir, 'rtl');
  assert.ok(one('.controls .play'));
});

test('a waiting page tries again after a lost connection', async (t) => {
  mock.timers.enable({ apis: ['setTimeout'] });
  t.after(() => mock.timers.reset());
  const answers = [new Error('offline'), new Response('', { status: 503 })];
  const { requests } = await open(WAITING, { answers: { '/v1/conversions/c?wait=20': () => answers.shift() ?? new Promise(() => {}) } });
  assert.equal(textOf('.message'), 'The connection was lost. Trying again…');
  mock.timers.tick(1000);
  await settle();
  assert.equal(requests.length, 2);
  mock.timers.tick(1999);
  await settle();
  assert.equal(requests.length, 2, 'the second pause is longer');
  mock.timers.tick(1);
  await settle();
  assert.equal(requests.length, 3);
});
