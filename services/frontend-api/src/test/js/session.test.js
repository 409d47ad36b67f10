import assert from 'node:assert/strict';
import { test } from 'node:test';
import { ACCOUNT, choose, click, fakeApi, openPage, problem, settle, text } from './browser.js';

const MARA = { ...ACCOUNT, id: 'acc_mara', name: 'Mara', keyId: 'key_1', session: true };
const PUBLIC = { id: 'c-1', status: 'queued', createdAt: '2020-03-05T12:00:00Z', links: { self: '', player: '' } };

let runs = 100;

/**
 * @param {string} path
 * @param {Record<string, any>} answers
 */
async function open(path, answers) {
  openPage(path);
  const requests = fakeApi({ 'GET /v1/library': { conversions: [] }, 'GET /v1/voices': [], ...answers });
  await import(`../../../site/js/app.js?${++runs}`);
  await settle();
  return requests;
}

/** @param {string} key */
async function signIn(key) {
  choose('#key', key);
  click('.sign-in-form button[type=submit]');
  await settle();
}

/** An API where one key is known. */
function locked() {
  const state = { signedIn: false };
  return {
    'GET /v1/account': () => (state.signedIn ? MARA : problem('sign-in-required', 401)),
    'POST /v1/session': (/** @type {any} */ { body }) => {
      if (body.key !== 'plr_right') return problem('key-mistyped', 401);
      state.signedIn = true;
      return MARA;
    },
    'DELETE /v1/session': () => {
      state.signedIn = false;
      return new Response(null, { status: 204 });
    },
  };
}

test('where no key is needed nothing asks for one', async () => {
  await open('/', { 'GET /v1/account': ACCOUNT });
  assert.equal(document.querySelector('#key'), null);
  assert.equal(document.querySelector('.session'), null);
});

test('signed out, the page says what is public and asks for the key, and calls nothing else', async () => {
  const requests = await open('/', locked());
  assert.equal(text('.sign-in h2'), 'Sign in');
  assert.match(text('.about') ?? '', /sample blog/);
  assert.equal(/** @type {HTMLElement} */ (document.querySelector('#find')).hidden, true);
  assert.equal(/** @type {HTMLElement} */ (document.querySelector('#intro')).hidden, false);
  assert.deepEqual(requests.map(({ url }) => url.pathname), ['/v1/account']);
});

test('a wrong key is explained, and the right one shows what was asked for', async () => {
  await open('/?paste', locked());
  await signIn('plr_wrong');
  assert.match(text('#key-problem') ?? '', /There is a mistake in that key\. Copy it again/);
  assert.equal(document.querySelector('#key')?.getAttribute('aria-invalid'), 'true');
  await signIn(' plr_right ');
  assert.equal(text('#view h1'), 'Paste a text');
  assert.equal(text('.session'), 'Sign out');
});

test('without a key nothing is sent', async () => {
  const requests = await open('/', locked());
  await signIn('  ');
  assert.equal(text('#key-problem'), 'Enter your key.');
  assert.equal(requests.length, 1);
});

test('signing out leads back to the form', async () => {
  await open('/', locked());
  await signIn('plr_right');
  click('.session');
  await settle();
  assert.equal(text('.sign-in h2'), 'Sign in');
  assert.equal(text('.session'), 'Sign in');
});

test('a shared conversion is shown to everybody', async () => {
  await open('/?conversion=c-1', { ...locked(), 'GET /v1/conversions/c-1': PUBLIC });
  assert.equal(text('#view h1'), 'Your text');
  assert.equal(document.querySelector('#key'), null);
});

test('a session that ended while something was typed is renewed in a dialog, and the request is sent again', async () => {
  const api = locked();
  let ended = true;
  const requests = await open('/?paste', {
    ...api,
    'GET /v1/account': MARA,
    'POST /v1/conversions': () => (ended ? problem('session-ended', 401) : { id: 'c-9', status: 'queued', links: {} }),
    'POST /v1/session': () => {
      ended = false;
      return MARA;
    },
  });
  choose('#title', 'A title');
  choose('#text', 'A long text that nobody wants to type again.');
  click('form.convert button[type=submit]');
  await settle();
  assert.equal(text('dialog h2'), 'You were signed out');
  assert.equal(/** @type {HTMLTextAreaElement} */ (document.querySelector('#text')).value, 'A long text that nobody wants to type again.');
  await signIn('plr_right');
  assert.equal(document.querySelector('dialog'), null);
  const sent = requests.filter(({ url }) => url.pathname === '/v1/conversions');
  assert.equal(sent.length, 2);
  assert.deepEqual(sent[0].body, sent[1].body);
  assert.equal(sent[0].headers.get('Idempotency-Key'), sent[1].headers.get('Idempotency-Key'));
  assert.equal(location.search, '?conversion=c-9');
});

test('who does not sign in again gets the problem, and keeps what was typed', async () => {
  await open('/?paste', { ...locked(), 'GET /v1/account': MARA, 'POST /v1/conversions': problem('session-ended', 401) });
  choose('#title', 'A title');
  choose('#text', 'A text.');
  click('form.convert button[type=submit]');
  await settle();
  click('dialog .quiet');
  await settle();
  assert.equal(document.querySelector('dialog'), null);
  assert.equal(text('.problem h2'), 'You were signed out');
  assert.equal(/** @type {HTMLInputElement} */ (document.querySelector('#title')).value, 'A title');
});

test('a revoked key is said when it is used to sign in', async () => {
  await open('/', { ...locked(), 'POST /v1/session': problem('key-revoked', 401) });
  await signIn('plr_right');
  assert.match(text('#key-problem') ?? '', /That key was revoked/);
});

test('a session that has ended is forgotten, which is enough where no key is needed', async () => {
  let cookie = true;
  await open('/', {
    'GET /v1/account': () => (cookie ? problem('session-ended', 401) : ACCOUNT),
    'DELETE /v1/session': () => {
      cookie = false;
      return new Response(null, { status: 204 });
    },
  });
  assert.equal(document.querySelector('#key'), null);
});

test('an outage is not taken for being signed out', async () => {
  await open('/', { 'GET /v1/account': problem('unavailable', 503) });
  assert.equal(document.querySelector('#key'), null);
  assert.equal(text('.problem h2'), 'Not available right now');
});
