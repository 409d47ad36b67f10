// The code that puts the player on another page.

/** @typedef {import('./api.js').Conversion} Conversion */

/**
 * The newest player follows the post: the code stays right when the post is converted again.
 *
 * @param {Pick<Conversion, 'links' | 'title'>} conversion
 */
export function embedCode({ links, title }) {
  const { origin } = new URL(links.player);
  const player = links.newestPlayer ?? links.player;
  return `<iframe src="${escapeAttribute(player)}" title="${escapeAttribute(`Listen: ${title}`)}" width="100%" height="200" loading="lazy" frameborder="0" allow="clipboard-write"></iframe>\n<script src="${origin}/embed.js" async></script>`;
}

/** @param {string} text */
const escapeAttribute = (text) => text.replace(/&/g, '&amp;').replace(/"/g, '&quot;').replace(/</g, '&lt;');
