import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { showPlays } from '../../../site/js/views/plays.js';
import { choose, fakeApi, fakePage, problem, text } from './browser.js';

const PLAYS = JSON.parse(readFileSync(new URL('../../../../../contracts/rest/examples/plays.json', import.meta.url), 'utf8'));

/**
 * @param {any} answer
 * @param {string | null} [days]
 */
async function show(answer, days = null) {
  const requests = fakeApi({ 'GET /v1/plays': answer });
  const page = fakePage();
  await showPlays(page, days);
  return { page, requests };
}

test('the figures are shown by day and by recording', async () => {
  await show(PLAYS);
  assert.equal(text('.figures'), '12 plays · 51:45 min heard');
  assert.equal(document.querySelectorAll('.chart:not(.curve) > i').length, 3);
  assert.deepEqual([...document.querySelectorAll('.day-table tbody th')].map((day) => day.textContent), ['28 November 2026', '26 November 2026']);
  assert.equal(text('.recording .meta'), '12 plays · 51:45 min heard · 50 % hear its end');
  assert.equal(document.querySelector('.recording a')?.getAttribute('href'), `/?conversion=${PLAYS.recordings[0].id}`);
  assert.equal(document.querySelectorAll('.curve > i').length, 10);
});

test('the period is in the address', async () => {
  const { page, requests } = await show(PLAYS, '90');
  const days = (Date.now() - Date.parse(requests[0]?.url.searchParams.get('from') ?? '')) / 86_400_000;
  assert.ok(days >= 89 && days < 90, String(days));
  choose('#period', '7');
  assert.deepEqual(page.visited, ['/?listening=7']);
});

test('without a play it says so', async () => {
  await show({ ...PLAYS, total: { plays: 0, seconds: 0 }, recordings: [] });
  assert.match(text('.empty') ?? '', /^Nobody pressed Play in the last 30 days/);
});

test('a problem is shown', async () => {
  await show(problem('unavailable', 503));
  assert.ok(document.querySelector('.problem, [role=alert]'));
});
