// Links to a moment and to a sentence.

import { find, focusBeside, linkAt, say, text } from "./page.js";

const COPIED_MILLIS = 4000;

/**
 * @param {HTMLElement} main
 * @param {import("./playback.js").Playback} playback
 * @param {import("./sentences.js").Sentences} sentences
 */
export function addShare(main, playback, sentences) {
  find(main, "button", ".copyMoment").addEventListener("click", () => copy(main, shareLink(main, playback.now)));
  const sentence = find(main, "button", ".copySentence");
  if (!sentences.address) {
    sentence.remove();
    return;
  }
  sentence.addEventListener("click", async () => {
    await sentences.load().catch(() => {});
    copy(main, shareLink(main, sentences.list[sentences.indexAt(playback.now)]?.startTime ?? playback.now));
  });
}

/**
 * @param {HTMLElement} main
 * @param {number} seconds
 */
function shareLink(main, seconds) {
  const page = main.dataset.link ? "" : document.querySelector("link[rel=canonical]")?.getAttribute("href") ?? location.href.replace(/#.*/, "");
  return page + linkAt(main, Math.floor(seconds * 10) / 10);
}

/**
 * @param {HTMLElement} main
 * @param {string} link
 */
async function copy(main, link) {
  try {
    await navigator.clipboard.writeText(link);
    main.querySelector(".by-hand")?.remove();
    say(main, text(main, "copied"), COPIED_MILLIS);
  } catch {
    showToCopy(main, text(main, "copyThis"), link);
  }
}

/**
 * Shows an address, selected, for somebody to copy by hand.
 *
 * @param {HTMLElement} main
 * @param {string} name
 * @param {string} address
 */
export function showToCopy(main, name, address) {
  main.querySelector(".by-hand")?.remove();
  const label = document.createElement("label");
  const field = document.createElement("input");
  label.className = "by-hand";
  field.readOnly = true;
  field.dir = "ltr";
  field.value = address;
  label.append(name, field);
  find(main, "div", ".tabs").after(label);
  field.addEventListener("blur", () => focusBeside(field) !== field && label.remove());
  field.focus();
  field.select();
}
