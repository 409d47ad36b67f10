// The form that converts a post: the voice, the price and the options.

import * as api from '../api.js';
import { announce, h } from '../dom.js';
import { chosenOptions, optionsFields } from '../options.js';
import { problemBox } from '../problems.js';
import { sampleButton } from '../sample-button.js';
import { engineAndPrice, ESPEAK, speaksEnglishOnly, voiceChooser, voiceName } from '../voices.js';
import { quoteBox } from './quote.js';
import { usageBox } from './usage.js';

/** @typedef {import('../app.js').Page} Page */
/** @typedef {import('../api.js').Voice} Voice */
/** @typedef {{ url?: string, title?: string, text?: string, language?: string }} Source */

/**
 * Titles by conversion id, to show one before its service knows it.
 *
 * @type {Map<string, string | undefined>}
 */
export const titles = new Map();

/**
 * @param {Page} page
 * @param {() => Source} source what to convert, read from the page when it is needed
 * @param {{ title?: string, language?: string, onOptions?: () => void, included?: Set<string> }} [post] onOptions is called when the options change; included are the ids of skipped blocks to read
 * @returns {Promise<{ box: HTMLElement, quote: () => void }>} quote() updates the price
 */
export async function convertForm(page, source, { title, language, onOptions, included } = {}) {
  const problem = h('div');
  const choice = h('div', { class: 'voice-row' });
  const facts = h('p', { class: 'meta voice-facts' });
  const espeak = h('p', { class: 'fine', hidden: true }, ESPEAK);
  const button = h('button', { type: 'submit', class: 'primary' }, 'Convert to audio');
  const sample = sampleButton(page);
  const price = quoteBox(page, () => (isComplete() ? request() : undefined), { onQuote: showQuotedVoice, choose: (id) => chooser?.choose(id) });
  const form = h('form', { class: 'convert' }, choice, facts, espeak, sample.rest, h('div', { class: 'deal' }, price.element, button));
  /** @type {Map<string, string>} One key for each body: pressing the button again after a lost response converts nothing twice. */
  const keys = new Map();
  /** @type {Voice[]} */
  let voices = [];
  /** @type {ReturnType<typeof voiceChooser> | undefined} */
  let chooser;

  const isComplete = () => {
    const { url, title: given, text } = source();
    return Boolean(url || (given && text?.trim()));
  };
  const quote = () => price.update(voices);

  function request() {
    const voice = chooser?.chosen();
    const options = chosenOptions(included);
    return /** @type {api.ConversionRequest} */ ({ source: source(), ...(voice && { voice: voice.id }), ...(options && { options }) });
  }

  form.addEventListener('submit', async (event) => {
    event.preventDefault();
    const body = request();
    const json = JSON.stringify(body);
    const key = keys.get(json) ?? api.newKey();
    keys.set(json, key);
    problem.replaceChildren();
    button.disabled = true;
    button.textContent = 'Sending…';
    announce('Sending the request');
    try {
      const accepted = await api.convert(body, key, page.signal);
      titles.set(accepted.id, 'title' in body.source ? body.source.title : title);
      page.go(`/?${new URLSearchParams({ conversion: accepted.id })}`);
    } catch (error) {
      if (page.signal.aborted || !(error instanceof api.Problem)) throw error;
      if (error.slug === 'idempotency-key-reused') keys.delete(json);
      problem.replaceChildren(problemBox(error));
    } finally {
      button.disabled = false;
      button.textContent = 'Convert to audio';
    }
  });

  await drawVoices();
  quote();
  const fields = optionsFields(() => {
    onOptions?.();
    quote();
  });
  return { box: h('div', { class: 'convert-box' }, usageBox(page, { onlyWarning: true }), form, fields, problem), quote };

  async function drawVoices() {
    try {
      voices = await api.voices(page.signal);
      chooser = voiceChooser(voices, language, onVoice);
      choice.replaceChildren(...chooser.fields, sample.button);
      espeak.hidden = !speaksEnglishOnly(voices);
      showVoice(chooser.chosen());
    } catch (error) {
      if (page.signal.aborted || !(error instanceof api.Problem)) throw error;
      choice.replaceChildren(h('p', { class: 'fine' }, 'The list of voices cannot be shown right now. ',
        h('button', { type: 'button', class: 'link', onclick: () => drawVoices().then(quote) }, 'Try again'),
        ', or convert with the voice that is chosen by language.'));
    }
  }

  function onVoice() {
    showVoice(chooser?.chosen());
    quote();
  }

  /**
   * Where the language decides, the quote names the voice.
   *
   * @param {api.Quote | undefined} answer
   */
  function showQuotedVoice(answer) {
    if (chooser && !chooser.chosen()) showVoice(voices.find((voice) => voice.id === answer?.voice));
  }

  /** @param {Voice | undefined} voice */
  function showVoice(voice) {
    sample.setVoice(voice);
    const name = voice && !chooser?.chosen() && `${voiceName(voice.id, voices).split(', ')[0]} · `;
    facts.textContent = voice ? `${name || ''}${engineAndPrice(voice)}${voice.standIn ? ' on AWS' : ''}` : '';
  }
}
