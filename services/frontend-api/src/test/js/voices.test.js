import assert from 'node:assert/strict';
import { beforeEach, test } from 'node:test';
import { voiceChooser, voiceElement, voiceName } from '../../../site/js/voices.js';
import { choose, fakeApi, fakePage, openPage, settle } from './browser.js';

/** @typedef {import('../../../site/js/api.js').Voice} Voice */

/**
 * @param {string} id
 * @param {string[]} languages
 * @param {Partial<Voice>} [more]
 * @returns {Voice}
 */
function voice(id, languages, more) {
  const [service, name, engine] = id.split(':');
  return { id, service, name, engine, engines: [engine], language: languages[0], languages, gender: 'Female', price: { currency: 'USD', perMillionCharacters: 16 }, wordTimes: 'free', ...more };
}

const VOICES = [
  voice('polly:Joanna:neural', ['en-US']), voice('polly:Amy:neural', ['en-GB']), voice('polly:Vicki:neural', ['de-DE']),
  voice('polly:Zhiyu:neural', ['cmn-CN']), voice('openai:nova:tts-1', ['en', 'de', 'fr', 'zh']), voice('elevenlabs:21m00:v2', ['en'], { name: 'Rachel' }),
];

/** @type {HTMLElement} */
let view;
let changes = 0;
beforeEach(() => {
  view = openPage();
  changes = 0;
});

/** @param {string} [postLanguage] */
function chooser(postLanguage) {
  const shown = voiceChooser(VOICES, postLanguage, () => changes++);
  view.append(...shown.fields);
  return shown;
}

const groups = () => [...document.querySelectorAll('#voice optgroup')].map((group) => `${group.getAttribute('label')}: ${[...group.children].map((option) => option.textContent?.split(' ')[0])}`);

test('a voice is named from its id, and by the list where it has another name', () => {
  assert.equal(voiceName('polly:Joanna:neural'), 'Joanna, neural');
  assert.equal(voiceName('elevenlabs:21m00:v2'), '21m00, v2');
  assert.equal(voiceName('elevenlabs:21m00:v2', VOICES), 'Rachel, v2');
  assert.equal(voiceName('Joanna'), 'Joanna');
});

test('the list of voices is loaded once for all names of a view, and not for names that ids hold', async () => {
  const page = fakePage();
  const requests = fakeApi({ 'GET /v1/voices': VOICES });
  voiceElement('polly:Joanna:neural', page);
  assert.equal(requests.length, 0);
  const names = [voiceElement('elevenlabs:21m00:v2', page), voiceElement('elevenlabs:21m00:v2', page)];
  await settle();
  assert.deepEqual(names.map((name) => name.textContent), ['Rachel, v2', 'Rachel, v2']);
  assert.equal(requests.length, 1);
});

test('voices of the post’s language are listed, its own region first', () => {
  chooser('en-GB');
  assert.deepEqual(groups(), [
    'English (United Kingdom) · Amazon Polly: Amy', 'English (United States) · Amazon Polly: Joanna', 'English · OpenAI: nova', 'English · ElevenLabs: Rachel']);
});

test('a voice is found by the code that pages use for its language', () => {
  chooser('zh-CN');
  assert.deepEqual(groups(), ['Chinese (China) · Amazon Polly: Zhiyu', 'Chinese · OpenAI: nova']);
});

test('voices of many languages are in one group where all languages are listed', () => {
  chooser('de');
  choose('#voice-language', '');
  assert.ok(groups().includes('Many languages · OpenAI: nova'));
});

test('a chosen voice is remembered for the next post in its language', () => {
  chooser('en');
  choose('#voice', 'polly:Amy:neural');
  assert.equal(changes, 1);
  view.replaceChildren();
  assert.equal(chooser('en').chosen()?.id, 'polly:Amy:neural');
  view.replaceChildren();
  assert.equal(chooser('de').chosen(), undefined);
});

test('choosing a voice of another language shows all languages', () => {
  const shown = chooser('en');
  shown.choose('polly:Vicki:neural');
  assert.equal(shown.chosen()?.id, 'polly:Vicki:neural');
  assert.equal(changes, 1);
  shown.choose('polly:Nobody:neural');
  assert.equal(changes, 1);
});
