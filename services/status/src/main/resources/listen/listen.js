// Puts the player of a post's audio on the post's page: <script src="…/listen.js" data-account="…" defer></script>
// Where the post has no audio nothing is shown; nothing is ever converted from here.
(() => {
  const script = /** @type {HTMLScriptElement | null} */ (document.currentScript);
  if (!script) return;
  const source = new URL(script.src, location.href);
  const { account, selector, url, theme, color, form, height } = script.dataset;
  // The text of a post in WordPress, Ghost and by microformats; then any article.
  const TEXTS = '.entry-content, .wp-block-post-content, .gh-content, .post-content, .e-content, [itemprop="articleBody"]';
  const HEIGHTS = { full: '200', compact: '112', mini: '48' };

  /** The addresses that this post may have been converted by, the best first. */
  function addresses() {
    const named = document.querySelector('link[rel~="canonical"]')?.getAttribute('href')
      ?? document.querySelector('meta[property="og:url"]')?.getAttribute('content');
    const all = [url, named, location.href].filter((address) => !!address).map((address) => absolute(String(address)));
    return [...new Set(url ? all.slice(0, 1) : all)].filter((address) => address !== '');
  }

  /** @param {string} address */
  function absolute(address) {
    try {
      const found = new URL(address, document.baseURI);
      found.hash = '';
      return found.href;
    } catch {
      return '';
    }
  }

  /** Where the player goes: into an element, before its first child. */
  function place() {
    if (selector) return { parent: document.querySelector(selector), before: null };
    const text = document.querySelector(TEXTS);
    if (text) return { parent: text, before: text.firstChild };
    const articles = document.querySelectorAll('article');
    const article = articles.length === 1 ? articles[0] : articles.length ? null : document.querySelector('main');
    const head = article?.querySelector(':scope > header') ?? article?.querySelector('h1');
    return head ? { parent: head.parentElement, before: head.nextSibling } : { parent: article ?? null, before: article?.firstChild ?? null };
  }

  /** @param {string} address */
  async function find(address) {
    const query = new URLSearchParams({ url: address, ...(account && { account }) });
    const response = await fetch(`${source.origin}/v1/listen?${query}`, { credentials: 'omit' });
    return response.ok ? response.json() : null;
  }

  /**
   * @param {string} player
   * @param {string} title
   */
  function frame(player, title) {
    const address = new URL(player);
    if (address.origin !== source.origin) throw new Error(`not a player of ${source.origin}: ${player}`);
    for (const [name, value] of Object.entries({ theme, color, form })) {
      if (value) address.searchParams.set(name, value);
    }
    const iframe = document.createElement('iframe');
    iframe.src = address.href;
    iframe.title = `Listen: ${title}`;
    iframe.className = 'parler-player';
    iframe.loading = 'lazy';
    iframe.height = height ?? HEIGHTS[/** @type {keyof typeof HEIGHTS} */ (form ?? 'full')] ?? HEIGHTS.full;
    // Set by script, which a policy on styles allows.
    Object.assign(iframe.style, { display: 'block', width: '100%', border: '0', margin: '0 0 1.5em' });
    return iframe;
  }

  function sizeFrames() {
    const sizer = document.createElement('script');
    sizer.src = `${source.origin}/embed.js`;
    document.head.append(sizer);
  }

  async function start() {
    const { parent, before } = place();
    const isThere = document.querySelector(`iframe[src^="${source.origin}/"]`) !== null;
    if (!parent || isThere) return;
    for (const address of addresses()) {
      const audio = await find(address);
      if (audio) {
        sizeFrames();
        parent.insertBefore(frame(audio.links.player, audio.title), before);
        return;
      }
    }
  }

  start().catch((problem) => console.warn('No player:', problem));
})();
