import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { Window } from 'happy-dom';
import { BROWSER, COMPLETED, Channel, define, fakeImported, press, settle } from './page.js';

const ORIGIN = 'https://parler.example.com';
const POST = 'https://blog.example/2026/queues/';
const LISTEN = `${ORIGIN}/listen?url=${encodeURIComponent(POST)}`;
const LINK = '<a href="/queues.mp3">Listen</a>';

let runs = 0;

/**
 * A page of a blog with these elements, and embed.js in it.
 *
 * @param {string} html
 * @param {{ answers?: Record<string, string | number>, head?: string, dark?: boolean }} [options] answers: the page of a player, or the status of its absence
 */
async function blog(html, { answers = { [LISTEN]: COMPLETED }, head = `<link rel="canonical" href="${POST}">`, dark = false } = {}) {
  const window = new Window({ url: `${POST}?utm_source=feed#top`, settings: { disableJavaScriptFileLoading: true, disableCSSFileLoading: true, disableIframePageLoading: true, device: { prefersColorScheme: dark ? 'dark' : 'light' } } });
  window.document.head.innerHTML = head;
  for (const name of [...BROWSER, 'customElements', 'CSSStyleSheet', 'Node']) define(name, /** @type {any} */ (window)[name]);
  Channel.all.clear();
  define('BroadcastChannel', Channel);
  define('addEventListener', window.addEventListener.bind(window));
  define('requestAnimationFrame', () => 0);
  Object.defineProperty(window.navigator, 'sendBeacon', { value: () => true, configurable: true });
  Object.defineProperty(window.document, 'currentScript', { value: { src: `${ORIGIN}/embed.js` } });
  fakeImported(window);
  runs++;
  /** @type {string[]} */
  const requests = [];
  globalThis.fetch = async (address) => {
    requests.push(String(address));
    if (String(address).endsWith('.css')) return new Response('.player { --gap: -.5rem }');
    const answer = answers[String(address)] ?? 404;
    return typeof answer === 'number' ? new Response('<main data-state="unknown"></main>', { status: answer }) : new Response(answer);
  };
  /** @type {unknown[]} */
  const warnings = [];
  const code = readFileSync(new URL('../../main/resources/listen/embed.js', import.meta.url), 'utf8')
    .replace('await import(module)', 'await load(module)');
  /** @type {string[]} */
  const modules = [];
  const load = async (/** @type {string} */ module) => {
    modules.push(module);
    return import(`../../main/resources/player/component.js?${runs}`);
  };
  new Function('load', 'console', code)(load, { warn: (/** @type {unknown[]} */ ...all) => warnings.push(all) });
  window.document.body.innerHTML = html;
  const players = /** @type {any[]} */ ([...window.document.querySelectorAll('parler-player')]);
  await until(() => players.every((player) => inside(player, '.root')) || warnings.length === players.length);
  return { window, players, requests, warnings, modules };
}

/** @param {() => unknown} condition */
async function until(condition) {
  for (let i = 0; i < 1000 && !condition(); i++) await settle();
}

/**
 * What a player has inside.
 *
 * @param {any} player
 * @param {string} selector
 */
const inside = (player, selector) => player.shadowRoot.querySelector(selector);

test('without any attribute it is the player of the page around, and loads no audio', async () => {
  const { players: [player], requests, modules, warnings } = await blog(`<parler-player>${LINK}</parler-player>`);
  assert.deepEqual(requests, [LISTEN, `${ORIGIN}/player/v1/player.css`]);
  assert.deepEqual(modules, [`${ORIGIN}/player/v1/component.js`]);
  assert.deepEqual(warnings, []);
  assert.equal(inside(player, '.title').tagName, 'P', 'the page around has its own heading');
  assert.equal(inside(player, 'main'), null);
  assert.equal(inside(player, 'audio').getAttribute('src'), `${ORIGIN}/audio/x/why-queues.mp3`);
  assert.equal(inside(player, '.download').href, `${ORIGIN}/audio/x/why-queues.mp3`);
  assert.equal(inside(player, 'section').dataset.transcript, `${ORIGIN}/audio/x/transcript.json`);
  assert.equal(inside(player, '.root').lang, 'en');
});

test('a conversion, a post and an account are named by attributes', async () => {
  const { requests } = await blog('<parler-player conversion="a/b"></parler-player><parler-player url="/other/#top" account="acc_x"></parler-player>', { answers: {} });
  assert.deepEqual(requests, [`${ORIGIN}/v1/conversions/a%2Fb/player`, `${ORIGIN}/listen?url=${encodeURIComponent('https://blog.example/other/')}&account=acc_x`]);
});

test('where there is no audio, what stands inside is shown, and no height is kept free', async () => {
  const { players: [player], warnings } = await blog(`<parler-player>${LINK}</parler-player>`, { answers: { [LISTEN]: 404 } });
  assert.ok(inside(player, 'slot'));
  assert.equal(player.querySelector('a').textContent, 'Listen');
  assert.equal(warnings.length, 1);
  assert.doesNotMatch(player.shadowRoot.adoptedStyleSheets[0].cssRules[0].cssText, /min-height/);
});

test('the look follows the attributes', async () => {
  const { players: [player] } = await blog('<parler-player theme="dark" compact color="ffcc00"></parler-player>');
  const root = inside(player, '.root');
  assert.deepEqual([root.dataset.form, root.dataset.theme], ['compact', 'dark']);
  assert.notEqual(root.style.getPropertyValue('--accent'), '');
  player.removeAttribute('compact');
  player.setAttribute('form', 'mini');
  player.setAttribute('theme', 'neon');
  player.removeAttribute('color');
  assert.deepEqual([root.dataset.form, root.dataset.theme, root.style.getPropertyValue('--accent')], ['mini', 'light', '']);
});

test('it is used by script as audio is', async () => {
  const { players: [player], window } = await blog('<parler-player t="1:15"></parler-player>');
  /** @type {string[]} */
  const events = [];
  for (const type of ['play', 'pause', 'timeupdate']) player.addEventListener(type, () => events.push(type));
  assert.deepEqual([player.currentTime, player.duration, player.paused], [75, 184.608, true]);
  player.play();
  inside(player, 'audio').dispatchEvent(new window.Event('timeupdate'));
  player.currentTime = 10;
  assert.deepEqual([player.currentTime, player.paused], [10, false]);
  player.remove();
  assert.equal(player.paused, true);
  assert.deepEqual(events.slice(0, 2), ['play', 'timeupdate']);
  assert.equal(inside(player, '.play').getAttribute('part'), 'play');
});

test('one player of a page pauses another, and keys belong to the one that has the focus', async () => {
  const { players: [first, second], window } = await blog('<parler-player></parler-player><parler-player></parler-player>');
  first.play();
  second.play();
  assert.deepEqual([first.paused, second.paused], [true, false]);
  press(window, 'l', inside(first, '.play'));
  assert.deepEqual([first.currentTime, second.currentTime], [15, 0]);
  press(window, 'l', window.document.body);
  assert.deepEqual([first.currentTime, second.currentTime], [15, 0], 'keys outside are the page’s');
});

test('a frame that plays pauses a player without a frame, and is paused by it', async () => {
  const { players: [player], window } = await blog(`<iframe src="${ORIGIN}/listen?url=x"></iframe><iframe src="https://other.example/"></iframe><parler-player></parler-player>`);
  /** @type {any[]} */
  const told = [];
  const [ours, other] = [...window.document.querySelectorAll('iframe')].map((frame, i) => {
    const contentWindow = { postMessage: (/** @type {any} */ data, /** @type {string} */ target) => told.push([i, data.type, target]) };
    Object.defineProperty(frame, 'contentWindow', { value: contentWindow });
    return contentWindow;
  });
  const say = (/** @type {string} */ origin, /** @type {any} */ source) => window.dispatchEvent(Object.assign(new window.Event('message'), { origin, source, data: { type: 'parler:playing' } }));
  player.play();
  assert.deepEqual(told, [[0, 'parler:pause', ORIGIN]]);
  say('https://other.example', ours);
  say(ORIGIN, other);
  say(ORIGIN, null);
  say('https://other.example', other);
  assert.equal(player.paused, false);
  say(ORIGIN, ours);
  assert.equal(player.paused, true);
});

test('sizes follow the player’s own size, not the page’s', async () => {
  const { players: [player] } = await blog('<parler-player></parler-player>');
  assert.match(player.shadowRoot.adoptedStyleSheets.at(-1).cssRules[0].cssText, /calc\(-0\.5 \* var\(--parler-size, 16px\)\)/);
});

test('another post takes the place of the one that plays', async () => {
  const other = `${ORIGIN}/listen?url=${encodeURIComponent('https://blog.example/other/')}`;
  const { players: [player], requests } = await blog('<parler-player></parler-player>', { answers: { [LISTEN]: COMPLETED, [other]: COMPLETED.replace('why-queues.mp3', 'other.mp3') } });
  player.play();
  const before = inside(player, 'audio');
  player.setAttribute('url', '/other/');
  await until(() => inside(player, 'audio') && inside(player, 'audio') !== before);
  assert.equal(before.paused, true);
  assert.ok(requests.includes(other));
  assert.notEqual(inside(player, 'audio'), before);
});
