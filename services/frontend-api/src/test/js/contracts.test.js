import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { test } from 'node:test';
import { CONTRACTS_JS, contractsJs } from '../../../generate.js';

test('site/js/contracts.js is what the contracts say', async () => {
  assert.equal(await readFile(CONTRACTS_JS, 'utf8'), await contractsJs(), 'run: npm run generate');
});
