// The page of audio that is being made.

import { find, language, text } from "./page.js";

const MAX_BACKOFF_MILLIS = 30000;

/**
 * Polls until the conversion has ended. Each request is a long poll: it is answered when the state changes.
 *
 * @param {HTMLElement} main
 * @param {() => void} onEnd called when there is another page in its place
 */
export async function wait(main, onEnd) {
  const bar = find(main, "progress");
  const message = find(main, "p", ".message");
  /** @type {string | null} */
  let etag = null;
  let backoff = 1000;
  for (;;) {
    try {
      /** @type {Response} */
      const response = await fetch(`${main.dataset.conversion}?wait=20`, {
        headers: etag ? { "If-None-Match": etag } : {},
        cache: "no-store",
      });
      if (response.status === 404 || response.status === 410) {
        return onEnd();
      }
      if (!response.ok && response.status !== 304) {
        throw new Error(`status ${response.status}`);
      }
      backoff = 1000;
      if (response.status === 200) {
        etag = response.headers.get("ETag");
        const conversion = await response.json();
        if (conversion.status === "completed" || conversion.status === "failed") {
          return onEnd();
        }
        showProgress(conversion, main, bar, message);
      }
    } catch {
      message.textContent = text(main, "connectionLost");
      await new Promise((done) => setTimeout(done, backoff));
      backoff = Math.min(backoff * 2, MAX_BACKOFF_MILLIS);
    }
  }
}

/**
 * @param {{ status: string, progress?: { done: number, total: number } }} conversion
 * @param {HTMLElement} main
 * @param {HTMLProgressElement} bar
 * @param {HTMLElement} message
 */
function showProgress(conversion, main, bar, message) {
  const { done, total } = conversion.progress ?? { done: 0, total: 0 };
  if (total > 0) {
    bar.max = total;
    bar.value = done;
    const percent = new Intl.NumberFormat(language(main), { style: "percent" }).format(Math.floor((100 * done) / total) / 100);
    message.textContent = text(main, "speaking", { percent });
  } else {
    bar.removeAttribute("value");
    message.textContent = conversion.status === "queued" ? text(main, "waitingForVoice") : text(main, "loadingPost");
  }
}
