// One post: what will be heard of it, and the way to have it converted.

import { h, picture, webAddress } from '../dom.js';
import { date, host, language, minutes, plain } from '../words.js';
import { convertForm } from './convert.js';
import { ledger } from './ledger.js';
import { separated } from './posts.js';

export async function showPost(page, article, feed) {
  const url = webAddress(article.canonicalUrl) ?? article.url;
  page.name(article.title);
  const length = h('span', {}, minutes(article.seconds));
  const facts = [
    article.author,
    article.published && h('time', { datetime: article.published }, date(article.published)),
    `${plain(article.words)} words`,
    length,
    article.language && language(article.language),
  ].filter(Boolean);
  const source = { url: article.url };
  const preview = ledger(page, () => source, (script) => { length.textContent = minutes(script.seconds); });
  preview.show(article.blocks, article.language);
  const { box } = await convertForm(page, source, { ...article, changed: preview.draw });
  page.view.replaceChildren(
    h('article', { class: 'one' },
      h('header', { class: 'view-head' },
        h('p', { class: 'over' }, h('a', { href: url, rel: 'noreferrer' }, article.siteName || host(url))),
        h('h1', { tabindex: '-1', lang: article.language }, article.title),
        h('p', { class: 'meta' }, separated(facts))),
      picture(article.imageUrl, 'cover'),
      box,
      preview.element,
      feed && h('p', { class: 'fine' }, 'This page belongs to ',
        h('a', { href: `/?${new URLSearchParams({ url: feed.feedUrl })}` }, feed.title || host(feed.feedUrl)), '.')));
  await preview.draw();
}
