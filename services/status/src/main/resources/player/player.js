// The player: its controls, its chapters and its transcript, and the page that waits for audio that is being made.

const STEP_SECONDS = 15;
const MAX_BACKOFF_MILLIS = 30000;

/** @typedef {(seconds: number) => void} Seek jumps to a time */
/** @typedef {((seconds: number) => void)[]} Followers called with the current time whenever it changes */

function start() {
  const main = find(document, "main");
  if (main.dataset.state === "waiting") {
    wait(main);
  } else if (main.dataset.state === "completed") {
    play(main);
  }
}

/**
 * An element that the page is known to have.
 *
 * @template {keyof HTMLElementTagNameMap} K
 * @param {ParentNode} parent
 * @param {K} name its tag
 * @param {string} [more] the rest of the selector
 * @returns {HTMLElementTagNameMap[K]}
 */
function find(parent, name, more = "") {
  const element = parent.querySelector(name + more);
  if (!element) {
    throw new Error(`no ${name}${more} on the page`);
  }
  return /** @type {HTMLElementTagNameMap[K]} */ (element);
}

// ---- waiting

/**
 * Polls until the conversion has ended. Each request is a long poll: it is answered when the state changes.
 *
 * @param {HTMLElement} main
 */
async function wait(main) {
  const bar = find(main, "progress");
  const message = find(main, "p", ".message");
  /** @type {string | null} */
  let etag = null;
  let backoff = 1000;
  for (;;) {
    try {
      /** @type {Response} */
      const response = await fetch(`${main.dataset.conversion}?wait=20`, {
        headers: etag ? { "If-None-Match": etag } : {},
        cache: "no-store",
      });
      if (response.status === 404 || response.status === 410) {
        return replace(main);
      }
      if (!response.ok && response.status !== 304) {
        throw new Error(`status ${response.status}`);
      }
      backoff = 1000;
      if (response.status === 200) {
        etag = response.headers.get("ETag");
        const conversion = await response.json();
        if (conversion.status === "completed" || conversion.status === "failed") {
          return replace(main);
        }
        showProgress(conversion, bar, message);
      }
    } catch {
      message.textContent = "The connection was lost. Trying again…";
      await new Promise((done) => setTimeout(done, backoff));
      backoff = Math.min(backoff * 2, MAX_BACKOFF_MILLIS);
    }
  }
}

/**
 * @param {{ status: string, progress?: { done: number, total: number } }} conversion
 * @param {HTMLProgressElement} bar
 * @param {HTMLElement} message
 */
function showProgress(conversion, bar, message) {
  const { done, total } = conversion.progress ?? { done: 0, total: 0 };
  if (total > 0) {
    bar.max = total;
    bar.value = done;
    message.textContent = `Speaking… ${Math.floor((100 * done) / total)} %`;
  } else {
    bar.removeAttribute("value");
    message.textContent = conversion.status === "queued" ? "Waiting for a voice…" : "Loading the post…";
  }
}

/**
 * Replaces the page's content with the page as it is now: the player, or why there is none.
 *
 * @param {HTMLElement} main
 */
async function replace(main) {
  try {
    const response = await fetch(location.pathname, { cache: "no-store" });
    const page = new DOMParser().parseFromString(await response.text(), "text/html");
    document.title = page.title;
    main.replaceWith(document.adoptNode(find(page, "main")));
    start();
  } catch {
    location.reload();
  }
}

// ---- playing

/** @param {HTMLElement} main */
function play(main) {
  const audio = find(main, "audio");
  const controls = /** @type {HTMLElement} */ (find(main, "template").content.firstElementChild?.cloneNode(true));
  const seek = find(controls, "input", ".seek");
  const button = find(controls, "button", ".play");
  const currentTime = find(controls, "span", ".now");
  const totalTime = find(controls, "span", ".all");
  const speed = find(controls, "select");
  const message = find(main, "p", ".message");
  const length = () => (Number.isFinite(audio.duration) ? audio.duration : Number(main.dataset.seconds));
  /** @type {Followers} */
  const followers = [];
  /** @type {number | null} where to start once the audio's length is known */
  let pending = null;

  /** @type {Seek} */
  const go = (seconds) => {
    const to = Math.min(Math.max(seconds, 0), length());
    if (audio.readyState === 0) {
      pending = to;
    }
    audio.currentTime = to;
    draw(to);
  };
  const draw = (now = pending ?? audio.currentTime) => {
    seek.max = String(length());
    seek.value = String(now);
    seek.style.setProperty("--played", `${length() > 0 ? (100 * now) / length() : 0}%`);
    seek.setAttribute("aria-valuetext", `${inWords(now)} of ${inWords(length())}`);
    currentTime.textContent = clock(now);
    totalTime.textContent = clock(length());
    followers.forEach((follow) => follow(now));
  };

  button.addEventListener("click", () => (audio.paused ? audio.play().catch(() => {}) : audio.pause()));
  find(controls, "button", ".back").addEventListener("click", () => go(audio.currentTime - STEP_SECONDS));
  find(controls, "button", ".forth").addEventListener("click", () => go(audio.currentTime + STEP_SECONDS));
  speed.addEventListener("change", () => (audio.playbackRate = Number(speed.value)));
  seek.addEventListener("input", () => go(Number(seek.value)));
  seek.addEventListener("keydown", (event) => {
    /** @type {Record<string, number>} */
    const steps = { ArrowLeft: -5, ArrowDown: -5, ArrowRight: 5, ArrowUp: 5, PageDown: -30, PageUp: 30 };
    const step = steps[event.key];
    if (step) {
      event.preventDefault();
      go(audio.currentTime + step);
    }
  });

  const drawButton = () => {
    button.classList.toggle("playing", !audio.paused);
    button.setAttribute("aria-label", audio.paused ? "Play" : "Pause");
  };
  ["play", "pause", "ended"].forEach((type) => audio.addEventListener(type, drawButton));
  ["timeupdate", "durationchange", "seeked"].forEach((type) => audio.addEventListener(type, () => draw()));
  audio.addEventListener("loadedmetadata", () => {
    if (pending !== null) {
      audio.currentTime = pending;
      pending = null;
    }
    message.textContent = "";
    draw();
  });
  audio.addEventListener("error", () => (message.textContent = "The audio could not be loaded. Try the download."));

  audio.controls = false;
  audio.after(controls);
  drawButton();
  draw();
  addMediaKeys(main, audio, go);
  addChapters(main, go, followers).then(() => draw());
  addTranscript(main, go, followers).then(() => draw());

  const seekToAddress = () => {
    const seconds = timeIn(location.hash);
    if (seconds !== null) {
      go(seconds);
    }
  };
  addEventListener("hashchange", seekToAddress);
  seekToAddress();
}

/**
 * The media keys of a keyboard or a headset, and what a lock screen shows.
 *
 * @param {HTMLElement} main
 * @param {HTMLAudioElement} audio
 * @param {Seek} go
 */
function addMediaKeys(main, audio, go) {
  if (!("mediaSession" in navigator)) {
    return;
  }
  navigator.mediaSession.metadata = new MediaMetadata({ title: document.title, artist: main.dataset.author ?? "" });
  /** @type {Partial<Record<MediaSessionAction, MediaSessionActionHandler>>} */
  const handlers = {
    seekbackward: (details) => go(audio.currentTime - (details.seekOffset ?? STEP_SECONDS)),
    seekforward: (details) => go(audio.currentTime + (details.seekOffset ?? STEP_SECONDS)),
    seekto: (details) => go(details.seekTime ?? 0),
  };
  for (const [action, handler] of Object.entries(handlers)) {
    try {
      navigator.mediaSession.setActionHandler(/** @type {MediaSessionAction} */ (action), handler);
    } catch {
      // This browser doesn't know the action.
    }
  }
}

/**
 * @param {HTMLElement} main
 * @param {Seek} go
 * @param {Followers} followers
 */
async function addChapters(main, go, followers) {
  /** @type {{ startTime: number, title: string }[]} */
  const chapters = (await load(main.dataset.chapters))?.chapters ?? [];
  if (chapters.length < 2) {
    return;
  }
  const section = find(main, "section", ".chapters");
  const links = chapters.map((chapter) => {
    const link = linkTo(chapter.startTime, go);
    const time = document.createElement("time");
    time.textContent = clock(chapter.startTime);
    link.append(time, chapter.title);
    const item = document.createElement("li");
    item.append(link);
    find(section, "ol").append(item);
    return link;
  });
  section.hidden = false;
  followers.push(marker(links, chapters.map((chapter) => chapter.startTime), () => {}));
}

/**
 * @param {HTMLElement} main
 * @param {Seek} go
 * @param {Followers} followers
 */
async function addTranscript(main, go, followers) {
  /** @type {{ startTime: number, body: string, block?: string, role?: string }[]} */
  const segments = (await load(main.dataset.transcript))?.segments ?? [];
  if (segments.length === 0) {
    return;
  }
  const section = find(main, "section", ".transcript");
  const box = find(section, "div", ".words");
  /** @type {string | undefined} */
  let block;
  /** @type {HTMLParagraphElement | undefined} */
  let paragraph;
  const links = segments.map((segment) => {
    if (!paragraph || segment.block === undefined || segment.block !== block) {
      block = segment.block;
      paragraph = document.createElement("p");
      paragraph.className = ["title", "heading"].includes(segment.role ?? "") ? "heading" : "";
      box.append(paragraph);
    }
    const link = linkTo(segment.startTime, go);
    link.textContent = segment.body;
    paragraph.append(link, " ");
    return link;
  });
  section.hidden = false;
  main.querySelector(".vtt")?.remove();
  followers.push(marker(links, segments.map((segment) => segment.startTime), (link) => scrollTranscript(box, link)));
}

/**
 * Scrolls only the transcript's box, never the page or a page that embeds it. Nothing is scrolled while somebody is
 * reading or choosing a sentence.
 *
 * @param {HTMLElement} box
 * @param {HTMLElement} link
 */
function scrollTranscript(box, link) {
  if (box.matches(":hover") || box.contains(document.activeElement)) {
    return;
  }
  const top = link.offsetTop;
  if (top < box.scrollTop || top + link.offsetHeight > box.scrollTop + box.clientHeight) {
    const reducedMotion = matchMedia("(prefers-reduced-motion: reduce)").matches;
    box.scrollTo({ top: top - box.clientHeight / 4, behavior: reducedMotion ? "auto" : "smooth" });
  }
}

/**
 * A follower that marks the last link whose time has come.
 *
 * @param {HTMLElement[]} links
 * @param {number[]} starts
 * @param {(link: HTMLElement) => void} onMark
 */
function marker(links, starts, onMark) {
  let current = -1;
  return (/** @type {number} */ now) => {
    let next = starts.findIndex((begin) => begin > now + 0.05);
    next = (next === -1 ? starts.length : next) - 1;
    if (next !== current) {
      links[current]?.removeAttribute("aria-current");
      links[next]?.setAttribute("aria-current", "true");
      current = next;
      if (links[next]) {
        onMark(links[next]);
      }
    }
  };
}

/**
 * @param {number} seconds
 * @param {Seek} go
 */
function linkTo(seconds, go) {
  const link = document.createElement("a");
  link.href = `#t=${Math.round(seconds * 100) / 100}`;
  link.addEventListener("click", (event) => {
    if (!(event.ctrlKey || event.metaKey || event.shiftKey)) {
      event.preventDefault();
      history.replaceState(null, "", link.hash);
      go(seconds);
    }
  });
  return link;
}

/**
 * The JSON at an address. Null on any error: the audio plays without it.
 *
 * @param {string | undefined} address
 */
async function load(address) {
  if (!address) {
    return null;
  }
  try {
    const response = await fetch(address);
    return response.ok ? await response.json() : null;
  } catch {
    return null;
  }
}

// ---- times

/**
 * `#t=75`, `#t=1:15` and `#t=1m15s` are the same; null without one.
 *
 * @param {string} hash
 */
function timeIn(hash) {
  const text = new URLSearchParams(hash.slice(1)).get("t") ?? "";
  const withColons = /^(?:(?:(\d+):)?(\d+):)?(\d+(?:\.\d+)?)$/.exec(text);
  const withUnits = /^(?:(\d+)h)?(?:(\d+)m)?(?:(\d+(?:\.\d+)?)s)?$/.exec(text);
  const parts = withColons ?? (text ? withUnits : null);
  return parts ? Number(parts[1] ?? 0) * 3600 + Number(parts[2] ?? 0) * 60 + Number(parts[3] ?? 0) : null;
}

/**
 * 75.4 → 1:15
 *
 * @param {number} seconds
 */
function clock(seconds) {
  const whole = Math.floor(seconds + 1e-6);
  const two = (/** @type {number} */ number) => String(number).padStart(2, "0");
  const hours = Math.floor(whole / 3600);
  const minutes = Math.floor(whole / 60) % 60;
  return hours > 0 ? `${hours}:${two(minutes)}:${two(whole % 60)}` : `${minutes}:${two(whole % 60)}`;
}

/**
 * 75.4 → 1 minute 15 seconds, for screen readers
 *
 * @param {number} seconds
 */
function inWords(seconds) {
  const whole = Math.floor(seconds);
  const minutes = Math.floor(whole / 60);
  const count = (/** @type {number} */ number, /** @type {string} */ unit) => `${number} ${unit}${number === 1 ? "" : "s"}`;
  return minutes > 0 ? `${count(minutes, "minute")} ${count(whole % 60, "second")}` : count(whole, "second");
}

start();
