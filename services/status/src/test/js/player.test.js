import assert from 'node:assert/strict';
import { setImmediate } from 'node:timers/promises';
import { mock, test } from 'node:test';
import { Window } from 'happy-dom';

const WAITING = '<main class="player" data-state="waiting" data-conversion="/v1/conversions/c"><progress></progress><p class="message"></p></main>';
const COMPLETED = `<main class="player" data-state="completed" data-seconds="200" data-chapters="/chapters" data-transcript="/transcript">
  <audio controls src="/a.mp3"></audio>
  <template><div class="controls">
    <button type="button" class="play" aria-label="Play"></button>
    <input type="range" class="seek" min="0" step="any" value="0">
    <p><span class="now">0:00</span> / <span class="all"></span></p>
    <button type="button" class="back"></button><button type="button" class="forth"></button>
    <select><option>1</option><option>1.5</option></select>
  </div></template>
  <a class="vtt" href="/t.vtt">Transcript</a>
  <section class="chapters" hidden><ol></ol></section>
  <section class="transcript" hidden><div class="words"></div></section>
  <p class="message"></p>
</main>`;
const CHAPTERS = { chapters: [{ startTime: 0, title: 'One' }, { startTime: 60.5, title: 'Two' }] };
const TRANSCRIPT = { segments: [
  { startTime: 0, body: 'A title', block: 'title', role: 'title' },
  { startTime: 2, body: 'First.', block: 'b1', role: 'text' },
  { startTime: 4, body: 'Second.', block: 'b1', role: 'text' },
] };

let runs = 0;

/**
 * Opens a player page and runs its script. The answers are by path, and repeated.
 *
 * @param {string} main
 * @param {Record<string, any>} answers
 */
async function open(main, answers = {}, hash = '') {
  const window = new Window({ url: `https://parler.example/v1/conversions/c/player${hash}`, settings: { disableCSSFileLoading: true } });
  window.document.body.innerHTML = main;
  // The player's own clock, so that a test decides what is loaded.
  for (const audio of /** @type {any[]} */ ([...window.document.querySelectorAll('audio')])) {
    Object.defineProperty(audio, 'readyState', { value: 0, writable: true });
    Object.defineProperty(audio, 'duration', { value: NaN, writable: true });
    Object.defineProperty(audio, 'currentTime', { value: 0, writable: true });
  }
  for (const name of ['document', 'location', 'history', 'navigator', 'DOMParser', 'matchMedia']) {
    Object.defineProperty(globalThis, name, { value: /** @type {any} */ (window)[name], configurable: true, writable: true });
  }
  Object.defineProperty(globalThis, 'addEventListener', { value: window.addEventListener.bind(window), configurable: true });
  /** @type {{ path: string, etag: string | null }[]} */
  const requests = [];
  globalThis.fetch = async (path, { headers } = {}) => {
    requests.push({ path: String(path), etag: new Headers(headers).get('If-None-Match') });
    const answer = answers[String(path)];
    const response = typeof answer === 'function' ? answer() : answer ?? new Response('', { status: 404 });
    if (response instanceof Error) throw response;
    return response instanceof Response ? response.clone() : response instanceof Promise ? response : Response.json(response, { headers: { ETag: '"t"' } });
  };
  await import(`../../main/resources/player/player.js?${++runs}`);
  await settle();
  return { window, requests };
}

async function settle() {
  for (let i = 0; i < 20; i++) await setImmediate();
}

/** @param {string} selector */
const text = (selector) => document.querySelector(selector)?.textContent;

const audio = () => /** @type {any} */ (document.querySelector('audio'));

/** @param {string} hash */
async function startsAt(hash) {
  await open(COMPLETED, {}, hash);
  return audio().currentTime;
}

test('a time in the address is where the player starts', async () => {
  for (const hash of ['#t=75', '#t=1:15', '#t=0:01:15', '#t=1m15s', '#t=75s', '#t=75.0']) assert.equal(await startsAt(hash), 75, hash);
  for (const hash of ['', '#t=', '#t=abc', '#words', '#t=-5']) assert.equal(await startsAt(hash), 0, hash);
  assert.equal(await startsAt('#t=9:00:00'), 200, 'not behind the end');
});

test('the time from the address is used once the audio has loaded', async () => {
  const { window } = await open(COMPLETED, {}, '#t=75');
  assert.equal(text('.now'), '1:15');
  audio().currentTime = 0;
  audio().readyState = 1;
  audio().duration = 201;
  audio().dispatchEvent(new window.Event('loadedmetadata'));
  assert.equal(audio().currentTime, 75);
  assert.equal(text('.all'), '3:21');
});

test('buttons and keys seek by their step, and not beyond the ends', async () => {
  const { window } = await open(COMPLETED);
  /** @type {HTMLElement} */ (document.querySelector('.forth')).click();
  assert.equal(audio().currentTime, 15);
  const seek = /** @type {any} */ (document.querySelector('.seek'));
  for (const [key, expected] of [['ArrowRight', 20], ['PageUp', 50], ['PageDown', 20], ['ArrowDown', 15], ['x', 15]]) {
    seek.dispatchEvent(new window.KeyboardEvent('keydown', { key: String(key) }));
    assert.equal(audio().currentTime, expected, String(key));
  }
  /** @type {HTMLElement} */ (document.querySelector('.back')).click();
  /** @type {HTMLElement} */ (document.querySelector('.back')).click();
  assert.equal(audio().currentTime, 0);
  assert.equal(seek.getAttribute('aria-valuetext'), '0 seconds of 3 minutes 20 seconds');
});

test('the speed is the audio’s playback rate', async () => {
  const { window } = await open(COMPLETED);
  const speed = /** @type {HTMLSelectElement} */ (document.querySelector('select'));
  speed.value = '1.5';
  speed.dispatchEvent(/** @type {any} */ (new window.Event('change')));
  assert.equal(audio().playbackRate, 1.5);
});

test('chapters are links to their times, and the current one is marked', async () => {
  await open(COMPLETED, { '/chapters': CHAPTERS });
  const links = [...document.querySelectorAll('.chapters a')];
  assert.deepEqual(links.map((link) => [link.textContent, link.getAttribute('href')]), [['0:00One', '#t=0'], ['1:00Two', '#t=60.5']]);
  assert.equal(/** @type {HTMLElement} */ (document.querySelector('.chapters')).hidden, false);
  assert.deepEqual(links.map((link) => link.getAttribute('aria-current')), ['true', null]);
  /** @type {HTMLElement} */ (links[1]).click();
  assert.equal(audio().currentTime, 60.5);
  assert.deepEqual(links.map((link) => link.getAttribute('aria-current')), [null, 'true']);
});

test('a single chapter is not listed', async () => {
  await open(COMPLETED, { '/chapters': { chapters: CHAPTERS.chapters.slice(0, 1) } });
  assert.equal(document.querySelectorAll('.chapters a').length, 0);
});

test('the transcript has a paragraph for each block, and replaces the download', async () => {
  await open(COMPLETED, { '/transcript': TRANSCRIPT });
  assert.deepEqual([...document.querySelectorAll('.words p')].map((p) => [p.className, p.textContent]), [['heading', 'A title '], ['', 'First. Second. ']]);
  assert.equal(document.querySelector('.vtt'), null);
});

test('without chapters and transcript the audio plays all the same', async () => {
  await open(COMPLETED, { '/chapters': new Error('offline') });
  assert.ok(document.querySelector('.controls .play'));
  assert.ok(document.querySelector('.vtt'));
});

test('a waiting page shows the progress and becomes the player', async () => {
  const states = [{ status: 'queued' }, { status: 'processing', progress: { done: 43, total: 100 } }];
  /** @type {string[]} */
  const shown = [];
  const { requests } = await open(WAITING, {
    '/v1/conversions/c?wait=20': () => {
      shown.push(text('.message') ?? '');
      return states.shift() ?? { status: 'completed' };
    },
    '/v1/conversions/c/player': new Response(`<title>Ready</title>${COMPLETED}`),
  });
  assert.deepEqual(shown, ['', 'Waiting for a voice…', 'Speaking… 43 %']);
  assert.deepEqual(requests.slice(0, 3).map(({ etag }) => etag), [null, '"t"', '"t"']);
  assert.equal(document.title, 'Ready');
  assert.ok(document.querySelector('.controls .play'));
});

test('a waiting page tries again after a lost connection', async (t) => {
  mock.timers.enable({ apis: ['setTimeout'] });
  t.after(() => mock.timers.reset());
  const answers = [new Error('offline'), new Response('', { status: 503 })];
  const { requests } = await open(WAITING, { '/v1/conversions/c?wait=20': () => answers.shift() ?? new Promise(() => {}) });
  assert.equal(text('.message'), 'The connection was lost. Trying again…');
  mock.timers.tick(1000);
  await settle();
  assert.equal(requests.length, 2);
  mock.timers.tick(1999);
  await settle();
  assert.equal(requests.length, 2, 'the second pause is longer');
  mock.timers.tick(1);
  await settle();
  assert.equal(requests.length, 3);
});
