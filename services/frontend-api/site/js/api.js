// Parler's REST API, as /v1/openapi.json describes it. What goes wrong is thrown as a Problem (RFC 9457).

export class Problem extends Error {
  constructor({ type = '/problems/internal-error', title = '', status = 0, detail = '', instance = '' }) {
    super(detail || title);
    this.slug = type.split('/').pop();
    this.title = title;
    this.status = status;
    this.detail = detail;
    this.instance = instance;
  }
}

const OFFLINE = new Problem({ type: '/problems/offline', title: 'No connection' });

async function call(path, { signal, ...options } = {}) {
  let response;
  try {
    response = await fetch(path, { signal, ...options });
  } catch (error) {
    if (signal?.aborted) throw error;
    throw OFFLINE;
  }
  if (response.ok || response.status === 304) return response;
  throw await problemOf(response);
}

async function problemOf(response) {
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

const json = async (path, options) => (await call(path, options)).json();

const send = (method, path, body, { headers, ...options } = {}) => json(path, {
  method, headers: { 'Content-Type': 'application/json', ...headers }, body: JSON.stringify(body), ...options,
});

const query = (parameters) => new URLSearchParams(Object.entries(parameters).filter(([, value]) => value !== undefined));

export const posts = (url, cursor, signal) => json(`/v1/posts?${query({ url, cursor, limit: 20 })}`, { signal });

export const article = (url, signal) => json(`/v1/article?${query({ url })}`, { signal });

// What would be said; takes the body of a conversion, and calls no voice.
export const script = (request, signal) => send('POST', '/v1/scripts', request, { signal });

// What it would cost; takes the body of a conversion, and calls no voice.
export const quote = (request, signal) => send('POST', '/v1/quotes', request, { signal });

export const pronunciations = (signal) => json('/v1/pronunciations', { signal, cache: 'no-store' });

export const savePronunciations = (list, signal) => send('PUT', '/v1/pronunciations', list, { signal });

export const voices = (signal) => json('/v1/voices', { signal });

export const library = (cursor, limit, signal) => json(`/v1/library?${query({ cursor, limit })}`, { signal });

// The same key may be sent again after a lost answer: nothing is done twice.
export const convert = (request, key, signal) => send('POST', '/v1/conversions', request, { signal, headers: { 'Idempotency-Key': key } });

// Answers when the state differs from that of the tag, or after 20 seconds. Unchanged is undefined.
export async function conversion(id, etag, signal) {
  const headers = etag ? { 'If-None-Match': etag } : {};
  const wait = etag ? '?wait=20' : '';
  const response = await call(`/v1/conversions/${encodeURIComponent(id)}${wait}`, { headers, cache: 'no-store', signal });
  if (response.status === 304) return undefined;
  return { etag: response.headers.get('ETag') ?? '', state: await response.json() };
}

// crypto.randomUUID is there on https only.
export function newKey() {
  return Array.from(crypto.getRandomValues(new Uint8Array(16)), (byte) => byte.toString(16).padStart(2, '0')).join('');
}
