// The color that a page asks for (`b3261e`), made readable.

const MIN_CONTRAST = 4.5;

/** @typedef {[number, number, number]} Rgb */

/** @type {Rgb} */
const BLACK = [0, 0, 0];
/** @type {Rgb} */
const WHITE = [255, 255, 255];

/**
 * Draws in this color, or in the player's own if it is none. To be called again when the paper's color has changed.
 *
 * @param {HTMLElement} root
 * @param {string} color
 */
export function useColor(root, color) {
  const wanted = parseColor(color);
  if (!wanted) {
    root.style.removeProperty("--accent");
    root.style.removeProperty("--on-accent");
    return;
  }
  const paper = parseColor(getComputedStyle(root).getPropertyValue("--paper").trim()) ?? WHITE;
  const accent = readableOn(paper, wanted);
  root.style.setProperty("--accent", `rgb(${accent.join(" ")})`);
  root.style.setProperty("--on-accent", contrast(accent, WHITE) >= MIN_CONTRAST ? "#fff" : "#000");
}

/**
 * `b3261e`, `#b3261e` or `b21`; null if it is none.
 *
 * @param {string} hex
 * @returns {Rgb | null}
 */
export function parseColor(hex) {
  const digits = /^#?([0-9a-f]{3}|[0-9a-f]{6})$/i.exec(hex)?.[1];
  if (!digits) {
    return null;
  }
  const six = digits.length === 3 ? [...digits].map((digit) => digit + digit).join("") : digits;
  return /** @type {Rgb} */ ([0, 2, 4].map((at) => parseInt(six.slice(at, at + 2), 16)));
}

/**
 * The color, moved towards black or white until text of it can be read on the paper.
 *
 * @param {Rgb} paper
 * @param {Rgb} color
 * @returns {Rgb}
 */
export function readableOn(paper, color) {
  const target = contrast(paper, WHITE) > contrast(paper, BLACK) ? WHITE : BLACK;
  for (let share = 0; share < 1; share += 0.02) {
    const mixed = /** @type {Rgb} */ (color.map((channel, i) => Math.round(channel + (target[i] - channel) * share)));
    if (contrast(paper, mixed) >= MIN_CONTRAST) {
      return mixed;
    }
  }
  return target;
}

/**
 * The contrast ratio of WCAG 2.2, from 1 to 21.
 *
 * @param {Rgb} one
 * @param {Rgb} other
 */
export function contrast(one, other) {
  const [light, dark] = [luminance(one), luminance(other)].sort((a, b) => b - a);
  return (light + 0.05) / (dark + 0.05);
}

/** @param {Rgb} color */
function luminance(color) {
  const [red, green, blue] = color.map((channel) => {
    const share = channel / 255;
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}
