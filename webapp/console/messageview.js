/**
 * One line of a conversation: a day, the line of what is new, an event, a message. View.
 *
 * @typedef {import('./threadview.js').Thread} Thread
 */
import { isEmojiOnly, rich } from '../shared/rich.js';
import { asideText } from './asidetext.js';
import { assistedText } from './assist/assistedtext.js';
import { choicesOf } from './choices.js';
import { find, mark, put, stamp } from './dom.js';
import { moments } from './moments.js';
import { markMentions } from './notemarks.js';
import { isQuotable, quotedText } from './quotes.js';
import { say } from './texts.js';
import { showIcon } from './words.js';

/** @type {Record<string, string>} */
const ICONS = { claimed: 'claim', joined: 'people', left: 'end', released: 'release', transferred: 'handOn', closed: 'check', reopened: 'retry', assisted: 'assist', labelled: 'tag', snoozed: 'moon', woken: 'bell', rated: 'star' };
const ASIDE = new Set(['labelled', 'snoozed', 'woken']);

/** @param {Row} row */
export function makeRow(row) {
  if (row.kind === 'day') return stamp('t-day');
  if (row.kind === 'new') return stamp('t-new');
  if (row.kind === 'event') return stamp('t-system');
  const node = stamp('t-message');
  const bubble = find(node, '.bubble');
  bubble.replaceChildren(rich(row.text ?? ''));
  bubble.classList.toggle('is-emoji', isEmojiOnly(row.text ?? ''));
  if (quoteOf(row)) bubble.prepend(stamp('t-quoted'));
  const offered = choicesOf(row);
  if (offered.length > 0) find(node, '.said').after(offers(offered));
  return node;
}

/** @param {HTMLElement} node @param {Row} row @param {Thread} thread */
export function showRow(node, row, thread) {
  if (row.kind === 'day') put(find(node, 'span'), moments.day(row.at ?? 0, thread.now));
  if (row.kind === 'event') event(node, row, thread);
  if (row.kind === 'message') message(node, row, thread);
}

/** @param {HTMLElement} node @param {Row} row @param {Thread} thread */
function event(node, row, thread) {
  const entry = /** @type {Entry} */ (row.entry);
  put(find(node, '.system-text'), eventText(entry, thread));
  showIcon(find(node, '.system-icon'), ICONS[entry.type] ?? null);
  time(node, row.at ?? 0);
}

/** @param {Entry} entry @param {Thread} thread */
export function eventText(entry, thread) {
  if (entry.type === 'assisted') {
    const entries = () => thread.rows.flatMap(row => row.entry ?? []);
    return assistedText(entry, { me: thread.me, visitorName: thread.visitorName, entries, clock: moments.clock });
  }
  if (ASIDE.has(entry.type)) return asideText(entry, thread);
  const name = entry.by?.kind === 'visitor' ? thread.visitorName : entry.by?.name ?? '';
  if (entry.type === 'rated') {
    const rated = say('rated', { name, n: entry.stars });
    return entry.comment ? say('rated_said', { rated, comment: entry.comment }) : rated;
  }
  if (entry.type === 'transferred') return transferText(entry, name, thread.me);
  if (entry.type === 'released' && entry.why === 'left-department') return say('released_department', { name: name || say('somebody') });
  if (entry.type === 'released' && entry.why === 'went-offline') {
    return entry.by?.id === thread.me ? say('released_offline_me') : say('released_offline', { name: name || say('somebody') });
  }
  if (entry.type === 'released' && entry.why === 'dropped-out') {
    return name ? say('released_dropped', { name }) : say('released_dropped_nobody');
  }
  if (entry.type === 'released' && entry.why === 'unanswered') {
    return entry.by?.id === thread.me ? say('released_unanswered_me') : say('released_unanswered', { name: name || say('somebody') });
  }
  if (entry.silent) return say('closed_silent', { name: thread.visitorName, time: moments.waiting(entry.silent * 60_000) });
  if (entry.from) return takeOverText(entry, entry.from, name, thread.me);
  const key = entry.assigned ? 'assigned' : entry.type === 'left' ? 'gone_out' : entry.type;
  if (entry.by?.kind === 'agent' && entry.by.id === thread.me) return say(`${key}_me`);
  if (entry.type === 'closed' && entry.by?.kind === 'visitor') return say('closed_visitor', { name });
  return name ? say(key, { name }) : say('released_dropped_nobody');
}

/** @param {Entry} entry @param {{id: string, name: string}} from @param {string} name @param {string | undefined} me */
function takeOverText({ by }, from, name, me) {
  const key = me === undefined ? '' : by?.id === me ? '_me' : from.id === me ? '_from_me' : '';
  return say(`taken_over${key}`, { name: name || say('somebody'), from: from.name });
}

/** @param {Entry} entry @param {string} name @param {string | undefined} me */
function transferText(entry, name, me) {
  const to = (entry.agent ?? entry.department)?.name ?? '';
  if (entry.why === 'went-offline') {
    const how = me === undefined ? '' : entry.by?.id === me ? '_me' : entry.agent?.id === me ? '_to_me' : '';
    return say(`given_offline${how}`, { name: name || say('somebody'), to });
  }
  const key = entry.agent?.id === me && me !== undefined ? 'transferred_to_me' : entry.department ? 'transferred_department' : 'transferred_agent';
  return entry.by?.id === me && key !== 'transferred_to_me' ? say(`${key}_me`, { to }) : say(key, { name: name || say('somebody'), to });
}

/** @param {HTMLElement} node @param {Row} row @param {Thread} thread */
function message(node, row, thread) {
  const side = row.by?.kind === 'visitor' ? 'visitor' : row.by?.kind === 'site' ? 'site' : 'agent';
  node.classList.toggle('is-agent', side !== 'visitor');
  node.classList.toggle('is-mine', row.mine === true);
  node.classList.toggle('is-site', side === 'site');
  node.classList.toggle('is-first', row.first === true);
  node.classList.toggle('is-last', row.last === true);
  const files = row.entry?.files ?? row.pending?.files;
  if (files && !node.querySelector('.files, .files-gone')) find(node, '.bubble').append(thread.tiles(files));
  quoted(node, row, thread);
  // Taken back, or said by a server that did not know them.
  if (choicesOf(row).length === 0) node.querySelector('.message-choices')?.remove();
  tools(node, row, thread);
  const by = find(node, '.message-by');
  by.classList.toggle('quiet-only', !row.first);
  put(find(by, 'bdi'), side === 'visitor' ? thread.visitorName : row.mine ? say('you') : side === 'site' ? say((row.entry?.seq ?? 1) > 2 ? 'automatic' : 'greeting') : row.by?.name ?? '');
  time(node, row.at ?? 0);
  state(node, row, thread);
  note(node, row, thread);
}

/** @param {string[]} choices */
function offers(choices) {
  const list = stamp('t-choices');
  mark(list, 'aria-label', say('choices'));
  list.append(...choices.map(choice => {
    const item = stamp('t-offered');
    put(item, choice);
    return item;
  }));
  return list;
}

/** @param {Row} row the seq of what it answers @returns {number} 0 for nothing */
const quoteOf = row => row.entry?.quote ?? row.pending?.frame.quote ?? 0;

/** @param {HTMLElement} node @param {Row} row @param {Thread} thread */
function quoted(node, row, thread) {
  const place = node.querySelector('.quoted');
  if (!(place instanceof HTMLElement)) return;
  const of = thread.said(quoteOf(row));
  mark(place, 'data-of', String(quoteOf(row)));
  put(find(place, '.quoted-by'), of ? thread.nameOf(of) : '');
  put(find(place, '.quoted-text'), quotedText(of));
}

/** Gone, on its way out, or with buttons for what can be done with it. @param {HTMLElement} node @param {Row} row @param {Thread} thread */
function tools(node, row, thread) {
  const { entry } = row;
  find(node, '.message-remove').hidden = entry === undefined || !thread.mayRemove(entry);
  find(node, '.message-edit').hidden = entry === undefined || !thread.mayEdit(entry);
  find(node, '.message-quote').hidden = entry === undefined || !thread.mayQuote || !isQuotable(entry) || thread.removes(entry);
  find(node, '.message-copy').hidden = !entry?.text || entry.removed === true;
  find(node, '.message-edited').hidden = !entry?.edited || entry.removed === true;
  mark(node, 'data-seq', entry ? String(entry.seq) : null);
  node.classList.toggle('is-edited', entry !== undefined && entry.seq === thread.editing);
  node.classList.toggle('is-going', entry !== undefined && thread.removes(entry));
  if (!entry?.removed) return;
  node.classList.add('is-removed');
  const bubble = find(node, '.bubble');
  bubble.classList.remove('is-emoji');
  put(bubble, say('message_removed'));
}

/** @param {HTMLElement} node @param {Row} row @param {Thread} thread */
function note(node, row, thread) {
  if (!row.note || node.classList.contains('is-note')) return;
  node.classList.add('is-note');
  find(node, '.note-tag').hidden = false;
  const mentions = row.entry?.mentions ?? row.pending?.frame.mentions ?? [];
  markMentions(find(node, '.bubble'), thread.team.filter(agent => mentions.includes(agent.id)), thread.me);
}

/** @param {HTMLElement} node @param {number} at */
function time(node, at) {
  const place = find(node, 'time');
  put(place, moments.clock(at));
  mark(place, 'datetime', new Date(at).toISOString());
  mark(place, 'title', moments.full(at));
}

/** How far my message got. @param {HTMLElement} node @param {Row} row @param {Thread} thread */
function state(node, row, thread) {
  const place = find(node, '.message-state');
  const failed = row.pending?.state === 'failed';
  const how = row.pending ? row.pending.state : reached(row.entry?.seq ?? 0, thread.marks);
  // How far a note got on the visitor's side is no question.
  const shown = row.mine === true && (row.pending !== undefined || (row.last === true && !row.note));
  place.hidden = !shown;
  mark(node, 'data-ref', row.pending?.ref ?? null);
  node.classList.toggle('is-failed', failed);
  node.classList.toggle('is-sending', how === 'sending' || how === 'held');
  if (!shown) return;
  place.dataset.how = how;
  showIcon(find(place, '.tick'), { failed: 'alert', sending: 'clock', held: 'clock', sent: 'sent', delivered: 'delivered', seen: 'delivered' }[how] ?? null);
  put(find(place, '.state-text'), how === 'sending' && !thread.online ? say('waits_for_line') : failed ? why(row.pending?.reason) : say(how));
  unsend(find(place, '.unsend'), how === 'held' ? thread.heldFor(row.pending?.ref ?? '') : undefined);
  find(place, '.retry').hidden = !failed;
  find(place, '.discard').hidden = !failed;
}

/** Its edge runs out as the time does in which the message may be taken back. @param {HTMLElement} button @param {{seconds: number, gone: number} | undefined} time */
function unsend(button, time) {
  if (button.hidden === (time === undefined)) return;
  button.hidden = time === undefined;
  if (!time) return;
  button.style.setProperty('--held', `${time.seconds}s`);
  button.style.setProperty('--gone', `${-time.gone}s`);
}

/** @param {string | undefined} reason */
function why(reason) {
  const key = `failed_${(reason ?? '').replaceAll('-', '_')}`;
  return say.has(key) ? say(key) : say('failed');
}

/** @param {number} seq @param {Marks} marks what the visitor has */
function reached(seq, marks) {
  if (seq <= marks.seen) return 'seen';
  return seq <= marks.delivered ? 'delivered' : 'sent';
}
