// The player's own controls, the transcript that follows, and the wait for audio that is being made.

const STEP = 15;

function start() {
  const main = document.querySelector("main");
  if (main.dataset.state === "waiting") {
    wait(main);
  } else if (main.dataset.state === "completed") {
    play(main);
  }
}

// ---- waiting

/** Asks until the conversion has ended; each question is answered when there is something new. */
async function wait(main) {
  const bar = main.querySelector("progress");
  const message = main.querySelector(".message");
  let known = null;
  let pause = 1000;
  for (;;) {
    try {
      const answer = await fetch(`${main.dataset.conversion}?wait=20`, {
        headers: known ? { "If-None-Match": known } : {},
        cache: "no-store",
      });
      if (answer.status === 404) {
        return replace(main);
      }
      if (!answer.ok && answer.status !== 304) {
        throw new Error(`status ${answer.status}`);
      }
      pause = 1000;
      if (answer.status === 200) {
        known = answer.headers.get("ETag");
        const conversion = await answer.json();
        if (conversion.status === "completed" || conversion.status === "failed") {
          return replace(main);
        }
        show(conversion, bar, message);
      }
    } catch {
      message.textContent = "The connection was lost. Trying again…";
      await new Promise((done) => setTimeout(done, pause));
      pause = Math.min(pause * 2, 30000);
    }
  }
}

function show(conversion, bar, message) {
  const { done, total } = conversion.progress ?? {};
  if (total > 0) {
    bar.max = total;
    bar.value = done;
    message.textContent = `Speaking… ${Math.floor((100 * done) / total)} %`;
  } else {
    bar.removeAttribute("value");
    message.textContent = conversion.status === "queued" ? "Waiting for a voice…" : "Reading the post…";
  }
}

/** Takes the page as it is now: the player, or why there is none. */
async function replace(main) {
  try {
    const answer = await fetch(location.pathname, { cache: "no-store" });
    const page = new DOMParser().parseFromString(await answer.text(), "text/html");
    document.title = page.title;
    main.replaceWith(document.adoptNode(page.querySelector("main")));
    start();
  } catch {
    location.reload();
  }
}

// ---- playing

function play(main) {
  const audio = main.querySelector("audio");
  const controls = main.querySelector("template").content.firstElementChild.cloneNode(true);
  const at = (name) => controls.querySelector(name);
  const seek = at(".seek");
  const length = () => (Number.isFinite(audio.duration) ? audio.duration : Number(main.dataset.seconds));
  const message = main.querySelector(".message");
  const followers = [];
  let wanted = null;

  const go = (seconds) => {
    const to = Math.min(Math.max(seconds, 0), length());
    if (audio.readyState === 0) {
      wanted = to; // the length isn't known yet: go there when it is
    }
    audio.currentTime = to;
    draw(to);
  };
  const draw = (now = wanted ?? audio.currentTime) => {
    seek.max = length();
    seek.value = now;
    seek.style.setProperty("--played", `${length() > 0 ? (100 * now) / length() : 0}%`);
    seek.setAttribute("aria-valuetext", `${spoken(now)} of ${spoken(length())}`);
    at(".now").textContent = clock(now);
    at(".all").textContent = clock(length());
    followers.forEach((follow) => follow(now));
  };

  at(".play").addEventListener("click", () => (audio.paused ? audio.play().catch(() => {}) : audio.pause()));
  at(".back").addEventListener("click", () => go(audio.currentTime - STEP));
  at(".forth").addEventListener("click", () => go(audio.currentTime + STEP));
  at("select").addEventListener("change", (event) => (audio.playbackRate = Number(event.target.value)));
  seek.addEventListener("input", () => go(Number(seek.value)));
  seek.addEventListener("keydown", (event) => {
    const step = { ArrowLeft: -5, ArrowDown: -5, ArrowRight: 5, ArrowUp: 5, PageDown: -30, PageUp: 30 }[event.key];
    if (step) {
      event.preventDefault();
      go(audio.currentTime + step);
    }
  });

  const shown = () => {
    at(".play").classList.toggle("playing", !audio.paused);
    at(".play").setAttribute("aria-label", audio.paused ? "Play" : "Pause");
  };
  ["play", "pause", "ended"].forEach((type) => audio.addEventListener(type, shown));
  ["timeupdate", "durationchange", "seeked"].forEach((type) => audio.addEventListener(type, () => draw()));
  audio.addEventListener("loadedmetadata", () => {
    if (wanted !== null) {
      audio.currentTime = wanted;
      wanted = null;
    }
    message.textContent = "";
    draw();
  });
  audio.addEventListener("error", () => (message.textContent = "The audio could not be loaded. Try the download."));

  audio.controls = false;
  audio.after(controls);
  shown();
  draw();
  keys(main, audio, go);
  list(main, go, followers).then(() => draw());
  words(main, go, followers).then(() => draw());

  const fromAddress = () => {
    const seconds = timeIn(location.hash);
    if (seconds !== null) {
      go(seconds);
    }
  };
  addEventListener("hashchange", fromAddress);
  fromAddress();
}

/** The keys of a keyboard or a headset, and what a lock screen shows. */
function keys(main, audio, go) {
  if (!("mediaSession" in navigator)) {
    return;
  }
  navigator.mediaSession.metadata = new MediaMetadata({ title: document.title, artist: main.dataset.author ?? "" });
  const handlers = {
    seekbackward: (details) => go(audio.currentTime - (details.seekOffset ?? STEP)),
    seekforward: (details) => go(audio.currentTime + (details.seekOffset ?? STEP)),
    seekto: (details) => go(details.seekTime),
  };
  for (const [action, handler] of Object.entries(handlers)) {
    try {
      navigator.mediaSession.setActionHandler(action, handler);
    } catch {
      // A browser that doesn't know the action does without.
    }
  }
}

async function list(main, go, followers) {
  const chapters = (await data(main.dataset.chapters))?.chapters ?? [];
  if (chapters.length < 2) {
    return;
  }
  const section = main.querySelector(".chapters");
  const links = chapters.map((chapter) => {
    const link = linkTo(chapter.startTime, go);
    const time = document.createElement("time");
    time.textContent = clock(chapter.startTime);
    link.append(time, chapter.title);
    const item = document.createElement("li");
    item.append(link);
    section.querySelector("ol").append(item);
    return link;
  });
  section.hidden = false;
  followers.push(marker(links, chapters.map((chapter) => chapter.startTime), () => {}));
}

async function words(main, go, followers) {
  const segments = (await data(main.dataset.transcript))?.segments ?? [];
  if (segments.length === 0) {
    return;
  }
  const box = main.querySelector(".words");
  let block = null;
  let paragraph = null;
  const links = segments.map((segment) => {
    if (!paragraph || segment.block === undefined || segment.block !== block) {
      block = segment.block;
      paragraph = document.createElement("p");
      paragraph.className = ["title", "heading"].includes(segment.role) ? "heading" : "";
      box.append(paragraph);
    }
    const link = linkTo(segment.startTime, go);
    link.textContent = segment.body;
    paragraph.append(link, " ");
    return link;
  });
  main.querySelector(".transcript").hidden = false;
  main.querySelector(".vtt")?.remove();
  followers.push(marker(links, segments.map((segment) => segment.startTime), (link) => follow(box, link)));
}

/** Scrolls the words alone: never this page, nor one that frames it. */
function follow(box, link) {
  if (box.matches(":hover") || box.contains(document.activeElement)) {
    return; // somebody reads or picks a sentence
  }
  const top = link.offsetTop;
  if (top < box.scrollTop || top + link.offsetHeight > box.scrollTop + box.clientHeight) {
    const calm = matchMedia("(prefers-reduced-motion: reduce)").matches;
    box.scrollTo({ top: top - box.clientHeight / 4, behavior: calm ? "auto" : "smooth" });
  }
}

/** Marks the last of `links` that has begun. */
function marker(links, starts, marked) {
  let current = -1;
  return (now) => {
    let next = starts.findIndex((begin) => begin > now + 0.05);
    next = (next === -1 ? starts.length : next) - 1;
    if (next !== current) {
      links[current]?.removeAttribute("aria-current");
      links[next]?.setAttribute("aria-current", "true");
      current = next;
      if (links[next]) {
        marked(links[next]);
      }
    }
  };
}

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

async function data(address) {
  if (!address) {
    return null;
  }
  try {
    const answer = await fetch(address);
    return answer.ok ? await answer.json() : null;
  } catch {
    return null; // the audio plays without it
  }
}

// ---- times

/** `#t=75`, `#t=1:15` and `#t=1m15s` are the same; null without one. */
function timeIn(hash) {
  const text = new URLSearchParams(hash.slice(1)).get("t") ?? "";
  const clockTime = /^(?:(?:(\d+):)?(\d+):)?(\d+(?:\.\d+)?)$/.exec(text);
  const spelled = /^(?:(\d+)h)?(?:(\d+)m)?(?:(\d+(?:\.\d+)?)s)?$/.exec(text);
  const parts = clockTime ?? (text && spelled);
  return parts ? Number(parts[1] ?? 0) * 3600 + Number(parts[2] ?? 0) * 60 + Number(parts[3] ?? 0) : null;
}

function clock(seconds) {
  const whole = Math.floor(seconds + 1e-6);
  const two = (number) => String(number).padStart(2, "0");
  const hours = Math.floor(whole / 3600);
  const minutes = Math.floor(whole / 60) % 60;
  return hours > 0 ? `${hours}:${two(minutes)}:${two(whole % 60)}` : `${minutes}:${two(whole % 60)}`;
}

function spoken(seconds) {
  const whole = Math.floor(seconds);
  const minutes = Math.floor(whole / 60);
  const of = (number, unit) => `${number} ${unit}${number === 1 ? "" : "s"}`;
  return minutes > 0 ? `${of(minutes, "minute")} ${of(whole % 60, "second")}` : of(whole, "second");
}

start();
