import assert from 'node:assert/strict';
import { test } from 'node:test';
import { access, example, fields, operationsByTag, resolved, typeOf } from '../../../site/js/openapi.js';
import { fakeApi, openPage, problem, settle, text } from './browser.js';

const API = {
  info: { description: 'All of it, with `code`.' },
  tags: [{ name: 'posts', description: 'The posts.' }, { name: 'nothing' }],
  paths: {
    '/v1/posts': {
      get: {
        tags: ['posts'], operationId: 'listPosts', summary: 'The posts', security: [{ key: ['read'] }, { session: ['read'] }],
        parameters: [{ $ref: '#/components/parameters/limit' }],
        responses: { 200: { description: 'A page.', content: { 'application/json': { schema: { $ref: '#/components/schemas/Posts' }, examples: { one: { value: { posts: [] } } } } } }, 400: { description: '`invalid-parameter`' } },
      },
    },
  },
  components: {
    parameters: { limit: { name: 'limit', in: 'query', schema: { type: 'integer' } } },
    schemas: { Posts: { type: 'object', required: ['posts'], properties: { posts: { type: 'array', items: { $ref: '#/components/schemas/Post' } } } }, Post: { type: 'object', properties: { url: { type: 'string', format: 'uri', description: 'Where.' }, status: { enum: ['a', 'b'] } } } },
  },
};

test('a reference is followed, and what stands beside it counts', () => {
  assert.deepEqual(resolved(API, { $ref: '#/components/parameters/limit', description: 'x' }), { ...API.components.parameters.limit, description: 'x' });
});

test('operations are listed by tag', () => {
  assert.deepEqual(operationsByTag(API).map(({ name, operations }) => [name, operations.map(({ method, path }) => `${method} ${path}`)]), [['posts', ['GET /v1/posts']]]);
});

test('fields have their path, type and whether they are required', () => {
  assert.deepEqual(fields(API, { $ref: '#/components/schemas/Posts' }), [
    { name: 'posts', type: 'list of objects', required: true, description: '' },
    { name: 'posts[].url', type: 'address', required: false, description: 'Where.' },
    { name: 'posts[].status', type: '"a" or "b"', required: false, description: '' }]);
  assert.equal(typeOf(API, { const: 'private' }), '"private"');
});

test('a schema that contains itself ends', () => {
  const tree = { components: { schemas: { Node: { properties: { child: { $ref: '#/components/schemas/Node' } } } } } };
  assert.ok(fields(tree, { $ref: '#/components/schemas/Node' }).length < 10);
});

test('it is said who may use an operation', () => {
  assert.equal(access({ security: [{ key: ['read'] }, { session: ['read'] }] }), 'Needs a key with the scope read.');
  assert.equal(access({ security: [] }), 'No key is needed.');
  assert.equal(access({ security: [{}, { key: ['read'] }] }), 'No key is needed.');
});

test('an example is shown as text', () => {
  assert.equal(example({ examples: { a: { externalValue: 'x' }, b: { value: { c: 1 } } } }), '{\n  "c": 1\n}');
  assert.equal(example({}), undefined);
});

let runs = 0;

/** @param {Record<string, any>} answers */
async function open(answers) {
  openPage('/api/');
  document.body.innerHTML = '<div id="operations"></div><p id="announcer"></p>';
  globalThis.HTMLDetailsElement = /** @type {any} */ (document.defaultView).HTMLDetailsElement;
  fakeApi(answers);
  await import(`../../../site/js/api-page.js?${++runs}`);
  await settle();
}

test('the page shows every operation with its parameters and responses', async () => {
  await open({ 'GET /v1/openapi.json': API });
  assert.equal(text('#listPosts summary'), 'GET /v1/posts The posts');
  assert.equal(text('#operations > p code'), 'code');
  assert.deepEqual([...document.querySelectorAll('#listPosts caption')].map(({ textContent }) => textContent), ['Parameters', 'What 200 returns']);
});

test('a description that cannot be loaded can be asked for again', async () => {
  await open({ 'GET /v1/openapi.json': problem('unavailable', 503) });
  assert.match(text('[role=alert]') ?? '', /Try again/);
});
