// The page: what to show stands in its address, so reload, back and a shared link all work.
//   /  ·  /?url=…[&as=post|posts]  ·  /?conversion=…  ·  /?paste  ·  /?pronunciations

import { showConversion } from './views/conversion.js';
import { showFound } from './views/found.js';
import { showLibrary } from './views/library.js';
import { showPaste } from './views/paste.js';
import { showPronunciations } from './views/pronunciations.js';

const view = document.getElementById('view');
const address = document.getElementById('address');
const form = document.getElementById('find');
const title = document.title;
let current = new AbortController();

// Each view gets where to draw, a signal that ends with it, and the way to the next one.
async function show({ focus = true, scroll = 0 } = {}) {
  current.abort();
  current = new AbortController();
  const parameters = new URLSearchParams(location.search);
  const url = parameters.get('url')?.trim();
  const page = { view, go, signal: current.signal, name };
  const home = !url && !['conversion', 'paste', 'pronunciations'].some((name) => parameters.has(name));
  document.getElementById('intro').hidden = !home;
  form.hidden = parameters.has('paste');
  document.body.dataset.view = home ? 'home' : 'inner';
  address.value = url ?? '';
  name();
  view.replaceChildren();
  try {
    if (parameters.has('conversion')) await showConversion(page, parameters.get('conversion'));
    else if (parameters.has('paste')) await showPaste(page);
    else if (parameters.has('pronunciations')) await showPronunciations(page);
    else if (url) await showFound(page, url, parameters.get('as'));
    else await showLibrary(page);
  } catch (error) {
    if (!page.signal.aborted) throw error;
    return;
  }
  if (page.signal.aborted) return;
  if (focus) (view.querySelector('h1, h2') ?? view).focus({ preventScroll: true });
  scrollTo(0, scroll);
}

function name(text) {
  document.title = text ? `${text} – Parler` : title;
}

function go(path, { replace = false } = {}) {
  history.replaceState({ scroll: scrollY }, '');
  history[replace ? 'replaceState' : 'pushState']({}, '', path);
  show();
}

// People write example.com; the address they mean begins with https://.
function whole(text) {
  const trimmed = text.trim();
  return /^[a-z][a-z0-9+.-]*:\/\//i.test(trimmed) ? trimmed : `https://${trimmed}`;
}

form.addEventListener('submit', (event) => {
  event.preventDefault();
  if (address.value.trim()) go(`/?${new URLSearchParams({ url: whole(address.value) })}`);
  else address.focus();
});

document.addEventListener('click', (event) => {
  const link = event.target.closest?.('a[href]');
  const plain = event.button === 0 && !(event.metaKey || event.ctrlKey || event.shiftKey || event.altKey);
  if (!link || !plain || link.target || link.hasAttribute('download')) return;
  if (link.origin === location.origin && link.pathname === '/' && !link.hash) {
    event.preventDefault();
    go(link.pathname + link.search);
  }
});

addEventListener('popstate', (event) => show({ scroll: event.state?.scroll ?? 0 }));

history.scrollRestoration = 'manual';
show({ focus: false, scroll: history.state?.scroll ?? 0 });
