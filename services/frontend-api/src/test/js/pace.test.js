import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { Pace } from '../../../site/js/pace.js';

const examples = JSON.parse(readFileSync(new URL('pace.json', import.meta.url), 'utf8'));

for (const { name, observations } of examples) {
  test(name, () => {
    let now = 0;
    const pace = new Pace(() => now);
    for (const { seconds, done, total, rate, left } of observations) {
      now = seconds;
      const estimate = pace.at(done, total);
      if (rate === undefined) {
        assert.equal(estimate, undefined);
      } else {
        assert.ok(estimate && Math.abs(estimate.rate - rate) < 0.001 && Math.abs(estimate.left - left) < 0.001, JSON.stringify(estimate));
      }
    }
  });
}
