// Every problem in plain words: what happened, and what to do now.

import { h } from './dom.js';

const PASTE = { href: '/?paste', label: 'Paste the text instead' };

export const WORDS = {
  'offline': ['Parler does not answer', 'Check your connection, then try again.'],
  'no-feed': ['There is no feed here', 'Give the address of a feed, of a blog’s front page, or of a single post.'],
  'unreadable-feed': ['The feed is damaged', 'The site’s feed could not be read. Give the address of a single post instead.'],
  'url-invalid': ['That is not a web address', 'A web address looks like https://example.com/blog. Check it for a missing or extra sign.'],
  'url-not-allowed': ['Parler does not fetch this address', 'Only pages of the public web can be read. If it is your own text, you can paste it.', PASTE],
  'site-unreachable': ['The site cannot be reached', 'Open the address in your browser. If it works there, try again in a minute.'],
  'site-timeout': ['The site is too slow', 'It did not answer in time. Try again in a few minutes.'],
  'page-not-found': ['The site has no such page', 'Check the address for a typing mistake. The post may have moved.'],
  'site-refused': ['The site does not let Parler in', 'It may ask for a login. You can paste the text of the post.', PASTE],
  'page-too-large': ['The page is too large', 'Pages over 5 MB are not read. You can paste the text of the post.', PASTE],
  'not-html': ['That is not a web page', 'It looks like a picture, a document or a download. Give the address of a post.'],
  'no-article': ['There is no post on this page', 'Give the address of a single post rather than of a list, or paste the text.', PASTE],
  'no-picture': ['There is no picture here', 'Give the address of a JPEG, PNG, GIF or WebP picture.'],
  'post-not-found': ['The feed no longer has this post', 'Old posts leave a feed. Try the address of the post itself.'],
  'invalid-json': ['The request was not understood', 'Reload this page and try again.'],
  'invalid-body': ['Something in the form is not right', 'Correct what is named below and send it again.'],
  'invalid-parameter': ['Something in the address is not right', 'Start again from the first page.'],
  'idempotency-key-reused': ['This was already sent in another form', 'Reload this page and convert again.'],
  'request-in-flight': ['Your request is already on its way', 'Wait a second, then try again. Nothing is done twice.'],
  'body-too-large': ['The text is too long', 'A text may have up to 100,000 characters. Convert it in two or more parts.'],
  'quota-exceeded': ['This month’s characters are used up', 'New conversions are possible again next month.'],
  'unavailable': ['Parler is busy right now', 'Try again in a few seconds. Nothing is done twice.'],
  'unknown-voice': ['This voice is not there any more', 'Choose another voice.'],
  'no-voice-for-language': ['No voice speaks this language', 'Choose a voice yourself. It will read with its own accent.'],
  'text-too-long': ['The post is too long', 'A post may have up to 100,000 characters. Paste it in parts.', PASTE],
  'timing-not-available': ['This voice does not tell when each word is said', 'Choose another voice.'],
  'no-sample': ['There is no sample of this voice', 'Convert a short text with it to hear it.'],
  'speech-refused': ['The voice could not read this text', 'Try another voice.'],
  'conversion-not-found': ['There is no such conversion', 'Check the link. Conversions are kept for 400 days.'],
  'conversion-dead-letter': ['The conversion did not finish', 'It was tried several times. Convert the post again; what was already spoken is kept.'],
  'not-found': ['There is nothing at this address', 'Start again from the first page.'],
  'internal-error': ['Something went wrong on our side', 'Try again. If it stays like this, tell us the number below.'],
};

// What may be over when it is tried again; the others stay as they are.
const PASSING = new Set(['offline', 'site-unreachable', 'site-timeout', 'site-refused', 'request-in-flight', 'unavailable',
  'internal-error', 'conversion-dead-letter', 'speech-refused', 'unknown-voice', 'no-voice-for-language']);

// The problem as a box; with a way to try again, when there is one and it may help. Where the box is
// all there is to show, its title is the page's.
export function problemBox(problem, again, heading = 'h2') {
  const retry = again && (PASSING.has(problem.slug) || !WORDS[problem.slug]) ? again : undefined;
  const [title, advice, link] = WORDS[problem.slug] ?? [problem.title || 'Something went wrong', problem.detail || 'Try again.'];
  return h('section', { class: 'problem', role: 'alert' },
    h(heading, { tabindex: '-1' }, title),
    h('p', {}, advice),
    (retry || link) && h('p', { class: 'actions' },
      retry && h('button', { type: 'button', class: 'primary', onclick: retry }, 'Try again'),
      link && h('a', { class: 'button quiet', href: link.href }, link.label)),
    (problem.detail || problem.instance) && h('p', { class: 'fine' },
      problem.detail, problem.instance && ` (${problem.instance})`));
}
