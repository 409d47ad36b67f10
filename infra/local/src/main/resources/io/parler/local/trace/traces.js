// Lists the traces, and draws one: a lane for each function, a bar for each invocation.

/**
 * @typedef {{at: string, level: string, message: string, fields: Record<string, string>}} Entry
 * @typedef {{function: string, requestId: string, start: string, end: ?string, failure: ?string, failed: boolean, entries: Entry[]}} Invocation
 * @typedef {{id: string, title: string, start: string, end: ?string, invocations: number, failed: boolean, ids: Record<string, string>}} Summary
 * @typedef {Omit<Summary, 'invocations'> & {invocations: Invocation[]}} Trace
 */

const POLL_MS = 1000;
const TICKS = 5;

const form = /** @type {HTMLFormElement} */ (document.querySelector('#search'));
const text = /** @type {HTMLInputElement} */ (document.querySelector('#text'));
const all = /** @type {HTMLInputElement} */ (document.querySelector('#all'));
const list = /** @type {HTMLElement} */ (document.querySelector('#list'));
const section = /** @type {HTMLElement} */ (document.querySelector('#trace'));

/** @type {string | undefined} The trace that is shown. */
let shown;
/** @type {string | undefined} The request id of the invocation whose lines are shown alone. */
let chosen;
/** What is drawn, as text: nothing is drawn again that has not changed. */
let drawnList = '';
let drawnTrace = '';

const address = new URLSearchParams(location.search);
text.value = address.get('text') ?? '';
all.checked = address.has('all');
shown = address.get('trace') ?? undefined;
form.addEventListener('submit', (event) => event.preventDefault());
form.addEventListener('input', () => { remember(); update(); });
list.addEventListener('click', (event) => {
  const link = /** @type {Element} */ (event.target).closest('a');
  if (!link) return;
  event.preventDefault();
  shown = link.dataset.id;
  chosen = undefined;
  remember();
  update();
});
section.addEventListener('click', (event) => {
  const pressed = /** @type {?HTMLElement} */ (/** @type {Element} */ (event.target).closest('.bar'));
  if (!pressed) return;
  chosen = chosen === pressed.dataset.id ? undefined : pressed.dataset.id;
  drawnTrace = '';
  update();
});
poll();

async function poll() {
  for (;;) {
    if (!document.hidden) await update();
    await new Promise((resolve) => { setTimeout(resolve, POLL_MS); });
  }
}

async function update() {
  try {
    /** @type {Summary[]} */
    const traces = await read(`/_local/traces?${query()}`) ?? [];
    shown ??= traces[0]?.id;
    draw(traces);
    const trace = shown && await read(`/_local/traces/${encodeURIComponent(shown)}`);
    if (trace) drawTrace(trace);
    else section.replaceChildren(h('p', { class: 'soft' }, shown ? 'This trace is no longer in memory.' : ''));
  } catch {
    drawnList = '';
    list.replaceChildren(h('p', { role: 'status' }, 'The suite does not answer. It may have been stopped.'));
  }
}

/** @param {string} path */
async function read(path) {
  const response = await fetch(path);
  return response.ok ? response.json() : undefined;
}

function query() {
  const parameters = new URLSearchParams();
  if (text.value.trim()) parameters.set('text', text.value.trim());
  if (all.checked) parameters.set('all', '');
  return parameters;
}

function remember() {
  const parameters = query();
  if (shown) parameters.set('trace', shown);
  history.replaceState(null, '', `?${parameters}`);
}

/** @param {Summary[]} traces */
function draw(traces) {
  const now = JSON.stringify([traces, shown]);
  if (now === drawnList) return;
  drawnList = now;
  const focused = /** @type {?HTMLElement} */ (document.activeElement)?.dataset.id;
  list.replaceChildren(...traces.map(row));
  if (!traces.length) list.replaceChildren(h('p', { class: 'soft' }, text.value.trim() ? 'No trace mentions that.' : 'Nothing has happened yet. Convert something, and watch.'));
  if (focused) /** @type {?HTMLElement} */ (list.querySelector(`[data-id="${CSS.escape(focused)}"]`))?.focus();
}

/** @param {Summary} trace */
function row(trace) {
  return h('a', { class: `row${trace.failed ? ' failed' : ''}`, href: `?trace=${encodeURIComponent(trace.id)}`, 'data-id': trace.id, ...(trace.id === shown && { 'aria-current': 'true' }) },
    h('strong', {}, trace.title),
    h('span', { class: 'state' }, `${stateOf(trace)} · ${trace.invocations} invocations`),
    h('span', { class: 'soft' }, new Date(trace.start).toLocaleTimeString()),
    ...Object.entries(trace.ids).map(([name, value]) => h('span', { class: 'soft' }, `${name} ${value}`)));
}

/** @param {{start: string, end: ?string, failed: boolean}} trace */
function stateOf(trace) {
  if (!trace.end) return 'running';
  const taken = duration(trace.start, trace.end);
  return trace.failed ? `failed after ${taken}` : taken;
}

/** @param {Trace} trace */
function drawTrace(trace) {
  const now = JSON.stringify([trace, chosen]);
  // A running trace grows although nothing of it has changed.
  if (now === drawnTrace && trace.end) return;
  drawnTrace = now;
  const focused = /** @type {?HTMLElement} */ (document.activeElement)?.closest('.bar')?.getAttribute('data-id');
  const from = Date.parse(trace.start);
  const to = Math.max(trace.end ? Date.parse(trace.end) : Date.now(), from + 1);
  const prefix = commonPrefix(trace.invocations.map((one) => one.function));
  section.replaceChildren(
    h('h2', {}, trace.title),
    h('p', { class: 'soft' }, `${stateOf(trace)} · correlation id ${trace.id}`),
    h('div', { class: 'lanes' }, scale(to - from), ...lanes(trace.invocations, from, to, prefix)),
    h('div', { class: 'wide' }, table(trace.invocations, from, prefix)));
  if (focused) /** @type {?HTMLElement} */ (section.querySelector(`[data-id="${CSS.escape(focused)}"]`))?.focus();
}

/** @param {number} length in milliseconds */
function scale(length) {
  const ticks = Array.from({ length: TICKS }, (_, i) => h('span', {}, seconds(length * i / (TICKS - 1))));
  return h('div', { class: 'scale', 'aria-hidden': 'true' }, ...ticks);
}

/**
 * @param {Invocation[]} invocations
 * @param {number} from
 * @param {number} to
 * @param {string} prefix of all functions' names
 */
function lanes(invocations, from, to, prefix) {
  const names = [...new Set(invocations.map((one) => one.function))];
  return names.map((name) => h('div', { class: 'lane', role: 'group', 'aria-label': name.slice(prefix.length) },
    h('span', {}, name.slice(prefix.length)),
    h('div', { class: 'bars' }, ...invocations.filter((one) => one.function === name).map((one) => bar(one, from, to)))));
}

/**
 * @param {Invocation} one
 * @param {number} from
 * @param {number} to
 */
function bar(one, from, to) {
  const begin = Date.parse(one.start);
  const end = one.end ? Date.parse(one.end) : Date.now();
  const label = `${one.end ? duration(one.start, one.end) : 'running'}, after ${seconds(begin - from)}${one.failure ? `, ${one.failure}` : one.failed ? ', with an error' : ''}`;
  const element = h('button', {
    type: 'button', class: `bar${one.failed ? ' failed' : ''}${one.end ? '' : ' running'}`, 'data-id': one.requestId,
    'aria-pressed': String(one.requestId === chosen), 'aria-label': label, title: label,
  });
  element.style.left = `min(${100 * (begin - from) / (to - from)}%, 100% - 5px)`;
  element.style.width = `${100 * Math.max(end - begin, 0) / (to - from)}%`;
  return element;
}

/**
 * @param {Invocation[]} invocations
 * @param {number} from
 * @param {string} prefix of all functions' names
 */
function table(invocations, from, prefix) {
  const lines = invocations.filter((one) => !chosen || one.requestId === chosen)
    .flatMap((one) => one.entries.map((entry) => ({ ...entry, name: one.function.slice(prefix.length) })))
    .sort((a, b) => a.at.localeCompare(b.at));
  return h('table', {},
    h('caption', {}, chosen ? 'What this invocation has logged' : 'What the functions have logged'),
    h('thead', {}, h('tr', {}, ...['After', 'Function', 'Line'].map((name) => h('th', { scope: 'col' }, name)))),
    h('tbody', {}, ...lines.map((line) => h('tr', { class: line.level },
      h('td', {}, seconds(Date.parse(line.at) - from)),
      h('td', {}, line.name),
      h('td', {}, `${line.level === 'INFO' ? '' : `${line.level} `}${line.message} `, ...Object.entries(line.fields).map(([name, value]) => h('span', { class: 'field' }, `${name} `, h('b', {}, value))))))));
}

/** @param {string[]} names */
function commonPrefix(names) {
  if (new Set(names).size < 2) return '';
  let length = 0;
  while (names.every((name) => name[length] === names[0][length])) length++;
  return names[0].slice(0, names[0].lastIndexOf('-', length) + 1);
}

/**
 * @param {string} from
 * @param {string} to
 */
function duration(from, to) {
  return seconds(Date.parse(to) - Date.parse(from));
}

/** @param {number} ms */
function seconds(ms) {
  return ms < 1000 ? `${Math.round(ms)} ms` : `${(ms / 1000).toFixed(2)} s`;
}

/**
 * An element; text in it is never read as markup.
 *
 * @param {string} name
 * @param {Record<string, string>} attributes
 * @param {(Node | string)[]} children
 */
function h(name, attributes, ...children) {
  const element = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) element.setAttribute(key, value);
  element.append(...children);
  return element;
}
