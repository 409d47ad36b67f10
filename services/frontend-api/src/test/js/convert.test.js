import assert from 'node:assert/strict';
import { mock, test } from 'node:test';
import { convertForm } from '../../../site/js/views/convert.js';
import { choose, click, fakeApi, fakePage, problem, settle, text } from './browser.js';

const VOICE = {
  id: 'polly:Joanna:neural', service: 'polly', name: 'Joanna', engine: 'neural', engines: ['neural', 'standard'], language: 'en-US', languages: ['en-US'],
  gender: 'Female', price: { currency: 'USD', perMillionCharacters: 16 }, sampleUrl: '/v1/voices/polly:Joanna:neural/sample',
};
const VOICES = [VOICE, { ...VOICE, id: 'polly:Joanna:standard', engine: 'standard', price: { currency: 'USD', perMillionCharacters: 4 } }];
const price = (amount = 0) => ({ currency: 'USD', amount });
const QUOTE = {
  title: 'T', language: 'en', characters: 1200, seconds: 90, voice: VOICE.id, alreadySpoken: 200, billable: 1000, price: price(0.02),
  engines: [{ voice: VOICE.id, engine: 'neural', price: price(0.02) }, { voice: 'polly:Joanna:standard', engine: 'standard', price: price(0.004) }],
};
const SOURCE = { url: 'https://example.com/post' };

/** @param {Record<string, any>} answers */
async function form(answers) {
  mock.timers.enable({ apis: ['setTimeout'] });
  const page = fakePage();
  const requests = fakeApi({ 'GET /v1/voices': VOICES, 'POST /v1/quotes': QUOTE, ...answers });
  const { box, quote } = await convertForm(page, () => SOURCE, { title: 'A post', language: 'en' });
  page.view.append(box);
  return { page, quote, sent: (/** @type {string} */ path) => requests.filter(({ url }) => url.pathname === path) };
}

async function afterDebounce() {
  mock.timers.tick(300);
  await settle();
}

test('the price is shown with the quoted voice, and what the other engine costs', async (t) => {
  t.after(() => mock.timers.reset());
  await form({});
  await afterDebounce();
  assert.equal(text('.price'), '1,200 characters, about 1:30 min · $0.02 with Joanna (neural)');
  assert.match(text('.quote') ?? '', /200 of them have been converted before and cost nothing\.With another engine: standard under \$0\.01$/);
  assert.equal(text('.voice-facts'), 'Joanna · neural · $16 per million characters');
});

test('where a local voice stands in it is said that nothing is billed, and what other languages need', async (t) => {
  t.after(() => mock.timers.reset());
  await form({ 'GET /v1/voices': VOICES.map((voice) => ({ ...voice, standIn: true })) });
  await afterDebounce();
  assert.equal(text('.price'), '1,200 characters, about 1:30 min · $0.02 on AWS with Joanna (neural)');
  assert.match(text('.quote') ?? '', /On this machine a local voice stands in for Joanna, and nothing is billed\./);
  assert.match(text('form.convert') ?? '', /languages other than English need espeak-ng/);
});

test('eight characters that are billed are not free, and those of a free voice are', async (t) => {
  t.after(() => mock.timers.reset());
  const quote = { ...QUOTE, characters: 8, billable: 8, alreadySpoken: 0, price: price(0), engines: [] };
  await form({ 'POST /v1/quotes': quote });
  await afterDebounce();
  assert.match(text('.price') ?? '', /under \$0\.01/);
  mock.timers.reset();
  await form({ 'POST /v1/quotes': quote, 'GET /v1/voices': [{ ...VOICE, price: { currency: 'USD', perMillionCharacters: 0 } }] });
  await afterDebounce();
  assert.match(text('.price') ?? '', /free/);
});

test('several changes in a row lead to one quote, and only the latest is shown', async (t) => {
  t.after(() => mock.timers.reset());
  /** @type {((quote: object) => void)[]} */
  const answer = [];
  const { quote, sent } = await form({ 'POST /v1/quotes': () => new Promise((resolve) => { answer.push(resolve); }) });
  quote();
  quote();
  await afterDebounce();
  assert.equal(sent('/v1/quotes').length, 1);
  choose('#voice', 'polly:Joanna:standard');
  await afterDebounce();
  answer[1]({ ...QUOTE, characters: 2 });
  await settle();
  answer[0]({ ...QUOTE, characters: 1 });
  await settle();
  assert.match(text('.price') ?? '', /^2 characters/);
});

test('another engine is chosen from the quote', async (t) => {
  t.after(() => mock.timers.reset());
  const { sent } = await form({});
  await afterDebounce();
  click('.quote .link');
  await afterDebounce();
  assert.equal(sent('/v1/quotes')[1].body.voice, 'polly:Joanna:standard');
});

test('without a price or a list of voices the post can still be converted', async (t) => {
  t.after(() => mock.timers.reset());
  const { page, sent } = await form({ 'GET /v1/voices': problem('unavailable', 503), 'POST /v1/quotes': problem('unavailable', 503), 'POST /v1/conversions': { id: 'c-1' } });
  await afterDebounce();
  assert.match(text('.quote') ?? '', /^The price cannot be shown right now: Not available right now\./);
  assert.match(text('.voice-row') ?? '', /^The list of voices cannot be shown right now\./);
  click('form.convert [type=submit]');
  await settle();
  assert.deepEqual(sent('/v1/conversions')[0].body, { source: SOURCE });
  assert.deepEqual(page.visited, ['/?conversion=c-1']);
});

test('pressing the button again sends the same key, another choice a new one', async (t) => {
  t.after(() => mock.timers.reset());
  const { sent } = await form({ 'POST /v1/conversions': problem('unavailable', 503) });
  const press = async () => {
    click('form.convert [type=submit]');
    await settle();
  };
  await press();
  assert.equal(text('.problem h2'), 'Not available right now');
  await press();
  choose('#voice', 'polly:Joanna:standard');
  await press();
  const keys = sent('/v1/conversions').map(({ headers }) => headers.get('Idempotency-Key'));
  assert.equal(keys[0], keys[1]);
  assert.notEqual(keys[1], keys[2]);
});

test('a key that was used for another request is replaced', async (t) => {
  t.after(() => mock.timers.reset());
  const { sent } = await form({ 'POST /v1/conversions': problem('idempotency-key-reused', 422) });
  click('form.convert [type=submit]');
  await settle();
  click('form.convert [type=submit]');
  await settle();
  const [first, second] = sent('/v1/conversions').map(({ headers }) => headers.get('Idempotency-Key'));
  assert.notEqual(first, second);
});
