// The page. Its address says what it shows, so reload, back and a shared link all work:
//   /  ·  /?url=…[&as=post|posts]  ·  /?conversion=…  ·  /?paste  ·  /?library  ·  /?pronunciations  ·  /?podcasts  ·  /?podcast=…  ·  /?following  ·  /?collections[=feed]  ·  /?collection=…  ·  /?listening[=days]

import { find } from './dom.js';
import * as session from './session.js';
import { showAddress } from './views/address.js';
import { showCollection } from './views/collection.js';
import { showCollections } from './views/collections.js';
import { showConversion } from './views/conversion.js';
import { showFollowing } from './views/following.js';
import { showLibrary } from './views/library.js';
import { showPaste } from './views/paste.js';
import { showPlays } from './views/plays.js';
import { showPodcast } from './views/podcast.js';
import { showPodcasts } from './views/podcasts.js';
import { showPronunciations } from './views/pronunciations.js';
import { showRecent } from './views/recent.js';
import { showSignIn } from './views/sign-in.js';

/**
 * What a view gets: the element to draw in, a signal that aborts when the next view is shown, a way to go to another
 * address, and a way to set the window's title.
 *
 * @typedef {object} Page
 * @property {HTMLElement} view
 * @property {AbortSignal} signal
 * @property {(path: string, options?: { replace?: boolean }) => void} go
 * @property {(text?: string) => void} setTitle
 */

const view = find(document, 'div', '#view');
const address = find(document, 'input', '#address');
const form = find(document, 'form', '#find');
const intro = find(document, 'section', '#intro');
const homeTitle = document.title;
let current = new AbortController();

async function show({ focus = true, scroll = 0 } = {}) {
  current.abort();
  current = new AbortController();
  const parameters = new URLSearchParams(location.search);
  const url = parameters.get('url')?.trim();
  const page = { view, go, signal: current.signal, setTitle };
  const focused = document.activeElement;
  // Now, or it would replace what somebody types while the account is loaded.
  address.value = url ?? '';
  const home = !url && !['conversion', 'paste', 'library', 'pronunciations', 'podcasts', 'podcast', 'following', 'collections', 'collection', 'listening'].some((name) => parameters.has(name));
  const known = await session.ready();
  if (page.signal.aborted) return;
  const isPublic = parameters.has('conversion');
  intro.hidden = !home;
  form.hidden = ['paste', 'library', 'podcasts', 'podcast', 'following', 'collections', 'collection', 'listening'].some((name) => parameters.has(name)) || !known;
  document.body.dataset.view = home ? 'home' : 'inner';
  markCurrent(parameters);
  setTitle();
  view.replaceChildren();
  try {
    if (!known && !isPublic) await showSignIn(page, () => show());
    else if (parameters.has('conversion')) await showConversion(page, parameters.get('conversion') ?? '');
    else if (parameters.has('paste')) await showPaste(page);
    else if (parameters.has('library')) await showLibrary(page);
    else if (parameters.has('pronunciations')) await showPronunciations(page);
    else if (parameters.has('podcasts')) await showPodcasts(page);
    else if (parameters.has('podcast')) await showPodcast(page, parameters.get('podcast') ?? '');
    else if (parameters.has('following')) await showFollowing(page);
    else if (parameters.has('collections')) await showCollections(page, parameters.get('collections') ?? '', parameters.get('posts') === 'all');
    else if (parameters.has('collection')) await showCollection(page, parameters.get('collection') ?? '');
    else if (parameters.has('listening')) await showPlays(page, parameters.get('listening'));
    else if (url) await showAddress(page, url, parameters.get('as'));
    else await showRecent(page);
  } catch (error) {
    if (!page.signal.aborted) throw error;
    return;
  }
  if (page.signal.aborted) return;
  /** @type {HTMLElement | null} */
  const heading = view.querySelector('h1, h2');
  // Whoever has gone on to something else while it was loaded stays there.
  const isUntouched = [focused, document.body, null].includes(document.activeElement);
  if (focus && isUntouched) (heading ?? view).focus({ preventScroll: true });
  scrollTo(0, scroll);
}

/**
 * Marks the link of the header that leads to this view. A single podcast belongs to the podcasts, and a collection to the collections.
 *
 * @param {URLSearchParams} parameters
 */
function markCurrent(parameters) {
  for (const link of find(document, 'nav', '#nav').querySelectorAll('a')) {
    const [name] = new URL(link.href).searchParams.keys();
    const isHere = name && (parameters.has(name) || (['podcasts', 'collections'].includes(name) && parameters.has(name.slice(0, -1))));
    if (isHere) link.setAttribute('aria-current', 'page');
    else link.removeAttribute('aria-current');
  }
}

/** @param {string} [text] */
function setTitle(text) {
  document.title = text ? `${text} – Parler` : homeTitle;
}

/**
 * @param {string} path
 * @param {{ replace?: boolean }} [options]
 */
function go(path, { replace = false } = {}) {
  history.replaceState({ scroll: scrollY }, '');
  history[replace ? 'replaceState' : 'pushState']({}, '', path);
  show();
}

/**
 * example.com → https://example.com
 *
 * @param {string} text
 */
function withScheme(text) {
  const trimmed = text.trim();
  return /^[a-z][a-z0-9+.-]*:\/\//i.test(trimmed) ? trimmed : `https://${trimmed}`;
}

form.addEventListener('submit', (event) => {
  event.preventDefault();
  if (address.value.trim()) go(`/?${new URLSearchParams({ url: withScheme(address.value) })}`);
  else address.focus();
});

document.addEventListener('click', (event) => {
  const target = /** @type {Element | null} */ (event.target);
  /** @type {HTMLAnchorElement | null | undefined} */
  const link = target?.closest?.('a[href]');
  const plain = event.button === 0 && !(event.metaKey || event.ctrlKey || event.shiftKey || event.altKey);
  if (!link || !plain || link.target || link.hasAttribute('download')) return;
  if (link.origin === location.origin && link.pathname === '/' && !link.hash) {
    event.preventDefault();
    go(link.pathname + link.search);
  }
});

addEventListener('popstate', (event) => show({ scroll: event.state?.scroll ?? 0 }));

session.start(() => show());
history.scrollRestoration = 'manual';
show({ focus: false, scroll: history.state?.scroll ?? 0 });
