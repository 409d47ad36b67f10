// The page of one conversion: adds the chapters and the transcript, and plays a chapter on a click.

const main = /** @type {HTMLElement} */ (document.querySelector('main'));
const player = document.querySelector('iframe');
const cover = /** @type {HTMLImageElement | null} */ (document.querySelector('img.cover'));

/** @typedef {{ startTime: number, title?: string }} Chapter */
/** @typedef {{ body: string, block?: string, role?: string }} Segment */

/** @param {string | undefined} path */
async function load(path) {
  const response = path ? await fetch(path) : undefined;
  return response?.ok ? response.json() : {};
}

/** @param {Chapter[]} chapters */
function showChapters(chapters) {
  const section = /** @type {HTMLElement} */ (main.querySelector('.chapters'));
  section.querySelector('ol')?.append(...chapters.map(({ startTime, title = '' }) => {
    const link = document.createElement('a');
    link.href = `#t=${Math.floor(startTime)}`;
    link.textContent = title;
    link.dir = 'auto';
    link.addEventListener('click', () => seek(startTime, true));
    const time = document.createElement('span');
    time.textContent = clock(startTime);
    const item = document.createElement('li');
    item.append(time, ' ', link);
    return item;
  }));
  section.hidden = chapters.length < 2;
}

/** @param {Segment[]} segments the sentences; those of one block are one paragraph */
function showTranscript(segments) {
  const section = /** @type {HTMLElement} */ (main.querySelector('.transcript'));
  /** @type {HTMLElement | undefined} */
  let paragraph;
  /** @type {string | undefined} */
  let open;
  for (const { body, block, role } of segments) {
    if (role === 'title' || role === 'byline') continue; // both stand above
    if (!paragraph || block === undefined || block !== open) {
      paragraph = document.createElement(role === 'heading' ? 'h3' : 'p');
      paragraph.dir = 'auto';
      section.querySelector('div')?.append(paragraph);
    } else {
      paragraph.append(' ');
    }
    paragraph.append(body);
    open = block;
  }
  section.hidden = paragraph === undefined;
}

/**
 * The player is a page of ours, so it can be played from here.
 *
 * @param {number} seconds
 * @param {boolean} play
 */
function seek(seconds, play) {
  const inside = player?.contentWindow;
  if (!inside) return;
  inside.location.replace(new URL(`#t=${Math.floor(seconds)}`, inside.location.href));
  if (play) inside.document.querySelector('audio')?.play().catch(() => {});
}

/** @param {number} seconds */
function clock(seconds) {
  const whole = Math.floor(seconds);
  const [hours, minutes, rest] = [Math.floor(whole / 3600), Math.floor(whole / 60) % 60, String(whole % 60).padStart(2, '0')];
  return hours ? `${hours}:${String(minutes).padStart(2, '0')}:${rest}` : `${minutes}:${rest}`;
}

function hideBrokenCover() {
  if (cover) cover.hidden = true;
}

cover?.addEventListener('error', hideBrokenCover);
if (cover?.complete && cover.naturalWidth === 0) hideBrokenCover();

const start = /^#t=(\d+)/.exec(location.hash)?.[1];
if (start) player?.addEventListener('load', () => seek(Number(start), false), { once: true });

if (player) {
  load(main.dataset.chapters).then(({ chapters = [] }) => showChapters(chapters)).catch(console.warn);
  load(main.dataset.transcript).then(({ segments = [] }) => showTranscript(segments)).catch(console.warn);
}

export {}; // a module, with names of its own
