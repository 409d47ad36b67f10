// The choice of a voice, kept in this browser only.

import { h } from './dom.js';
import { language } from './words.js';

const KEPT = 'parler.voice';

export function keptVoice() {
  try {
    return localStorage.getItem(KEPT) ?? '';
  } catch {
    return '';
  }
}

function keep(voice) {
  try {
    localStorage.setItem(KEPT, voice);
  } catch {
    // A browser that keeps nothing asks again next time.
  }
}

const speaks = (voice, tag) => voice.language.split('-')[0].toLowerCase() === tag.split('-')[0].toLowerCase();

// A select grouped by language, the post's own first. The kept voice is preselected when it speaks that language.
export function voiceSelect(voices, postLanguage) {
  const groups = Map.groupBy ? Map.groupBy(voices, (voice) => voice.language) : grouped(voices);
  const own = (tag) => (postLanguage && speaks({ language: tag }, postLanguage) ? 0 : 1);
  const tags = [...groups.keys()].sort((a, b) => own(a) - own(b) || language(a).localeCompare(language(b)));
  const kept = voices.find((voice) => voice.id === keptVoice() && (!postLanguage || speaks(voice, postLanguage)));
  const select = h('select', { id: 'voice', name: 'voice' },
    h('option', { value: '' }, 'Best for the language'),
    tags.map((tag) => h('optgroup', { label: language(tag) },
      groups.get(tag).map((voice) => h('option', { value: voice.id, selected: voice === kept }, label(voice))))));
  select.addEventListener('change', () => keep(select.value));
  return select;
}

function label(voice) {
  return voice.gender ? `${voice.name} (${voice.gender.toLowerCase()})` : voice.name;
}

function grouped(voices) {
  const groups = new Map();
  for (const voice of voices) groups.set(voice.language, [...(groups.get(voice.language) ?? []), voice]);
  return groups;
}
