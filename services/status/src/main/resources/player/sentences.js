// The sentences of the transcript and their times.

import { lastStarted } from "./list.js";
import { load } from "./page.js";

/** @typedef {{ startTime: number, endTime?: number, body: string }} Word */
/** @typedef {{ startTime: number, body: string, block?: string, role?: string, words?: Word[] }} Sentence */

/** The transcript, loaded when it is first needed. */
export class Sentences {
  /** @type {Sentence[]} empty until it is loaded */
  list = [];
  /** @type {number[]} */
  #starts = [];
  /** @type {Promise<Sentence[]> | null} */
  #loading = null;

  /** @param {string | undefined} address of the transcript, if there is one */
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
    this.list = this.address ? (await load(this.address)).segments ?? [] : [];
    this.#starts = this.list.map((sentence) => sentence.startTime);
    return this.list;
  }

  /**
   * The index of the sentence that is heard at a time; -1 if none is.
   *
   * @param {number} seconds
   */
  indexAt(seconds) {
    return lastStarted(this.#starts, seconds);
  }

  /**
   * When the next sentence starts; or the one before, or the current one if it has been heard for a moment.
   *
   * @param {number} seconds
   * @param {1 | -1} direction
   */
  startBeside(seconds, direction) {
    const at = this.indexAt(seconds);
    const heard = seconds - (this.list[at]?.startTime ?? 0);
    const to = direction > 0 ? at + 1 : heard > 1.5 ? at : at - 1;
    return this.list[Math.max(to, 0)]?.startTime;
  }
}
