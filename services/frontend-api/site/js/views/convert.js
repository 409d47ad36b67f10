// Choose a voice and ask for the audio.

import * as api from '../api.js';
import { announce, h } from '../dom.js';
import { chosenOptions, optionsFields } from '../options.js';
import { problemBox } from '../problems.js';
import { voiceSelect } from '../voices.js';

// Titles of what was sent from here, to name a conversion before its service does.
export const titles = new Map();

// The source is an object, or a function that reads it from a form when it is sent.
// changed() hears when the choice of what is spoken changes.
export async function convertForm(page, source, { title, language, changed } = {}) {
  const problem = h('div');
  const choice = h('div', { class: 'field' });
  const button = h('button', { type: 'submit', class: 'primary' }, 'Convert to audio');
  const form = h('form', { class: 'convert' }, choice, button);
  // One key for one wish: a second press after a lost answer converts nothing twice.
  const keys = new Map();

  form.addEventListener('submit', async (event) => {
    event.preventDefault();
    const body = { source: typeof source === 'function' ? source() : source };
    const voice = form.elements.voice?.value;
    if (voice) body.voice = voice;
    const options = chosenOptions();
    if (options) body.options = options;
    const wish = JSON.stringify(body);
    if (!keys.has(wish)) keys.set(wish, api.newKey());
    problem.replaceChildren();
    button.disabled = true;
    button.textContent = 'Sending…';
    announce('Sending the request');
    try {
      const accepted = await api.convert(body, keys.get(wish), page.signal);
      titles.set(accepted.id, body.source.title ?? title);
      page.go(`/?${new URLSearchParams({ conversion: accepted.id })}`);
    } catch (error) {
      if (page.signal.aborted || !(error instanceof api.Problem)) throw error;
      if (error.slug === 'idempotency-key-reused') keys.delete(wish);
      problem.replaceChildren(problemBox(error));
    } finally {
      button.disabled = false;
      button.textContent = 'Convert to audio';
    }
  });

  await drawVoices();
  return h('div', { class: 'convert-box' }, form, optionsFields(changed), problem);

  async function drawVoices() {
    try {
      const select = voiceSelect(await api.voices(page.signal), language);
      choice.replaceChildren(h('label', { for: 'voice' }, 'Voice'), select);
    } catch (error) {
      if (page.signal.aborted || !(error instanceof api.Problem)) throw error;
      choice.replaceChildren(h('p', { class: 'fine' }, 'The list of voices cannot be shown right now. ',
        h('button', { type: 'button', class: 'link', onclick: drawVoices }, 'Try again'),
        ' or convert with the best voice for the post’s language.'));
    }
  }
}
