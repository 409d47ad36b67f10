import assert from 'node:assert/strict';
import { test } from 'node:test';
import { showPronunciations } from '../../../site/js/views/pronunciations.js';
import { choose, click, fakeApi, fakePage, settle, text } from './browser.js';

/** @param {object[]} rules */
async function show(rules) {
  const requests = fakeApi({ 'GET /v1/pronunciations': { rules }, 'PUT /v1/pronunciations': (/** @type {any} */ { body }) => body });
  const page = fakePage();
  await showPronunciations(page);
  return async () => {
    click('.pronunciations .primary');
    await settle();
    return requests.at(-1)?.body;
  };
}

test('what the form does not show is saved unchanged', async () => {
  const rules = [{ text: 'Rust', alias: 'rusty', language: 'en-US', wholeWord: false, caseSensitive: true }, { text: 'SQL', letters: true }, { text: 'née', ipa: 'neɪ' }];
  const save = await show(rules);
  assert.deepEqual(await save(), { rules });
  assert.equal(text('.pronunciations .notice'), 'Saved.');
});

test('a row without a word is not saved, nor one that was removed', async () => {
  const save = await show([{ text: 'kubectl', alias: 'cube control' }]);
  click('.actions .quiet');
  assert.equal(document.querySelectorAll('.rule').length, 2);
  click('.rule .link');
  assert.deepEqual(await save(), { rules: [] });
  assert.equal(document.querySelectorAll('.rule').length, 1);
});

test('a word can be spelled instead', async () => {
  const save = await show([{ text: 'SQL', alias: 'sequel' }]);
  choose('[name=how]', 'letters');
  assert.deepEqual(await save(), { rules: [{ text: 'SQL', letters: true }] });
});
