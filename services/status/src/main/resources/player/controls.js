// The play button, the position, the speed and the volume.

import { find, language, say, text } from "./page.js";
import { clock, inWords } from "./times.js";

export const STEP_SECONDS = 15;
const SEEK_STEPS = { ArrowLeft: -5, ArrowDown: -5, ArrowRight: 5, ArrowUp: 5, PageDown: -30, PageUp: 30 };

/** @typedef {import("./playback.js").Playback} Playback */

/**
 * @param {HTMLElement} main
 * @param {Playback} playback
 */
export function addControls(main, playback) {
  addPlayButton(main, playback);
  addPosition(main, playback);
  find(main, "button", ".back").addEventListener("click", () => playback.step(-STEP_SECONDS));
  find(main, "button", ".forth").addEventListener("click", () => playback.step(STEP_SECONDS));
  addSpeed(find(main, "select", ".speed"), playback);
  addVolume(main, playback);
}

/**
 * @param {HTMLElement} main
 * @param {Playback} playback
 */
function addPlayButton(main, playback) {
  const { audio } = playback;
  const button = find(main, "button", ".play");
  const draw = () => {
    button.classList.toggle("playing", !audio.paused);
    label(button, text(main, audio.paused ? "play" : "pause"));
  };
  const setBusy = (/** @type {boolean} */ busy) => button.classList.toggle("busy", busy && !audio.paused);
  button.addEventListener("click", () => playback.toggle());
  ["play", "pause", "ended"].forEach((type) => audio.addEventListener(type, draw));
  audio.addEventListener("play", () => setBusy(audio.readyState < 3));
  audio.addEventListener("waiting", () => setBusy(true));
  ["playing", "canplay", "pause", "error"].forEach((type) => audio.addEventListener(type, () => setBusy(false)));
  audio.addEventListener("loadedmetadata", () => say(main, ""));
  audio.addEventListener("error", () => {
    audio.pause();
    say(main, text(main, "audioError"));
  });
  draw();
}

/**
 * @param {HTMLElement} main
 * @param {Playback} playback
 */
function addPosition(main, playback) {
  const seek = find(main, "input", ".seek");
  const currentTime = find(main, "span", ".now");
  const totalTime = find(main, "span", ".all");
  seek.addEventListener("input", () => playback.go(Number(seek.value)));
  seek.addEventListener("keydown", (event) => {
    const step = /** @type {Record<string, number>} */ (SEEK_STEPS)[event.key];
    if (step) {
      event.preventDefault();
      playback.step(step);
    }
  });
  playback.follow((now) => {
    const { length } = playback;
    seek.max = String(length);
    seek.value = String(now);
    fill(seek, length > 0 ? now / length : 0);
    seek.setAttribute("aria-valuetext", text(main, "positionOf", { now: inWords(now, language(main)), all: inWords(length, language(main)) }));
    currentTime.textContent = clock(now);
    totalTime.textContent = clock(length);
  });
}

/**
 * @param {HTMLSelectElement} select
 * @param {Playback} playback
 */
function addSpeed(select, playback) {
  const draw = () => {
    select.value = String(playback.audio.playbackRate);
  };
  playback.speeds = Array.from(select.options, ({ value }) => Number(value));
  select.addEventListener("change", () => playback.setSpeed(Number(select.value)));
  playback.audio.addEventListener("ratechange", draw);
  draw();
}

/**
 * @param {HTMLElement} main
 * @param {Playback} playback
 */
function addVolume(main, playback) {
  const { audio } = playback;
  const mute = find(main, "button", ".mute");
  const volume = find(main, "input", ".volume");
  const draw = () => {
    const heard = audio.muted ? 0 : audio.volume;
    mute.classList.toggle("muted", heard === 0);
    label(mute, text(main, heard === 0 ? "unmute" : "mute"));
    volume.value = String(heard);
    volume.setAttribute("aria-valuetext", new Intl.NumberFormat(language(main), { style: "percent" }).format(heard));
    fill(volume, heard);
  };
  mute.addEventListener("click", () => (audio.muted || audio.volume > 0 ? playback.setMuted(!audio.muted) : playback.setVolume(1)));
  volume.addEventListener("input", () => playback.setVolume(Number(volume.value)));
  audio.addEventListener("volumechange", draw);
  draw();
}

/**
 * @param {HTMLElement} button
 * @param {string} name
 */
function label(button, name) {
  button.setAttribute("aria-label", name);
  button.title = name;
}

/**
 * Draws the part of a slider before its thumb.
 *
 * @param {HTMLInputElement} slider
 * @param {number} share
 */
const fill = (slider, share) => slider.style.setProperty("--filled", `${100 * share}%`);
