import assert from 'node:assert/strict';
import { test } from 'node:test';
import { h, picture, webAddress } from '../../../site/js/dom.js';
import { openPage } from './browser.js';

test('text that looks like markup stays text', () => {
  openPage();
  const element = h('p', { title: '"><b>' }, '<img src=x onerror=alert(1)>');
  assert.equal(element.children.length, 0);
  assert.equal(element.textContent, '<img src=x onerror=alert(1)>');
  assert.equal(element.getAttribute('title'), '"><b>');
});

test('absent attributes and children are left out, and zero is not absent', () => {
  openPage();
  const element = h('p', { id: undefined, class: null, hidden: false }, undefined, null, false, 0, [h('b', {}, 'x')]);
  assert.equal(element.outerHTML, '<p>0<b>x</b></p>');
});

test('only http and https addresses become links', () => {
  assert.deepEqual(['javascript:alert(1)', 'data:text/html,x', 'file:///etc/passwd', 'nonsense', '', undefined].map(webAddress), Array(6).fill(undefined));
  assert.equal(webAddress('https://example.com/a b'), 'https://example.com/a%20b');
});

test('a picture does not tell its site where it is shown, and is removed when it does not load', () => {
  const view = openPage();
  const image = picture('https://example.com/a.png', 'cover');
  assert.ok(image);
  assert.equal(image.getAttribute('referrerpolicy'), 'no-referrer');
  view.append(image);
  const { Event } = /** @type {any} */ (document.defaultView);
  image.dispatchEvent(new Event('error'));
  assert.equal(view.childElementCount, 0);
  assert.equal(picture('javascript:alert(1)', 'cover'), undefined);
});
