// Generated from contracts/ by `npm run generate`. Change it there.

/** What can be done with each kind of part. */
export const POLICIES = /** @type {const} */ (['read', 'announce', 'skip']);

/** The kinds of parts, with what is done by default: contracts/rest/conversion-request.schema.json. */
export const PARTS = /** @type {const} */ ({
  code: 'announce',
  tables: 'announce',
  figures: 'announce',
  footnotes: 'skip',
  urls: 'announce',
  formulas: 'announce',
  quotes: 'announce',
  emoji: 'skip',
});

/** What each problem means and what to do: contracts/problems.json. */
export const PROBLEMS = {
  'no-feed': { title: 'No feed at that address', help: 'Give the address of the feed itself, or of a page that links to it.' },
  'unreadable-feed': { title: 'The feed can\'t be read', help: 'Check the feed with a feed validator, or convert the post by its own address.' },
  'url-invalid': { title: 'That is not a web address', help: 'Give a complete address that begins with http:// or https://.' },
  'url-not-allowed': { title: 'That address may not be fetched', help: 'Give an address on the public web; addresses inside a network are never fetched.' },
  'site-unreachable': { title: 'The site can\'t be reached', help: 'Check that the address opens in a browser, then try again.' },
  'site-timeout': { title: 'The site did not answer in time', help: 'Try again in a few minutes.' },
  'page-not-found': { title: 'The site has no such page', help: 'Check the address; the site responded that the page does not exist.' },
  'site-refused': { title: 'The site refused', help: 'The site doesn\'t allow everybody to read it. Send the text of the post instead.' },
  'page-too-large': { title: 'The page is too large', help: 'Pages over 5 MB are not fetched. Send the text of the post instead.' },
  'not-html': { title: 'That is not a web page', help: 'Give the address of a web page, not of a picture, a document or a download.' },
  'no-article': { title: 'No article on that page', help: 'Give the address of a single post, not of a list of posts, or send the text.' },
  'no-audio': { title: 'The post has no audio', help: 'Convert the post first, by the address that its readers see. If it was converted long ago, convert it once more: what is unchanged costs nothing for 90 days.' },
  'no-picture': { title: 'No picture at that address', help: 'Give the address of a JPEG, PNG, GIF, WebP or BMP picture of at most 10 MB and 50 megapixels.' },
  'post-not-found': { title: 'The feed has no such post', help: 'List the feed\'s posts again; old posts leave a feed.' },
  'invalid-json': { title: 'The body is not JSON', help: 'Send a JSON object, in UTF-8, with the content type application/json.' },
  'invalid-body': { title: 'The body is invalid', help: 'Correct the fields listed in errors.' },
  'invalid-parameter': { title: 'A parameter is invalid', help: 'Correct the parameter named in detail.' },
  'idempotency-key-reused': { title: 'That Idempotency-Key was used for another request', help: 'Use a new key for each new request, and repeat a key only with the same body.' },
  'request-in-flight': { title: 'The same request is being handled right now', help: 'Wait a second and send it again.' },
  'body-too-large': { title: 'The body is too large', help: 'Send at most 1 MB and 100,000 characters of text; split a longer text.' },
  'quota-exceeded': { title: 'This month\'s characters are used up', help: 'Wait until next month, or ask for a higher quota.' },
  'too-many-requests': { title: 'Too many requests in a minute', help: 'Wait as many seconds as Retry-After says, then send the request again.' },
  'sign-in-required': { title: 'A key is needed', help: 'Send a key in the header Authorization: Bearer plr_…, or sign in on the web page.' },
  'key-mistyped': { title: 'That key is mistyped', help: 'Copy the key again, whole: it begins with plr_ and has 53 characters.' },
  'key-unknown': { title: 'There is no such key', help: 'Check that the key is of this installation, or ask its owner for a new one.' },
  'key-revoked': { title: 'That key was revoked', help: 'Ask the owner of this installation for a new key.' },
  'key-expired': { title: 'That key has expired', help: 'Ask the owner of this installation for a new key.' },
  'session-ended': { title: 'The session has ended', help: 'Sign in again with your key.' },
  'scope-missing': { title: 'The key does not allow this', help: 'Use a key with the scope that detail names.' },
  'foreign-origin': { title: 'The request came from another site', help: 'Use a key in the header Authorization; a session works on Parler\'s own pages only.' },
  'unavailable': { title: 'Not available right now', help: 'Send the same request again in a few seconds, with the same Idempotency-Key; nothing is done twice.' },
  'unknown-voice': { title: 'There is no such voice', help: 'Choose an id from GET /v1/voices.' },
  'no-voice-for-language': { title: 'No voice speaks that language', help: 'Choose a voice from GET /v1/voices.' },
  'language-not-spoken': { title: 'The voice does not speak that language', help: 'Choose one of the voices it names, or leave the voice out. Set the option anyLanguage to use it all the same.' },
  'text-too-long': { title: 'The text is too long', help: 'Convert it in parts of at most 100,000 characters.' },
  'text-too-complex': { title: 'The text is too complicated to prepare', help: 'Take out long rows of unusual characters, such as combining marks, or convert it in parts.' },
  'timing-not-available': { title: 'The voice does not tell when each word is said', help: 'Omit the option timing, or choose a voice whose wordTimes in GET /v1/voices is not none.' },
  'no-sample': { title: 'There is no sample of that voice', help: 'Convert a short text with it.' },
  'speech-refused': { title: 'The voice refused the text', help: 'Try another voice, or send the text without unusual characters.' },
  'conversion-not-found': { title: 'There is no such conversion', help: 'Check the id; a conversion that did not complete is deleted after 400 days.' },
  'conversion-deleted': { title: 'The conversion was deleted', help: 'Convert the post again.' },
  'conversion-dead-letter': { title: 'The conversion was given up', help: 'Request it again; what was already synthesized is not billed twice.' },
  'not-found': { title: 'There is nothing at that address', help: 'Check the path against /v1/openapi.json.' },
  'internal-error': { title: 'Something went wrong on our side', help: 'Try again. If it happens again, report the request id in instance.' },
};
