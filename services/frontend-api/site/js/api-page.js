// The page /api/: the OpenAPI document for people.

import { find, h, waiting } from './dom.js';
import { access, example, fields, operationsByTag, resolved, typeOf } from './openapi.js';

/** @typedef {import('./openapi.js').Json} Json */

const place = find(document, 'div', '#operations');

show();

async function show() {
  place.replaceChildren(waiting('Loading the description'));
  try {
    const response = await fetch('/v1/openapi.json');
    if (!response.ok) throw new Error(String(response.status));
    draw(await response.json());
  } catch {
    place.replaceChildren(h('p', { class: 'notice', role: 'alert' }, 'The description can’t be loaded right now. ',
      h('button', { type: 'button', class: 'link', onclick: show }, 'Try again')));
  }
}

/** @param {Json} api */
function draw(api) {
  const tags = operationsByTag(api);
  const [lead, ...points] = (api.info.description ?? '').split(/\n\s*\* /);
  place.replaceChildren(
    h('p', {}, prose(lead)),
    points.length > 0 ? h('ul', {}, points.map((/** @type {string} */ point) => h('li', {}, prose(point)))) : '',
    ...tags.flatMap(({ name, description, operations }) => [
      h('h2', { id: name }, capital(name)),
      h('p', { class: 'meta' }, prose(description ?? '')),
      ...operations.map((one) => section(api, one)),
    ]));
  openNamed();
}

addEventListener('hashchange', openNamed);

/** Opens the operation that the address names. */
function openNamed() {
  const named = document.getElementById(decodeURIComponent(location.hash.slice(1)));
  if (!named) return;
  if (named instanceof HTMLDetailsElement) named.open = true;
  named.scrollIntoView();
}

/**
 * @param {Json} api
 * @param {import('./openapi.js').Operation} operation
 */
function section(api, { method, path, operation, id }) {
  const parameters = (operation.parameters ?? []).map((/** @type {Json} */ one) => resolved(api, one));
  return h('details', { class: 'operation', id },
    h('summary', {}, h('span', { class: 'tag' }, method), ' ', h('code', {}, path), h('span', { class: 'meta' }, ` ${operation.summary ?? ''}`)),
    h('p', {}, prose(operation.description ?? '')),
    h('p', { class: 'meta' }, access(operation)),
    parameters.length > 0 && table('Parameters', parameters.map((/** @type {Json} */ one) => ({
      name: one.name, type: [typeOf(api, one.schema ?? {}), one.in].join(', in the '), required: Boolean(one.required), description: one.description ?? '' }))),
    operation.requestBody && body(api, 'The body', resolved(api, operation.requestBody)),
    h('h3', {}, 'Responses'),
    h('dl', {}, Object.entries(operation.responses).flatMap(([status, one]) => {
      const response = resolved(api, one);
      return [h('dt', {}, status), h('dd', {}, prose(response.description ?? ''), /^2/.test(status) && response.content && body(api, `What ${status} returns`, response))];
    })));
}

/**
 * @param {Json} api
 * @param {string} title
 * @param {Json} content
 */
function body(api, title, { content = {}, description }) {
  const [type, media] = Object.entries(content)[0] ?? [];
  if (!media) return undefined;
  const rows = /json/.test(type ?? '') ? fields(api, media.schema) : [];
  const text = example(media);
  return h('div', {},
    description && title === 'The body' && h('p', {}, prose(description)),
    rows.length > 0 ? table(title, rows) : h('p', { class: 'meta' }, `${title}: ${type}`),
    text && h('details', {}, h('summary', {}, 'An example'), h('pre', { tabindex: '0', role: 'group', 'aria-label': `An example of ${title.toLowerCase()}` }, h('code', {}, text))));
}

/**
 * @param {string} title
 * @param {import('./openapi.js').Field[]} rows
 */
function table(title, rows) {
  return h('table', {}, h('caption', {}, title),
    h('thead', {}, h('tr', {}, h('th', { scope: 'col' }, 'Name'), h('th', { scope: 'col' }, 'What it is'))),
    h('tbody', {}, rows.map(({ name, type, required, description }) => h('tr', {},
      h('th', { scope: 'row' }, h('code', {}, name)),
      h('td', {}, h('span', { class: 'meta' }, type, required && ', required'), description && h('br'), prose(description))))));
}

/**
 * Text with `code` in it.
 *
 * @param {string} text
 */
function prose(text) {
  return text.split('`').map((part, i) => (i % 2 ? h('code', {}, part) : part)).filter((part) => part !== '');
}

/** @param {string} word */
const capital = (word) => word[0].toUpperCase() + word.slice(1);
