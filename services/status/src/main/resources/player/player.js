// The script of the player's page. Without it the browser's own controls play.

import { Chapters, addChapters } from "./chapters.js";
import { useColor } from "./color.js";
import { addControls } from "./controls.js";
import { addDownload } from "./download.js";
import { reportToFrame } from "./frame.js";
import { addMediaKeys } from "./media-keys.js";
import { find } from "./page.js";
import { Panels } from "./panels.js";
import { Playback, pauseForOthers } from "./playback.js";
import { Sentences } from "./sentences.js";
import { addShare } from "./share.js";
import { addShortcuts } from "./shortcuts.js";
import { addSleepTimer } from "./sleep.js";
import { timeIn } from "./times.js";
import { addTranscript } from "./transcript.js";
import { wait } from "./waiting.js";

function start() {
  const main = find(document, "main");
  useColor(document.documentElement, location.search);
  if (main.dataset.state === "waiting") {
    wait(main, start);
  } else if (main.dataset.state === "completed") {
    play(main);
  }
  reportToFrame(main);
}

/** @param {HTMLElement} main */
function play(main) {
  const audio = find(main, "audio");
  const playback = new Playback(audio, Number(main.dataset.seconds));
  const sentences = new Sentences(main.dataset.transcript);
  const chapters = new Chapters(main.dataset.chapters);
  audio.controls = false;
  audio.after(find(main, "template").content.cloneNode(true));
  addControls(main, playback);
  addDownload(main);
  const panels = new Panels(main);
  addTranscript(panels, playback, sentences);
  addChapters(panels, playback, chapters);
  addSleepTimer(find(main, "select", "#sleep"), playback, chapters);
  addShare(main, playback, sentences);
  addShortcuts(main, playback, panels, sentences);
  addMediaKeys(main, playback, chapters);
  pauseForOthers(playback);
  audio.addEventListener("play", () => {
    sentences.load().catch(() => {});
    chapters.load().catch(() => {});
  }, { once: true });

  const seekToAddress = () => {
    const seconds = timeIn(location);
    if (seconds !== null) {
      playback.go(seconds);
    }
    return seconds !== null;
  };
  addEventListener("hashchange", seekToAddress);
  if (!seekToAddress() && playback.remembered > 0) {
    playback.go(playback.remembered);
  }
}

start();
