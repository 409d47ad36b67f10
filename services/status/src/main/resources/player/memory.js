// What is remembered on the device. Where the browser allows no storage, nothing is.

const SETTINGS = "parler:settings";
const POSITIONS = "parler:positions";
const MAX_POSITIONS = 50;

/** @typedef {{ speed?: number, volume?: number, muted?: boolean, shortcuts?: boolean }} Settings */

/**
 * @param {string} key
 * @returns {Record<string, any>}
 */
function read(key) {
  try {
    const stored = JSON.parse(localStorage.getItem(key) ?? "{}");
    return stored && typeof stored === "object" ? stored : {};
  } catch {
    return {};
  }
}

/**
 * @param {string} key
 * @param {object} value
 */
function write(key, value) {
  try {
    localStorage.setItem(key, JSON.stringify(value));
  } catch {
    // A sandboxed frame, a private window, or a full disk.
  }
}

/** @returns {Settings} */
export function settings() {
  const { speed, volume, muted, shortcuts } = read(SETTINGS);
  return {
    speed: speed >= 0.5 && speed <= 3 ? speed : undefined,
    volume: volume >= 0 && volume <= 1 ? volume : undefined,
    muted: muted === true,
    shortcuts: shortcuts !== false,
  };
}

/** @param {Settings} changed */
export function remember(changed) {
  write(SETTINGS, { ...read(SETTINGS), ...changed });
}

/**
 * Where somebody stopped listening.
 *
 * @param {string} audio its address
 */
export function positionOf(audio) {
  const seconds = read(POSITIONS)[audio];
  return seconds > 0 ? Number(seconds) : 0;
}

/**
 * Stores a position; the oldest ones are forgotten.
 *
 * @param {string} audio
 * @param {number} seconds 0 for the beginning, which needs no memory
 */
export function rememberPosition(audio, seconds) {
  const positions = read(POSITIONS);
  delete positions[audio];
  if (seconds > 0) {
    positions[audio] = Math.floor(seconds);
  }
  write(POSITIONS, Object.fromEntries(Object.entries(positions).slice(-MAX_POSITIONS)));
}
