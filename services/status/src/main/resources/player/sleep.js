// The sleep timer.

import { language } from "./page.js";
import { withUnit } from "./times.js";

const MINUTES = [5, 10, 15, 30, 45, 60];

/**
 * @param {HTMLSelectElement} select
 * @param {import("./playback.js").Playback} playback
 * @param {import("./chapters.js").Chapters} chapters
 */
export function addSleepTimer(select, playback, chapters) {
  for (const minutes of MINUTES) {
    const option = document.createElement("option");
    option.value = String(minutes);
    option.textContent = withUnit(minutes, "minute", language(select));
    select.append(option);
  }
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  let timer;
  /** @type {number | null} */
  let end = null;
  let last = 0;
  const stop = () => {
    playback.pause();
    reset();
    select.value = "";
    select.dispatchEvent(new Event("sleep", { bubbles: true }));
  };
  const reset = () => {
    clearTimeout(timer);
    end = null;
  };
  select.addEventListener("change", () => {
    reset();
    if (select.value === "chapter") {
      chapters.load().catch(() => {}).then(() => (end = chapters.endAt(playback.now)));
    } else if (select.value) {
      timer = setTimeout(stop, Number(select.value) * 60000);
    }
  });
  // Minutes go on: in a list another recording follows.
  playback.audio.addEventListener("ended", () => {
    if (select.value === "chapter") {
      reset();
      select.value = "";
    }
  });
  playback.follow((now) => {
    const jumped = now < last || now - last > 5;
    last = now;
    if (end !== null && jumped) {
      end = chapters.endAt(now);
    } else if (end !== null && now >= end) {
      stop();
    }
  });
}
