// Reports how a recording is listened to: counts only, no cookie, no id. A browser that asks not to be tracked reports nothing.

const TENTHS = 10;
// Between two reports of where it plays; a longer way is a jump, not listening.
const MAX_STEP_SECONDS = 5;

/** @typedef {{ started: boolean, tenths: number[], seconds: number }} Report */

/** What was heard since the last report. */
export class PlayedParts {
  #started = false;
  /** @type {Set<number>} */
  #known = new Set();
  /** @type {Set<number>} */
  #fresh = new Set();
  #seconds = 0;
  /** @type {number | null} */
  #last = null;
  #begun = false;

  start() {
    this.#started ||= !this.#begun;
    this.#begun = true;
  }

  /** The next position is not heard from here on. */
  jump() {
    this.#last = null;
  }

  /**
   * @param {number} now where it plays, in seconds
   * @param {number} length of the recording
   */
  hear(now, length) {
    const step = this.#last === null ? 0 : now - this.#last;
    this.#last = now;
    if (step <= 0 || step > MAX_STEP_SECONDS || !(length > 0)) return;
    this.#seconds += step;
    const tenth = Math.min(Math.floor((now / length) * TENTHS), TENTHS - 1);
    if (!this.#known.has(tenth)) {
      this.#known.add(tenth);
      this.#fresh.add(tenth);
    }
  }

  /**
   * What is new; null if nothing is worth a report. Parts of a second are kept for the next one.
   *
   * @returns {Report | null}
   */
  take() {
    const seconds = Math.floor(this.#seconds);
    if (!this.#started && this.#fresh.size === 0 && seconds === 0) return null;
    const report = { started: this.#started, tenths: [...this.#fresh], seconds };
    this.#started = false;
    this.#fresh.clear();
    this.#seconds -= seconds;
    return report;
  }
}

/** Global Privacy Control, or Do Not Track. */
const asksNotToBeCounted = () => "globalPrivacyControl" in navigator && navigator.globalPrivacyControl === true || navigator.doNotTrack === "1";

/**
 * Reports when it pauses or ends and when the page goes away. Without an address nothing is reported.
 *
 * @param {import("./playback.js").Playback} playback
 * @param {string | undefined} address
 */
export function reportPlays(playback, address) {
  if (!address || asksNotToBeCounted()) return;
  const { audio } = playback;
  const parts = new PlayedParts();
  const send = () => {
    const report = parts.take();
    if (report) navigator.sendBeacon(address, JSON.stringify(report));
  };
  audio.addEventListener("playing", () => {
    parts.start();
    parts.hear(playback.now, playback.length);
  });
  audio.addEventListener("timeupdate", () => !audio.paused && !audio.seeking && parts.hear(playback.now, playback.length));
  audio.addEventListener("seeking", () => parts.jump());
  audio.addEventListener("pause", () => {
    parts.hear(playback.now, playback.length);
    parts.jump();
    send();
  });
  audio.addEventListener("ended", send);
  document.addEventListener("visibilitychange", () => document.visibilityState === "hidden" && send());
  addEventListener("pagehide", send);
}
