// The download, also where a frame's sandbox forbids it.

import { find, isSandboxed, text } from "./page.js";
import { showToCopy } from "./share.js";

/** @param {HTMLElement} main */
export function addDownload(main) {
  const link = find(main, "a", ".download");
  link.addEventListener("click", (event) => {
    if (isSandboxed()) {
      event.preventDefault();
      showToCopy(main, text(main, "downloadBlocked"), link.href);
    }
  });
}
