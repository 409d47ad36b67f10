// Explains a problem: what happened, and what to do now.

import { PROBLEMS } from './contracts.js';
import { h } from './dom.js';

/** @typedef {import('./api.js').Problem} Problem */
/** @typedef {keyof typeof PROBLEMS | 'offline'} Slug */
/** @typedef {{ title?: string, advice?: string, link?: { href: string, label: string } }} Text */

const PASTE = { href: '/?paste', label: 'Paste the text instead' };

/**
 * Where this page can say more than contracts/problems.json, which is written for callers of the API.
 *
 * @type {Partial<Record<Slug, Text>>}
 */
const TEXTS = {
  'offline': { title: 'Parler does not answer', advice: 'Check your connection, then try again.' },
  'no-feed': { advice: 'Give the address of a feed, of a blog’s front page, or of a single post.' },
  'unreadable-feed': { advice: 'Give the address of a single post instead.' },
  'url-invalid': { advice: 'A web address looks like https://example.com/blog. Check it for a missing or extra character.' },
  'url-not-allowed': { advice: 'Only pages on the public web can be fetched. If it is your own text, you can paste it.', link: PASTE },
  'site-unreachable': { advice: 'Open the address in your browser. If it works there, try again in a minute.' },
  'page-not-found': { advice: 'Check the address for a typing mistake. The post may have moved.' },
  'site-refused': { advice: 'It may ask for a login. You can paste the text of the post.', link: PASTE },
  'page-too-large': { advice: 'Pages over 5 MB are not fetched. You can paste the text of the post.', link: PASTE },
  'not-html': { advice: 'It looks like a picture, a document or a download. Give the address of a post.' },
  'no-article': { advice: 'Give the address of a single post, not of a list of posts, or paste the text.', link: PASTE },
  'post-not-found': { advice: 'Old posts leave a feed. Try the address of the post itself.' },
  'invalid-json': { title: 'The request was not understood', advice: 'Reload this page and try again.' },
  'invalid-body': { title: 'Something in the form is invalid', advice: 'Correct what is named below and send it again.' },
  'invalid-parameter': { title: 'Something in the address is invalid', advice: 'Start again from the home page.' },
  'idempotency-key-reused': { title: 'This was already sent with other choices', advice: 'Reload this page and convert again.' },
  'request-in-flight': { title: 'Your request is already being handled', advice: 'Wait a second, then try again. Nothing is done twice.' },
  'body-too-large': { title: 'The text is too long', advice: 'A text may have up to 100,000 characters. Convert it in two or more parts.' },
  'quota-exceeded': { advice: 'You can convert again when the month has ended.' },
  'too-many-requests': { advice: 'Wait a minute, then try again.' },
  'sign-in-required': { title: 'Sign in first', advice: 'Enter your key to go on.' },
  'key-mistyped': { title: 'There is a mistake in that key', advice: 'Copy it again, whole. It begins with plr_ and has 53 characters.' },
  'key-unknown': { title: 'Nobody knows that key', advice: 'It may be of another installation. Ask whoever gave it to you for a new one.' },
  'key-revoked': { title: 'That key was revoked', advice: 'Ask whoever gave it to you for a new one.' },
  'key-expired': { title: 'That key has expired', advice: 'Ask whoever gave it to you for a new one.' },
  'session-ended': { title: 'You were signed out', advice: 'Enter your key to go on. What you have typed is still here.' },
  'scope-missing': { title: 'Your key does not allow this', advice: 'Sign in with a key that allows more, or ask whoever gave it to you.' },
  'foreign-origin': { advice: 'Open this page at its own address and try again.' },
  'unavailable': { advice: 'Try again in a few seconds. Nothing is done twice.' },
  'unknown-voice': { advice: 'Choose another voice.' },
  'no-voice-for-language': { advice: 'No voice can read it yet. On a machine of your own, espeak-ng adds a hundred languages: install it and start Parler again.' },
  'language-not-spoken': { advice: 'Choose one of those voices.' },
  'text-too-long': { advice: 'A post may have up to 100,000 characters. Paste it in parts.', link: PASTE },
  'text-too-complex': { advice: 'Take out long rows of unusual characters, or paste the text in parts.', link: PASTE },
  'timing-not-available': { advice: 'Choose another voice.' },
  'no-sample': { advice: 'Convert a short text with it to hear it.' },
  'speech-refused': { advice: 'Try another voice.' },
  'conversion-deleted': { advice: 'Its audio is gone for good. You can convert the post again.' },
  'conversion-not-found': { advice: 'Check the link. A conversion that did not complete is deleted after 400 days.' },
  'conversion-dead-letter': { advice: 'It was tried several times. Convert the post again; what was already synthesized costs nothing.' },
  'not-found': { advice: 'Start again from the home page.' },
  'internal-error': { advice: 'Try again. If it happens again, report the request id below.' },
};

// A retry may help with these, and not with the others.
const RETRYABLE = new Set(/** @type {Slug[]} */ (['offline', 'site-unreachable', 'site-timeout', 'site-refused', 'request-in-flight',
  'unavailable', 'internal-error', 'too-many-requests', 'conversion-dead-letter', 'speech-refused', 'unknown-voice', 'no-voice-for-language']));

/**
 * @param {string} slug
 * @returns {slug is Slug}
 */
const isKnown = (slug) => slug === 'offline' || Object.hasOwn(PROBLEMS, slug);

/**
 * @param {{ slug: string, title: string, detail?: string }} problem
 * @returns {{ title: string, advice: string, link?: { href: string, label: string } }}
 */
function textOf({ slug, title, detail }) {
  if (!isKnown(slug)) return { title: title || 'Something went wrong', advice: detail || 'Try again.' };
  const contract = slug === 'offline' ? { title: '', help: '' } : PROBLEMS[slug];
  const { title: ours, advice, link } = TEXTS[slug] ?? {};
  return { title: ours ?? contract.title, advice: advice ?? contract.help, link };
}

/**
 * What happened, in a few words.
 *
 * @param {{ slug: string, title: string, detail?: string }} problem
 */
export const problemTitle = (problem) => textOf(problem).title;

/**
 * What to do now.
 *
 * @param {{ slug: string, title: string, detail?: string }} problem
 */
export const problemAdvice = (problem) => textOf(problem).advice;

/**
 * The problem as a box, with a button to try again if that may help.
 *
 * @param {Problem} problem
 * @param {() => void} [again]
 * @param {'h1' | 'h2'} [heading] h1 where the box is the whole page
 */
export function problemBox(problem, again, heading = 'h2') {
  const { title, advice, link } = textOf(problem);
  const retry = again && (!isKnown(problem.slug) || RETRYABLE.has(problem.slug)) ? again : undefined;
  return h('section', { class: 'problem', role: 'alert' },
    h(heading, { tabindex: '-1' }, title),
    h('p', {}, advice),
    (retry || link) && h('p', { class: 'actions' },
      retry && h('button', { type: 'button', class: 'primary', onclick: retry }, 'Try again'),
      link && h('a', { class: 'button quiet', href: link.href }, link.label)),
    (problem.detail || problem.instance) && h('p', { class: 'fine' },
      problem.detail, problem.instance && ` (${problem.instance})`));
}
