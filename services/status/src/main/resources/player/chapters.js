// The chapters: links to their times.

import { lastStarted, linkTo, makeOneStop, marker } from "./list.js";
import { find, load, text } from "./page.js";
import { clock } from "./times.js";

/** @typedef {{ startTime: number, title: string }} Chapter */

/** The chapters, loaded when they are first needed. */
export class Chapters {
  /** @type {Chapter[]} empty until they are loaded, and if there is only one */
  list = [];
  /** @type {Promise<Chapter[]> | null} */
  #loading = null;

  /** @param {string | undefined} address */
  constructor(address) {
    this.address = address;
  }

  load() {
    this.#loading ??= this.#load().catch((error) => {
      this.#loading = null;
      throw error;
    });
    return this.#loading;
  }

  async #load() {
    /** @type {Chapter[]} */
    const all = this.address ? (await load(this.address)).chapters ?? [] : [];
    this.list = all.length > 1 ? all : [];
    return this.list;
  }

  /** @param {number} seconds */
  indexAt(seconds) {
    return lastStarted(this.list.map((chapter) => chapter.startTime), seconds);
  }

  /**
   * When the chapter that is heard ends; null if the last one ends with the audio.
   *
   * @param {number} seconds
   */
  endAt(seconds) {
    return this.list[this.indexAt(seconds) + 1]?.startTime ?? null;
  }
}

/**
 * @param {import("./panels.js").Panels} panels
 * @param {import("./playback.js").Playback} playback
 * @param {Chapters} chapters
 */
export function addChapters(panels, playback, chapters) {
  if (!chapters.address) {
    panels.button("chapters").remove();
    return;
  }
  playback.audio.addEventListener("play", async () => {
    const list = await chapters.load().catch(() => null);
    if (list?.length === 0 && panels.open !== "chapters") {
      panels.button("chapters").hidden = true;
    }
  }, { once: true });
  panels.fillOnOpen("chapters", async () => {
    const list = await chapters.load();
    const box = find(panels.panel("chapters"), "ol");
    if (list.length === 0) {
      const none = document.createElement("p");
      none.className = "none";
      none.textContent = text(panels.main, "noChapters");
      box.replaceWith(none);
      return;
    }
    const links = list.map((chapter) => {
      const link = linkTo(panels.main, chapter.startTime, (seconds) => playback.go(seconds));
      const time = document.createElement("time");
      time.textContent = clock(chapter.startTime);
      link.append(time, chapter.title);
      return link;
    });
    for (const link of links) {
      const item = document.createElement("li");
      item.append(link);
      box.append(item);
    }
    makeOneStop(box, links);
    playback.follow(marker(box, links, (seconds) => chapters.indexAt(seconds)));
  });
}
