// The account's conversions as the library shows them: loaded page by page, filtered, sorted, one row for each post.

import * as api from './api.js';
import { host } from './format.js';
import { groupBy } from './group.js';

/** @typedef {api.Library['conversions'][number]} Entry */
/** @typedef {'' | Entry['status']} Status */
/** @typedef {'newest' | 'oldest' | 'title' | 'longest'} Order */
/** @typedef {{ text: string, status: Status, order: Order }} Query */

/**
 * The conversions of one post, the newest first.
 *
 * @typedef {{ key: string, newest: Entry, earlier: Entry[] }} Group
 */

const PAGE_SIZE = 100;

/**
 * Loads up to a number of pages, and hands each over as it arrives.
 *
 * @param {AbortSignal} signal
 * @param {(entries: Entry[]) => void} onPage
 * @param {{ cursor?: string, pages?: number }} [from]
 * @returns {Promise<string | undefined>} where older entries begin; undefined when all are loaded
 */
export async function loadEntries(signal, onPage, { cursor, pages = 20 } = {}) {
  let next = cursor;
  for (let page = 0; page < pages; page++) {
    const { conversions, nextCursor } = await api.library(next, PAGE_SIZE, signal);
    onPage(conversions);
    next = nextCursor;
    if (!next) return undefined;
  }
  return next;
}

/**
 * What the entries of one post have in common; a pasted text is a post of its own.
 *
 * @param {Entry} entry
 */
export const postOf = ({ post, id, request }) => post ?? (request?.source.postId ? `${request.source.feedUrl} ${request.source.postId}` : id);

/**
 * A row for each post.
 *
 * @param {Entry[]} entries newest first
 * @returns {Group[]}
 */
export function groupByPost(entries) {
  return [...groupBy(entries, postOf)].map(([key, [newest, ...earlier]]) => ({ key, newest, earlier }));
}

/**
 * The rows that a query finds, in its order.
 *
 * @param {Entry[]} entries newest first
 * @param {Query} query
 * @returns {Group[]}
 */
export function search(entries, { text, status, order }) {
  const titles = new Map([...entries].reverse().filter(({ title }) => title).map((entry) => [postOf(entry), entry.title ?? '']));
  const words = text.toLowerCase().split(/\s+/).filter(Boolean);
  const found = entries.filter((entry) => {
    const haystack = [titles.get(postOf(entry)), entry.sourceUrl, entry.voice, entry.problem?.title].join(' ').toLowerCase();
    return (!status || entry.status === status) && words.every((word) => haystack.includes(word));
  });
  return groupByPost(found).sort(comparator(order, titles));
}

/**
 * @param {Order} order
 * @param {Map<string, string>} titles
 * @returns {(a: Group, b: Group) => number}
 */
function comparator(order, titles) {
  const byTime = (/** @type {Group} */ a, /** @type {Group} */ b) => b.newest.createdAt.localeCompare(a.newest.createdAt);
  switch (order) {
    case 'oldest': return (a, b) => byTime(b, a);
    case 'longest': return (a, b) => (b.newest.seconds ?? 0) - (a.newest.seconds ?? 0) || byTime(a, b);
    case 'title': return (a, b) => titleOf(a.newest, titles).localeCompare(titleOf(b.newest, titles)) || byTime(a, b);
    default: return byTime;
  }
}

/**
 * Which post it is. Before it is completed there is only its address.
 *
 * @param {Entry} entry
 * @param {Map<string, string>} [titles] of posts that were converted before
 */
export function titleOf(entry, titles) {
  const { title, sourceUrl, request } = entry;
  if (title) return title;
  const known = titles?.get(postOf(entry));
  if (known) return known;
  if (sourceUrl) return addressText(sourceUrl);
  return request?.source.feedUrl ? `A post of ${host(request.source.feedUrl)}` : 'A post without a title';
}

/**
 * https://www.example.com/2026/a%20post/ → example.com/2026/a post
 *
 * @param {string} address
 */
function addressText(address) {
  try {
    const { pathname, search: parameters } = new URL(address);
    return host(address) + decodeURIComponent(pathname).replace(/\/$/, '') + parameters;
  } catch {
    return address;
  }
}

/**
 * The entry after its conversion went on.
 *
 * @param {Entry} entry
 * @param {api.Conversion} state
 * @returns {Entry}
 */
export function withState(entry, state) {
  const { title = entry.title, voice = entry.voice, sourceUrl = entry.sourceUrl, audio, links, error } = state;
  if (state.status === 'failed' && error) return { ...entry, title, voice, status: 'failed', problem: { type: error.type, title: error.title, detail: error.detail } };
  if (state.status !== 'completed' || !audio) return entry;
  return {
    ...entry, title, voice, sourceUrl, status: 'completed', seconds: audio.seconds, bytes: audio.bytes, playerUrl: links.player,
    ...(state.visibility !== 'private' && { audioUrl: audio.url }),
  };
}

/**
 * A playlist that every player opens.
 *
 * @param {Entry[]} entries
 */
export function playlist(entries) {
  const items = entries.filter(({ audioUrl }) => audioUrl)
    .map((entry) => `#EXTINF:${Math.round(entry.seconds ?? 0)},${titleOf(entry).replace(/[\r\n]+/g, ' ')}\n${entry.audioUrl}\n`);
  return `#EXTM3U\n${items.join('')}`;
}
