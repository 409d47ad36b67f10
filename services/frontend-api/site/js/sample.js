// How a voice sounds: a button that plays its sample, and stops it.

import { h } from './dom.js';
import { voiceName } from './voices.js';

const WORDS = { quiet: 'Hear a sample', loading: 'Loading…', playing: 'Stop' };
const NAMES = { quiet: 'Hear a sample of', loading: 'Loading… the sample of', playing: 'Stop the sample of' };

// of(voice) says whose. Nothing plays before the button is pressed, and never two samples at once.
export function sampleButton(page) {
  const audio = h('audio', { preload: 'none' });
  const button = h('button', { type: 'button', class: 'quiet hear' });
  const said = h('p', { class: 'fine', role: 'status' });
  let voice;
  let state = 'quiet';
  let turn = 0;

  const draw = (next) => {
    state = next;
    button.textContent = WORDS[state];
    button.className = `quiet hear ${state}`;
    button.disabled = !voice?.sampleUrl;
    if (voice) button.setAttribute('aria-label', `${NAMES[state]} ${voiceName(voice.id, [voice])}`);
    else button.removeAttribute('aria-label');
  };
  const stop = () => {
    turn++;
    audio.pause();
    audio.removeAttribute('src');
    audio.load();
    draw('quiet');
  };
  const play = async () => {
    const mine = ++turn;
    said.textContent = '';
    audio.src = voice.sampleUrl;
    draw('loading');
    try {
      await audio.play();
    } catch {
      // Stopped meanwhile, or another voice's turn.
      if (turn !== mine) return;
      stop();
      said.textContent = `The sample of ${voiceName(voice.id, [voice])} cannot be played right now. Try again in a moment.`;
    }
  };

  button.addEventListener('click', () => (state === 'quiet' ? play() : stop()));
  audio.addEventListener('playing', () => draw('playing'));
  audio.addEventListener('ended', () => draw('quiet'));
  page.signal.addEventListener('abort', stop, { once: true });
  draw('quiet');

  return {
    button,
    rest: [audio, said],
    of(next) {
      if (next?.id === voice?.id) return;
      if (state !== 'quiet') stop();
      voice = next;
      said.textContent = '';
      draw('quiet');
    },
  };
}
