// What <parler-player> shows in a page of another site: the player's page, without a frame.

import { useColor } from "./color.js";
import { find } from "./page.js";
import { addPlayer } from "./recording.js";
import { sectionOf } from "./section.js";
import { parseTime } from "./times.js";
import { wait } from "./waiting.js";

// Styled from outside by `::part(name)`; each is also the name of a class.
const PARTS = [
  "player", "title", "byline", "controls", "play", "track", "seek", "now", "all", "buttons", "back", "forth", "speed", "mute", "volume",
  "tabs", "tab", "download", "panel", "words", "message",
];
const EVENTS = ["play", "pause", "ended", "timeupdate", "error"];
const ADDRESSES = ["plays", "transcript", "chapters", "conversion"];
const DARK = matchMedia("(prefers-color-scheme: dark)");

/** @type {Map<string, Promise<CSSStyleSheet>>} */
const styles = new Map();

/**
 * @param {HTMLElement} host the <parler-player>
 * @param {Document} page the player's page
 * @param {string} address of the page
 * @param {() => void} reload called when a waiting page has become another one
 */
export async function show(host, page, address, reload) {
  const absolute = (/** @type {string | null} */ path) => new URL(path ?? "", address).href;
  const style = await styleAt(absolute(find(page, "link", "[rel=stylesheet]").getAttribute("href")));
  const root = document.createElement("div");
  root.className = "root inline";
  root.lang = page.documentElement.lang;
  root.dir = page.documentElement.dir;
  const main = sectionOf(find(page, "main"));
  for (const element of main.querySelectorAll("[src], [href]")) {
    const name = element.hasAttribute("src") ? "src" : "href";
    element.setAttribute(name, absolute(element.getAttribute(name)));
  }
  for (const name of ADDRESSES.filter((known) => main.dataset[known])) {
    main.dataset[name] = absolute(main.dataset[name] ?? "");
  }
  main.dataset.link = absolute(page.querySelector("link[rel=canonical]")?.getAttribute("href") ?? "");
  // Where the audio is of another site, `download` counts for nothing: it would take the place of the page.
  main.querySelector("a.download")?.setAttribute("target", "_blank");
  root.append(main);

  const draw = () => {
    root.dataset.form = formOf(host);
    root.dataset.theme = themeOf(host);
    useColor(root, host.getAttribute("color") ?? "");
  };
  const shadow = /** @type {ShadowRoot} */ (host.shadowRoot);
  shadow.adoptedStyleSheets = [...shadow.adoptedStyleSheets.slice(0, 1), style];
  shadow.replaceChildren(root);
  draw();
  DARK.addEventListener("change", draw);
  const end = () => DARK.removeEventListener("change", draw);
  if (main.dataset.state === "waiting") {
    wait(main, () => root.isConnected && reload());
    return { draw, playback: null, end };
  }
  const playback = addPlayer(main, (listener) => main.addEventListener("keydown", listener));
  addParts(main);
  const seconds = parseTime(host.getAttribute("t") ?? "");
  if (seconds === null) {
    playback.resume();
  } else {
    playback.go(seconds);
  }
  for (const type of EVENTS) {
    playback.audio.addEventListener(type, () => host.dispatchEvent(new Event(type)));
  }
  host.dispatchEvent(new Event("ready"));
  return {
    draw,
    playback,
    end() {
      playback.pause();
      end();
    },
  };
}

/** @param {HTMLElement} main */
function addParts(main) {
  for (const element of [main, ...main.querySelectorAll("[class]")]) {
    const names = PARTS.filter((name) => element.classList.contains(name));
    if (names.length > 0) {
      element.setAttribute("part", names.join(" "));
    }
  }
}

/** @param {HTMLElement} host */
function formOf(host) {
  const form = host.getAttribute("form") ?? "";
  return host.hasAttribute("compact") ? "compact" : ["compact", "mini"].includes(form) ? form : "full";
}

/**
 * The theme that is named, or else that of the page: dark only where the page says that it can be dark (`color-scheme`).
 *
 * @param {HTMLElement} host
 */
function themeOf(host) {
  const theme = host.getAttribute("theme") ?? "";
  if (["light", "dark"].includes(theme)) {
    return theme;
  }
  const scheme = getComputedStyle(host.parentElement ?? document.documentElement).colorScheme ?? "";
  return scheme.includes("dark") && (DARK.matches || !scheme.includes("light")) ? "dark" : "light";
}

/**
 * The style sheet, which a policy on styles allows when it is made here. Its sizes don't follow the page's base size,
 * which often isn't what texts of the page have.
 *
 * @param {string} address
 */
function styleAt(address) {
  const style = styles.get(address) ?? loadStyle(address);
  styles.set(address, style);
  style.catch(() => styles.delete(address));
  return style;
}

/** @param {string} address */
async function loadStyle(address) {
  const response = await fetch(address);
  if (!response.ok) {
    throw new Error(`status ${response.status}`);
  }
  const css = (await response.text()).replace(/-?[\d.]+rem/g, (size) => `calc(${parseFloat(size)} * var(--parler-size, 16px))`);
  const style = new CSSStyleSheet();
  style.replaceSync(css);
  return style;
}
