// Keys that work everywhere in the player.

import { STEP_SECONDS } from "./controls.js";
import { remember, settings } from "./memory.js";
import { find } from "./page.js";

const ARROW_SECONDS = 5;
const VOLUME_STEP = 0.1;

/**
 * @param {HTMLElement} main
 * @param {import("./playback.js").Playback} playback
 * @param {import("./panels.js").Panels} panels
 * @param {import("./sentences.js").Sentences} sentences
 * @param {import("./recording.js").OnKey} onKey
 */
export function addShortcuts(main, playback, panels, sentences, onKey) {
  const { audio } = playback;
  const enabled = find(main, "input", ".use-keys");
  enabled.checked = settings().shortcuts ?? true;
  enabled.addEventListener("change", () => remember({ shortcuts: enabled.checked }));
  const changeVolume = (/** @type {number} */ by) => {
    if (isScrollable()) {
      return false;
    }
    playback.setVolume((audio.muted ? 0 : audio.volume) + by);
    return true;
  };
  const goToSentence = (/** @type {1 | -1} */ direction) =>
    sentences.load().catch(() => {}).then(() => playback.go(sentences.startBeside(playback.now, direction) ?? playback.now));
  const showHelp = () => {
    if (panels.open !== "more") {
      panels.toggle("more");
    }
    find(main, "details", ".keys").open = true;
    find(main, "summary").focus();
  };

  /** @type {Record<string, () => unknown>} an action that returns false leaves the key to the browser */
  const actions = {
    " ": () => playback.toggle(),
    k: () => playback.toggle(),
    j: () => playback.step(-STEP_SECONDS),
    l: () => playback.step(STEP_SECONDS),
    m: () => playback.setMuted(!audio.muted),
    n: () => goToSentence(1),
    p: () => goToSentence(-1),
    ArrowLeft: () => playback.step(-ARROW_SECONDS),
    ArrowRight: () => playback.step(ARROW_SECONDS),
    ArrowUp: () => changeVolume(VOLUME_STEP),
    ArrowDown: () => changeVolume(-VOLUME_STEP),
    "<": () => playback.changeSpeed(-1),
    ">": () => playback.changeSpeed(1),
    "?": showHelp,
  };
  onKey((event) => {
    const key = keyOf(event);
    if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey || isTakenBy(event.target, key)) {
      return;
    }
    if (enabled.checked && actions[key] && actions[key]() !== false) {
      event.preventDefault();
    }
  });
}

/**
 * The key; on a keyboard without Latin letters the one at the same place.
 *
 * @param {KeyboardEvent} event
 */
function keyOf({ key, code = "" }) {
  const letter = /^Key([A-Z])$/.exec(code)?.[1];
  return (letter && key > "\u007f" ? letter : key.length === 1 ? key : "").toLowerCase() || key;
}

/**
 * Whether the focused element does something of its own with the key.
 *
 * @param {EventTarget | null} target
 * @param {string} key
 */
function isTakenBy(target, key) {
  if (!(target instanceof HTMLElement)) {
    return false;
  }
  if (target.matches("select, input:not([type=range], [type=checkbox])")) {
    return true;
  }
  return key === " " ? target.matches("button, a, summary, input") : key.startsWith("Arrow") && target.matches("input[type=range]");
}

/** Whether the arrow keys are needed to scroll the page. */
const isScrollable = () => document.documentElement.scrollHeight > innerHeight;
