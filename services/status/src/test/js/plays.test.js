import assert from 'node:assert/strict';
import { test } from 'node:test';
import { PlayedParts } from '../../main/resources/player/plays.js';
import { COMPLETED, audio, one, open, settle } from './page.js';

/**
 * @param {PlayedParts} parts
 * @param {number} from
 * @param {number} to
 */
function hear(parts, from, to) {
  for (let now = from; now <= to; now += 1) parts.hear(now, 100);
}

test('what was heard is reported once, a play at its first start only', () => {
  const parts = new PlayedParts();
  assert.equal(parts.take(), null);
  parts.start();
  hear(parts, 0, 25);
  assert.deepEqual(parts.take(), { started: true, tenths: [0, 1, 2], seconds: 25 });
  parts.start();
  hear(parts, 25, 31);
  assert.deepEqual(parts.take(), { started: false, tenths: [3], seconds: 6 });
  assert.equal(parts.take(), null);
});

test('a jump is not listening', () => {
  const parts = new PlayedParts();
  hear(parts, 0, 5);
  parts.jump();
  hear(parts, 80, 85);
  parts.hear(99, 100);
  assert.deepEqual(parts.take(), { started: false, tenths: [0, 8], seconds: 10 });
});

test('the end is of the last tenth, and parts of a second add up', () => {
  const parts = new PlayedParts();
  for (let now = 98.4; now <= 100.001; now += 0.4) parts.hear(now, 100);
  assert.deepEqual(parts.take(), { started: false, tenths: [9], seconds: 1 });
  parts.hear(100, 100);
  parts.jump();
  for (let now = 0; now <= 0.5; now += 0.1) parts.hear(now, 100);
  assert.deepEqual(parts.take(), { started: false, tenths: [0], seconds: 1 });
});

/** @param {Record<string, any>} navigator */
async function listen(navigator) {
  /** @type {{ address: string, report: any }[]} */
  const sent = [];
  const { window } = await open(COMPLETED, { globals: { navigator: { ...navigator, sendBeacon: (/** @type {string} */ address, /** @type {string} */ body) => sent.push({ address, report: JSON.parse(body) }) } } });
  one('.play').click();
  audio().dispatchEvent(new window.Event('playing'));
  for (let now = 0; now <= 20; now += 1) {
    audio().currentTime = now;
    audio().dispatchEvent(new window.Event('timeupdate'));
  }
  audio().pause();
  await settle();
  return sent;
}

test('the player reports when it pauses', async () => {
  const [{ address, report }] = await listen({});
  assert.match(address, /^\/v1\/conversions\/[^/]+\/plays$/);
  assert.deepEqual(report, { started: true, tenths: [0, 1], seconds: 20 });
});

test('a browser that asks not to be tracked reports nothing', async () => {
  assert.deepEqual(await listen({ globalPrivacyControl: true }), []);
  assert.deepEqual(await listen({ doNotTrack: '1' }), []);
});
