// Gives the frames of players on this page the height that they need: <script src="…/embed.js" async></script>
// Each frame tells its height; only frames of the origin that this script comes from are listened to.
(() => {
  const script = /** @type {HTMLScriptElement | null} */ (document.currentScript);
  if (!script) return;
  const origin = new URL(script.src, location.href).origin;
  const MIN_HEIGHT = 40;
  const MAX_HEIGHT = 1200;

  const frames = () => [...document.querySelectorAll('iframe')].filter((frame) => originOf(frame) === origin);

  /** @param {HTMLIFrameElement} frame */
  function originOf(frame) {
    try {
      return new URL(frame.src, location.href).origin;
    } catch {
      return '';
    }
  }

  addEventListener('message', ({ origin: from, source, data }) => {
    if (from !== origin || data?.type !== 'parler:height' || !Number.isFinite(data.height)) return;
    const frame = frames().find((one) => one.contentWindow === source);
    if (frame) frame.style.height = `${Math.min(Math.max(Math.ceil(data.height), MIN_HEIGHT), MAX_HEIGHT)}px`;
  });

  // Frames that were there before this script have told their height already.
  for (const frame of frames()) frame.contentWindow?.postMessage({ type: 'parler:report' }, origin);
})();
