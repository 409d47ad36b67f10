// Choose a voice, see what it costs, and ask for the audio.

import * as api from '../api.js';
import { announce, h } from '../dom.js';
import { chosenOptions, optionsFields } from '../options.js';
import { problemBox } from '../problems.js';
import { sampleButton } from '../sample.js';
import { engineAndPrice, voiceChooser, voiceName } from '../voices.js';
import { quoteBox } from './quote.js';

// Titles of what was sent from here, to name a conversion before its service does.
export const titles = new Map();

// The source is an object, or a function that reads it from a form when it is sent.
// changed() hears when the choice of what is spoken changes. { box, quote }: quote() asks for the price again.
export async function convertForm(page, source, { title, language, changed } = {}) {
  const problem = h('div');
  const choice = h('div', { class: 'voice-row' });
  const facts = h('p', { class: 'meta voice-facts' });
  const button = h('button', { type: 'submit', class: 'primary' }, 'Convert to audio');
  const sample = sampleButton(page);
  const price = quoteBox(page, () => (complete() ? request() : undefined), { arrived: quoted, choose: (id) => chooser?.choose(id) });
  const form = h('form', { class: 'convert' }, choice, facts, sample.rest, h('div', { class: 'deal' }, price.element, button));
  // One key for one wish: a second press after a lost answer converts nothing twice.
  const keys = new Map();
  let voices = [];
  let chooser;

  const now = () => (typeof source === 'function' ? source() : source);
  const complete = () => Boolean(now().url || (now().title && now().text.trim()));
  const quote = () => price.ask(voices);

  function request() {
    const voice = chooser?.chosen();
    const options = chosenOptions();
    return { source: now(), ...(voice && { voice: voice.id }), ...(options && { options }) };
  }

  form.addEventListener('submit', async (event) => {
    event.preventDefault();
    const body = request();
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
  quote();
  const fields = optionsFields(() => {
    changed?.();
    quote();
  });
  return { box: h('div', { class: 'convert-box' }, form, fields, problem), quote };

  async function drawVoices() {
    try {
      voices = await api.voices(page.signal);
      chooser = voiceChooser(voices, language, chosen);
      choice.replaceChildren(...chooser.fields, sample.button);
      show(chooser.chosen());
    } catch (error) {
      if (page.signal.aborted || !(error instanceof api.Problem)) throw error;
      choice.replaceChildren(h('p', { class: 'fine' }, 'The list of voices cannot be shown right now. ',
        h('button', { type: 'button', class: 'link', onclick: () => drawVoices().then(quote) }, 'Try again'),
        ' or convert with the voice that is chosen by language.'));
    }
  }

  function chosen() {
    show(chooser.chosen());
    quote();
  }

  // Where the language decides, the quote tells whom it chose.
  function quoted(answer) {
    if (chooser && !chooser.chosen()) show(voices.find((voice) => voice.id === answer?.voice));
  }

  function show(voice) {
    sample.of(voice);
    const decided = voice && !chooser.chosen() && `${voiceName(voice.id, voices).split(', ')[0]} · `;
    facts.textContent = voice ? `${decided || ''}${engineAndPrice(voice)}` : '';
  }
}
