// One post: what will be heard of it, and the form that converts it.

import { h, isPresent, picture, webAddress } from '../dom.js';
import { count, date, host, language, minutes } from '../format.js';
import { convertForm } from './convert.js';
import { ledger } from './ledger.js';
import { separated } from './posts.js';

/**
 * @param {import('../app.js').Page} page
 * @param {import('../api.js').Article} article
 * @param {import('../api.js').Posts['feed']} [feed] the feed of its site
 */
export async function showPost(page, article, feed) {
  const url = webAddress(article.canonicalUrl) ?? article.url;
  page.setTitle(article.title);
  const length = h('span', {}, minutes(article.seconds));
  const facts = [
    article.author,
    article.published && h('time', { datetime: article.published }, date(article.published)),
    count(article.words, 'word'),
    length,
    article.language && language(article.language),
  ].filter(isPresent);
  const source = () => ({ url: article.url });
  const included = /** @type {Set<string>} */ (new Set());
  let quote = () => {};
  const preview = ledger(page, source, (script) => { length.textContent = minutes(script.seconds); }, { ids: included, onChange: () => quote() });
  preview.show(article.blocks, article.language);
  const form = await convertForm(page, source, { title: article.title, language: article.language, onOptions: preview.update, included });
  quote = form.quote;
  page.view.replaceChildren(
    h('article', { class: 'one' },
      h('header', { class: 'view-head' },
        h('p', { class: 'over' }, h('a', { href: url, rel: 'noreferrer' }, article.siteName || host(url))),
        h('h1', { tabindex: '-1', lang: article.language }, article.title),
        h('p', { class: 'meta' }, separated(facts))),
      picture(article.imageUrl, 'cover'),
      form.box,
      preview.element,
      feed && h('p', { class: 'fine' }, 'This post is from ',
        h('a', { href: `/?${new URLSearchParams({ url: feed.feedUrl })}` }, feed.title || host(feed.feedUrl)), '.')));
  await preview.update();
}
