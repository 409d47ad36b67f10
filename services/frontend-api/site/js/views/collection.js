// One collection: its price, how far it is, what to do with it, and its posts. The page follows it until it has ended.

import * as api from '../api.js';
import { announce, h, isPresent, waiting, webAddress } from '../dom.js';
import { count, dateOrTime, host, money, number } from '../format.js';
import { problemBox } from '../problems.js';
import { voiceName } from '../voices.js';
import { STAGES } from './collections.js';
import { pause } from './conversion.js';
import { separated } from './posts.js';

/** @typedef {import('../app.js').Page} Page */
/** @typedef {api.Collection} State */
/** @typedef {State['posts'][number]} Post */
/** @typedef {api.CollectionAction['action']} Action */

/** How long the page waits before it asks again. */
const SECONDS = { busy: 2, busyWithMany: 5, idle: 10 };
const MANY_POSTS = 100;
const BACKOFF_SECONDS = [1, 2, 4, 8, 15];

/** @type {Record<Post['status'], string>} */
const POST_STAGES = { waiting: 'waiting', running: 'being converted', completed: 'converted', failed: 'failed', skipped: 'not converted' };

/** @type {Partial<Record<State['status'], string>>} */
const HINTS = {
  'preparing': 'You can leave this page. The price will be here.',
  'awaiting-approval': 'Nothing is converted before your yes, and it is never billed more than this price. Without a yes it ends after 7 days.',
  'running': 'You can leave this page. It goes on by itself, and the audio is in the library.',
  'paused': 'What has started ends, nothing else starts. A pause of 30 days cancels it.',
  'cancelling': 'What has started ends, nothing else starts.',
};

/**
 * @param {Page} page
 * @param {string} id
 */
export async function showCollection(page, id) {
  page.view.replaceChildren(waiting('Loading the collection'));
  let state;
  let voices;
  try {
    [state, voices] = await Promise.all([api.collection(id, page.signal), api.voices(page.signal)]);
  } catch (error) {
    if (page.signal.aborted || !(error instanceof api.Problem)) throw error;
    page.view.replaceChildren(problemBox(error, () => page.go(`/${location.search}`, { replace: true }), 'h1'));
    page.setTitle('Problem');
    return;
  }
  new Panel(page, state, voices).follow();
}

/** @param {State} state */
const hasEnded = ({ status }) => ['completed', 'cancelled', 'failed'].includes(status);

class Panel {
  /**
   * @param {Page} page
   * @param {State} state
   * @param {api.Voice[]} voices
   */
  constructor(page, state, voices) {
    this.page = page;
    this.state = state;
    this.isLocal = voices.some(({ id, standIn }) => standIn && (!state.voice || state.voice === id));
    /** Counts the loops that follow it, so that only the newest goes on. */
    this.loop = 0;
    /** @type {State['status'] | undefined} */
    this.drawn = undefined;
    /** @type {string[]} */
    this.rows = [];
    this.title = h('h1', { tabindex: '-1' });
    this.stage = h('h2', { tabindex: '-1', id: 'stage' });
    this.bar = h('progress', { max: '1', 'aria-labelledby': 'stage' });
    this.amount = h('p', { class: 'meta' });
    this.hint = h('p', { class: 'fine' });
    this.reason = h('p', { class: 'reason-of-end' });
    this.buttons = h('p', { class: 'actions' });
    this.message = h('div');
    this.list = h('ol', { class: 'shows collection-posts' });
    this.posts = h('section', { 'aria-labelledby': 'posts' }, h('h2', { id: 'posts' }, 'Posts'), this.list);
    const feed = webAddress(state.feedUrl);
    page.view.replaceChildren(
      h('header', { class: 'view-head' },
        h('p', { class: 'over' }, h('a', { href: '/?collections' }, 'Collections')),
        this.title,
        h('p', { class: 'meta' }, separated([
          feed ? h('a', { href: feed, rel: 'noreferrer' }, host(feed)) : state.feedUrl,
          state.voice ? voiceName(state.voice, voices) : 'a voice for each post’s language',
          dateOrTime(state.createdAt)]))),
      h('section', { class: 'progress-box', 'aria-labelledby': 'stage' }, this.stage, this.bar, this.amount, this.reason, this.hint, this.buttons, this.message),
      this.posts);
    this.draw();
  }

  /** Asks again and again until it has ended. Not awaited: the page is shown now. */
  follow() {
    this.run(++this.loop).catch((error) => {
      if (!this.page.signal.aborted) throw error;
    });
  }

  /** @param {number} mine */
  async run(mine) {
    let failures = 0;
    while (!hasEnded(this.state) && mine === this.loop) {
      await pause(failures ? BACKOFF_SECONDS[Math.min(failures, BACKOFF_SECONDS.length) - 1] : this.interval(), this.page.signal);
      try {
        const next = await api.collection(this.state.id, this.page.signal);
        if (mine !== this.loop) return;
        this.page.view.classList.remove('lost');
        failures = 0;
        this.update(next);
      } catch (error) {
        if (this.page.signal.aborted || !(error instanceof api.Problem)) throw error;
        if (mine !== this.loop) return;
        if (error.status && error.status < 500 && error.status !== 429) return this.message.replaceChildren(problemBox(error));
        if (!failures++) announce('The connection is lost. Trying again');
        this.page.view.classList.add('lost');
      }
    }
  }

  interval() {
    if (this.state.status === 'paused' || this.state.status === 'awaiting-approval') return SECONDS.idle;
    return this.state.posts.length > MANY_POSTS ? SECONDS.busyWithMany : SECONDS.busy;
  }

  /** @param {State} next */
  update(next) {
    const changed = next.status !== this.state.status;
    this.state = next;
    this.draw();
    if (changed) announce([STAGES[next.status], this.amount.textContent].filter(isPresent).join(': '));
  }

  draw() {
    const { status, title, feedUrl, problem, posts } = this.state;
    const name = title || host(feedUrl);
    this.page.setTitle(name);
    this.title.textContent = name;
    this.stage.textContent = STAGES[status];
    this.amount.textContent = amount(this.state, this.isLocal);
    this.reason.textContent = problem ?? '';
    this.reason.hidden = !problem;
    this.hint.textContent = HINTS[status] ?? '';
    this.hint.hidden = !HINTS[status];
    const share = shareOf(this.state);
    this.bar.hidden = hasEnded(this.state) || status === 'awaiting-approval';
    if (share === undefined) this.bar.removeAttribute('value');
    else this.bar.value = share;
    this.posts.hidden = !posts.length;
    this.drawPosts();
    if (status === this.drawn) return;
    this.drawn = status;
    const hadFocus = this.buttons.contains(document.activeElement);
    this.buttons.replaceChildren(...this.actions());
    this.buttons.hidden = !this.buttons.hasChildNodes();
    this.message.replaceChildren();
    if (hadFocus) this.stage.focus({ preventScroll: true });
  }

  /** Only the rows that have changed. */
  drawPosts() {
    for (const [i, post] of this.state.posts.entries()) {
      const json = JSON.stringify(post);
      if (this.rows[i] === json) continue;
      this.rows[i] = json;
      const row = postRow(post);
      const before = this.list.children[i];
      const hadFocus = before?.contains(document.activeElement);
      if (before) before.replaceWith(row);
      else this.list.append(row);
      if (hadFocus) row.querySelector('a')?.focus({ preventScroll: true });
    }
  }

  actions() {
    const convertible = this.state.posts.filter(({ status, quote }) => status === 'waiting' && quote).length;
    const cancel = () => this.button('cancel', 'Cancel', 'quiet', 'Convert no further post? What is done stays, and nothing else is billed.');
    switch (this.state.status) {
      case 'preparing': return [cancel()];
      case 'awaiting-approval': return [this.button('approve', `Convert ${count(convertible, 'post')}`, 'primary'), this.button('cancel', 'Don’t convert', 'quiet')];
      case 'running': return [this.button('pause', 'Pause', 'quiet'), cancel()];
      case 'paused': return [this.button('resume', 'Resume', 'primary'), cancel()];
      case 'completed': return [h('a', { class: 'button quiet', href: '/?library' }, 'Open the library')];
      default: return [];
    }
  }

  /**
   * @param {Action} action
   * @param {string} label
   * @param {string} className
   * @param {string} [question]
   */
  button(action, label, className, question) {
    const button = h('button', { type: 'button', class: className }, label);
    button.addEventListener('click', async () => {
      if (question && !confirm(question)) return;
      button.disabled = true;
      this.loop++;
      try {
        this.update(await api.changeCollection(this.state.id, action, this.page.signal));
        // The button is gone.
        this.stage.focus({ preventScroll: true });
      } catch (error) {
        if (this.page.signal.aborted || !(error instanceof api.Problem)) throw error;
        this.message.replaceChildren(problemBox(error));
      }
      button.disabled = false;
      this.follow();
    });
    return button;
  }
}

/**
 * How far it is, from 0 to 1; undefined while nobody knows.
 *
 * @param {State} state
 */
function shareOf({ status, posts, progress }) {
  if (!posts.length) return undefined;
  if (status === 'preparing') return posts.filter(isQuoted).length / posts.length;
  return (progress.completed + progress.failed) / progress.total;
}

/** @param {Post} post */
const isQuoted = ({ quote, status }) => Boolean(quote) || status === 'failed';

/**
 * @param {State} state
 * @param {boolean} isLocal whether local voices stand in, for which nothing is billed
 */
function amount({ status, posts, progress, quote }, isLocal) {
  if (status === 'preparing') {
    return posts.length ? `${number(posts.filter(isQuoted).length)} of ${count(posts.length, 'post')} looked at` : 'Reading the feed';
  }
  const price = quote && money(quote.price, quote.characters > 0) + (isLocal && quote.characters > 0 ? ' on AWS, nothing here' : '');
  if (status === 'awaiting-approval') {
    return [
      count(posts.filter((post) => post.status === 'waiting' && post.quote).length, 'post'),
      quote && count(quote.characters, 'character'),
      price,
      progress.failed > 0 && `${count(progress.failed, 'post')} can’t be converted`,
    ].filter(isPresent).join(' · ');
  }
  if (!posts.length) return status === 'completed' ? 'The feed has no posts' : '';
  const skipped = posts.filter((post) => post.status === 'skipped').length;
  return [
    `${number(progress.completed)} of ${count(progress.total, 'post')} converted`,
    progress.failed > 0 && `${number(progress.failed)} failed`,
    skipped > 0 && `${number(skipped)} not converted`,
    quote && `${number(progress.billedCharacters)} of ${count(quote.characters, 'character')} billed`,
  ].filter(isPresent).join(' · ');
}

/** @param {Post} post */
function postRow({ url, title, status, quote, problem, conversionId }) {
  const name = title || host(url);
  return h('li', { class: `show post-${status}` }, h('div', {},
    h('h3', {}, conversionId ? h('a', { href: `/?${new URLSearchParams({ conversion: conversionId })}` }, name) : name),
    h('p', { class: 'meta' }, separated([
      h('span', { class: status === 'completed' ? 'converted' : undefined }, POST_STAGES[status]),
      quote && count(quote.characters, 'character'),
      quote && money(quote.price, quote.characters > 0)].filter(isPresent))),
    problem && h('p', { class: 'field-problem' }, problem)));
}
