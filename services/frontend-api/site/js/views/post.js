// One post: what will be heard of it, and the way to have it converted.

import { h, picture, webAddress } from '../dom.js';
import { count, date, host, language, minutes, plain } from '../words.js';
import { convertForm } from './convert.js';
import { separated } from './posts.js';

export async function showPost(page, article, feed) {
  const url = webAddress(article.canonicalUrl) ?? article.url;
  page.name(article.title);
  const facts = [
    article.author,
    article.published && h('time', { datetime: article.published }, date(article.published)),
    `${plain(article.words)} words`,
    minutes(article.seconds),
    article.language && language(article.language),
  ].filter(Boolean);
  page.view.replaceChildren(
    h('article', { class: 'one' },
      h('header', { class: 'view-head' },
        h('p', { class: 'over' }, h('a', { href: url, rel: 'noreferrer' }, article.siteName || host(url))),
        h('h1', { tabindex: '-1', lang: article.language }, article.title),
        h('p', { class: 'meta' }, separated(facts))),
      picture(article.imageUrl, 'cover'),
      await convertForm(page, { url: article.url }, article),
      ledger(article),
      feed && h('p', { class: 'fine' }, 'This page belongs to ',
        h('a', { href: `/?${new URLSearchParams({ url: feed.feedUrl })}` }, feed.title || host(feed.feedUrl)), '.')));
}

const KINDS = { heading: 'Heading', quote: 'Quote', listItem: 'List', code: 'Code', table: 'Table', image: 'Picture', caption: 'Caption', embed: 'Embed' };

// Every part of the post, with what the voice makes of it: nothing is left out unseen.
function ledger(article) {
  const spoken = (how) => article.blocks.filter((block) => block.spoken === how).length;
  const [announced, skipped] = [spoken('announced'), spoken('skipped')];
  const parts = [count(spoken('read'), 'part') + ' read', announced && `${announced} announced`, skipped && `${skipped} skipped`].filter(Boolean);
  return h('details', { class: 'ledger' },
    h('summary', {}, 'What you will hear ', h('span', { class: 'meta' }, `(${parts.join(', ')})`)),
    h('ol', { lang: article.language }, article.blocks.map(row)));
}

function row(block) {
  const text = block.text || block.alt || block.caption || '';
  const label = [KINDS[block.kind], block.spoken !== 'read' && block.spoken].filter(Boolean).join(', ');
  return h('li', { class: `block is-${block.kind} ${block.spoken}` },
    label && h('span', { class: 'tag', lang: 'en' }, label),
    h('span', { class: 'block-text' }, text),
    block.reason && h('span', { class: 'reason', lang: 'en' }, block.reason));
}
