// What converting would cost, under the choices of the moment. It is asked for aside: nothing waits for it.

import * as api from '../api.js';
import { h } from '../dom.js';
import { WORDS } from '../problems.js';
import { voiceName } from '../voices.js';
import { count, length, money, plain } from '../words.js';

const PAUSE = 300;

// request() is the body of the conversion, undefined where there is nothing to ask about yet.
// arrived() gets each quote, undefined where there is none; choose() takes the voice of another engine.
export function quoteBox(page, request, { arrived, choose }) {
  const said = h('div', { role: 'status' });
  const others = h('p', { class: 'fine', hidden: true });
  const element = h('div', { class: 'quote' }, said, others);
  let latest = 0;
  let timer;

  function ask(voices) {
    const mine = ++latest;
    clearTimeout(timer);
    const body = request();
    if (!body) return show();
    element.classList.add('stale');
    if (!said.hasChildNodes()) said.replaceChildren(h('p', { class: 'fine' }, 'Working out the price…'));
    timer = setTimeout(() => settle(mine, body, voices), PAUSE);
  }

  async function settle(mine, body, voices) {
    try {
      const quote = await api.quote(body, page.signal);
      if (mine === latest) show(quote, voices);
    } catch (error) {
      if (page.signal.aborted) return;
      if (!(error instanceof api.Problem)) throw error;
      if (mine === latest) fail(error, voices);
    }
  }

  function show(quote, voices = []) {
    element.classList.remove('stale');
    said.replaceChildren(...(quote ? lines(quote, voices) : []));
    const offers = quote?.engines.filter((offer) => offer.voice !== quote.voice) ?? [];
    others.hidden = !offers.length;
    others.replaceChildren(...(offers.length ? ['With another engine: ', ...offers.map((offer, i) => h('span', { class: 'fact' }, voices.length ? button(offer) : priced(offer), i < offers.length - 1 && ',\u00a0'))] : []));
    arrived(quote);
  }

  function fail(problem, voices) {
    show();
    const [title] = WORDS[problem.slug] ?? [problem.title];
    said.replaceChildren(h('p', { class: 'fine' }, `No price can be given right now: ${title ?? 'something went wrong'}. `,
      h('button', { type: 'button', class: 'link', onclick: () => ask(voices) }, 'Ask again')));
  }

  const priced = (offer) => `${offer.engine} ${money(offer.price)}`;
  const button = (offer) => h('button', { type: 'button', class: 'link', onclick: () => choose(offer.voice) }, priced(offer));

  return { element, ask };
}

function lines({ characters, seconds, voice, price, alreadySpoken }, voices) {
  const spoken = alreadySpoken >= characters ? 'All of them are spoken already and cost nothing.'
    : alreadySpoken ? `${plain(alreadySpoken)} of them are spoken already and cost nothing.` : undefined;
  return [
    h('p', { class: 'price' }, `${count(characters, 'character')}, about ${length(seconds)} · `, h('strong', {}, money(price)), ` with ${inBrackets(voice, voices)}`),
    spoken && h('p', { class: 'fine' }, spoken),
  ].filter(Boolean);
}

// Joanna, neural → Joanna (neural)
const inBrackets = (id, voices) => voiceName(id, voices).replace(/, ([^,]+)$/, ' ($1)');
