// The library: all conversions of the account, with what can be done with them.

import * as api from '../api.js';
import { announce, find, h, isPresent, waiting } from '../dom.js';
import { count } from '../format.js';
import { loadEntries, search, titleOf, withState } from '../library.js';
import { problemBox, problemTitle } from '../problems.js';
import { bulkBar } from './library-bulk.js';
import { groupRow, showProgress } from './library-row.js';
import { playQueue } from './play-queue.js';

/** @typedef {import('../app.js').Page} Page */
/** @typedef {import('../library.js').Entry} Entry */
/** @typedef {import('../library.js').Query} Query */

const ROWS = 50;
const POLL_SECONDS = 2;
const MAX_POLLED = 20;

/**
 * What a row may do.
 *
 * @typedef {object} Actions
 * @property {Page} page
 * @property {Set<string>} selected the ids of the newest conversions of the selected posts
 * @property {() => void} onSelect
 * @property {(entry: Entry) => void} play
 * @property {(entry: Entry) => Promise<void>} retry
 * @property {(entry: Entry, title: string) => Promise<void>} rename throws a Problem
 * @property {() => void} redraw draws the rows that have changed
 * @property {(entries: Entry[]) => Promise<void>} remove after a confirmation
 */

/**
 * A post as it is drawn.
 *
 * @typedef {object} Row
 * @property {Entry[]} members its conversions, the newest first
 * @property {HTMLElement} element
 */

/** @param {Page} page */
export async function showLibrary(page) {
  page.setTitle('Library');
  /** @type {Entry[]} Newest first. */
  let entries = [];
  /** @type {import('../library.js').Group[]} What the query finds. */
  let groups = [];
  let rows = ROWS;
  let isLoading = true;
  /** @type {string | undefined} Where entries begin that are not loaded. */
  let next;
  const selected = new Set();
  const query = queryOf(new URLSearchParams(location.search));
  const list = h('ol', { class: 'recent library' });
  /** @type {Map<string, Row>} The rows of the list by post. */
  let drawn = new Map();
  const summary = h('p', { class: 'meta', id: 'library-count', role: 'status' });
  const more = h('div', { class: 'more' });
  const message = h('div');
  const queue = playQueue(page);
  const bulk = bulkBar(page, {
    chosen: () => groups.filter(({ newest }) => selected.has(newest.id)),
    clear: () => { selected.clear(); draw(); },
    remove,
  });
  /** @type {Actions} */
  const actions = { page, selected, onSelect: bulk.draw, play, retry, rename, redraw: draw, remove };
  page.view.replaceChildren(
    h('header', { class: 'view-head' }, h('h1', { tabindex: '-1' }, 'Library')),
    queryFields(query, () => { rows = ROWS; remember(query); draw(); }),
    summary, bulk.element, message, list, more, queue.element);
  await load();
  // Not awaited: the page is shown now, and progress is drawn as it arrives.
  poll().catch((error) => {
    if (!page.signal.aborted) throw error;
  });

  async function load() {
    isLoading = true;
    more.replaceChildren(waiting('Loading the library'));
    try {
      next = await loadEntries(page.signal, (loaded) => {
        entries = [...entries, ...loaded];
        draw();
      }, { cursor: next });
      isLoading = false;
      draw();
    } catch (error) {
      if (page.signal.aborted || !(error instanceof api.Problem)) throw error;
      more.replaceChildren(problemBox(error, reload));
    }
  }

  function reload() {
    entries = [];
    next = undefined;
    return load();
  }

  function draw() {
    groups = search(entries, query);
    drawRows(groups.slice(0, rows));
    summary.textContent = !entries.length ? (isLoading ? '' : 'Nothing has been converted yet.')
      : groups.length ? `${count(groups.length, 'post')}${query.text || query.status ? ' found' : ''}` : 'Nothing in the library is like that.';
    bulk.draw();
    queue.setEntries(groups.map(({ newest }) => newest));
    if (isLoading) return;
    more.replaceChildren(...[
      groups.length > rows && h('button', { type: 'button', class: 'quiet', onclick: () => { rows += ROWS; draw(); } }, 'Show more'),
      next && h('button', { type: 'button', class: 'quiet', onclick: load }, 'Load older ones'),
    ].filter(isPresent));
  }

  /**
   * A row that has not changed stays as it is: somebody may be using it. A row in which a title is being typed stays until that has ended.
   *
   * @param {import('../library.js').Group[]} shown
   */
  function drawRows(shown) {
    const focused = /** @type {HTMLElement | null} */ (document.activeElement)?.id;
    const open = new Set([...list.querySelectorAll('details[open]')].map(({ id }) => id));
    const before = drawn;
    drawn = new Map(shown.map((group) => {
      const members = [group.newest, ...group.earlier];
      const row = before.get(group.key);
      const isSame = row?.members.length === members.length && members.every((entry, i) => entry === row.members[i]);
      return [group.key, row && (isSame || row.element.querySelector('.row-rename')) ? row : { members, element: groupRow(group, actions, open.has(`earlier-${group.newest.id}`)) }];
    }));
    const elements = [...drawn.values()].map(({ element }) => element);
    const isShown = new Set(/** @type {Element[]} */ (elements));
    for (const element of [...list.children]) if (!isShown.has(element)) element.remove();
    elements.forEach((element, i) => {
      if (list.children[i] !== element) list.insertBefore(element, list.children[i] ?? null);
    });
    for (const [, { members: [newest], element }] of drawn) find(element, 'input').checked = selected.has(newest.id);
    if (focused && document.activeElement?.id !== focused) document.getElementById(focused)?.focus();
  }

  /** @param {Entry} entry */
  function play(entry) {
    queue.play(entry);
  }

  /** Asks for the running conversions until the page is left. */
  async function poll() {
    for (;;) {
      const running = entries.filter(({ status }) => status === 'running').slice(0, MAX_POLLED);
      for (const entry of running) await update(entry);
      await new Promise((resolve) => { setTimeout(resolve, POLL_SECONDS * 1000); });
      page.signal.throwIfAborted();
    }
  }

  /** @param {Entry} entry */
  async function update(entry) {
    try {
      const response = await api.conversion(entry.id, undefined, page.signal);
      if (!response) return;
      const now = withState(entry, response.state);
      if (now === entry) return showProgress(list, entry.id, response.state);
      entries = entries.map((one) => (one.id === entry.id ? now : one));
      draw();
      announce(now.status === 'completed' ? `${titleOf(now)} is ready` : `${titleOf(now)} failed`);
    } catch (error) {
      if (page.signal.aborted || !(error instanceof api.Problem)) throw error;
    }
  }

  /**
   * Converts the same again. The failed entry stays as an earlier one of the post.
   *
   * @param {Entry} entry
   */
  async function retry(entry) {
    if (!entry.request) return;
    message.replaceChildren();
    try {
      const { id } = await api.convert(/** @type {api.ConversionRequest} */ (entry.request), retryKey(entry.id), page.signal);
      entries = [{ ...entry, problem: undefined, id, status: 'running', createdAt: new Date().toISOString() }, ...entries.filter((one) => one.id !== id)];
      const button = document.getElementById(`retry-${entry.id}`);
      draw();
      // The button is gone, or hidden among the earlier ones.
      const places = /** @type {(Element | null)[]} */ ([button, document.body, null]);
      if (places.includes(document.activeElement)) (document.getElementById(`open-${id}`) ?? find(page.view, 'h1')).focus();
      announce('It is being converted again');
    } catch (error) {
      if (page.signal.aborted || !(error instanceof api.Problem)) throw error;
      message.replaceChildren(problemBox(error));
    }
  }

  /**
   * The row draws the new title when its form is closed.
   *
   * @param {Entry} entry
   * @param {string} title
   */
  async function rename(entry, title) {
    const state = await api.renameConversion(entry.id, title, page.signal);
    entries = entries.map((one) => (one.id === entry.id ? { ...one, title: state.title } : one));
    announce(`The title is now ${state.title}`);
  }

  /**
   * Deletes conversions with their audio.
   *
   * @param {Entry[]} chosen
   */
  async function remove(chosen) {
    const what = chosen.length === 1 ? `“${titleOf(chosen[0])}”` : count(chosen.length, 'conversion');
    if (!confirm(`Delete ${what}? The audio is deleted too, and pages that embed it can’t play it any more.`)) return;
    message.replaceChildren();
    /** @type {api.Problem | undefined} */
    let failure;
    let deleted = 0;
    for (const { id } of chosen) {
      try {
        await api.deleteConversion(id, page.signal);
        deleted++;
        selected.delete(id);
        entries = entries.filter((one) => one.id !== id);
      } catch (error) {
        if (page.signal.aborted || !(error instanceof api.Problem)) throw error;
        failure = error;
      }
    }
    draw();
    announce(failure ? problemTitle(failure) : `${count(deleted, 'conversion')} deleted`);
    if (failure) message.replaceChildren(problemBox(failure));
    else find(page.view, 'h1').focus({ preventScroll: true });
  }
}

/** @type {Map<string, string>} One key for each failed entry: pressing the button twice converts nothing twice. */
const retryKeys = new Map();

/** @param {string} id */
function retryKey(id) {
  const key = retryKeys.get(id) ?? api.newKey();
  retryKeys.set(id, key);
  return key;
}

/**
 * @param {URLSearchParams} parameters
 * @returns {Query}
 */
function queryOf(parameters) {
  return {
    text: parameters.get('q') ?? '',
    status: /** @type {Query['status']} */ (parameters.get('status') ?? ''),
    order: /** @type {Query['order']} */ (parameters.get('order') ?? 'newest'),
  };
}

/**
 * Puts the query into the address, so that reload and Back show the same.
 *
 * @param {Query} query
 */
function remember({ text, status, order }) {
  const parameters = new URLSearchParams({ library: '', ...(text && { q: text }), ...(status && { status }), ...(order !== 'newest' && { order }) });
  history.replaceState(history.state, '', `/?${String(parameters).replace('library=', 'library')}`);
}

/**
 * @param {Query} query
 * @param {() => void} onChange
 */
function queryFields(query, onChange) {
  const text = h('input', { id: 'library-text', type: 'search', autocomplete: 'off', value: query.text });
  const status = h('select', { id: 'library-status' },
    Object.entries({ '': 'All', running: 'Running', failed: 'Failed', completed: 'Completed' }).map(([value, label]) => h('option', { value }, label)));
  const order = h('select', { id: 'library-order' },
    Object.entries({ newest: 'Newest first', oldest: 'Oldest first', title: 'By title', longest: 'Longest first' }).map(([value, label]) => h('option', { value }, label)));
  status.value = query.status;
  order.value = query.order;
  const change = () => {
    Object.assign(query, { text: text.value, status: status.value, order: order.value });
    onChange();
  };
  text.addEventListener('input', change);
  status.addEventListener('change', change);
  order.addEventListener('change', change);
  return h('div', { class: 'library-query', role: 'search', 'aria-label': 'Library' },
    h('div', { class: 'field wide' }, h('label', { for: 'library-text' }, 'Search in the library'), text),
    h('div', { class: 'field' }, h('label', { for: 'library-status' }, 'Show'), status),
    h('div', { class: 'field' }, h('label', { for: 'library-order' }, 'Order'), order));
}
