// A client of Parler's REST API (/v1/openapi.json). Errors are thrown as a Problem (RFC 9457).

/** @typedef {import('../../target/types/openapi').components['schemas']} Schemas */
/** @typedef {Schemas['Posts']} Posts */
/** @typedef {Schemas['Article']} Article */
/** @typedef {Schemas['ConversionRequest']} ConversionRequest */
/** @typedef {Schemas['ConversionAccepted']} ConversionAccepted */
/** @typedef {Schemas['Conversion']} Conversion */
/** @typedef {Schemas['Script']} Script */
/** @typedef {Schemas['Quote']} Quote */
/** @typedef {Schemas['Pronunciations']} Pronunciations */
/** @typedef {Schemas['Voices'][number]} Voice */
/** @typedef {Schemas['Library']} Library */

export class Problem extends Error {
  /** @param {Partial<Schemas['Problem']>} body */
  constructor({ type = '/problems/internal-error', title = '', status = 0, detail = '', instance = '' }) {
    super(detail || title);
    this.slug = slugOf(type);
    this.title = title;
    this.status = status;
    this.detail = detail;
    this.instance = instance;
  }
}

/**
 * /problems/no-feed → no-feed
 *
 * @param {string} type
 */
export const slugOf = (type) => type.slice(type.lastIndexOf('/') + 1);

const OFFLINE = new Problem({ type: '/problems/offline', title: 'No connection' });

/**
 * @param {string} path
 * @param {RequestInit} [options]
 */
async function call(path, options) {
  let response;
  try {
    response = await fetch(path, options);
  } catch (error) {
    if (options?.signal?.aborted) throw error;
    throw OFFLINE;
  }
  if (response.ok || response.status === 304) return response;
  throw await problemOf(response);
}

/** @param {Response} response */
async function problemOf(response) {
  /** @type {Partial<Schemas['Problem']>} */
  const body = await response.json().catch(() => ({}));
  const fallback = response.status >= 500 ? '/problems/unavailable' : '/problems/internal-error';
  const details = (body.errors ?? []).map((error) => error.detail);
  return new Problem({
    type: body.type?.startsWith('/problems/') ? body.type : fallback,
    title: body.title,
    status: response.status,
    detail: [body.detail, ...details].filter(Boolean).join(' '),
    instance: body.instance ?? response.headers.get('X-Correlation-Id') ?? '',
  });
}

/**
 * @param {string} path
 * @param {RequestInit} [options]
 */
const json = async (path, options) => (await call(path, options)).json();

/**
 * @param {string} method
 * @param {string} path
 * @param {unknown} body
 * @param {RequestInit} options
 */
const send = (method, path, body, { headers, ...options }) => json(path, {
  method, headers: { 'Content-Type': 'application/json', ...headers }, body: JSON.stringify(body), ...options,
});

/** @param {Record<string, string | number | undefined>} parameters */
function query(parameters) {
  const given = Object.entries(parameters).filter(([, value]) => value !== undefined);
  return new URLSearchParams(given.map(([name, value]) => [name, String(value)]));
}

/**
 * @param {string} url
 * @param {string | undefined} cursor
 * @param {AbortSignal} signal
 * @returns {Promise<Posts>}
 */
export const posts = (url, cursor, signal) => json(`/v1/posts?${query({ url, cursor, limit: 20 })}`, { signal });

/**
 * @param {string} url
 * @param {AbortSignal} signal
 * @returns {Promise<Article>}
 */
export const article = (url, signal) => json(`/v1/article?${query({ url })}`, { signal });

/**
 * The script that a conversion would read. No voice is called.
 *
 * @param {ConversionRequest} request
 * @param {AbortSignal} signal
 * @returns {Promise<Script>}
 */
export const script = (request, signal) => send('POST', '/v1/scripts', request, { signal });

/**
 * The price of a conversion. No voice is called.
 *
 * @param {ConversionRequest} request
 * @param {AbortSignal} signal
 * @returns {Promise<Quote>}
 */
export const quote = (request, signal) => send('POST', '/v1/quotes', request, { signal });

/**
 * @param {AbortSignal} signal
 * @returns {Promise<Pronunciations>}
 */
export const pronunciations = (signal) => json('/v1/pronunciations', { signal, cache: 'no-store' });

/**
 * @param {object} list
 * @param {AbortSignal} signal
 * @returns {Promise<Pronunciations>}
 */
export const savePronunciations = (list, signal) => send('PUT', '/v1/pronunciations', list, { signal });

/**
 * @param {AbortSignal} signal
 * @returns {Promise<Voice[]>}
 */
export const voices = (signal) => json('/v1/voices', { signal });

/**
 * @param {string | undefined} cursor
 * @param {number} limit
 * @param {AbortSignal} signal
 * @returns {Promise<Library>}
 */
export const library = (cursor, limit, signal) => json(`/v1/library?${query({ cursor, limit })}`, { signal });

/**
 * The same key may be sent again after a lost response: nothing is done twice.
 *
 * @param {ConversionRequest} request
 * @param {string} key
 * @param {AbortSignal} signal
 * @returns {Promise<ConversionAccepted>}
 */
export const convert = (request, key, signal) => send('POST', '/v1/conversions', request, { signal, headers: { 'Idempotency-Key': key } });

/**
 * With the ETag of a known state, a long poll: it answers when the state differs, or after 20 seconds with undefined.
 *
 * @param {string} id
 * @param {string | undefined} etag
 * @param {AbortSignal} signal
 * @returns {Promise<{ etag: string, state: Conversion } | undefined>}
 */
export async function conversion(id, etag, signal) {
  /** @type {Record<string, string>} */
  const headers = etag ? { 'If-None-Match': etag } : {};
  const wait = etag ? '?wait=20' : '';
  const response = await call(`/v1/conversions/${encodeURIComponent(id)}${wait}`, { headers, cache: 'no-store', signal });
  if (response.status === 304) return undefined;
  return { etag: response.headers.get('ETag') ?? '', state: await response.json() };
}

/** A random Idempotency-Key. (crypto.randomUUID exists on https only.) */
export function newKey() {
  return Array.from(crypto.getRandomValues(new Uint8Array(16)), (byte) => byte.toString(16).padStart(2, '0')).join('');
}
