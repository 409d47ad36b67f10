// Reads an OpenAPI 3.1 document: operations by tag, and schemas as lists of fields.

/** @typedef {any} Json */
/** @typedef {{ method: string, path: string, operation: Json, id: string }} Operation */
/** @typedef {{ name: string, type: string, required: boolean, description: string }} Field */

const METHODS = ['get', 'post', 'put', 'patch', 'delete'];

/** How deep the fields of a body are listed. */
const MAX_DEPTH = 5;

/**
 * What a reference stands for.
 *
 * @param {Json} document
 * @param {Json} node
 * @returns {Json}
 */
export function resolved(document, node) {
  const { $ref, ...own } = node ?? {};
  if (!$ref) return node ?? {};
  const target = $ref.replace(/^#\//, '').split('/').reduce((/** @type {Json} */ at, /** @type {string} */ name) => at?.[name.replace(/~1/g, '/').replace(/~0/g, '~')], document);
  return { ...resolved(document, target), ...own };
}

/**
 * @param {Json} document
 * @returns {{ name: string, description: string, operations: Operation[] }[]}
 */
export function operationsByTag(document) {
  const all = Object.entries(document.paths).flatMap(([path, methods]) => METHODS.filter((method) => methods[method])
    .map((method) => ({ method: method.toUpperCase(), path, operation: methods[method], id: methods[method].operationId })));
  return document.tags.map((/** @type {{ name: string, description: string }} */ { name, description }) => ({ name, description, operations: all.filter(({ operation }) => operation.tags?.includes(name)) }))
    .filter((/** @type {{ operations: Operation[] }} */ { operations }) => operations.length);
}

/**
 * Who may use an operation, in words.
 *
 * @param {Json} operation
 */
export function access({ security = [] }) {
  if (!security.length || security.some((/** @type {Json} */ one) => !Object.keys(one).length)) return 'No key is needed.';
  const scopes = [...new Set(security.flatMap((/** @type {Json} */ one) => Object.values(one).flat()))];
  return `Needs a key with the scope ${scopes.join(', ')}.`;
}

/**
 * The fields of a schema, nested ones with their path: source.url, posts[].title.
 *
 * @param {Json} document
 * @param {Json} schema
 * @returns {Field[]}
 */
export function fields(document, schema, prefix = '', depth = 0) {
  const { properties = {}, required = [], items, oneOf = [], anyOf = [] } = resolved(document, schema);
  if (depth > MAX_DEPTH) return [];
  if (items) return fields(document, items, `${prefix}[]`, depth + 1);
  const own = Object.entries(properties).flatMap(([name, value]) => {
    const field = resolved(document, value);
    const path = prefix ? `${prefix}.${name}` : name;
    return [{ name: path, type: typeOf(document, field), required: required.includes(name), description: field.description ?? '' },
      ...fields(document, field, path, depth + 1)];
  });
  const choices = [...oneOf, ...anyOf].flatMap((choice) => fields(document, choice, prefix, depth + 1).map((field) => ({ ...field, required: false })));
  return [...own, ...choices].filter((field, i, all) => all.findIndex(({ name }) => name === field.name) === i);
}

/**
 * The type in words, with its choices.
 *
 * @param {Json} document
 * @param {Json} schema
 * @returns {string}
 */
export function typeOf(document, schema) {
  const { type, format, items, enum: choices, const: constant, oneOf } = resolved(document, schema);
  if (constant !== undefined) return JSON.stringify(constant);
  if (choices) return choices.map((/** @type {unknown} */ choice) => JSON.stringify(choice)).join(' or ');
  if (items) return `list of ${typeOf(document, items)}s`;
  if (oneOf && !type) return 'one of several';
  return [format === 'uri' ? 'address' : format === 'date-time' ? 'time' : format, format ? '' : Array.isArray(type) ? type.join(' or ') : type].filter(Boolean).join(' ') || 'any';
}

/**
 * The first example of a body, as text.
 *
 * @param {Json} media
 * @returns {string | undefined}
 */
export function example({ examples = {}, example: one } = {}) {
  const value = one ?? Object.values(examples).find((each) => each.value !== undefined)?.value;
  return value === undefined ? undefined : typeof value === 'string' ? value : JSON.stringify(value, null, 2);
}
