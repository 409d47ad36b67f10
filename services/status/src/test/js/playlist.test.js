import assert from 'node:assert/strict';
import { mock, test } from 'node:test';
import { COMPLETED, all, audio, one, open, press, settle, textOf } from './page.js';

const TEXTS = /<script type="application\/json" id="texts">.*?<\/script>/s.exec(COMPLETED)?.[0];
const ID = '01a1f874-3e50-7c41-8f3a-2b6d5e7f901';
const TITLE = 'Why &lt;queues&gt; beat &quot;cron&quot; &amp; friends';

/**
 * The page of a list.
 *
 * @param {string} content
 * @param {string} [data]
 */
const page = (content, data = '') =>
  `<html lang="en" dir="ltr"><main class="playlist" data-state="playlist" ${data}><h1>Recordings</h1><ol>${content}</ol><p class="message"></p>${TEXTS}</main></html>`;

/** @param {string} title */
const recording = (title) => new Response(COMPLETED.replaceAll(TITLE, title).replaceAll('why-queues', title));

const PLAYERS = { '/a': recording('One'), '/b': recording('Two'), '/c': recording('Three') };
const THREE = page('<li><a href="/a">One</a></li><li><a href="/b">Two</a></li><li><a href="/c">Three</a></li>');

/** What is shown: the recording, and where it is in the list. */
const shown = () => [textOf('section .title'), textOf('.place'), one('.queue [aria-current]')?.textContent, audio().paused];

async function end() {
  audio().dispatchEvent(new Event('ended'));
  await settle();
}

test('one recording after the other is played', async () => {
  const { requests } = await open(THREE, { answers: PLAYERS });
  assert.deepEqual(shown(), ['One', '1 of 3', 'One', true]);
  assert.deepEqual(requests.map(({ path }) => path), ['/a'], 'the first one only');
  one('.play').focus();
  one('.play').click();
  await end();
  assert.deepEqual(shown(), ['Two', '2 of 3', 'Two', false]);
  assert.equal(document.activeElement, one('.play'), 'the focus stays on Play');
  assert.equal(all('audio').length, 1);
  await end();
  audio().pause();
  await end();
  assert.deepEqual(shown(), ['Three', '3 of 3', 'Three', true], 'the last one stays');
});

test('buttons, links and keys choose a recording', async () => {
  const { window } = await open(THREE, { answers: PLAYERS });
  const [previous, next] = all('.queue button');
  assert.deepEqual([previous.disabled, next.disabled], [true, false]);
  next.click();
  await settle();
  assert.deepEqual(shown(), ['Two', '2 of 3', 'Two', false]);
  press(window, 'N', document.body, { shiftKey: true });
  await settle();
  assert.deepEqual(shown(), ['Three', '3 of 3', 'Three', false]);
  assert.equal(next.disabled, true);
  press(window, 'N', document.body, { shiftKey: true });
  press(window, 'P', document.body, { shiftKey: true });
  await settle();
  assert.equal(textOf('section .title'), 'Two');
  const links = all('.queue a');
  assert.deepEqual(links.map((link) => link.tabIndex), [-1, 0, -1], 'one stop of the Tab key');
  links[0].click();
  await settle();
  assert.equal(textOf('section .title'), 'One');
});

test('keys belong to the recording that is played', async () => {
  const { window } = await open(THREE, { answers: PLAYERS });
  const first = audio();
  all('.queue button')[1].click();
  await settle();
  press(window, 'l');
  assert.deepEqual([first.currentTime, audio().currentTime], [0, 15]);
});

test('a sleep timer goes on in the next recording', async (t) => {
  const { window } = await open(THREE, { answers: PLAYERS });
  mock.timers.enable({ apis: ['setTimeout'] });
  t.after(() => mock.timers.reset());
  const select = one('#sleep');
  select.value = '15';
  select.dispatchEvent(new window.Event('change'));
  one('.play').click();
  await end();
  assert.equal(one('#sleep').value, '15');
  mock.timers.tick(15 * 60000);
  assert.deepEqual([audio().paused, one('#sleep').value], [true, '']);
});

test('the list of a podcast is that of its feed', async () => {
  const feed = [0, 1, 2].map((n) => `<item><title>Episode ${n}</title><enclosure url="https://parler.example/${n === 2 ? 'other' : 'audio'}/${ID}${n}/x.mp3"/></item>`).join('');
  await open(page('', 'data-feed="/feed.xml"'), { answers: { '/feed.xml': new Response(`<rss><channel>${feed}</channel></rss>`), [`/v1/conversions/${ID}0/player`]: recording('One') } });
  assert.deepEqual(all('.queue a').map((link) => [link.textContent, link.getAttribute('href')]), [0, 1].map((n) => [`Episode ${n}`, `/v1/conversions/${ID}${n}/player`]));
});

test('the list of an account is what it has completed', async () => {
  const pages = { '/v1/library?limit=2': { conversions: [{ id: 'a', title: 'One', status: 'completed' }, { id: 'b', status: 'running' }], nextCursor: 'x y' }, '/v1/library?limit=2&cursor=x%20y': { conversions: [{ id: 'c', title: 'Three', status: 'completed' }] } };
  await open(page('', 'data-library="/v1/library?limit=2"'), { answers: { ...pages, '/v1/conversions/a/player': recording('One') } });
  assert.deepEqual(all('.queue a').map((link) => link.textContent), ['One', 'Three']);
});

test('a list that is empty or can not be loaded says so', async () => {
  await open(page('', 'data-library="/v1/library?limit=2"'), { answers: { '/v1/library?limit=2': { conversions: [] } } });
  assert.equal(textOf('.message'), 'There is nothing to play in this list.');
  await open(page('', 'data-feed="/feed.xml"'));
  assert.equal(textOf('.message'), 'This could not be loaded.');
});
