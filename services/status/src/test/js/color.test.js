import assert from 'node:assert/strict';
import { test } from 'node:test';
import { contrast, parseColor, readableOn } from '../../main/resources/player/color.js';

test('a color is three or six hexadecimal digits', () => {
  assert.deepEqual(parseColor('b3261e'), [179, 38, 30]);
  assert.deepEqual(parseColor('#B3261E'), [179, 38, 30]);
  assert.deepEqual(parseColor('fa0'), [255, 170, 0]);
  for (const wrong of ['', 'red', '12345', '1234567', 'url(x)', 'fff;}']) assert.equal(parseColor(wrong), null, wrong);
});

test('a color that can be read stays as it is', () => {
  assert.deepEqual(readableOn([255, 255, 255], [179, 38, 30]), [179, 38, 30]);
});

test('every color can be read on light and on dark paper', () => {
  for (const paper of /** @type {[number, number, number][]} */ ([[255, 255, 255], [27, 28, 31]])) {
    for (let red = 0; red < 256; red += 51) for (let green = 0; green < 256; green += 51) for (let blue = 0; blue < 256; blue += 51) {
      const accent = readableOn(paper, [red, green, blue]);
      assert.ok(contrast(paper, accent) >= 4.5, `${accent} on ${paper}`);
      assert.ok(Math.max(contrast(accent, [255, 255, 255]), contrast(accent, [0, 0, 0])) >= 4.5, `the icon on ${accent}`);
    }
  }
});
