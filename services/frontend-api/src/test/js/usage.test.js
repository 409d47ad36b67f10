import assert from 'node:assert/strict';
import { test } from 'node:test';
import { usageBox } from '../../../site/js/views/usage.js';
import { fakeApi, fakePage, problem, settle, text } from './browser.js';

const dollars = (amount = 0) => ({ currency: 'USD', amount });

/** @param {object} [more] */
const usage = (more) => ({
  month: '2026-11', endsAt: '2026-12-01T00:00:00Z', characters: { cap: 1000, billed: 300, reserved: 100 }, cost: dollars(0.05),
  services: [{ service: 'polly', characters: 200, cost: dollars(0.02) }, { service: 'openai', characters: 100, cost: dollars(0.03) }],
  installation: { capReached: false }, ...more,
});

/**
 * @param {any} answer
 * @param {{ onlyWarning?: boolean }} [options]
 */
async function show(answer, options) {
  const page = fakePage();
  fakeApi({ 'GET /v1/usage': answer });
  page.view.append(usageBox(page, options));
  await settle();
  return /** @type {HTMLElement} */ (document.querySelector('.usage'));
}

test('the month is shown in characters and dollars, by voice service', async () => {
  const box = await show(usage());
  assert.equal(text('.usage-line'), 'This month400 of 1,000 characters (100 set aside) · $0.05');
  assert.deepEqual([...box.querySelectorAll('li')].map((item) => item.textContent), ['Amazon Polly: 200 characters, $0.02', 'OpenAI: 100 characters, $0.03']);
  assert.equal(box.querySelector('progress')?.getAttribute('value'), '40');
  assert.equal(box.classList.contains('warn'), false);
});

test('from 80 % on it warns, what is set aside included', async () => {
  assert.equal((await show(usage({ characters: { cap: 1000, billed: 700, reserved: 99 } }))).classList.contains('warn'), false);
  assert.equal((await show(usage({ characters: { cap: 1000, billed: 700, reserved: 100 } }))).classList.contains('warn'), true);
  assert.match(text('.usage') ?? '', /80 % of this month’s characters are used\. The rest has to last until 1 December 2026\./);
});

test('at the cap it says that nothing can be converted, and until when', async () => {
  const box = await show(usage({ characters: { cap: 1000, billed: 1000, reserved: 0 } }));
  assert.equal(box.classList.contains('full'), true);
  assert.match(text('.usage') ?? '', /This month’s characters are used up\. You can’t convert anything until 1 December 2026\./);
});

test('a cap of nothing is reached', async () => {
  assert.equal((await show(usage({ characters: { cap: 0, billed: 0, reserved: 0 } }))).classList.contains('full'), true);
});

test('the cap of the installation is said, whatever is left to the account', async () => {
  await show(usage({ installation: { capReached: true } }));
  assert.match(text('.usage') ?? '', /Nobody can convert anything until/);
});

test('beside a form only a warning is shown', async () => {
  assert.equal((await show(usage(), { onlyWarning: true })).hidden, true);
  assert.equal((await show(problem('unavailable', 503), { onlyWarning: true })).hidden, true);
  const box = await show(usage({ characters: { cap: 10, billed: 9, reserved: 0 } }), { onlyWarning: true });
  assert.equal(box.hidden, false);
  assert.equal(box.querySelector('progress'), null);
});

test('a failure says so', async () => {
  await show(problem('unavailable', 503));
  assert.match(text('.usage') ?? '', /cannot be shown right now: Not available right now/);
});
