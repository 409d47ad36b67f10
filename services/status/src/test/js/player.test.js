import assert from 'node:assert/strict';
import { mock, test } from 'node:test';
import { AUDIO, CHAPTERS, COMPLETED, Channel, TRANSCRIPT, all, audio, one, open, playOnTo, press, settle, textOf } from './page.js';

const THREE_CHAPTERS = { chapters: [{ startTime: 0, title: 'One' }, { startTime: 60.5, title: 'Two' }, { startTime: 120, title: 'Three' }] };
const SENTENCES = { segments: [
  { startTime: 0, body: 'A title', block: 'title', role: 'title' },
  { startTime: 2, body: 'First one.', block: 'b1', role: 'text', words: [{ startTime: 2, endTime: 3, body: 'First' }, { startTime: 3, endTime: 4, body: 'one' }] },
  { startTime: 4, body: 'Second.', block: 'b1', role: 'text' },
] };
const ANSWERS = { [CHAPTERS]: THREE_CHAPTERS, [TRANSCRIPT]: SENTENCES };

/** @param {string} panel */
async function click(panel) {
  one(`[aria-controls=${panel}]`).click();
  await settle();
}

test('nothing is loaded before Play', async () => {
  const { loaded } = await open(COMPLETED, { answers: ANSWERS });
  assert.deepEqual(loaded(), []);
  assert.equal(audio().getAttribute('preload'), 'none');
  assert.equal(textOf('.all'), '3:04');
  one('.play').click();
  await settle();
  assert.deepEqual(loaded().sort(), [CHAPTERS, TRANSCRIPT]);
  await click('transcript');
  assert.equal(loaded().length, 2, 'once');
});

test('a time in the address is where the player starts', async () => {
  for (const address of ['#t=75', '?t=1:15']) {
    await open(COMPLETED, { address });
    assert.equal(audio().currentTime, 75, address);
  }
  await open(COMPLETED, { address: '#t=9:00:00' });
  assert.equal(audio().currentTime, 184.608, 'not behind the end');
});

test('the time from the address is used once the audio has loaded', async () => {
  const { window } = await open(COMPLETED, { address: '#t=75' });
  assert.equal(textOf('.now'), '1:15');
  audio().currentTime = 0;
  audio().readyState = 1;
  audio().duration = 201;
  audio().dispatchEvent(new window.Event('loadedmetadata'));
  assert.equal(audio().currentTime, 75);
  assert.equal(textOf('.all'), '3:21');
});

test('buttons and keys seek by their step, and not beyond the ends', async () => {
  const { window } = await open(COMPLETED);
  one('.forth').click();
  assert.equal(audio().currentTime, 15);
  for (const [key, expected] of /** @type {[string, number][]} */ ([['ArrowRight', 20], ['PageUp', 50], ['PageDown', 20], ['ArrowDown', 15], ['x', 15]])) {
    press(window, key, one('.seek'));
    assert.equal(audio().currentTime, expected, key);
  }
  one('.back').click();
  one('.back').click();
  assert.equal(audio().currentTime, 0);
  assert.equal(one('.seek').getAttribute('aria-valuetext'), '0 seconds of 3 minutes 4 seconds');
});

test('speed, volume and position are remembered, and nothing else', async () => {
  const { window } = await open(COMPLETED);
  one('.speed').value = '1.5';
  one('.speed').dispatchEvent(new window.Event('change'));
  one('.volume').value = '0.5';
  one('.volume').dispatchEvent(new window.Event('input'));
  one('.play').click();
  playOnTo(42.7);
  assert.deepEqual(JSON.parse(localStorage.getItem('parler:settings') ?? ''), { speed: 1.5, volume: 0.5, muted: false });
  assert.deepEqual(JSON.parse(localStorage.getItem('parler:positions') ?? ''), { [AUDIO]: 42 });
  audio().dispatchEvent(new window.Event('ended'));
  assert.deepEqual(JSON.parse(localStorage.getItem('parler:positions') ?? ''), {});
});

test('what was remembered is used, but a time in the address comes first', async () => {
  const stored = { 'parler:settings': { speed: 2, volume: 0.25, muted: true }, 'parler:positions': { [AUDIO]: 42 } };
  await open(COMPLETED, { stored });
  assert.deepEqual([audio().playbackRate, audio().volume, audio().muted, audio().currentTime], [2, 0.25, true, 42]);
  assert.equal(one('.speed').value, '2');
  assert.equal(one('.mute').getAttribute('aria-label'), 'Unmute');
  await open(COMPLETED, { stored, address: '#t=10' });
  assert.equal(audio().currentTime, 10);
  await open(COMPLETED, { stored: { 'parler:settings': { speed: 99, volume: 'loud' }, 'parler:positions': { [AUDIO]: 184 } } });
  assert.deepEqual([audio().playbackRate, audio().volume, audio().currentTime], [1, 1, 0], 'invalid values, and the very end');
});

test('without storage the player plays all the same', async () => {
  const refuse = () => { throw new Error('SecurityError'); };
  await open(COMPLETED, { globals: { localStorage: { getItem: refuse, setItem: refuse } } });
  one('.play').click();
  playOnTo(42);
  one('.speed').dispatchEvent(new Event('change'));
  assert.equal(audio().paused, false);
});

test('a player pauses when another one starts', async () => {
  await open(COMPLETED);
  const other = new Channel('parler:playing');
  /** @type {any[]} */
  const told = [];
  other.addEventListener('message', ({ data }) => told.push(data));
  one('.play').click();
  assert.deepEqual(told, ['playing']);
  other.postMessage('playing');
  assert.equal(audio().paused, true);
});

test('chapters are one stop of the Tab key', async () => {
  const { window } = await open(COMPLETED, { answers: ANSWERS });
  await click('chapters');
  const links = all('#chapters a');
  assert.deepEqual(links.map((link) => [link.textContent, link.getAttribute('href')]), [['0:00One', '#t=0'], ['1:00Two', '#t=60.5'], ['2:00Three', '#t=120']]);
  assert.deepEqual(links.map((link) => link.tabIndex), [0, -1, -1]);
  links[0].focus();
  press(window, 'ArrowDown', links[0]);
  assert.equal(document.activeElement, links[1]);
  press(window, 'End', links[1]);
  assert.equal(document.activeElement, links[2]);
  assert.deepEqual(links.map((link) => link.tabIndex), [-1, -1, 0]);
  links[1].click();
  assert.equal(audio().currentTime, 60.5);
  assert.deepEqual(links.map((link) => link.getAttribute('aria-current')), [null, 'true', null]);
});

test('a single chapter is not listed', async () => {
  const answers = { [CHAPTERS]: { chapters: THREE_CHAPTERS.chapters.slice(0, 1) } };
  await open(COMPLETED, { answers });
  await click('chapters');
  assert.equal(textOf('#chapters .none'), 'This audio has no chapters.');
  await open(COMPLETED, { answers });
  one('.play').click();
  await settle();
  assert.equal(one('[aria-controls=chapters]').hidden, true);
});

test('the transcript is closed, and has a paragraph for each block', async () => {
  await open(COMPLETED, { answers: ANSWERS });
  assert.equal(one('#transcript').hidden, true);
  assert.equal(one('[aria-controls=transcript]').getAttribute('aria-expanded'), 'false');
  await click('transcript');
  assert.equal(one('#transcript').hidden, false);
  assert.equal(one('[aria-controls=transcript]').getAttribute('aria-expanded'), 'true');
  assert.deepEqual(all('.words p').map((p) => [p.className, p.textContent]), [['heading', 'A title'], ['', 'First one. Second.']]);
  assert.deepEqual(all('.words a').map((link) => link.tabIndex), [0, -1, -1]);
  await click('chapters');
  assert.equal(one('#transcript').hidden, true, 'one panel at a time');
});

test('no blank follows a Chinese or Japanese sentence', async () => {
  const { blankAfter } = await import('../../main/resources/player/transcript.js');
  for (const sentence of ['街上有一扇门。', '「いいえ。」', '真的吗？', '中文']) assert.equal(blankAfter(sentence), '', sentence);
  for (const sentence of ['It was.', '서울입니다.', 'كانت الغلاية.', '“No.”']) assert.equal(blankAfter(sentence), ' ', sentence);
});

test('each word is marked when it is heard', async () => {
  await open(COMPLETED, { answers: ANSWERS });
  await click('transcript');
  playOnTo(2.5);
  assert.equal(textOf('.words .heard'), 'First');
  playOnTo(3.5);
  assert.equal(textOf('.words .heard'), 'one');
  playOnTo(4.5);
  assert.equal(one('.words .heard'), null);
});

test('the transcript follows after a click, and not after it was scrolled', async () => {
  const { window } = await open(COMPLETED, { answers: ANSWERS });
  await click('transcript');
  const box = one('.words');
  Object.defineProperty(box, 'scrollHeight', { value: 900 });
  Object.defineProperty(box, 'clientHeight', { value: 100 });
  all('.words a').forEach((link, i) => Object.defineProperty(link, 'offsetTop', { value: 300 * i }));
  /** @type {number[]} */
  const scrolled = [];
  box.scrollTo = (/** @type {{ top: number }} */ { top }) => scrolled.push(top);
  all('.words a')[1].click();
  playOnTo(4.5);
  assert.equal(scrolled.length, 2);
  box.dispatchEvent(new window.Event('wheel'));
  assert.equal(one('.follow').hidden, false);
  playOnTo(2.5);
  assert.equal(scrolled.length, 2);
  one('.follow').click();
  assert.equal(scrolled.length, 3);
  assert.equal(one('.follow').hidden, true);
});

test('a transcript that could not be loaded can be tried again', async () => {
  const responses = [new Error('offline'), SENTENCES];
  await open(COMPLETED, { answers: { [TRANSCRIPT]: () => responses.shift() } });
  await click('transcript');
  assert.equal(textOf('#transcript .state'), 'This could not be loaded.');
  one('#transcript .again').click();
  await settle();
  assert.equal(all('.words a').length, 3);
  assert.equal(one('#transcript .again'), null);
});

test('keys work everywhere in the player', async () => {
  const { window } = await open(COMPLETED, { answers: ANSWERS });
  press(window, ' ');
  assert.equal(audio().paused, false);
  await settle();
  press(window, 'k');
  assert.equal(audio().paused, true);
  /** @type {[string, number][]} */
  const seeks = [['l', 15], ['J', 0], ['ArrowRight', 5], ['ArrowLeft', 0]];
  for (const [key, expected] of seeks) {
    press(window, key);
    assert.equal(audio().currentTime, expected, key);
  }
  press(window, 'д', document.body, { code: 'KeyL' });
  assert.equal(audio().currentTime, 15, 'the same place on another keyboard');
  press(window, 'm');
  assert.equal(audio().muted, true);
  press(window, '>');
  assert.equal(audio().playbackRate, 1.25);
  press(window, 'ArrowDown');
  assert.equal(audio().volume, 0);
  press(window, 'l', document.body, { ctrlKey: true });
  assert.equal(audio().currentTime, 15, 'keys of the browser are left to it');
});

test('the next and the previous sentence', async () => {
  const { window } = await open(COMPLETED, { answers: ANSWERS });
  for (const [key, expected] of /** @type {[string, number][]} */ ([['n', 2], ['n', 4], ['n', 4], ['p', 2], ['p', 0], ['p', 0]])) {
    press(window, key);
    await settle();
    assert.equal(audio().currentTime, expected);
  }
});

test('keys can be switched off, and do not take what a field needs', async () => {
  const { window } = await open(COMPLETED);
  press(window, 'l', one('.speed'));
  press(window, ' ', one('.mute'));
  assert.deepEqual([audio().currentTime, audio().paused], [0, true]);
  press(window, '?');
  assert.equal(one('#more').hidden, false);
  assert.equal(one('.keys').open, true);
  one('.use-keys').click();
  press(window, 'l');
  assert.equal(audio().currentTime, 0);
  await open(COMPLETED, { stored: { 'parler:settings': { shortcuts: false } } });
  assert.equal(one('.use-keys').checked, false);
});

test('Escape closes what is open', async () => {
  const { window } = await open(COMPLETED, { answers: ANSWERS });
  await click('transcript');
  press(window, 'Escape', one('.words a'));
  assert.equal(one('#transcript').hidden, true);
  assert.equal(document.activeElement, one('[aria-controls=transcript]'));
});

test('the sleep timer pauses after some minutes', async (t) => {
  const { window } = await open(COMPLETED);
  mock.timers.enable({ apis: ['setTimeout'] });
  t.after(() => mock.timers.reset());
  const select = one('#sleep');
  assert.deepEqual([...select.options].map((option) => option.textContent).slice(0, 3), ['Off', 'End of chapter', '5 minutes']);
  one('.play').click();
  select.value = '5';
  select.dispatchEvent(new window.Event('change'));
  mock.timers.tick(299999);
  assert.equal(audio().paused, false);
  mock.timers.tick(1);
  assert.equal(audio().paused, true);
  assert.equal(select.value, '');
});

test('the sleep timer pauses at the end of the chapter', async () => {
  const { window } = await open(COMPLETED, { answers: ANSWERS });
  one('.play').click();
  playOnTo(10);
  one('#sleep').value = 'chapter';
  one('#sleep').dispatchEvent(new window.Event('change'));
  await settle();
  playOnTo(118);
  assert.equal(audio().paused, false, 'after a jump it is the end of that chapter');
  playOnTo(119.9);
  assert.equal(audio().paused, false);
  playOnTo(120.1);
  assert.equal(audio().paused, true);
});

test('links to a moment and to a sentence are copied', async () => {
  /** @type {string[]} */
  const copied = [];
  await open(COMPLETED, { answers: ANSWERS, address: '?theme=dark#t=5.25', globals: { navigator: { clipboard: { writeText: async (/** @type {string} */ text) => copied.push(text) } } } });
  one('.copyMoment').click();
  one('.copySentence').click();
  await settle();
  const page = one('link[rel=canonical]').getAttribute('href');
  assert.deepEqual(copied, [`${page}#t=5.2`, `${page}#t=4`]);
  assert.equal(textOf('.message'), 'The link is copied.');
});

test('where the clipboard is refused the link is shown to be copied', async () => {
  await open(COMPLETED, { address: '#t=5', globals: { navigator: { clipboard: { writeText: async () => { throw new Error('NotAllowedError'); } } } } });
  one('.copyMoment').click();
  await settle();
  assert.match(one('.by-hand input').value, /#t=5$/);
  assert.equal(document.activeElement, one('.by-hand input'));
});

test('a sandboxed frame shows the address of the download', async () => {
  const { window } = await open(COMPLETED, { globals: { origin: 'null' } });
  const event = new window.MouseEvent('click', { bubbles: true, cancelable: true });
  one('.download').dispatchEvent(event);
  assert.equal(event.defaultPrevented, true);
  assert.equal(one('.by-hand input').value, `https://parler.example${AUDIO}`);
});

test('a page around is told the height', async () => {
  /** @type {any[]} */
  const told = [];
  await open(COMPLETED, { answers: ANSWERS, globals: { window: {}, parent: { postMessage: (/** @type {any} */ message) => told.push(message) } } });
  assert.deepEqual(told.at(-1), { type: 'parler:height', height: 0 });
  await click('transcript');
  assert.deepEqual(told.at(-1), { type: 'parler:height', height: 320 });
});

test('in a frame it tells the page around that it plays, and pauses when that page says so', async () => {
  /** @type {any[]} */
  const told = [];
  const parent = { postMessage: (/** @type {any} */ message) => told.push(message) };
  const { window } = await open(COMPLETED, { globals: { window: {}, parent } });
  const say = (/** @type {any} */ source, /** @type {any} */ data) => window.dispatchEvent(Object.assign(new window.Event('message'), { source, data }));
  one('.play').click();
  assert.deepEqual(told.at(-1), { type: 'parler:playing' });
  say({}, { type: 'parler:pause' });
  say(parent, null);
  assert.equal(audio().paused, false);
  say(parent, { type: 'parler:pause' });
  assert.equal(audio().paused, true);
});

test('after an error Play tries again at the same place', async () => {
  const { window } = await open(COMPLETED, { address: '#t=75' });
  audio().error = { code: 2 };
  audio().dispatchEvent(new window.Event('error'));
  assert.equal(textOf('.message'), 'The audio could not be loaded. Press Play to try again.');
  one('.play').click();
  assert.equal(audio().error, null);
  assert.equal(textOf('.now'), '1:15');
});
