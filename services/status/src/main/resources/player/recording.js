// One recording: its audio, and everything around it.

import { Chapters, addChapters } from "./chapters.js";
import { addControls } from "./controls.js";
import { addDownload } from "./download.js";
import { addMediaKeys } from "./media-keys.js";
import { find } from "./page.js";
import { Panels } from "./panels.js";
import { Playback, pauseForOthers } from "./playback.js";
import { reportPlays } from "./plays.js";
import { Sentences } from "./sentences.js";
import { addShare } from "./share.js";
import { addShortcuts } from "./shortcuts.js";
import { addSleepTimer } from "./sleep.js";
import { addTranscript } from "./transcript.js";

/** @typedef {(listener: (event: KeyboardEvent) => void) => void} OnKey adds a listener of the keys that are pressed in the player */

/**
 * Puts the player's own controls in the place of the browser's.
 *
 * @param {HTMLElement} main
 * @param {OnKey} onKey
 */
export function addPlayer(main, onKey) {
  const audio = find(main, "audio");
  const playback = new Playback(audio, Number(main.dataset.seconds));
  const sentences = new Sentences(main.dataset.transcript);
  const chapters = new Chapters(main.dataset.chapters);
  audio.controls = false;
  audio.after(find(main, "template").content.cloneNode(true));
  addControls(main, playback);
  addDownload(main);
  const panels = new Panels(main, onKey);
  addTranscript(panels, playback, sentences);
  addChapters(panels, playback, chapters);
  addSleepTimer(find(main, "select", "#sleep"), playback, chapters);
  addShare(main, playback, sentences);
  addShortcuts(main, playback, panels, sentences, onKey);
  addMediaKeys(main, playback, chapters);
  pauseForOthers(playback);
  reportPlays(playback, main.dataset.plays);
  audio.addEventListener("play", () => {
    sentences.load().catch(() => {});
    chapters.load().catch(() => {});
  }, { once: true });
  return playback;
}
