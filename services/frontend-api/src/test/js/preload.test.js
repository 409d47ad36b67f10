import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';

const SITE = new URL('../../../site/', import.meta.url);

/**
 * The modules that a module needs, itself included.
 *
 * @param {string} path
 * @param {Set<string>} [found]
 */
function modulesOf(path, found = new Set()) {
  if (found.has(path)) return found;
  found.add(path);
  const source = readFileSync(new URL(`.${path}`, SITE), 'utf8');
  for (const [, target] of source.matchAll(/^(?:import|export) .*from '(\..*)';$/gm)) modulesOf(new URL(target, `https://x${path}`).pathname, found);
  return found;
}

test('the page loads all of its modules at once, not one after the other', () => {
  const page = readFileSync(new URL('index.html', SITE), 'utf8');
  const loaded = [...page.matchAll(/<link rel="modulepreload" href="(.*)">/g)].map(([, path]) => path);
  assert.deepEqual(loaded, [...modulesOf('/js/app.js')].filter((path) => path !== '/js/app.js').sort());
});
