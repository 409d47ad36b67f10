import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { setImmediate } from 'node:timers/promises';
import { test } from 'node:test';
import { Window } from 'happy-dom';

const ORIGIN = 'https://parler.example';
const POST = 'https://blog.example/2026/queues/';
const AUDIO = { title: 'Queues & "cron"', links: { player: `${ORIGIN}/listen?url=https%3A%2F%2Fblog.example%2F2026%2Fqueues` } };

/**
 * Runs a script of the archive as a page's classic script.
 *
 * @param {string} name
 * @param {string} html the page's body
 * @param {{ head?: string, data?: Record<string, string>, posts?: string[], player?: string }} [options] posts: the addresses that have audio
 */
async function run(name, html, { head = '', data = {}, posts = [POST], player = AUDIO.links.player } = {}) {
  const window = new Window({ url: `${POST}?utm_source=feed#top`, settings: { disableIframePageLoading: true, disableJavaScriptFileLoading: true, handleDisabledFileLoadingAsSuccess: true } });
  window.document.head.innerHTML = head;
  window.document.body.innerHTML = html;
  /** @type {string[]} */
  const asked = [];
  /** @type {((event: object) => void)[]} */
  const listeners = [];
  const document = new Proxy(window.document, {
    get: (target, property) => {
      if (property === 'currentScript') return { src: `${ORIGIN}/${name}`, dataset: data };
      const value = Reflect.get(target, property, target);
      return typeof value === 'function' ? value.bind(target) : value;
    },
  });
  /** @param {string} address */
  const fetch = async (address) => {
    const url = new URL(address);
    assert.equal(url.origin + url.pathname, `${ORIGIN}/v1/listen`);
    asked.push(String(url.searchParams.get('url')) + (url.searchParams.get('account') ?? ''));
    return posts.includes(String(url.searchParams.get('url'))) ? Response.json({ ...AUDIO, links: { player } }) : new Response('', { status: 404 });
  };
  const code = readFileSync(new URL(`../../main/resources/listen/${name}`, import.meta.url), 'utf8');
  /** @type {unknown[]} */
  const warnings = [];
  new Function('document', 'location', 'customElements', 'HTMLElement', 'addEventListener', 'fetch', 'console', code)(
    document, window.location, window.customElements, window.HTMLElement, (/** @type {string} */ _, /** @type {any} */ listener) => listeners.push(listener), fetch,
    { warn: (/** @type {unknown[]} */ ...all) => warnings.push(all) });
  for (let i = 0; i < 10; i++) await setImmediate();
  const frames = /** @type {any[]} */ ([...window.document.querySelectorAll('iframe')]);
  return { window, frames, asked, warnings, send: (/** @type {object} */ event) => listeners.forEach((listener) => listener(event)) };
}

test('the player of the canonical address is put before the text of the post', async () => {
  const { window, frames, asked } = await run('listen.js', '<article><h1>Queues</h1><div class="entry-content"><p>Text</p></div></article>', { head: `<link rel="canonical" href="/2026/queues/">` });
  assert.deepEqual(asked, [POST]);
  assert.equal(frames.length, 1);
  assert.equal(frames[0].src, AUDIO.links.player);
  assert.equal(frames[0].title, 'Listen: Queues & "cron"');
  assert.equal(window.document.querySelector('.entry-content')?.firstElementChild, frames[0]);
  assert.ok(window.document.querySelector(`script[src="${ORIGIN}/embed.js"]`));
});

test('without a canonical address the page’s own is asked for', async () => {
  const { asked, frames } = await run('listen.js', '<main><h1>Queues</h1><p>Text</p></main>', { posts: [`${POST}?utm_source=feed`] });
  assert.deepEqual(asked, [`${POST}?utm_source=feed`]);
  assert.equal(frames.length, 1);
});

test('where the canonical address has no audio the page’s own may have', async () => {
  const { asked, frames } = await run('listen.js', '<main><h1>Q</h1></main>', { head: '<link rel="canonical" href="https://blog.example/other">', posts: [`${POST}?utm_source=feed`] });
  assert.deepEqual(asked, ['https://blog.example/other', `${POST}?utm_source=feed`]);
  assert.equal(frames.length, 1);
});

test('a post without audio is left as it is', async () => {
  const { window, frames, warnings } = await run('listen.js', '<article><h1>Queues</h1></article>', { posts: [] });
  assert.equal(frames.length, 0);
  assert.equal(window.document.querySelectorAll('script').length, 0);
  assert.deepEqual(warnings, []);
});

test('the player stands after the heading of an article', async () => {
  const { frames } = await run('listen.js', '<article><header><h1>Queues</h1></header><p>Text</p></article>', { posts: [`${POST}?utm_source=feed`] });
  assert.equal(frames[0].previousElementSibling?.tagName, 'HEADER');
});

test('a page with several articles is a list, and gets no player', async () => {
  const { frames, asked } = await run('listen.js', '<main><article>One</article><article>Two</article></main>', { posts: [`${POST}?utm_source=feed`] });
  assert.equal(frames.length, 0);
  assert.deepEqual(asked, []);
});

test('a post that has a player already gets no second one', async () => {
  const { frames, asked } = await run('listen.js', `<main><iframe src="${AUDIO.links.player}"></iframe></main>`, { posts: [`${POST}?utm_source=feed`] });
  assert.equal(frames.length, 1);
  assert.deepEqual(asked, []);
});

test('the attributes choose the place, the account, the post and the look', async () => {
  const { window, frames, asked } = await run('listen.js', '<article><p>Text</p></article><div id="audio"></div>',
    { data: { selector: '#audio', account: '+acc_x', url: POST, theme: 'dark', form: 'mini' } });
  assert.deepEqual(asked, [`${POST}+acc_x`]);
  assert.equal(frames[0].parentElement, window.document.querySelector('#audio'));
  assert.equal(new URL(frames[0].src).searchParams.get('theme'), 'dark');
  assert.equal(new URL(frames[0].src).searchParams.get('form'), 'mini');
  assert.equal(frames[0].height, '48');
});

test('a selector that matches nothing shows nothing', async () => {
  const { frames, asked } = await run('listen.js', '<article><p>Text</p></article>', { data: { selector: '#none' } });
  assert.equal(frames.length, 0);
  assert.deepEqual(asked, []);
});

test('a player of another origin is never put on the page', async () => {
  const { frames, warnings } = await run('listen.js', '<main></main>', { posts: [`${POST}?utm_source=feed`], player: 'https://evil.example/' });
  assert.equal(frames.length, 0);
  assert.equal(warnings.length, 1);
});

test('a frame gets the height that it tells, from its own origin only', async () => {
  const { frames, send } = await run('embed.js', `<iframe src="${ORIGIN}/listen?url=x"></iframe><iframe src="https://other.example/"></iframe>`);
  const [ours, other] = frames;
  for (const frame of frames) Object.defineProperty(frame, 'contentWindow', { value: {} });
  const data = { type: 'parler:height', height: 321.2 };

  send({ origin: 'https://other.example', source: ours.contentWindow, data });
  send({ origin: ORIGIN, source: other.contentWindow, data });
  send({ origin: ORIGIN, source: {}, data });
  send({ origin: ORIGIN, source: ours.contentWindow, data: null });
  send({ origin: ORIGIN, source: ours.contentWindow, data: { type: 'parler:height', height: '9px;x' } });
  assert.equal(ours.style.height, '');
  assert.equal(other.style.height, '');

  send({ origin: ORIGIN, source: ours.contentWindow, data });
  assert.equal(ours.style.height, '322px');
  send({ origin: ORIGIN, source: ours.contentWindow, data: { type: 'parler:height', height: 1e9 } });
  assert.equal(ours.style.height, '1200px');
  assert.equal(other.style.height, '');
});
