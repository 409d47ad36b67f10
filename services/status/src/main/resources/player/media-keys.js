// The media keys of a keyboard or a headset, and what a lock screen shows.

import { STEP_SECONDS } from "./controls.js";

/**
 * They belong to the player that was started last.
 *
 * @param {HTMLElement} main
 * @param {import("./playback.js").Playback} playback
 * @param {import("./chapters.js").Chapters} chapters
 */
export function addMediaKeys(main, playback, chapters) {
  if (!("mediaSession" in navigator)) {
    return;
  }
  const goToChapter = (/** @type {number} */ beside) => {
    const start = chapters.list[Math.max(chapters.indexAt(playback.now) + beside, 0)]?.startTime;
    if (start !== undefined) {
      playback.go(start);
    }
  };
  /** @type {Partial<Record<MediaSessionAction, MediaSessionActionHandler>>} */
  const handlers = {
    play: () => playback.play(),
    pause: () => playback.pause(),
    seekbackward: (details) => playback.step(-(details.seekOffset ?? STEP_SECONDS)),
    seekforward: (details) => playback.step(details.seekOffset ?? STEP_SECONDS),
    seekto: (details) => playback.go(details.seekTime ?? 0),
    previoustrack: () => goToChapter(-1),
    nexttrack: () => goToChapter(1),
  };
  playback.audio.addEventListener("play", () => {
    const title = main.querySelector(".title")?.textContent ?? "";
    navigator.mediaSession.metadata = new MediaMetadata({ title, artist: main.dataset.author ?? "" });
    for (const [action, handler] of Object.entries(handlers)) {
      try {
        navigator.mediaSession.setActionHandler(/** @type {MediaSessionAction} */ (action), handler);
      } catch {
        // This browser doesn't know the action.
      }
    }
  });
}
