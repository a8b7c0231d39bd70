/**
 * Turns a transcript and what is pending into the rows of a message list. Pure.
 *
 *   arrange({entries, pending, me, newAfter, dayOf}) → Row[]
 *     me        'visitor' | 'agent': whose messages are `mine` (pending ones always are); an agent passes his `myId` too
 *     newAfter  the seq after which the "new messages" line stands, or 0 for none; it never stands before one's own words
 *     dayOf     (ms) → a key per calendar day, by default the local day
 *
 * Row: {key, kind}: 'day' {day, at} · 'new' · 'event' {entry, at} · 'message' {entry | pending, mine, by, text, at, first, last}
 * A `note` is a message among agents (`noted`, or a pending `note`); it stands in no group with what the visitor sees.
 * `first` and `last` tell the ends of a group: one author, same day, at most five minutes between two messages.
 * Keys are stable: a pending message and its acknowledged entry have the same key, by ref. What was edited is another row.
 */

const PAUSE = 5 * 60_000;

/**
 * @param {object} what
 * @param {Entry[]} what.entries
 * @param {Pending[]} [what.pending]
 * @param {'visitor' | 'agent'} what.me
 * @param {string} [what.myId]
 * @param {number} [what.newAfter]
 * @param {(at: number) => string} [what.dayOf]
 * @returns {Row[]}
 */
export function arrange({ entries, pending = [], me, myId, newAfter = 0, dayOf = localDay }) {
  /** @type {Row[]} */
  const rows = [];
  let day = '';
  let lineDrawn = newAfter <= 0;
  const acknowledged = new Set(entries.map(entry => entry.ref).filter(Boolean));

  /** @param {number} at */
  function separate(at) {
    if (dayOf(at) === day) return;
    day = dayOf(at);
    rows.push({ key: `day:${day}`, kind: 'day', day, at });
  }

  for (const entry of entries) {
    const at = Date.parse(entry.at);
    const mine = entry.by?.kind === me && (!myId || entry.by?.id === myId);
    separate(at);
    const note = entry.type === 'noted';
    if (!lineDrawn && entry.seq > newAfter && entry.type === 'posted') {
      if (!mine) rows.push({ key: 'new', kind: 'new' });
      lineDrawn = true;
    }
    if (entry.type !== 'posted' && !note) rows.push({ key: `seq:${entry.seq}`, kind: 'event', entry, at, by: entry.by });
    else rows.push({ key: (entry.ref && mine ? `ref:${entry.ref}` : `seq:${entry.seq}`) + (entry.edited ?? ''), kind: 'message', entry, mine, note, by: entry.by, text: entry.text, at });
  }
  for (const item of pending) {
    if (acknowledged.has(item.ref)) continue;
    separate(Math.max(item.at, rows.at(-1)?.at ?? 0));
    rows.push({ key: `ref:${item.ref}`, kind: 'message', pending: item, mine: true, note: item.frame.type === 'note', by: { kind: me, id: myId }, text: item.frame.text, at: item.at });
  }
  return group(rows);
}

/** @param {Row[]} rows */
function group(rows) {
  rows.forEach((row, index) => {
    if (row.kind !== 'message') return;
    row.first = !together(rows[index - 1], row);
    row.last = !together(row, rows[index + 1]);
  });
  return rows;
}

/** @param {Row | undefined} one @param {Row | undefined} two */
function together(one, two) {
  return one?.kind === 'message' && two?.kind === 'message' && author(one) === author(two) && one.note === two.note
    && Math.abs((two.at ?? 0) - (one.at ?? 0)) <= PAUSE;
}

/** @param {Row} row */
function author(row) {
  return row.mine ? 'me' : `${row.by?.kind}:${row.by?.id ?? ''}`;
}

/** @param {number} at */
function localDay(at) {
  const date = new Date(at);
  return `${date.getFullYear()}-${date.getMonth() + 1}-${date.getDate()}`;
}
