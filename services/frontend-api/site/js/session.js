// Who is signed in. Where no key is needed, that is the owner.
//
// A request that needs a key while nobody is signed in waits for a dialog, and is sent again afterwards: the view stays as it is, with
// everything that was typed into it.

import * as api from './api.js';
import { announce, find, h } from './dom.js';
import { signInForm } from './sign-in-form.js';

/** @type {api.Account | undefined} */
let account;
/** @type {api.Problem | undefined} Why nobody is signed in. */
let reason;
/** @type {Promise<void> | undefined} */
let loading;
/** @type {Promise<boolean> | undefined} The open dialog: several requests wait for one. */
let dialog;
/** @type {() => void} */
let changed = () => {};

/**
 * Asks who is signed in.
 *
 * @param {() => void} onChange called after somebody has signed out
 */
export function start(onChange) {
  changed = onChange;
  loading = load();
}

/** Whether somebody is signed in. */
export async function ready() {
  loading ??= load();
  await loading;
  return Boolean(account);
}

/** Why nobody is signed in, if there is more to it than that. */
export const whyNot = () => (reason?.slug === 'sign-in-required' ? undefined : reason);

async function load() {
  try {
    account = await api.account();
    reason = undefined;
  } catch (error) {
    if (!(error instanceof api.Problem)) throw error;
    account = undefined;
    reason = error;
    if (error.status !== 401) loading = undefined; // asked again with the next view
    if (error.slug === 'session-ended') await forget(error);
  }
  draw();
}

/**
 * Deletes a cookie that is of no use any more: where no key is needed, the owner is let in without it.
 *
 * @param {api.Problem} ended
 */
async function forget(ended) {
  try {
    await api.signOut();
    account = await api.account();
    reason = undefined;
  } catch (error) {
    if (!(error instanceof api.Problem)) throw error;
    reason = ended;
  }
}

/** @param {api.Account} now */
export function signedIn(now) {
  account = now;
  reason = undefined;
  draw();
  announce('You are signed in');
}

async function signOut() {
  try {
    await api.signOut();
  } catch (error) {
    if (!(error instanceof api.Problem)) throw error;
    announce('Signing out failed. Try again.');
    return;
  }
  loading = load();
  await loading;
  changed();
  announce('You are signed out');
}

/** The part of the header that depends on who is signed in. */
function draw() {
  const nav = find(document, 'nav', '#nav');
  nav.querySelector('.session')?.remove();
  for (const link of nav.querySelectorAll('a')) link.hidden = !account;
  if (account?.session) nav.append(h('button', { type: 'button', class: 'link session', onclick: signOut }, 'Sign out'));
  else if (!account) nav.append(h('a', { class: 'session', href: '/' }, 'Sign in'));
}

api.onKeyNeeded((problem) => {
  dialog ??= ask(problem).finally(() => { dialog = undefined; });
  return dialog;
});

/**
 * Asks for the key in a dialog over the view.
 *
 * @param {api.Problem} problem
 * @returns {Promise<boolean>} whether somebody signed in
 */
function ask(problem) {
  return new Promise((resolve) => {
    const box = h('dialog', { class: 'sign-in', 'aria-labelledby': 'sign-in-title' });
    const form = signInForm({
      problem,
      onSignedIn: (now) => { signedIn(now); close(true); },
      onCancel: () => close(false),
    });
    /** @param {boolean} done */
    function close(done) {
      box.remove();
      resolve(done);
    }
    box.append(form.element);
    box.addEventListener('cancel', () => close(false));
    document.body.append(box);
    box.showModal();
    form.focus();
  });
}
