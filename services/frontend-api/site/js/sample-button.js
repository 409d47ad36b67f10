// A button that plays the sample of a voice, and stops it.

import { h } from './dom.js';
import { voiceName } from './voices.js';

/** @typedef {import('./api.js').Voice} Voice */
/** @typedef {'idle' | 'loading' | 'playing'} State */

/** @type {Record<State, string>} */
const LABELS = { idle: 'Hear a sample', loading: 'Loading…', playing: 'Stop' };

/** @type {Record<State, string>} For screen readers; the voice's name follows. */
const LONG_LABELS = { idle: 'Hear a sample of', loading: 'Loading… the sample of', playing: 'Stop the sample of' };

/**
 * Nothing plays before the button is pressed, and never two samples at once.
 *
 * @param {{ signal: AbortSignal }} page
 */
export function sampleButton(page) {
  const audio = h('audio', { preload: 'none' });
  const button = h('button', { type: 'button', class: 'quiet hear' });
  const message = h('p', { class: 'fine', role: 'status' });
  /** @type {Voice | undefined} */
  let voice;
  /** @type {State} */
  let state = 'idle';
  let turn = 0;

  /** @param {State} next */
  const draw = (next) => {
    state = next;
    button.textContent = LABELS[state];
    button.className = `quiet hear ${state}`;
    button.disabled = !voice?.sampleUrl;
    if (voice) button.setAttribute('aria-label', `${LONG_LABELS[state]} ${voiceName(voice.id, [voice])}`);
    else button.removeAttribute('aria-label');
  };
  const stop = () => {
    turn++;
    audio.pause();
    audio.removeAttribute('src');
    audio.load();
    draw('idle');
  };
  const play = async () => {
    const mine = ++turn;
    message.textContent = '';
    if (!voice?.sampleUrl) return;
    const name = voiceName(voice.id, [voice]);
    audio.src = voice.sampleUrl;
    draw('loading');
    try {
      await audio.play();
    } catch {
      // It was stopped in the meantime, or another voice was chosen.
      if (turn !== mine) return;
      stop();
      message.textContent = `The sample of ${name} cannot be played right now. Try again in a moment.`;
    }
  };

  button.addEventListener('click', () => (state === 'idle' ? play() : stop()));
  audio.addEventListener('playing', () => draw('playing'));
  audio.addEventListener('ended', () => draw('idle'));
  page.signal.addEventListener('abort', stop, { once: true });
  draw('idle');

  return {
    button,
    rest: [audio, message],
    /** @param {Voice | undefined} next the voice whose sample the button plays */
    setVoice(next) {
      if (next?.id === voice?.id) return;
      if (state !== 'idle') stop();
      voice = next;
      message.textContent = '';
      draw('idle');
    },
  };
}
