// What opens below the controls: the transcript, the chapters, and more. One at a time.

import { find, text } from "./page.js";

/** @typedef {"transcript" | "chapters" | "more"} PanelName */

/** The panels and their buttons. */
export class Panels {
  /** @type {Map<PanelName, () => Promise<void>>} */
  #fillers = new Map();

  /**
   * @param {HTMLElement} main
   * @param {import("./recording.js").OnKey} onKey
   */
  constructor(main, onKey) {
    this.main = main;
    const tabs = find(main, "div", ".tabs");
    find(tabs, "button", "[aria-controls=more]").before(find(main, "a", ".download"));
    find(main, "p", ".links").remove();
    for (const button of tabs.querySelectorAll("button")) {
      const name = /** @type {PanelName} */ (button.getAttribute("aria-controls"));
      button.addEventListener("click", () => this.toggle(name));
      this.panel(name).querySelector(".again")?.addEventListener("click", () => this.#fill(name));
    }
    onKey((event) => {
      if (event.key === "Escape" && this.open) {
        const { open } = this;
        this.toggle(open);
        this.button(open).focus();
      }
    });
  }

  /** @returns {PanelName | undefined} */
  get open() {
    return /** @type {PanelName | undefined} */ (this.main.dataset.open);
  }

  /** @param {PanelName} name */
  panel(name) {
    return find(this.main, "section", `#${name}`);
  }

  /** @param {PanelName} name */
  button(name) {
    return find(this.main, "button", `[aria-controls=${name}]`);
  }

  /**
   * Fills a panel when it is first opened. A filler that throws is called again on request.
   *
   * @param {PanelName} name
   * @param {() => Promise<void>} filler
   */
  fillOnOpen(name, filler) {
    this.#fillers.set(name, filler);
  }

  /** @param {PanelName} name */
  toggle(name) {
    const previous = this.open;
    delete this.main.dataset.open;
    if (previous) {
      this.panel(previous).hidden = true;
      this.button(previous).setAttribute("aria-expanded", "false");
    }
    if (name !== previous) {
      this.main.dataset.open = name;
      this.panel(name).hidden = false;
      this.button(name).setAttribute("aria-expanded", "true");
      this.#fill(name);
    }
    this.main.dispatchEvent(new Event("panelchange", { bubbles: true }));
  }

  /** @param {PanelName} name */
  async #fill(name) {
    const filler = this.#fillers.get(name);
    if (!filler) {
      return;
    }
    const state = find(this.panel(name), "p", ".state");
    const again = find(this.panel(name), "button", ".again");
    this.#fillers.delete(name);
    state.textContent = text(this.main, "loading");
    again.hidden = true;
    try {
      await filler();
      state.remove();
      again.remove();
    } catch {
      this.#fillers.set(name, filler);
      state.textContent = text(this.main, "notLoaded");
      again.hidden = false;
    }
  }
}
