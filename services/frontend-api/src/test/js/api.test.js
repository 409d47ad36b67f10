import assert from 'node:assert/strict';
import { test } from 'node:test';
import * as api from '../../../site/js/api.js';
import { fakeApi, problem } from './browser.js';

const signal = new AbortController().signal;

test('an error is thrown as a problem, with the details of invalid fields', async () => {
  fakeApi({ 'GET /v1/voices': problem('invalid-body', 422, { detail: 'Bad.', instance: 'req-1', errors: [{ pointer: '/voice', detail: 'voice: too long.' }] }) });
  await assert.rejects(api.voices(signal), { slug: 'invalid-body', status: 422, detail: 'Bad. voice: too long.', instance: 'req-1' });
});

test('an error without a problem is unavailable or internal, with the correlation id', async () => {
  fakeApi({ 'GET /v1/voices': new Response('<html>', { status: 503, headers: { 'X-Correlation-Id': 'c-1' } }) });
  await assert.rejects(api.voices(signal), { slug: 'unavailable', status: 503, instance: 'c-1' });
  fakeApi({ 'GET /v1/voices': new Response('', { status: 418 }) });
  await assert.rejects(api.voices(signal), { slug: 'internal-error', status: 418 });
});

test('a lost connection is a problem, an aborted request is not', async () => {
  globalThis.fetch = async () => { throw new TypeError('network'); };
  await assert.rejects(api.voices(signal), { slug: 'offline' });
  await assert.rejects(api.voices(AbortSignal.abort()), TypeError);
});

test('parameters that are absent are not sent', async () => {
  const requests = fakeApi({ 'GET /v1/posts': {} });
  await api.posts('https://example.com/?a=b&c', undefined, signal);
  await api.posts('https://example.com/', 'next', signal);
  assert.deepEqual(requests.map(({ url }) => [...url.searchParams]), [
    [['url', 'https://example.com/?a=b&c'], ['limit', '20']],
    [['url', 'https://example.com/'], ['cursor', 'next'], ['limit', '20']],
  ]);
});

test('a conversion is requested as JSON with its idempotency key', async () => {
  const requests = fakeApi({ 'POST /v1/conversions': { id: 'c' } });
  await api.convert({ source: { url: 'https://example.com/' } }, 'key-1', signal);
  assert.equal(requests[0].headers.get('Idempotency-Key'), 'key-1');
  assert.equal(requests[0].headers.get('Content-Type'), 'application/json');
  assert.deepEqual(requests[0].body, { source: { url: 'https://example.com/' } });
});

test('a known state is long-polled, and 304 means that it is unchanged', async () => {
  const requests = fakeApi({ 'GET /v1/conversions/a%2Fb': new Response(null, { status: 304 }) });
  assert.equal(await api.conversion('a/b', '"tag"', signal), undefined);
  assert.equal(requests[0].url.search, '?wait=20');
  assert.equal(requests[0].headers.get('If-None-Match'), '"tag"');
});

test('a new state comes with its tag, and the first request does not wait', async () => {
  const requests = fakeApi({ 'GET /v1/conversions/c': Response.json({ status: 'queued' }, { headers: { ETag: '"t"' } }) });
  assert.deepEqual(await api.conversion('c', undefined, signal), { etag: '"t"', state: { status: 'queued' } });
  assert.equal(requests[0].url.search, '');
});

test('keys are random and 32 hex digits long', () => {
  const keys = new Set(Array.from({ length: 100 }, api.newKey));
  assert.equal(keys.size, 100);
  for (const key of keys) assert.match(key, /^[0-9a-f]{32}$/);
});
