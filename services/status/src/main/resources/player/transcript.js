// The transcript: each sentence is a link to its time, and the one that is heard is marked.

import { lastStarted, linkTo, makeOneStop, marker } from "./list.js";
import { find } from "./page.js";

/** @typedef {import("./sentences.js").Sentence} Sentence */

const IDEOGRAPHS = "\\p{Script=Han}\\p{Script=Hiragana}\\p{Script=Katakana}\\u3000-\\u303f\\uff00-\\uffef";
const BETWEEN_IDEOGRAPHS = new RegExp(`[${IDEOGRAPHS}][”’]?$`, "u");

/**
 * @param {import("./panels.js").Panels} panels
 * @param {import("./playback.js").Playback} playback
 * @param {import("./sentences.js").Sentences} sentences
 */
export function addTranscript(panels, playback, sentences) {
  if (!sentences.address) {
    panels.button("transcript").remove();
    return;
  }
  const panel = panels.panel("transcript");
  panels.fillOnOpen("transcript", async () => {
    const list = await sentences.load();
    const box = find(panel, "div", ".words");
    const following = new Following(panel, box);
    const links = list.map((sentence) =>
      linkTo(panels.main, sentence.startTime, (seconds) => {
        following.resume();
        playback.go(seconds);
      }));
    box.append(...paragraphs(list, links));
    makeOneStop(box, links, () => following.stop());
    playback.follow(marker(box, links, (seconds) => sentences.indexAt(seconds), (link) => following.show(link)));
    if (list.some((sentence) => sentence.words)) {
      followWords(playback, links, list, sentences);
    }
  });
  panels.main.addEventListener("panelchange", () => {
    const current = /** @type {HTMLElement | null} */ (panel.querySelector("[aria-current]"));
    if (current && panels.open === "transcript") {
      scrollTo(find(panel, "div", ".words"), current);
    }
  });
}

/**
 * A paragraph for each block of the post.
 *
 * @param {Sentence[]} sentences
 * @param {HTMLAnchorElement[]} links
 */
function paragraphs(sentences, links) {
  /** @type {HTMLParagraphElement[]} */
  const all = [];
  sentences.forEach((sentence, i) => {
    const link = links[i];
    if (i === 0 || sentence.block === undefined || sentence.block !== sentences[i - 1].block) {
      const paragraph = document.createElement("p");
      paragraph.className = ["title", "heading"].includes(sentence.role ?? "") ? "heading" : "";
      all.push(paragraph);
    } else {
      all[all.length - 1].append(blankAfter(sentences[i - 1].body));
    }
    link.append(...withWords(sentence));
    all[all.length - 1].append(link);
  });
  return all;
}

/**
 * Chinese and Japanese have no blank after a sentence.
 *
 * @param {string} sentence
 */
export const blankAfter = (sentence) => (BETWEEN_IDEOGRAPHS.test(sentence) ? "" : " ");

/**
 * The text of a sentence, with an element for each word whose time is known.
 *
 * @param {Sentence} sentence
 * @returns {(string | HTMLElement)[]}
 */
function withWords({ body, words = [] }) {
  /** @type {(string | HTMLElement)[]} */
  const parts = [];
  let done = 0;
  for (const word of words) {
    const element = document.createElement("span");
    const at = body.indexOf(word.body, done);
    if (at !== -1) {
      parts.push(body.slice(done, at));
      element.textContent = word.body;
      done = at + word.body.length;
    }
    parts.push(element);
  }
  return [...parts, body.slice(done)];
}

/**
 * Marks each word as it is heard. Four times a second, as the audio tells the time, would be too seldom.
 *
 * @param {import("./playback.js").Playback} playback
 * @param {HTMLElement[]} links
 * @param {Sentence[]} list
 * @param {import("./sentences.js").Sentences} sentences
 */
function followWords(playback, links, list, sentences) {
  /** @type {Element | null} */
  let marked = null;
  const mark = (/** @type {number} */ seconds) => {
    const at = sentences.indexAt(seconds);
    const words = list[at]?.words ?? [];
    const word = lastStarted(words.map(({ startTime }) => startTime), seconds);
    const element = links[at]?.children[word] ?? null;
    if (element !== marked) {
      marked?.classList.remove("heard");
      element?.classList.add("heard");
      marked = element;
    }
  };
  const drawNext = () => {
    if (!playback.paused) {
      mark(playback.now);
      requestAnimationFrame(drawNext);
    }
  };
  playback.audio.addEventListener("play", drawNext);
  playback.follow(mark);
  drawNext();
}

/** Keeps the sentence that is heard in view, until somebody scrolls or walks away from it. */
class Following {
  #active = true;
  /** @type {HTMLElement | undefined} */
  #current;

  /**
   * @param {HTMLElement} panel
   * @param {HTMLElement} box
   */
  constructor(panel, box) {
    this.box = box;
    this.button = find(panel, "button", ".follow");
    this.button.addEventListener("click", () => {
      this.resume();
      this.#current?.focus({ preventScroll: true });
    });
    ["wheel", "touchmove"].forEach((type) => box.addEventListener(type, () => this.stop(), { passive: true }));
    box.addEventListener("pointerdown", (event) => {
      // On the box itself, beside its content: the scroll bar.
      if (event.target === box) {
        this.stop();
      }
    });
  }

  /** @param {HTMLElement} link */
  show(link) {
    this.#current = link;
    if (this.#active) {
      scrollTo(this.box, link);
    }
  }

  stop() {
    // What does not scroll can't be scrolled away from.
    if (this.box.scrollHeight > this.box.clientHeight) {
      this.#active = false;
      this.button.hidden = false;
    }
  }

  resume() {
    this.#active = true;
    this.button.hidden = true;
    if (this.#current) {
      scrollTo(this.box, this.#current);
    }
  }
}

/**
 * Scrolls only the transcript's box, never the page or a page that embeds it.
 *
 * @param {HTMLElement} box
 * @param {HTMLElement} link
 */
function scrollTo(box, link) {
  const top = link.offsetTop;
  if (top < box.scrollTop || top + link.offsetHeight > box.scrollTop + box.clientHeight) {
    const reducedMotion = matchMedia("(prefers-reduced-motion: reduce)").matches;
    box.scrollTo({ top: top - box.clientHeight / 4, behavior: reducedMotion ? "auto" : "smooth" });
  }
}
