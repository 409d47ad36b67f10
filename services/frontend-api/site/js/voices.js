// The choice of a voice, kept in this browser only.

import { h } from './dom.js';
import { groupBy } from './group.js';
import { keep, kept } from './kept.js';
import { language } from './words.js';

const KEPT = 'parler.voice';

const speaks = (voice, tag) => voice.language.split('-')[0].toLowerCase() === tag.split('-')[0].toLowerCase();

// A select grouped by language, the post's own first. The kept voice is preselected when it speaks that language.
export function voiceSelect(voices, postLanguage) {
  const groups = groupBy(voices, (voice) => voice.language);
  const own = (tag) => (postLanguage && speaks({ language: tag }, postLanguage) ? 0 : 1);
  const tags = [...groups.keys()].sort((a, b) => own(a) - own(b) || language(a).localeCompare(language(b)));
  const preferred = voices.find((voice) => voice.id === kept(KEPT) && (!postLanguage || speaks(voice, postLanguage)));
  const select = h('select', { id: 'voice', name: 'voice' },
    h('option', { value: '' }, 'Best for the language'),
    tags.map((tag) => h('optgroup', { label: language(tag) },
      groups.get(tag).map((voice) => h('option', { value: voice.id, selected: voice === preferred }, label(voice))))));
  select.addEventListener('change', () => keep(KEPT, select.value));
  return select;
}

function label(voice) {
  return voice.gender ? `${voice.name} (${voice.gender.toLowerCase()})` : voice.name;
}
