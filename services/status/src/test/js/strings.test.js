import assert from 'node:assert/strict';
import { readFileSync, readdirSync } from 'node:fs';
import { test } from 'node:test';

const PLAYER = new URL('../../main/resources/player/', import.meta.url);
/** @type {Record<string, Record<string, string>>} */
const strings = JSON.parse(readFileSync(new URL('strings.json', PLAYER), 'utf8'));
const placeholders = (/** @type {string} */ text) => [...text.matchAll(/\{\w+\}/g)].map(String).sort();

test('the player speaks twelve languages', () => {
  assert.deepEqual(Object.keys(strings).sort(), ['ar', 'de', 'en', 'es', 'fr', 'it', 'ja', 'nl', 'pl', 'pt', 'ru', 'zh']);
});

for (const [language, texts] of Object.entries(strings)) {
  test(`every string is there in ${language}, with its placeholders`, () => {
    assert.deepEqual(Object.keys(texts), Object.keys(strings.en));
    for (const [name, text] of Object.entries(texts)) {
      assert.ok(text.trim() === text && text, name);
      assert.deepEqual(placeholders(text), placeholders(strings.en[name]), name);
    }
  });
}

test('every string that a script uses exists', () => {
  const scripts = readdirSync(PLAYER).filter((file) => file.endsWith('.js')).map((file) => readFileSync(new URL(file, PLAYER), 'utf8')).join('');
  const used = [...scripts.matchAll(/\btext\(([^;]*?)\)/g)].flatMap(([, call]) => [...call.matchAll(/"(\w+)"/g)].map((name) => name[1]));
  assert.ok(used.includes('audioError'));
  for (const name of used) assert.ok(name in strings.en, name);
});

test('all that a page with a player loads before Play is small: scripts, style and the player itself', async () => {
  const { gzipSync } = await import('node:zlib');
  const files = readdirSync(PLAYER).filter((file) => !file.endsWith('.json')).map((file) => new URL(file, PLAYER));
  const all = [...files, new URL('../listen/embed.js', PLAYER), new URL('player.html', import.meta.url)];
  const bytes = all.reduce((sum, file) => sum + gzipSync(readFileSync(file)).length, 0);
  assert.ok(bytes <= 40 * 1024, `${bytes} bytes`);
});
