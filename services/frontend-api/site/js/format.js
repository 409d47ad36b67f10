// Formats numbers, dates, languages and addresses for people.

const WORDS_PER_MINUTE = 155;
const numbers = new Intl.NumberFormat('en');
const days = new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'long', year: 'numeric' });
const times = new Intl.DateTimeFormat('en', { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' });
const languages = new Intl.DisplayNames('en', { type: 'language', languageDisplay: 'standard' });

/**
 * 1, post → 1 post; 1200, post → 1,200 posts
 *
 * @param {number} n
 * @param {string} one
 * @param {string} [many]
 */
export const count = (n, one, many = `${one}s`) => `${number(n)} ${n === 1 ? one : many}`;

/** @param {number} n */
export const number = (n) => numbers.format(n);

/** @param {number} words */
export const minutesOfWords = (words) => minutes((words / WORDS_PER_MINUTE) * 60);

/** @param {number} seconds */
export function minutes(seconds) {
  return seconds < 50 ? 'under a minute' : `about ${Math.max(1, Math.round(seconds / 60))} min`;
}

/**
 * 184.6 → 3:04
 *
 * @param {number} seconds
 */
export function clock(seconds) {
  const whole = Math.floor(seconds);
  const [hours, minute, second] = [Math.floor(whole / 3600), Math.floor(whole / 60) % 60, whole % 60];
  const tail = `${hours ? String(minute).padStart(2, '0') : minute}:${String(second).padStart(2, '0')}`;
  return hours ? `${hours}:${tail}` : tail;
}

/**
 * 449.7 → 7:30 min; 2 → 2 seconds
 *
 * @param {number} seconds
 */
export function duration(seconds) {
  const whole = Math.max(1, Math.round(seconds));
  if (whole < 60) return count(whole, 'second');
  return `${clock(whole)} ${whole < 3600 ? 'min' : 'h'}`;
}

/**
 * An estimate, so it is coarse.
 *
 * @param {number} seconds
 */
export function timeLeft(seconds) {
  if (seconds < 8) return 'a few seconds left';
  if (seconds < 55) return `about ${Math.round(seconds / 5) * 5} seconds left`;
  return seconds < 90 ? 'about a minute left' : `about ${Math.round(seconds / 60)} minutes left`;
}

/**
 * @param {string} code
 * @param {Intl.NumberFormatOptions} [digits]
 */
const currencyFormat = (code, digits) => new Intl.NumberFormat('en', { style: 'currency', currency: code, ...digits });

/**
 * Rounded to the cent. An amount under a cent is not shown as nothing.
 *
 * @param {{ currency: string, amount: number }} price
 * @param {boolean} [isCharged] whether something is charged, although the amount was rounded to 0
 */
export function money({ currency, amount }, isCharged = false) {
  if (amount === 0 && !isCharged) return 'free';
  return amount < 0.01 ? `under ${currencyFormat(currency).format(0.01)}` : currencyFormat(currency).format(amount);
}

/** @param {{ currency: string, perMillionCharacters: number }} price */
export function perMillion({ currency, perMillionCharacters: amount }) {
  if (amount === 0) return 'free';
  const digits = Number.isInteger(amount) ? { maximumFractionDigits: 0 } : {};
  return `${currencyFormat(currency, digits).format(amount)} per million characters`;
}

/** @param {number} bytes */
export function size(bytes) {
  return bytes < 100_000 ? `${Math.max(1, Math.round(bytes / 1000))} KB` : `${(bytes / 1_000_000).toFixed(1)} MB`;
}

/** @param {string} iso */
export const date = (iso) => days.format(new Date(iso));

/** @param {string} iso */
export function dateOrTime(iso) {
  const then = new Date(iso);
  return days.format(then) === days.format(new Date()) ? `today, ${times.format(then)}` : days.format(then);
}

/** @type {Record<string, string>} Polly's tags that are no language tags, or that have an unusual name. */
const OTHER_LANGUAGES = { 'en-GB-WLS': 'English (Wales)', 'arb': 'Arabic', 'cmn-CN': 'Chinese (China)' };

/**
 * de → German
 *
 * @param {string} tag
 * @returns {string}
 */
export function language(tag) {
  if (OTHER_LANGUAGES[tag]) return OTHER_LANGUAGES[tag];
  try {
    return languages.of(tag) ?? tag;
  } catch {
    const shorter = tag.replace(/-[^-]*$/, '');
    return shorter === tag ? tag : language(shorter);
  }
}

/**
 * https://www.example.com/post → example.com
 *
 * @param {string} address
 */
export function host(address) {
  try {
    return new URL(address).host.replace(/^www\./, '');
  } catch {
    return address;
  }
}
