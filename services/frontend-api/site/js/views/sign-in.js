// What everybody sees who is not signed in: the form for the key, and what is public.

import { h } from '../dom.js';
import { problemBox } from '../problems.js';
import * as session from '../session.js';
import { signInForm } from '../sign-in-form.js';

/** @typedef {import('../app.js').Page} Page */

/**
 * @param {Page} page
 * @param {() => void} again shows the view that was asked for
 */
export async function showSignIn(page, again) {
  const problem = session.whyNot();
  if (problem && problem.status !== 401) {
    page.view.replaceChildren(problemBox(problem, again));
    return;
  }
  const form = signInForm({
    problem,
    onSignedIn: (account) => {
      session.signedIn(account);
      again();
    },
  });
  page.view.replaceChildren(
    h('div', { class: 'convert-box sign-in' }, form.element),
    h('section', { class: 'about', 'aria-labelledby': 'about' },
      h('h2', { id: 'about' }, 'What Parler is'),
      h('p', {}, 'Parler reads blog posts aloud. It takes a post’s text out of its page, says which parts are read and which are left out, and gives it to a voice. The result is an MP3 with chapters and a transcript, and a player for the post’s own page.'),
      h('p', {}, 'Without a key you can listen to everything that others have shared with you, and look around in the ',
        h('a', { href: '/sample/' }, 'sample blog'), '.')));
}
