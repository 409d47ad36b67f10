// Voices: what they are called, and the choice of one, kept in this browser only.

import * as api from './api.js';
import { h } from './dom.js';
import { groupBy } from './group.js';
import { keep, kept } from './kept.js';
import { language, perMillion } from './words.js';

const KEPT = 'parler.voice';
const SERVICES = { polly: 'Amazon Polly', openai: 'OpenAI', google: 'Google', elevenlabs: 'ElevenLabs' };

// Voices carry other tags than pages for some languages.
const PAGES_TAG = { cmn: 'zh', arb: 'ar', nb: 'no' };
const primary = (tag) => {
  const first = tag.split('-')[0].toLowerCase();
  return PAGES_TAG[first] ?? first;
};

// polly:Joanna:neural → Joanna, neural. Where the list of voices is at hand, by the name it gives.
export function voiceName(id, voices = []) {
  const { name, engine } = voices.find((voice) => voice.id === id) ?? parts(id);
  return engine ? `${name}, ${engine}` : name;
}

function parts(id) {
  const [service, name, engine] = id.split(':');
  return name ? { service, name, engine } : { name: id };
}

// The list of voices, asked for once a view however many names are wanted.
const lists = new WeakMap();
function listOf({ signal }) {
  if (!lists.has(signal)) lists.set(signal, api.voices(signal));
  return lists.get(signal);
}

// The same as an element. Where a service names its voices by numbers, the name follows when the list is there.
export function voiceElement(id, page) {
  const element = h('span', {}, voiceName(id));
  const { service } = parts(id);
  if (service && service !== 'polly') {
    listOf(page).then((voices) => { element.textContent = voiceName(id, voices); }, () => {});
  }
  return element;
}

export const engineAndPrice = (voice) => [voice.engine, voice.price && perMillion(voice.price)].filter(Boolean).join(' · ');

// A choice of voices: first of the language, where there are several, then of the voice. changed() hears of each choice.
export function voiceChooser(voices, postLanguage, changed) {
  const languages = [...new Set(voices.flatMap((voice) => voice.languages.map(primary)))]
    .sort((a, b) => language(a).localeCompare(language(b)));
  const posts = postLanguage && languages.includes(primary(postLanguage)) ? primary(postLanguage) : '';
  const spoken = h('select', { id: 'voice-language' },
    h('option', { value: '' }, 'All languages'),
    languages.map((tag) => h('option', { value: tag, selected: tag === posts }, language(tag))));
  const select = h('select', { id: 'voice', name: 'voice' });
  const preferred = voices.find((voice) => [voice.id, parts(voice.id).name].includes(kept(KEPT)) && speaks(voice, posts));
  draw(preferred?.id);

  spoken.addEventListener('change', () => {
    const before = select.value;
    draw(before);
    if (select.value !== before) changed();
  });
  select.addEventListener('change', () => {
    keep(KEPT, select.value);
    changed();
  });

  function draw(chosen) {
    select.replaceChildren(h('option', { value: '' }, 'Chosen by language'),
      ...grouped(voices, spoken.value, postLanguage).map(([label, own]) => h('optgroup', { label },
        own.map((voice) => h('option', { value: voice.id, selected: voice.id === chosen }, line(voice))))));
  }

  return {
    fields: [
      languages.length > 1 && h('div', { class: 'field narrow' }, h('label', { for: 'voice-language' }, 'Voices in'), spoken),
      h('div', { class: 'field' }, h('label', { for: 'voice' }, 'Voice'), select),
    ].filter(Boolean),
    // The voice that is chosen; undefined where the language decides.
    chosen: () => voices.find((voice) => voice.id === select.value),
    choose(id) {
      const voice = voices.find((one) => one.id === id);
      if (!voice) return;
      if (!speaks(voice, spoken.value)) spoken.value = '';
      draw(id);
      keep(KEPT, id);
      changed();
      select.focus();
    },
  };
}

const speaks = (voice, wanted) => !wanted || voice.languages.some((tag) => primary(tag) === wanted);

// By service, in the order of the list, and region, the post's own first; voices of many languages together where all are listed.
function grouped(voices, wanted, postLanguage) {
  const services = [...new Set(voices.map((voice) => voice.service))];
  const tagOf = (voice) => (wanted ? voice.languages.find((tag) => primary(tag) === wanted) : voice.languages.length > 3 ? '' : voice.language);
  const groups = groupBy(voices.filter((voice) => speaks(voice, wanted)), (voice) => `${tagOf(voice)} ${voice.service}`);
  const rank = (tag) => (!tag || !postLanguage ? 2 : tag.toLowerCase() === postLanguage.toLowerCase() ? 0 : primary(tag) === primary(postLanguage) ? 1 : 2);
  return [...groups].map(([key, own]) => {
    const [tag, service] = key.split(' ');
    const label = [tag ? language(tag) : 'Many languages', services.length > 1 && (SERVICES[service] ?? service)].filter(Boolean).join(' · ');
    return { rank: rank(tag), service: services.indexOf(service), label, own: [...own].sort(byName) };
  }).sort((a, b) => a.rank - b.rank || a.service - b.service || a.label.localeCompare(b.label)).map(({ label, own }) => [label, own]);
}

const byName = (a, b) => a.name.localeCompare(b.name);

function line(voice) {
  const gender = voice.gender ? ` (${voice.gender.toLowerCase()})` : '';
  return [voice.name + gender, engineAndPrice(voice)].filter(Boolean).join(' · ');
}
