// Players on pages of other sites: <script src="…/embed.js" async></script>
// Gives their frames the height that they need, and defines <parler-player>, the player without a frame.
(() => {
  const script = /** @type {HTMLScriptElement | null} */ (document.currentScript);
  if (!script) return;
  const origin = new URL(script.src, location.href).origin;
  const MIN_HEIGHT = 40;
  const MAX_HEIGHT = 1200;

  const frames = () => [...document.querySelectorAll('iframe')].filter((frame) => originOf(frame) === origin);

  /** @param {HTMLIFrameElement} frame */
  function originOf(frame) {
    try {
      return new URL(frame.src, location.href).origin;
    } catch {
      return '';
    }
  }

  // Each frame tells its height, and when it plays; only frames of the origin that this script comes from are listened to.
  addEventListener('message', ({ origin: from, source, data }) => {
    const frame = from === origin && frames().find((one) => one.contentWindow === source);
    if (!frame) return;
    if (data?.type === 'parler:height' && Number.isFinite(data.height)) {
      frame.style.height = `${Math.min(Math.max(Math.ceil(data.height), MIN_HEIGHT), MAX_HEIGHT)}px`;
    } else if (data?.type === 'parler:playing') {
      for (const player of /** @type {NodeListOf<ParlerPlayer>} */ (document.querySelectorAll('parler-player'))) player.pause();
    }
  });

  /** @param {string} type */
  function tellFrames(type) {
    for (const frame of frames()) frame.contentWindow?.postMessage({ type }, origin);
  }

  // Frames that were there before this script have told their height already.
  tellFrames('parler:report');

  if (customElements.get('parler-player')) return;

  // As high as it will be, before it is loaded.
  const HEIGHTS = `:host { display: block; min-height: 200px; } :host([hidden]) { display: none; }
    :host([form=compact]), :host([compact]) { min-height: 112px; } :host([form=mini]:not([compact])) { min-height: 48px; }`;

  /**
   * The address of the player's page: of a conversion, or of the newest one of a post. Without either the post is the page around.
   *
   * @param {HTMLElement} element
   */
  function addressOf(element) {
    const conversion = element.getAttribute('conversion');
    if (conversion) return `${origin}/v1/conversions/${encodeURIComponent(conversion)}/player`;
    const named = element.getAttribute('url')
      ?? document.querySelector('link[rel~="canonical"]')?.getAttribute('href')
      ?? document.querySelector('meta[property="og:url"]')?.getAttribute('content')
      ?? location.href;
    const post = new URL(named, document.baseURI);
    post.hash = '';
    const account = element.getAttribute('account');
    return `${origin}/listen?${new URLSearchParams({ url: post.href, ...(account && { account }) })}`;
  }

  /** A player. What stands inside is shown until it is there, and where there is no audio. */
  class ParlerPlayer extends HTMLElement {
    static observedAttributes = ['conversion', 'url', 'account', 'form', 'compact', 'theme', 'color'];

    /** @type {Awaited<ReturnType<typeof import('../player/component.js').show>> | null} */
    #shown = null;
    #address = '';

    constructor() {
      super();
      this.attachShadow({ mode: 'open' });
      // Players without a frame pause each other by themselves.
      this.addEventListener('play', () => tellFrames('parler:pause'));
    }

    connectedCallback() {
      this.#update();
    }

    disconnectedCallback() {
      this.#end();
    }

    attributeChangedCallback() {
      if (this.isConnected && this.#address) this.#update();
    }

    get currentTime() {
      return this.#shown?.playback?.now ?? 0;
    }

    set currentTime(seconds) {
      this.#shown?.playback?.go(seconds);
    }

    get duration() {
      return this.#shown?.playback?.length ?? NaN;
    }

    get paused() {
      return this.#shown?.playback?.paused ?? true;
    }

    play() {
      this.#shown?.playback?.play();
    }

    pause() {
      this.#shown?.playback?.pause();
    }

    #update() {
      const address = addressOf(this);
      if (address === this.#address) {
        this.#shown?.draw();
      } else {
        this.#end();
        this.#address = address;
        this.#load();
      }
    }

    async #load() {
      const address = this.#address;
      this.#showContent(true);
      try {
        const response = await fetch(address, { credentials: 'omit' });
        const page = new DOMParser().parseFromString(await response.text(), 'text/html');
        const state = page.querySelector('main')?.dataset.state ?? '';
        if (!['completed', 'waiting'].includes(state)) throw new Error(`${state} ${response.status}`);
        const main = page.querySelector('script[type=module]')?.getAttribute('src') ?? '';
        const module = new URL('component.js', new URL(main, address)).href;
        /** @type {typeof import('../player/component.js')} */
        const { show } = await import(module);
        if (address !== this.#address) return;
        const shown = await show(this, page, address, () => this.#reload());
        if (address === this.#address) this.#shown = shown;
        else shown.end();
      } catch (problem) {
        if (address !== this.#address) return;
        console.warn('No player:', address, problem);
        this.#showContent(false);
        this.dispatchEvent(new Event('error'));
      }
    }

    /**
     * Shows what stands inside the element.
     *
     * @param {boolean} atHeight whether the player's height is kept free
     */
    #showContent(atHeight) {
      const style = new CSSStyleSheet();
      style.replaceSync(atHeight ? HEIGHTS : ':host { display: block; }');
      const shadow = /** @type {ShadowRoot} */ (this.shadowRoot);
      shadow.adoptedStyleSheets = [style];
      shadow.replaceChildren(document.createElement('slot'));
    }

    #reload() {
      this.#end();
      this.#update();
    }

    #end() {
      this.#shown?.end();
      this.#shown = null;
      this.#address = '';
    }
  }

  customElements.define('parler-player', ParlerPlayer);
})();
