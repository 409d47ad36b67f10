import assert from 'node:assert/strict';
import { test } from 'node:test';
import { showPost } from '../../../site/js/views/post.js';
import { click, fakeApi, fakePage, settle, text } from './browser.js';

const ARTICLE = { url: 'https://example.com/post', canonicalUrl: 'https://example.com/post', title: 'A post', language: 'en', words: 9, seconds: 5, blocks: [] };
const LEDGER = [
  { block: 'b1', kind: 'paragraph', text: 'One.', spoken: 'read' },
  { block: 'b2', kind: 'paragraph', text: 'By the way.', spoken: 'skipped', reason: 'leads elsewhere' },
  { block: 'b3', kind: 'caption', text: 'A boat.', spoken: 'skipped', reason: 'said with its picture' },
  { block: 'b4', kind: 'embed', text: '', spoken: 'skipped', reason: 'what is shown there has no text' },
];

/** @param {{ body: { options?: { include?: string[] } } }} request */
const script = ({ body }) => {
  const included = body.options?.include ?? [];
  const ledger = LEDGER.map((entry) => (included.includes(entry.block) ? { ...entry, spoken: 'read', reason: undefined } : entry));
  return { title: 'A post', language: 'en', characters: 4, seconds: 5, passages: [], ledger };
};

async function open() {
  const page = fakePage();
  const requests = fakeApi({ 'GET /v1/voices': [], 'POST /v1/scripts': script, 'POST /v1/conversions': { id: 'c-1' } });
  await showPost(page, /** @type {any} */ (ARTICLE));
  await settle();
  return (/** @type {string} */ path) => requests.filter(({ url }) => url.pathname === path).map(({ body }) => body.options);
}

const buttons = () => [...document.querySelectorAll('.include')].map((button) => `${button.closest('.block')?.querySelector('.block-text')?.textContent} ${button.textContent}`);

test('what is skipped and has words of its own can be read too', async () => {
  await open();
  assert.deepEqual(buttons(), ['By the way. Read this too']);
});

test('a part that was taken back is read, also in the conversion, and can be left out again', async () => {
  const sent = await open();
  click('.include');
  await settle();
  assert.deepEqual(sent('/v1/scripts'), [undefined, { include: ['b2'] }]);
  assert.deepEqual(buttons(), ['By the way. Leave out again']);
  assert.equal(text('.ledger .meta'), '(2 parts read, 2 skipped)');
  assert.equal(document.activeElement?.textContent, 'Leave out again');
  click('form.convert [type=submit]');
  await settle();
  assert.deepEqual(sent('/v1/conversions'), [{ include: ['b2'] }]);
  click('.include');
  await settle();
  assert.deepEqual(sent('/v1/scripts').at(-1), undefined);
  assert.deepEqual(buttons(), ['By the way. Read this too']);
});
