// The form that asks for a key.

import * as api from './api.js';
import { h } from './dom.js';
import { problemAdvice, problemTitle } from './problems.js';

/**
 * @param {object} options
 * @param {api.Problem} [options.problem] why the form is shown
 * @param {(account: api.Account) => void} options.onSignedIn
 * @param {() => void} [options.onCancel] without it there is no button for it
 */
export function signInForm({ problem, onSignedIn, onCancel }) {
  const key = h('input', {
    id: 'key', type: 'password', required: true, autocomplete: 'current-password', autocapitalize: 'none', spellcheck: 'false',
    placeholder: 'plr_…', 'aria-describedby': 'key-problem',
  });
  const message = h('p', { id: 'key-problem', class: 'field-problem', role: 'alert' });
  const button = h('button', { type: 'submit', class: 'primary' }, 'Sign in');
  const element = h('form', { class: 'sign-in-form' },
    h('h2', { id: 'sign-in-title', tabindex: '-1' }, problem ? problemTitle(problem) : 'Sign in'),
    problem ? h('p', {}, problemAdvice(problem)) : h('p', {}, 'You need a key once. Whoever runs this installation gives it to you; it begins with plr_.'),
    h('div', { class: 'field' }, h('label', { for: 'key' }, 'Your key'), key, message),
    h('p', { class: 'actions' }, button, onCancel && h('button', { type: 'button', class: 'quiet', onclick: onCancel }, 'Not now')));

  /** @param {string} text */
  function say(text) {
    message.textContent = text;
    if (text) key.setAttribute('aria-invalid', 'true');
    else key.removeAttribute('aria-invalid');
  }

  key.addEventListener('input', () => say(''));
  element.addEventListener('submit', async (event) => {
    event.preventDefault();
    if (!key.value.trim()) {
      say('Enter your key.');
      key.focus();
      return;
    }
    button.disabled = true;
    say('');
    try {
      onSignedIn(await api.signIn(key.value.trim()));
    } catch (error) {
      if (!(error instanceof api.Problem)) throw error;
      say(`${problemTitle(error)}. ${problemAdvice(error)}`);
      key.focus();
      key.select();
    } finally {
      button.disabled = false;
    }
  });
  return { element, focus: () => key.focus() };
}
