// What a page around the player is told. Nothing in it is secret, so every page may read it.

const PANEL_HEIGHT = 320;

/**
 * Tells the page around the height that would show everything, now and whenever it changes:
 * `{ type: "parler:height", height: 187 }`.
 *
 * @param {HTMLElement} main
 */
export function reportToFrame(main) {
  if (globalThis.parent === globalThis.window) {
    return;
  }
  document.documentElement.classList.add("framed");
  let closed = main.offsetHeight;
  const report = () => {
    const isOpen = main.matches("[data-open]") || main.querySelector("[data-open]") !== null;
    closed = isOpen ? closed : main.offsetHeight;
    parent.postMessage({ type: "parler:height", height: isOpen ? closed + PANEL_HEIGHT : closed }, "*");
  };
  main.addEventListener("panelchange", report);
  addEventListener("resize", report);
  addEventListener("load", report);
  // A page that listens only now asks for it again.
  addEventListener("message", ({ data }) => data?.type === "parler:report" && report());
  report();
}

/**
 * Tells the page around when it plays, `{ type: "parler:playing" }`, and pauses when that page says that another one plays. A
 * player without a frame is of another origin, so that no channel leads to it.
 *
 * @param {HTMLMediaElement} audio
 * @param {AbortSignal} [signal] aborted when another recording takes its place
 */
export function pauseWithFrame(audio, signal) {
  if (globalThis.parent === globalThis.window) {
    return;
  }
  audio.addEventListener("play", () => parent.postMessage({ type: "parler:playing" }, "*"));
  addEventListener("message", ({ source, data }) => source === parent && data?.type === "parler:pause" && audio.pause(), { signal });
}
