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
/** @typedef {Schemas['Account']} Account */
/** @typedef {Schemas['Podcasts']} Podcasts */
/** @typedef {Schemas['Podcasts']['podcasts'][number]} PodcastEntry */
/** @typedef {Schemas['Podcast']} Podcast */
/** @typedef {Schemas['PodcastRequest']} PodcastRequest */
/** @typedef {Schemas['PodcastSettings']} PodcastSettings */
/** @typedef {Schemas['Usage']} Usage */
/** @typedef {Schemas['Subscription']} Subscription */
/** @typedef {Schemas['Subscriptions']} Subscriptions */
/** @typedef {Schemas['Subscriptions']['subscriptions'][number]} SubscriptionEntry */
/** @typedef {Schemas['SubscriptionRequest']} SubscriptionRequest */
/** @typedef {Schemas['SubscriptionSettings']} SubscriptionSettings */
/** @typedef {Schemas['SubscriptionImport']} SubscriptionImport */
/** @typedef {Schemas['Plays']} Plays */
/** @typedef {Schemas['Collection']} Collection */
/** @typedef {Schemas['Collections']} Collections */
/** @typedef {Schemas['Collections']['collections'][number]} CollectionEntry */
/** @typedef {Schemas['CollectionRequest']} CollectionRequest */
/** @typedef {Schemas['CollectionAction']} CollectionAction */

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

/** @type {((problem: Problem) => Promise<boolean>) | undefined} */
let askForKey;

/**
 * What happens when a request needs a key: after the handler has signed in, which it answers with true, the request is sent again.
 *
 * @param {(problem: Problem) => Promise<boolean>} handler
 */
export function onKeyNeeded(handler) {
  askForKey = handler;
}

/**
 * @param {string} path
 * @param {RequestInit} [options]
 * @param {{ asks?: boolean }} [how] asks is false for a request that is not worth asking for a key
 * @returns {Promise<Response>}
 */
async function call(path, options, { asks = true } = {}) {
  try {
    return await callOnce(path, options);
  } catch (error) {
    if (!asks || !askForKey || !(error instanceof Problem) || error.status !== 401 || !await askForKey(error)) throw error;
    return callOnce(path, options);
  }
}

/**
 * @param {string} path
 * @param {RequestInit} [options]
 */
async function callOnce(path, options) {
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
 * @param {{ asks?: boolean }} [how]
 */
const json = async (path, options, how) => (await call(path, options, how)).json();

/**
 * @param {string} method
 * @param {string} path
 * @param {unknown} body
 * @param {RequestInit} options
 * @param {{ asks?: boolean }} [how]
 */
const send = (method, path, body, { headers, ...options }, how) => json(path, {
  method, headers: { 'Content-Type': 'application/json', ...headers }, body: JSON.stringify(body), ...options,
}, how);

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
 * @param {{ asks?: boolean }} [how]
 * @returns {Promise<Voice[]>}
 */
export const voices = (signal, how) => json('/v1/voices', { signal }, how);

/**
 * Who is signed in.
 *
 * @returns {Promise<Account>}
 */
export const account = () => json('/v1/account', { cache: 'no-store' }, { asks: false });

/**
 * What the account has used of its month.
 *
 * @param {AbortSignal} signal
 * @returns {Promise<Usage>}
 */
export const usage = (signal) => json('/v1/usage', { signal, cache: 'no-store' });

/**
 * Trades a key for a session, which the browser keeps in a cookie that no script can read.
 *
 * @param {string} key
 * @returns {Promise<Account>}
 */
export const signIn = (key) => send('POST', '/v1/session', { key }, {}, { asks: false });

/** Ends the session. */
export const signOut = () => call('/v1/session', { method: 'DELETE' }, { asks: false });

/**
 * @param {string | undefined} cursor
 * @param {number} limit
 * @param {AbortSignal} signal
 * @returns {Promise<Library>}
 */
export const library = (cursor, limit, signal) => json(`/v1/library?${query({ cursor, limit })}`, { signal });

/**
 * How the account's recordings were listened to, until today.
 *
 * @param {string} from a day
 * @param {AbortSignal} signal
 * @returns {Promise<Plays>}
 */
export const plays = (from, signal) => json(`/v1/plays?${query({ from })}`, { signal, cache: 'no-store' });

/**
 * @param {AbortSignal} signal
 * @returns {Promise<Podcasts>}
 */
export const podcasts = (signal) => json('/v1/podcasts', { signal, cache: 'no-store' });

/**
 * @param {string} id
 * @param {AbortSignal} signal
 * @returns {Promise<Podcast>}
 */
export const podcast = (id, signal) => json(podcastPath(id), { signal, cache: 'no-store' });

/**
 * @param {PodcastRequest} settings
 * @param {AbortSignal} signal
 * @returns {Promise<Podcast>}
 */
export const createPodcast = (settings, signal) => send('POST', '/v1/podcasts', settings, { signal });

/**
 * @param {string} id
 * @param {PodcastSettings} settings
 * @param {AbortSignal} signal
 * @returns {Promise<Podcast>}
 */
export const changePodcast = (id, settings, signal) => send('PATCH', podcastPath(id), settings, { signal });

/**
 * @param {string} id
 * @param {AbortSignal} signal
 */
export const deletePodcast = (id, signal) => call(podcastPath(id), { method: 'DELETE', signal });

/**
 * @param {string} id
 * @param {AbortSignal} signal
 * @returns {Promise<Podcast>}
 */
export const replacePodcastSecret = (id, signal) => json(`${podcastPath(id)}/secret`, { method: 'POST', signal });

/**
 * Looks further through the library for episodes.
 *
 * @param {string} id
 * @param {string} cursor
 * @param {AbortSignal} signal
 * @returns {Promise<Podcast>}
 */
export const fillPodcast = (id, cursor, signal) => json(`${podcastPath(id)}/episodes?${query({ cursor })}`, { method: 'POST', signal });

/**
 * @param {string} id
 * @param {string} conversionId
 * @param {AbortSignal} signal
 */
export const addEpisode = (id, conversionId, signal) => call(`${podcastPath(id)}/episodes/${encodeURIComponent(conversionId)}`, { method: 'PUT', signal });

/**
 * @param {string} id
 * @param {string} conversionId
 * @param {AbortSignal} signal
 */
export const removeEpisode = (id, conversionId, signal) =>
  call(`${podcastPath(id)}/episodes/${encodeURIComponent(conversionId)}`, { method: 'DELETE', signal });

/** @param {string} id */
const podcastPath = (id) => `/v1/podcasts/${encodeURIComponent(id)}`;

/**
 * The categories of Apple Podcasts.
 *
 * @param {AbortSignal} signal
 */
export const podcastCategories = async (signal) => (await (await call('/podcast-categories.txt', { signal })).text()).trim().split('\n');

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

/**
 * Deletes a conversion with its audio; an entry that has outlived its conversion is taken off the list.
 *
 * @param {string} id
 * @param {AbortSignal} signal
 */
export async function deleteConversion(id, signal) {
  try {
    await call(`/v1/conversions/${encodeURIComponent(id)}`, { method: 'DELETE', signal });
  } catch (error) {
    if (!(error instanceof Problem) || error.status !== 404) throw error;
    await call(`/v1/library/${encodeURIComponent(id)}`, { method: 'DELETE', signal });
  }
}

/**
 * Gives a completed conversion another title.
 *
 * @param {string} id
 * @param {string} title
 * @param {AbortSignal} signal
 * @returns {Promise<Conversion>}
 */
export const renameConversion = (id, title, signal) => send('PATCH', `/v1/conversions/${encodeURIComponent(id)}`, { title }, { signal });

/** A random Idempotency-Key. (crypto.randomUUID exists on https only.) */
export function newKey() {
  return Array.from(crypto.getRandomValues(new Uint8Array(16)), (byte) => byte.toString(16).padStart(2, '0')).join('');
}

/**
 * The blogs that the account follows.
 *
 * @param {AbortSignal} signal
 * @returns {Promise<Subscriptions>}
 */
export const subscriptions = (signal) => json('/v1/subscriptions', { signal });

/**
 * Follows a blog. The response has the address that the blog can call.
 *
 * @param {SubscriptionRequest} request
 * @param {AbortSignal} signal
 * @returns {Promise<Subscription>}
 */
export const follow = (request, signal) => send('POST', '/v1/subscriptions', request, { signal });

/**
 * Follows the feeds of an OPML file. The response says what became of each. The file is sent as it is: it may have another encoding than UTF-8, and
 * API Gateway would change the bytes of a type that begins with text/.
 *
 * @param {Blob} opml
 * @param {AbortSignal} signal
 * @returns {Promise<SubscriptionImport>}
 */
export const importOpml = (opml, signal) => json('/v1/subscriptions', { method: 'POST', headers: { 'Content-Type': 'application/x-opml' }, body: opml, signal });

/** @param {string} id */
const subscriptionPath = (id) => `/v1/subscriptions/${encodeURIComponent(id)}`;

/**
 * @param {string} id
 * @param {SubscriptionSettings} settings
 * @param {AbortSignal} signal
 * @returns {Promise<Subscription>}
 */
export const changeSubscription = (id, settings, signal) => send('PATCH', subscriptionPath(id), settings, { signal });

/**
 * @param {string} id
 * @param {AbortSignal} signal
 */
export const unfollow = (id, signal) => call(subscriptionPath(id), { method: 'DELETE', signal });

/**
 * Another address for the blog to call.
 *
 * @param {string} id
 * @param {AbortSignal} signal
 * @returns {Promise<Subscription>}
 */
export const renewHook = (id, signal) => json(`${subscriptionPath(id)}/hook`, { method: 'POST', signal });

/**
 * The account's collections, the newest first.
 *
 * @param {AbortSignal} signal
 * @returns {Promise<Collections>}
 */
export const collections = (signal) => json('/v1/collections', { signal, cache: 'no-store' });

/**
 * Quotes the posts of a feed. The same key may be sent again: nothing is done twice.
 *
 * @param {CollectionRequest} request
 * @param {string} key
 * @param {AbortSignal} signal
 * @returns {Promise<Collection>}
 */
export const createCollection = (request, key, signal) => send('POST', '/v1/collections', request, { signal, headers: { 'Idempotency-Key': key } });

/** @param {string} id */
const collectionPath = (id) => `/v1/collections/${encodeURIComponent(id)}`;

/**
 * @param {string} id
 * @param {AbortSignal} signal
 * @returns {Promise<Collection>}
 */
export const collection = (id, signal) => json(collectionPath(id), { signal, cache: 'no-store' });

/**
 * @param {string} id
 * @param {CollectionAction['action']} action
 * @param {AbortSignal} signal
 * @returns {Promise<Collection>}
 */
export const changeCollection = (id, action, signal) => send('PATCH', collectionPath(id), { action }, { signal });
