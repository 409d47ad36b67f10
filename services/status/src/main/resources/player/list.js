// A list of links to times, which is one stop of the Tab key: arrow keys move within it.

import { focusBeside, linkAt } from "./page.js";

/**
 * Lets arrow keys, Home and End move the focus from link to link. Enter follows a link.
 *
 * @param {HTMLElement} box
 * @param {HTMLElement[]} links
 * @param {() => void} [onMove] called when a key has moved the focus
 */
export function makeOneStop(box, links, onMove = () => {}) {
  setStop(links, 0);
  box.addEventListener("keydown", (event) => {
    const at = links.indexOf(/** @type {HTMLElement} */ (event.target));
    if (at === -1 || event.ctrlKey || event.metaKey || event.altKey) {
      return;
    }
    const forward = getComputedStyle(box).direction === "rtl" ? -1 : 1;
    /** @type {Record<string, number>} */
    const targets = { ArrowDown: at + 1, ArrowUp: at - 1, ArrowRight: at + forward, ArrowLeft: at - forward, Home: 0, End: links.length - 1 };
    const target = targets[event.key];
    if (target === undefined) {
      return;
    }
    event.preventDefault();
    event.stopPropagation();
    const link = links[target];
    if (link) {
      setStop(links, target);
      link.focus();
      onMove();
    }
  });
  box.addEventListener("focusin", (event) => {
    const at = links.indexOf(/** @type {HTMLElement} */ (event.target));
    if (at !== -1) {
      setStop(links, at);
    }
  });
}

/**
 * Makes one of the links the stop of the Tab key.
 *
 * @param {HTMLElement[]} links
 * @param {number} at
 */
function setStop(links, at) {
  links.forEach((link, i) => (link.tabIndex = i === at ? 0 : -1));
}

/**
 * Marks the link of the current time whenever it changes. The Tab key comes to it, unless somebody is in the list.
 *
 * @param {HTMLElement} box
 * @param {HTMLElement[]} links
 * @param {(seconds: number) => number} indexAt -1 before the first
 * @param {(link: HTMLElement) => void} [onMark]
 * @returns {(seconds: number) => void}
 */
export function marker(box, links, indexAt, onMark = () => {}) {
  let current = -1;
  return (seconds) => {
    const next = indexAt(seconds);
    if (next === current) {
      return;
    }
    links[current]?.removeAttribute("aria-current");
    current = next;
    const link = links[next];
    if (link) {
      link.setAttribute("aria-current", "true");
      if (!box.contains(focusBeside(box))) {
        setStop(links, next);
      }
      onMark(link);
    }
  };
}

/**
 * The index of the last start that has come; -1 before the first.
 *
 * @param {number[]} starts
 * @param {number} seconds
 */
export function lastStarted(starts, seconds) {
  const next = starts.findIndex((start) => start > seconds + 0.05);
  return (next === -1 ? starts.length : next) - 1;
}

/**
 * @param {HTMLElement} main
 * @param {number} seconds
 * @param {(seconds: number) => void} go
 */
export function linkTo(main, seconds, go) {
  const link = document.createElement("a");
  link.href = linkAt(main, seconds);
  link.addEventListener("click", (event) => {
    if (!(event.ctrlKey || event.metaKey || event.shiftKey)) {
      event.preventDefault();
      go(seconds);
    }
  });
  return link;
}
