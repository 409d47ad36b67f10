import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Problem } from '../../../site/js/api.js';
import { PROBLEMS } from '../../../site/js/contracts.js';
import { problemBox, problemTitle } from '../../../site/js/problems.js';
import { openPage, text } from './browser.js';

/**
 * @param {string} slug
 * @param {object} [more]
 */
const of = (slug, more) => new Problem({ type: `/problems/${slug}`, title: 'From the answer', ...more });

test('every problem of the API has a title and advice', () => {
  openPage();
  for (const slug of [...Object.keys(PROBLEMS), 'offline']) {
    const box = problemBox(of(slug));
    assert.ok(text('h2', box), slug);
    assert.notEqual(text('h2', box), 'From the answer', slug);
    assert.ok(text('p', box), slug);
  }
});

test('a problem that this page does not know is shown as the API describes it, and can be tried again', () => {
  openPage();
  const box = problemBox(of('brand-new', { detail: 'A detail.' }), () => {});
  assert.equal(text('h2', box), 'From the answer');
  assert.equal(text('p', box), 'A detail.');
  assert.equal(text('button', box), 'Try again');
  assert.equal(problemTitle({ slug: 'brand-new', title: '' }), 'Something went wrong');
});

test('trying again is offered only where it may help', () => {
  openPage();
  let tries = 0;
  const retryable = problemBox(of('unavailable'), () => tries++);
  retryable.querySelector('button')?.click();
  assert.equal(tries, 1);
  assert.equal(problemBox(of('unavailable')).querySelector('button'), null);
  assert.equal(problemBox(of('url-invalid'), () => tries++).querySelector('button'), null);
});

test('where a page cannot be read, the text can be pasted instead', () => {
  openPage();
  assert.equal(problemBox(of('site-refused')).querySelector('a')?.getAttribute('href'), '/?paste');
});

test('the detail and the request id are shown below', () => {
  openPage();
  assert.equal(text('.fine', problemBox(of('internal-error', { detail: 'It broke.', instance: 'req-1' }))), 'It broke. (req-1)');
});
