// Times, for people, for screen readers and in addresses.

/**
 * `75`, `1:15` and `1m15s` are the same; null if it is no time.
 *
 * @param {string} time
 */
export function parseTime(time) {
  const withColons = /^(?:(?:(\d+):)?(\d+):)?(\d+(?:\.\d+)?)$/.exec(time);
  const withUnits = /^(?:(\d+)h)?(?:(\d+)m)?(?:(\d+(?:\.\d+)?)s)?$/.exec(time);
  const parts = withColons ?? (time ? withUnits : null);
  return parts ? Number(parts[1] ?? 0) * 3600 + Number(parts[2] ?? 0) * 60 + Number(parts[3] ?? 0) : null;
}

/**
 * The time in an address: `#t=75`, or `?t=75` where a site takes the fragment away.
 *
 * @param {{ hash: string, search: string }} address
 */
export function timeIn({ hash, search }) {
  const parameter = (/** @type {string} */ parameters) => parseTime(new URLSearchParams(parameters.slice(1)).get("t") ?? "");
  return parameter(hash) ?? parameter(search);
}

/**
 * 75.4 → 1:15
 *
 * @param {number} seconds
 */
export function clock(seconds) {
  const whole = Math.floor(seconds + 1e-6);
  const two = (/** @type {number} */ number) => String(number).padStart(2, "0");
  const hours = Math.floor(whole / 3600);
  const minutes = Math.floor(whole / 60) % 60;
  return hours > 0 ? `${hours}:${two(minutes)}:${two(whole % 60)}` : `${minutes}:${two(whole % 60)}`;
}

/**
 * 75.4 → 1 minute 15 seconds, for screen readers
 *
 * @param {number} seconds
 * @param {string} language
 */
export function inWords(seconds, language) {
  const whole = Math.floor(seconds);
  /** @type {[string, number][]} */
  const units = [["hour", Math.floor(whole / 3600)], ["minute", Math.floor(whole / 60) % 60], ["second", whole % 60]];
  const first = units.findIndex(([, amount]) => amount > 0);
  const parts = units.slice(first === -1 ? 2 : first).map(([unit, amount]) => withUnit(amount, unit, language));
  return new Intl.ListFormat(language, { type: "unit", style: "narrow" }).format(parts);
}

/**
 * 5 minutes, in the plural form of the language
 *
 * @param {number} amount
 * @param {string} unit
 * @param {string} language
 */
export function withUnit(amount, unit, language) {
  return new Intl.NumberFormat(language, { style: "unit", unit, unitDisplay: "long" }).format(amount);
}
