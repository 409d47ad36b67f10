// The page of audio that is being made.

import { find } from "./page.js";

const MAX_BACKOFF_MILLIS = 30000;

/**
 * Polls until the conversion has ended. Each request is a long poll: it is answered when the state changes.
 *
 * @param {HTMLElement} main
 * @param {() => void} start of the page that comes in its place
 */
export async function wait(main, start) {
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
        return replace(main, start);
      }
      if (!response.ok && response.status !== 304) {
        throw new Error(`status ${response.status}`);
      }
      backoff = 1000;
      if (response.status === 200) {
        etag = response.headers.get("ETag");
        const conversion = await response.json();
        if (conversion.status === "completed" || conversion.status === "failed") {
          return replace(main, start);
        }
        showProgress(conversion, bar, message);
      }
    } catch {
      message.textContent = "The connection was lost. Trying again…";
      await new Promise((done) => setTimeout(done, backoff));
      backoff = Math.min(backoff * 2, MAX_BACKOFF_MILLIS);
    }
  }
}

/**
 * @param {{ status: string, progress?: { done: number, total: number } }} conversion
 * @param {HTMLProgressElement} bar
 * @param {HTMLElement} message
 */
function showProgress(conversion, bar, message) {
  const { done, total } = conversion.progress ?? { done: 0, total: 0 };
  if (total > 0) {
    bar.max = total;
    bar.value = done;
    message.textContent = `Speaking… ${Math.floor((100 * done) / total)} %`;
  } else {
    bar.removeAttribute("value");
    message.textContent = conversion.status === "queued" ? "Waiting for a voice…" : "Loading the post…";
  }
}

/**
 * Replaces the page's content with the page as it is now: the player, or why there is none.
 *
 * @param {HTMLElement} main
 * @param {() => void} start
 */
async function replace(main, start) {
  try {
    const response = await fetch(location.pathname + location.search, { cache: "no-store" });
    const page = new DOMParser().parseFromString(await response.text(), "text/html");
    const { lang, dir } = page.documentElement;
    Object.assign(document.documentElement, { lang, dir });
    document.title = page.title;
    main.replaceWith(document.adoptNode(find(page, "main")));
    start();
  } catch {
    location.reload();
  }
}
