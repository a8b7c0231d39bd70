/** The list of messages: rows kept by key, times, marks, and what failed. View. */

import { arrange } from '../shared/grouping.js';
import { keyed } from '../shared/keyed.js';
import { icon } from '../shared/icons.js';
import { createMoments } from '../shared/moments.js';
import { plain } from '../shared/markdown.js';
import { isEmojiOnly, rich } from '../shared/rich.js';
import { part } from './site.js';

/**
 * @param {import('./site.js').Site} site
 * @param {ReturnType<typeof import('./words.js').createWords>} words
 * @param {import('./chat.js').Chat} chat
 * @param {(bubble: Element, files: any[]) => void} fill
 * @param {HTMLElement} [into]
 */
export function createMessages(site, words, chat, fill, into = part('list')) {
  let moments = createMoments('en');
  let language = 'en';
  /** @type {{seq: number, delivered: number, seen: number}} */
  let marks = { seq: 0, delivered: 0, seen: 0 };
  /** @type {Row[]} */
  let rows = [];
  const list = keyed(into, (/** @type {Row} */ row) => row.key, make, show);

  /** @param {Row} row */
  function make(row) {
    const template = /** @type {HTMLTemplateElement} */ (part(`${row.kind}-row`));
    const node = /** @type {HTMLElement} */ (template.content.firstElementChild?.cloneNode(true));
    if (row.kind !== 'message') return node;
    node.querySelector('.rich')?.append(rich(row.text ?? ''));
    const quote = quoteOf(row);
    if (quote) {
      const button = Object.assign(document.createElement('button'), { className: 'quote', dir: 'auto' });
      button.addEventListener('click', () => {
        const of = rows.find(one => one.entry?.seq === quote);
        if (of) list.node(of.key)?.scrollIntoView({ block: 'center' });
        else chat.older();
      });
      node.querySelector('.bubble')?.prepend(button);
    }
    const files = row.entry?.files ?? row.pending?.files;
    if (files) fill(/** @type {Element} */ (node.querySelector('.bubble')), files);
    node.classList.toggle('large', isEmojiOnly(row.text ?? ''));
    const ref = row.pending?.ref ?? '';
    node.querySelector('.retry')?.addEventListener('click', () => chat.outbox.retry(ref));
    node.querySelector('.discard')?.addEventListener('click', () => chat.outbox.discard(ref));
    return node;
  }

  /** @param {HTMLElement} node @param {Row} row */
  function show(node, row) {
    const { t } = words;
    if (row.kind === 'message') return showMessage(node, row);
    const text = /** @type {HTMLElement} */ (node.firstElementChild);
    if (row.kind === 'day') write(text, moments.day(row.at ?? 0, Date.now()));
    else if (row.kind === 'new') write(text, t('newMessages'));
    else write(text, eventText(/** @type {Entry} */ (row.entry)));
  }

  /** @param {Entry} entry */
  function eventText(entry) {
    if (entry.type === 'assisted') return words.assisted?.(entry) ?? '';
    const name = entry.by?.name ?? '';
    const key = { claimed: 'joined', joined: 'joined', left: 'hasLeft', closed: entry.silent ? 'silent' : 'ended', reopened: 'reopened' }[entry.type] ?? 'waiting';
    return words.t(key === 'joined' && !name ? 'someoneJoined' : key, { name });
  }

  /** @param {HTMLElement} node @param {Row} row */
  function showMessage(node, row) {
    const { t } = words;
    const [author, bubble, meta] = /** @type {HTMLElement[]} */ ([...node.children]);
    node.dataset.seq = String(row.entry?.seq ?? '');
    node.classList.toggle('mine', row.mine === true);
    node.classList.toggle('first', row.first === true);
    node.classList.toggle('last', row.last === true);
    if (row.entry?.removed) {
      node.classList.add('gone');
      node.classList.remove('large');
      write(bubble, t('removed'));
    }
    const quote = /** @type {HTMLElement | null} */ (node.querySelector('.quote'));
    if (quote) {
      const of = chat.transcript.entries.find(entry => entry.seq === quoteOf(row));
      write(quote, of ? of.removed ? t('removed') : plain(of.text ?? '') || '📎' : '…');
    }
    const name = row.mine ? t('you') : row.by?.name || site.name || t('title');
    write(author, name);
    author.classList.toggle('quiet-only', !row.first || row.mine === true || row.key === 'greeting');
    const [time, state, retry, discard] = /** @type {HTMLElement[]} */ ([...meta.children]);
    const at = row.at ?? 0;
    const edited = row.entry?.edited;
    write(time, at ? moments.clock(at) + (edited ? ` · ${t('edited')}` : '') : '');
    // Seen once per group, read out with every message.
    time.classList.toggle('quiet-only', !row.last && !edited);
    time.title = at ? moments.full(at) : '';
    time.setAttribute('datetime', at ? new Date(at).toISOString() : '');
    const failed = row.pending?.state === 'failed';
    node.classList.toggle('failed', failed);
    node.classList.toggle('sending', row.pending?.state === 'sending');
    const mark = markOf(row);
    if (state.dataset.mark !== mark + t.language) {
      state.dataset.mark = mark + t.language;
      state.replaceChildren();
      if (mark) state.append(icon(mark === 'failed' ? 'alert' : mark === 'sending' ? 'clock' : mark === 'sent' ? 'sent' : 'delivered'), Object.assign(document.createElement('span'), { textContent: t(mark) }));
      state.className = `state ${mark}`;
    }
    retry.hidden = discard.hidden = !failed;
    write(retry, failed ? t('retry') : '');
    write(discard, failed ? t('discard') : '');
    meta.hidden = !at;
    meta.classList.toggle('quiet-only', !mark && !row.last && !edited);
  }

  /** Only the last of one's own messages says how far it has come. @param {Row} row */
  function markOf(row) {
    if (row.pending) return row.pending.state === 'failed' ? 'failed' : 'sending';
    if (!row.mine || row.entry?.seq !== marks.seq) return '';
    return marks.seq <= marks.seen ? 'seen' : marks.seq <= marks.delivered ? 'delivered' : 'sent';
  }

  return {
    /** @returns {{rows: Row[], fresh: Row[]}} all rows, and those that were not there before */
    update() {
      if (language !== words.t.language) {
        language = words.t.language;
        moments = createMoments(language);
      }
      const { entries, marks: { agent } } = chat.transcript;
      marks = { ...agent, seq: entries.findLast(entry => entry.type === 'posted' && entry.by?.kind === 'visitor')?.seq ?? 0 };
      // That it has ended stands in the banner as long as it is the last word, and a rating in its own part.
      const told = entries.filter((entry, index) => entry.type !== 'rated' && (entry.type !== 'closed' || index < entries.length - 1 || chat.outbox.items.length > 0));
      rows = arrange({ entries: told, pending: chat.outbox.items, me: 'visitor', newAfter: chat.unseen.line });
      if (site.greeting && !chat.transcript.hasOlder && !entries.some(entry => entry.by?.kind === 'site')) {
        rows.splice(rows[0]?.kind === 'day' ? 1 : 0, 0, { key: 'greeting', kind: 'message', mine: false, by: { kind: 'site', name: site.name }, text: site.greeting, first: true, last: true });
      }
      for (const row of rows) {
        if (row.entry?.by?.kind === 'site' && row.entry.seq <= 2) row.key = 'greeting';
        // Another tab may have said something else in its place, and what began another conversation answers nothing.
        else if (row.mine) row.key += row.text + quoteOf(row);
      }
      return { rows, fresh: list.update(rows) };
    },
  };
}

/** The seq of the message it answers. @param {Row} row */
const quoteOf = row => row.entry?.quote ?? row.pending?.frame.quote?.seq;

/** @param {HTMLElement} node @param {string} text */
function write(node, text) {
  if (node.textContent !== text) node.textContent = text;
}
