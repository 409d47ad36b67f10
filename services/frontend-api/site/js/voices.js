// Names of voices, and the form fields to choose one. The choice is stored in this browser only.

import * as api from './api.js';
import { h, isPresent } from './dom.js';
import { language, perMillion } from './format.js';
import { groupBy } from './group.js';
import { store, stored } from './storage.js';

/** @typedef {import('./api.js').Voice} Voice */

const STORAGE_KEY = 'parler.voice';

/** @type {Record<string, string>} */
export const PROVIDERS = { polly: 'Amazon Polly', openai: 'OpenAI', google: 'Google', elevenlabs: 'ElevenLabs' };

/** @type {Record<string, string>} Some voices are tagged with another code than web pages use for the same language. */
const PAGE_LANGUAGE = { cmn: 'zh', arb: 'ar', nb: 'no' };

/**
 * de-AT → de
 *
 * @param {string} tag
 */
const primary = (tag) => {
  const first = tag.split('-')[0].toLowerCase();
  return PAGE_LANGUAGE[first] ?? first;
};

/**
 * polly:Joanna:neural → Joanna, neural. A name in the list of voices wins over the one in the id.
 *
 * @param {string} id
 * @param {Voice[]} [voices]
 */
export function voiceName(id, voices = []) {
  const { name, engine } = voices.find((voice) => voice.id === id) ?? parts(id);
  return engine ? `${name}, ${engine}` : name;
}

/**
 * @param {string} id
 * @returns {{ service?: string, name: string, engine?: string }}
 */
function parts(id) {
  const [service, name, engine] = id.split(':');
  return name ? { service, name, engine } : { name: id };
}

/** @type {WeakMap<AbortSignal, Promise<Voice[]>>} One request for each view, however many names it shows. */
const lists = new WeakMap();

/** @param {{ signal: AbortSignal }} page */
function listFor({ signal }) {
  const list = lists.get(signal) ?? api.voices(signal, { asks: false });
  lists.set(signal, list);
  return list;
}

/**
 * The name as an element. Where a provider's ids hold no name, the name appears when the list of voices has loaded.
 *
 * @param {string} id
 * @param {{ signal: AbortSignal }} page
 */
export function voiceElement(id, page) {
  const element = h('span', {}, voiceName(id));
  const { service } = parts(id);
  if (service && service !== 'polly') {
    listFor(page).then((voices) => { element.textContent = voiceName(id, voices); }, () => {});
  }
  return element;
}

/** What somebody needs who runs this on one machine and wants another language. */
export const ESPEAK = 'On this machine, languages other than English need espeak-ng: install it (apt-get install libespeak-ng1, or brew install espeak-ng) and start Parler again.';

/**
 * Whether local voices stand in for a provider's and speak English only.
 *
 * @param {Voice[]} voices
 */
export function speaksEnglishOnly(voices) {
  const standIns = voices.filter(({ standIn }) => standIn);
  return standIns.length > 0 && standIns.every((voice) => voice.languages.every((tag) => primary(tag) === 'en'));
}

/** @param {Voice} voice */
export const engineAndPrice = (voice) => [voice.engine, voice.price && perMillion(voice.price)].filter(Boolean).join(' · ');

/**
 * The fields: first the language, where there are several, then the voice.
 *
 * @param {Voice[]} voices
 * @param {string | undefined} postLanguage
 * @param {() => void} onChange
 */
export function voiceChooser(voices, postLanguage, onChange) {
  const languages = [...new Set(voices.flatMap((voice) => voice.languages.map(primary)))]
    .sort((a, b) => language(a).localeCompare(language(b)));
  const preselected = postLanguage && languages.includes(primary(postLanguage)) ? primary(postLanguage) : '';
  const languageSelect = h('select', { id: 'voice-language' },
    h('option', { value: '' }, 'All languages'),
    languages.map((tag) => h('option', { value: tag }, language(tag))));
  languageSelect.value = preselected;
  const select = h('select', { id: 'voice', name: 'voice' });
  const preferred = voices.find((voice) => [voice.id, parts(voice.id).name].includes(stored(STORAGE_KEY)) && speaks(voice, preselected));
  draw(preferred?.id);

  languageSelect.addEventListener('change', () => {
    const before = select.value;
    draw(before);
    if (select.value !== before) onChange();
  });
  select.addEventListener('change', () => {
    store(STORAGE_KEY, select.value);
    onChange();
  });

  /** @param {string} [chosen] */
  function draw(chosen = '') {
    select.replaceChildren(h('option', { value: '' }, 'Chosen by language'),
      ...grouped(voices, languageSelect.value, postLanguage).map(({ label, members }) => h('optgroup', { label },
        members.map((voice) => h('option', { value: voice.id }, optionText(voice))))));
    select.value = chosen;
    if (select.selectedIndex < 0) select.value = '';
  }

  return {
    fields: [
      languages.length > 1 && h('div', { class: 'field narrow' }, h('label', { for: 'voice-language' }, 'Voices in'), languageSelect),
      h('div', { class: 'field' }, h('label', { for: 'voice' }, 'Voice'), select),
    ].filter(isPresent),
    /** The chosen voice; undefined where the language decides. */
    chosen: () => voices.find((voice) => voice.id === select.value),
    /** @param {string} id */
    choose(id) {
      const voice = voices.find((one) => one.id === id);
      if (!voice) return;
      if (!speaks(voice, languageSelect.value)) languageSelect.value = '';
      draw(id);
      store(STORAGE_KEY, id);
      onChange();
      select.focus();
    },
  };
}

/**
 * @param {Voice} voice
 * @param {string} wanted a primary language, or '' for any
 */
const speaks = (voice, wanted) => !wanted || voice.languages.some((tag) => primary(tag) === wanted);

/**
 * Groups voices by region and provider, the post's own region first. Where all languages are listed, voices that speak
 * more than three have a group of their own.
 *
 * @param {Voice[]} voices
 * @param {string} wanted
 * @param {string | undefined} postLanguage
 */
function grouped(voices, wanted, postLanguage) {
  const providers = [...new Set(voices.map((voice) => voice.service))];
  /** @param {Voice} voice */
  const tagOf = (voice) => {
    if (wanted) return voice.languages.find((tag) => primary(tag) === wanted) ?? '';
    return voice.languages.length > 3 ? '' : voice.language;
  };
  /** @param {string} tag */
  const rank = (tag) => {
    if (!tag || !postLanguage) return 2;
    if (tag.toLowerCase() === postLanguage.toLowerCase()) return 0;
    return primary(tag) === primary(postLanguage) ? 1 : 2;
  };
  const groups = groupBy(voices.filter((voice) => speaks(voice, wanted)), (voice) => `${tagOf(voice)} ${voice.service}`);
  return [...groups].map(([key, members]) => {
    const [tag, provider] = key.split(' ');
    const label = [tag ? language(tag) : 'Many languages', providers.length > 1 && (PROVIDERS[provider] ?? provider)].filter(Boolean).join(' · ');
    return { rank: rank(tag), provider: providers.indexOf(provider), label, members: [...members].sort(byName) };
  }).sort((a, b) => a.rank - b.rank || a.provider - b.provider || a.label.localeCompare(b.label));
}

/**
 * @param {Voice} a
 * @param {Voice} b
 */
const byName = (a, b) => a.name.localeCompare(b.name);

/**
 * A field for the one voice of many posts.
 *
 * @param {string} id the field's
 * @param {Voice[]} voices
 */
export function voiceField(id, voices) {
  return h('div', { class: 'field' }, h('label', { for: id }, 'Voice'),
    h('select', { id, name: 'voice' },
      h('option', { value: '' }, 'One for each post’s language'),
      voices.map((voice) => h('option', { value: voice.id }, `${voiceName(voice.id, voices)} (${language(voice.language)})`))));
}

/** @param {Voice} voice */
function optionText(voice) {
  const gender = voice.gender ? ` (${voice.gender.toLowerCase()})` : '';
  return [voice.name + gender, engineAndPrice(voice)].filter(Boolean).join(' · ');
}
