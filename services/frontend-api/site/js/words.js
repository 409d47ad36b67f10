// Numbers, dates and languages as people say them.

const WORDS_A_MINUTE = 155;
const number = new Intl.NumberFormat('en');
const day = new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'long', year: 'numeric' });
const time = new Intl.DateTimeFormat('en', { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' });
const languages = new Intl.DisplayNames('en', { type: 'language', languageDisplay: 'standard' });

export const count = (n, one, many = `${one}s`) => `${number.format(n)} ${n === 1 ? one : many}`;

export const plain = (n) => number.format(n);

export const minutesOfWords = (words) => minutes((words / WORDS_A_MINUTE) * 60);

export function minutes(seconds) {
  return seconds < 50 ? 'under a minute' : `about ${Math.max(1, Math.round(seconds / 60))} min`;
}

// 184.6 → 3:05
export function clock(seconds) {
  const whole = Math.floor(seconds);
  const [hours, minute, second] = [Math.floor(whole / 3600), Math.floor(whole / 60) % 60, whole % 60];
  const tail = `${hours ? String(minute).padStart(2, '0') : minute}:${String(second).padStart(2, '0')}`;
  return hours ? `${hours}:${tail}` : tail;
}

// 449.7 → 7:30 min
export const length = (seconds) => `${clock(Math.round(seconds))} ${seconds < 3600 ? 'min' : 'h'}`;

// Of what is still to do: coarse, as it is a guess.
export function timeLeft(seconds) {
  if (seconds < 8) return 'a few seconds left';
  if (seconds < 55) return `about ${Math.round(seconds / 5) * 5} seconds left`;
  return seconds < 90 ? 'about a minute left' : `about ${Math.round(seconds / 60)} minutes left`;
}

const currency = (code, digits) => new Intl.NumberFormat('en', { style: 'currency', currency: code, ...digits });

// To the cent; what costs less than one is not said to cost nothing.
export function money({ currency: code, amount }) {
  if (amount === 0) return 'free';
  return amount < 0.01 ? `under ${currency(code).format(0.01)}` : currency(code).format(amount);
}

export function perMillion({ currency: code, perMillionCharacters: amount }) {
  if (amount === 0) return 'free';
  return `${currency(code, Number.isInteger(amount) ? { maximumFractionDigits: 0 } : {}).format(amount)} per million characters`;
}

export function size(bytes) {
  return bytes < 100_000 ? `${Math.max(1, Math.round(bytes / 1000))} KB` : `${(bytes / 1_000_000).toFixed(1)} MB`;
}

export const date = (iso) => day.format(new Date(iso));

export function moment(iso) {
  const then = new Date(iso);
  return day.format(then) === day.format(new Date()) ? `today, ${time.format(then)}` : day.format(then);
}

export function language(tag) {
  try {
    return languages.of(tag) ?? tag;
  } catch {
    return tag;
  }
}

// The part of an address that tells a reader where it leads.
export function host(address) {
  try {
    return new URL(address).host.replace(/^www\./, '');
  } catch {
    return address;
  }
}
