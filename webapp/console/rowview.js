/**
 * One row of the list. View.
 *
 * @typedef {import('./boxes.js').Summary} Summary
 * @typedef {{now: number, box: string, manySites: boolean, me: string | undefined, selected: string | null, focused: string | null,
 *   picked: (id: string) => boolean, labels: (item: Summary) => import('./boxes.js').Label[],
 *   draft: (id: string) => string, leaving: (id: string) => string | undefined, href: (id: string) => string}} Around
 */
import { plain } from '../shared/markdown.js';
import { mentions } from './bell.js';
import { find, mark, put, stamp } from './dom.js';
import { showPills } from './labelpills.js';
import { moments } from './moments.js';
import { showFace } from './faces.js';
import { visitorName } from './names.js';
import { say } from './texts.js';
import { untilText } from './untiltext.js';
import { waitingLevel } from './waiting.js';
import { showIcon } from './words.js';

/** What was drawn last into each row: an inbox of a thousand must not be drawn anew for one. @type {WeakMap<HTMLElement, {item: Summary, key: string}>} */
const drawn = new WeakMap();

/** @param {Summary} item */
export function makeRow(item) {
  const row = stamp('t-row');
  row.dataset.key = item.conversation;
  return row;
}

/** @param {HTMLElement} row @param {Summary} item @param {Around} around */
export function updateRow(row, item, around) {
  const id = item.conversation;
  // Times are told in minutes; the rows take turns in growing older.
  const age = Math.floor((around.now + Date.parse(item.startedAt) % 20_000) / 20_000);
  const key = [age, around.box, around.manySites, around.me, id === around.selected, id === around.focused, around.picked(id), around.draft(id), around.leaving(id),
    JSON.stringify(around.labels(item))].join('\n');
  const last = drawn.get(row);
  if (last?.item === item && last.key === key) return;
  drawn.set(row, { item, key });
  draw(row, item, around);
}

/** @param {HTMLElement} row @param {Summary} item @param {Around} around */
function draw(row, item, around) {
  const id = item.conversation;
  const name = visitorName(item.visitor);
  const link = find(row, '.row-link');
  mark(link, 'href', around.href(id));
  mark(link, 'aria-current', id === around.selected ? 'page' : null);
  mark(link, 'tabindex', id === around.focused ? '0' : '-1');
  row.classList.toggle('is-unread', item.unread > 0);
  const picked = around.picked(id);
  row.classList.toggle('is-picked', picked);
  const pick = find(row, '.row-pick');
  mark(pick, 'aria-pressed', String(picked));
  mark(pick, 'aria-label', say('row_pick', { name }));
  mark(pick, 'title', say('row_pick', { name }));
  put(find(row, '.row-picked'), picked ? say('row_picked') : '');
  put(find(row, '.row-name'), name);
  showFace(find(row, '.face'), item.visitor);
  presence(row, item);
  const at = item.last?.at ?? item.startedAt;
  const time = find(row, '.row-time');
  put(time, moments.near(at, around.now));
  mark(time, 'datetime', at);
  mark(time, 'title', moments.full(at));
  text(row, item, around);
  put(find(row, '.unread > [aria-hidden]'), item.unread > 99 ? '99+' : String(item.unread));
  put(find(row, '.unread > .quiet-only'), item.unread > 0 ? say.count('row_unread', item.unread) : '');
  find(row, '.unread').hidden = item.unread === 0;
  waiting(row, item, around.now);
  meta(row, item, around);
  showPills(find(row, '.row-labels'), around.labels(item));
}

/** Only what the box and the other rows do not say already. @param {HTMLElement} row @param {Summary} item @param {Around} around */
function meta(row, item, around) {
  find(row, '.row-mention').hidden = !mentions(item, around.me);
  const site = find(row, '.row-site');
  const place = [around.manySites && item.site.name, item.department?.name].filter(Boolean).join(' · ');
  site.hidden = place === '';
  put(site, place);
  const owner = find(row, '.row-owner');
  owner.hidden = around.box === 'mine' && item.owner?.id === around.me || around.box === 'unassigned' || (item.status === 'closed' && !item.owner);
  showStars(find(row, '.row-rating'), item.rating);
  put(owner, item.owner ? (item.owner.id === around.me ? say('you') : item.owner.name) : say('row_unassigned'));
}

/** How the visitor rated it, where he did. @param {HTMLElement} place @param {number | undefined} stars */
export function showStars(place, stars) {
  place.hidden = !stars;
  if (!stars) return;
  const label = say('row_rating', { n: stars });
  put(find(place, '[aria-hidden]'), `★ ${stars}`);
  put(find(place, '.quiet-only'), label);
  mark(place, 'title', label);
}

/** @param {HTMLElement} row @param {Summary} item */
function presence(row, item) {
  const dot = find(row, '.presence');
  dot.classList.toggle('is-online', item.visitor.online === true);
  const label = say(item.visitor.online ? 'row_online' : 'row_offline');
  put(find(row, '.row-presence'), label);
  mark(dot, 'title', label);
}

/** @param {HTMLElement} row @param {Summary} item @param {Around} around */
function text(row, item, around) {
  const leaving = around.leaving(item.conversation);
  const draft = around.draft(item.conversation);
  const by = item.last?.by !== 'agent' ? '' : item.owner?.id === around.me && !item.joined?.length ? say('row_you') : say('row_agent');
  row.classList.toggle('is-leaving', leaving !== undefined);
  row.classList.toggle('has-draft', leaving === undefined && draft !== '');
  put(find(row, '.row-by'), leaving || (draft && say('row_draft')) || by);
  put(find(row, '.row-said'), leaving ? '' : draft || plain(item.last?.text ?? '') || say(item.last ? 'message_removed' : 'row_nothing'));
}

/** @param {HTMLElement} place @param {string | undefined} until @param {number} now */
function asleep(place, until, now) {
  place.hidden = false;
  place.dataset.level = 'asleep';
  const text = until ? say('row_snoozed', { until: untilText(until, now) }) : say('row_snoozed_open');
  put(find(place, '.row-wait-text'), text);
  mark(place, 'title', text);
  showIcon(find(place, '.row-wait-icon'), 'moon');
}

/** @param {HTMLElement} row @param {Summary} item @param {number} now */
function waiting(row, item, now) {
  const place = find(row, '.row-wait');
  if (item.snoozed) return asleep(place, item.snoozed.until, now);
  const level = item.status === 'open' ? waitingLevel(item.waitingSince, now) : 'none';
  place.hidden = level === 'none';
  place.dataset.level = level;
  if (level === 'none') return;
  const lasting = now - Date.parse(item.waitingSince ?? '');
  const time = moments.waiting(Math.max(0, lasting));
  put(find(place, '.row-wait-text'), lasting < 60_000 ? say('row_waiting_now') : say('row_waiting', { time }));
  mark(place, 'title', say(level === 'late' ? 'row_late' : 'row_waits', { time }));
  showIcon(find(place, '.row-wait-icon'), level === 'late' ? 'alert' : 'clock');
}
