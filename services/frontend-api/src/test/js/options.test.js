import assert from 'node:assert/strict';
import { beforeEach, test } from 'node:test';
import { chosenOptions, optionsFields } from '../../../site/js/options.js';
import { choose, openPage, text } from './browser.js';

/** @type {HTMLElement} */
let view;
beforeEach(() => { view = openPage(); });

test('defaults are not sent', () => {
  assert.equal(chosenOptions(), undefined);
  localStorage.setItem('parler.options', '{"code":"announce"}');
  assert.equal(chosenOptions(), undefined);
});

test('only what differs from the defaults is sent', () => {
  localStorage.setItem('parler.options', '{"code":"skip","footnotes":"read","tables":"announce"}');
  assert.deepEqual(chosenOptions(), { code: 'skip', footnotes: 'read' });
});

test('stored values that are invalid are ignored', () => {
  localStorage.setItem('parler.options', '{"code":"sing","nonsense":"skip"}');
  assert.equal(chosenOptions(), undefined);
  localStorage.setItem('parler.options', 'not JSON');
  assert.equal(chosenOptions(), undefined);
});

test('a choice is stored and counted, and can be reset', () => {
  let changes = 0;
  view.append(optionsFields(() => changes++));
  choose('#how-code', 'skip');
  assert.deepEqual([changes, chosenOptions(), text('summary .meta')], [1, { code: 'skip' }, '(1 changed)']);
  /** @type {HTMLElement} */ (document.querySelector('.how .link')).click();
  assert.deepEqual([changes, chosenOptions(), text('summary .meta')], [2, undefined, '(defaults)']);
});

test('what is spoken as words can be left to the voice', () => {
  view.append(optionsFields(() => {}));
  choose('#how-normalise', 'false');
  assert.deepEqual([chosenOptions(), text('summary .meta')], [{ normalise: false }, '(1 changed)']);
  choose('#how-normalise', 'true');
  assert.equal(chosenOptions(), undefined);
});

test('the length of the pauses is sent when it was chosen', () => {
  view.append(optionsFields(() => {}));
  choose('#how-pace', 'slower');
  assert.deepEqual([chosenOptions(), text('summary .meta')], [{ pace: 'slower' }, '(1 changed)']);
  choose('#how-pace', '');
  assert.equal(chosenOptions(), undefined);
  localStorage.setItem('parler.options', '{"pace":"breathless"}');
  assert.equal(chosenOptions(), undefined);
});

test('who may listen is sent only when it was chosen', () => {
  view.append(optionsFields(() => {}));
  choose('#how-visibility', 'private');
  assert.deepEqual([chosenOptions(), text('summary .meta')], [{ visibility: 'private' }, '(1 changed)']);
  choose('#how-visibility', '');
  assert.equal(chosenOptions(), undefined);
  localStorage.setItem('parler.options', '{"visibility":"nobody"}');
  assert.equal(chosenOptions(), undefined);
});

test('without storage the defaults are used', () => {
  Object.defineProperty(globalThis, 'localStorage', { get() { throw new Error('denied'); }, configurable: true });
  assert.equal(chosenOptions(), undefined);
  view.append(optionsFields(() => {}));
  choose('#how-code', 'skip');
});
