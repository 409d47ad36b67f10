// Several recordings, played one after the other.

import { pauseWithFrame } from "./frame.js";
import { makeOneStop } from "./list.js";
import { settings } from "./memory.js";
import { find, load, say, text } from "./page.js";
import { addPlayer } from "./recording.js";
import { sectionOf } from "./section.js";

const AUDIO_PATH = /\/audio\/(?:private\/)?([0-9a-f-]{36})\//;
const MAX_PAGES = 20;

/** @typedef {{ title: string, page: string }} Entry page: the address of its player */

/** @param {HTMLElement} main */
export async function playList(main) {
  try {
    const entries = await entriesOf(main);
    if (entries.length === 0) {
      say(main, text(main, "emptyList"));
      return;
    }
    await new Playlist(main, entries).show(0, false);
  } catch {
    say(main, text(main, "notLoaded"));
  }
}

/**
 * The entries that the page has, or those of the podcast or library that it names.
 *
 * @param {HTMLElement} main
 * @returns {Promise<Entry[]>}
 */
async function entriesOf(main) {
  const { feed, library } = main.dataset;
  return feed ? entriesOfFeed(feed) : library ? entriesOfLibrary(library) : Array.from(main.querySelectorAll("ol a"), (link) =>
    ({ title: link.textContent ?? "", page: link.getAttribute("href") ?? "" }));
}

/** @param {string} address */
async function entriesOfFeed(address) {
  const response = await fetch(address);
  if (!response.ok) {
    throw new Error(`status ${response.status}`);
  }
  const feed = new DOMParser().parseFromString(await response.text(), "text/xml");
  return Array.from(feed.querySelectorAll("item"), (item) => ({
    title: item.querySelector("title")?.textContent ?? "",
    id: AUDIO_PATH.exec(item.querySelector("enclosure")?.getAttribute("url") ?? "")?.[1] ?? "",
  })).filter(({ id }) => id !== "").map(({ title, id }) => ({ title, page: playerOf(id) }));
}

/** @param {string} address */
async function entriesOfLibrary(address) {
  /** @type {Entry[]} */
  const entries = [];
  /** @type {string | undefined} */
  let cursor;
  for (let page = 0; page < MAX_PAGES; page++) {
    const more = cursor ? `&cursor=${encodeURIComponent(cursor)}` : "";
    const { conversions = [], nextCursor } = await load(address + more);
    for (const { id, title, status } of conversions) {
      if (status === "completed") {
        entries.push({ title, page: playerOf(id) });
      }
    }
    cursor = nextCursor;
    if (!cursor) {
      break;
    }
  }
  return entries;
}

/** @param {string} id */
const playerOf = (id) => `/v1/conversions/${id}/player`;

/** What is played, and what comes next. */
class Playlist {
  #at = -1;
  /** @type {HTMLElement | null} */
  #section = null;
  /** @type {import("./playback.js").Playback | null} */
  #playback = null;
  /** Ends the keys of the recording that is left. */
  #leaving = new AbortController();

  /**
   * @param {HTMLElement} main
   * @param {Entry[]} entries
   */
  constructor(main, entries) {
    this.main = main;
    this.entries = entries;
    this.queue = document.createElement("nav");
    this.queue.className = "queue";
    this.queue.setAttribute("aria-label", text(main, "recordings"));
    this.place = document.createElement("p");
    this.place.className = "place";
    this.place.setAttribute("role", "status");
    this.previous = this.#button("previousRecording", "‹", -1);
    this.next = this.#button("nextRecording", "›", 1);
    const bar = document.createElement("div");
    bar.className = "row";
    bar.append(this.place, this.previous, this.next);
    const list = document.createElement("ol");
    this.links = entries.map((entry, i) => this.#link(entry, i));
    for (const link of this.links) {
      const item = document.createElement("li");
      item.append(link);
      list.append(item);
    }
    makeOneStop(list, this.links);
    this.queue.append(bar, list);
    find(main, "ol").replaceWith(this.queue);
    document.addEventListener("keydown", (event) => this.#keyPressed(event));
  }

  /**
   * @param {number} to
   * @param {boolean} play
   */
  async show(to, play) {
    const entry = this.entries[to];
    if (!entry) {
      return;
    }
    this.#at = to;
    this.#mark();
    this.#playback?.pause();
    const response = await fetch(entry.page, { cache: "no-cache" });
    const page = new DOMParser().parseFromString(await response.text(), "text/html");
    if (this.#at !== to) {
      return; // Somebody has chosen another one meanwhile.
    }
    const content = find(page, "main");
    if (content.dataset.state !== "completed") {
      say(this.main, text(this.main, "notLoaded"));
      return;
    }
    say(this.main, "");
    this.#replace(sectionOf(content), page);
    if (play) {
      this.#playback?.play();
    }
  }

  /**
   * @param {HTMLElement} section
   * @param {Document} page
   */
  #replace(section, page) {
    const before = this.#section;
    const hadFocus = before?.contains(document.activeElement) ?? false;
    const sleep = /** @type {HTMLSelectElement | null | undefined} */ (before?.querySelector("#sleep"));
    this.#leaving.abort();
    this.#leaving = new AbortController();
    const { signal } = this.#leaving;
    section.lang = page.documentElement.lang;
    section.dir = page.documentElement.dir;
    document.title = page.title;
    if (before) {
      before.replaceWith(section);
    } else {
      this.queue.before(section);
    }
    this.#section = section;
    const playback = addPlayer(section, (listener) => document.addEventListener("keydown", listener, { signal }));
    this.#playback = playback;
    pauseWithFrame(playback.audio, signal);
    playback.resume();
    playback.audio.addEventListener("ended", () => this.#playback === playback && this.#skip(1));
    // A sleep timer goes on, and shows so.
    if (sleep) {
      find(section, "select", "#sleep").value = Number(sleep.value) > 0 ? sleep.value : "";
    }
    section.addEventListener("sleep", () => this.#sleep());
    if (hadFocus) {
      find(section, "button", ".play").focus({ preventScroll: true });
    }
    this.main.dispatchEvent(new Event("panelchange"));
  }

  #sleep() {
    this.#playback?.pause();
    if (this.#section) {
      find(this.#section, "select", "#sleep").value = "";
    }
  }

  /** @param {number} by */
  #skip(by) {
    const to = this.#at + by;
    if (this.entries[to]) {
      this.show(to, true).catch(() => say(this.main, text(this.main, "notLoaded")));
    }
  }

  #mark() {
    const { main, links, entries } = this;
    links.forEach((link) => {
      link.removeAttribute("aria-current");
      link.tabIndex = -1;
    });
    links[this.#at].setAttribute("aria-current", "true");
    links[this.#at].tabIndex = 0;
    this.place.textContent = text(main, "positionOf", { now: String(this.#at + 1), all: String(entries.length) });
    this.previous.disabled = this.#at === 0;
    this.next.disabled = this.#at === entries.length - 1;
  }

  /**
   * @param {string} name
   * @param {string} sign
   * @param {number} by
   */
  #button(name, sign, by) {
    const button = document.createElement("button");
    button.type = "button";
    button.textContent = sign;
    button.title = text(this.main, name);
    button.setAttribute("aria-label", button.title);
    button.addEventListener("click", () => this.#skip(by));
    return button;
  }

  /**
   * @param {Entry} entry
   * @param {number} i
   */
  #link(entry, i) {
    const link = document.createElement("a");
    link.href = entry.page;
    link.dir = "auto";
    link.textContent = entry.title;
    link.addEventListener("click", (event) => {
      if (!(event.ctrlKey || event.metaKey || event.shiftKey)) {
        event.preventDefault();
        this.#skip(i - this.#at);
      }
    });
    return link;
  }

  /** @param {KeyboardEvent} event */
  #keyPressed(event) {
    const by = { N: 1, P: -1 }[event.key] ?? 0;
    const isPlain = !(event.ctrlKey || event.metaKey || event.altKey);
    if (event.shiftKey && isPlain && by !== 0 && settings().shortcuts !== false) {
      event.preventDefault();
      this.#skip(by);
    }
  }
}
