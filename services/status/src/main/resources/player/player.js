// The script of the player's page. Without it the browser's own controls play.

import { useColor } from "./color.js";
import { pauseWithFrame, reportToFrame } from "./frame.js";
import { find } from "./page.js";
import { playList } from "./playlist.js";
import { addPlayer } from "./recording.js";
import { timeIn } from "./times.js";
import { wait } from "./waiting.js";

function start() {
  const main = find(document, "main");
  if (main.dataset.state === "waiting") {
    wait(main, () => replace(main));
  } else if (main.dataset.state === "completed") {
    play(main);
  } else if (main.dataset.state === "playlist") {
    playList(main);
  }
  reportToFrame(main);
}

/** @param {HTMLElement} main */
function play(main) {
  const playback = addPlayer(main, (listener) => document.addEventListener("keydown", listener));
  pauseWithFrame(playback.audio);
  const seekToAddress = () => {
    const seconds = timeIn(location);
    if (seconds !== null) {
      playback.go(seconds);
    }
    return seconds !== null;
  };
  addEventListener("hashchange", seekToAddress);
  if (!seekToAddress()) {
    playback.resume();
  }
}

/**
 * Replaces the page's content with the page as it is now: the player, or why there is none.
 *
 * @param {HTMLElement} main
 */
async function replace(main) {
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

const drawColor = () => useColor(document.documentElement, new URLSearchParams(location.search).get("color") ?? "");
matchMedia("(prefers-color-scheme: dark)").addEventListener("change", drawColor);
drawColor();
start();
