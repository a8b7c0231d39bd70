import assert from 'node:assert/strict';
import test from 'node:test';
import { rings } from '../../../../webapp/console/bell.js';
import { candidates, completed, mentionAt, mentioned, spans } from '../../../../webapp/console/mentions.js';
import { arrange } from '../../../../webapp/shared/grouping.js';
import { createOutbox } from '../../../../webapp/shared/outbox.js';

const TEAM = [
  { id: '1', name: 'Ada' }, { id: '2', name: 'Ben' }, { id: '3', name: 'Ben Okafor' }, { id: '4', name: 'Zoë Lind' },
];
/** @param {any[]} found */
const names = found => found.map(one => one.name);

test('a mention begins with @ at the beginning of a word', () => {
  assert.deepEqual(mentionAt('Ask @be', 7), { from: 4, query: 'be' });
  assert.deepEqual(mentionAt('@', 1), { from: 0, query: '' });
  assert.deepEqual(mentionAt('(@Ben Ok', 8), { from: 1, query: 'Ben Ok' });
  for (const text of ['mail lin@example', 'Ask @ ben', 'Ask @ben\n', 'nothing', '']) assert.equal(mentionAt(text, text.length), null, text);
});

test('who is meant is found by the beginning of any of his names, oneself excepted', () => {
  assert.deepEqual(names(candidates('b', TEAM, '1')), ['Ben', 'Ben Okafor']);
  assert.deepEqual(names(candidates('ok', TEAM, '1')), ['Ben Okafor']);
  assert.deepEqual(names(candidates('ZO', TEAM, '1')), ['Zoë Lind']);
  assert.deepEqual(names(candidates('', TEAM, '1')), ['Ben', 'Ben Okafor', 'Zoë Lind']);
  assert.deepEqual(candidates('x', TEAM, '1'), []);
});

test('what was begun is completed and the rest stays', () => {
  assert.deepEqual(completed('Ask @be now', 7, { from: 4, query: 'be' }, 'Ben'), { text: 'Ask @Ben now', caret: 9 });
});

test('the longest name that fits is meant, and no part of a word', () => {
  assert.deepEqual(mentioned('@Ben Okafor, and @ada!', TEAM), ['3', '1']);
  assert.deepEqual(mentioned('@Benjamin, lin@Ben and @ Ada', TEAM), []);
  assert.deepEqual(mentioned('@Ben @Ben', TEAM), ['2']);
  assert.deepEqual(spans('Ask @Ben!', TEAM), [{ from: 4, to: 8, ids: ['2'] }]);
});

/** @param {object} more @returns {any} */
const summary = more => ({ conversation: 'c', site: { key: 'd', name: 'D' }, visitor: { id: 'v' }, status: 'open', seq: 5, unread: 0, startedAt: '', ...more });

test('who is mentioned hears it once, whoever has the conversation, unless he looks at it', () => {
  const bo = { id: '2', name: 'Bo' };
  const after = summary({ owner: bo, mentioned: ['1'] });
  assert.equal(rings([{ before: summary({ owner: bo }), after }], '1', null)[0]?.kind, 'mention');
  assert.equal(rings([{ before: undefined, after: summary({ status: 'closed', mentioned: ['1'] }) }], '1', null)[0]?.kind, 'mention');
  assert.deepEqual(rings([{ before: after, after }], '1', null), []);
  assert.deepEqual(rings([{ before: summary({ owner: bo }), after }], '1', 'c'), []);
  assert.deepEqual(rings([{ before: summary({ owner: bo }), after }], '3', null), []);
});

test('a note waits like a message, stands in no group with one, and is settled by its entry', () => {
  const kept = new Map();
  /** @type {Frame[]} */
  const sent = [];
  const outbox = createOutbox({
    send: frame => sent.push(frame) > 0,
    store: { getItem: name => kept.get(name) ?? null, setItem: (name, value) => void kept.set(name, value), removeItem: name => void kept.delete(name) },
  });
  outbox.ready(true);
  const { ref } = outbox.post({ type: 'note', conversation: 'c', text: 'psst', mentions: ['2'] });
  assert.deepEqual(sent, [{ type: 'note', ref, conversation: 'c', text: 'psst', mentions: ['2'] }]);
  const said = { type: 'posted', conversation: 'c', seq: 1, at: new Date().toISOString(), by: { kind: /** @type {const} */ ('agent'), id: '1' }, text: 'hello' };
  const rows = arrange({ entries: [said], pending: outbox.items, me: 'agent', myId: '1' }).filter(row => row.kind === 'message');
  assert.deepEqual(rows.map(row => [row.note === true, row.first, row.last]), [[false, true, true], [true, true, true]]);
  outbox.frame({ ...said, type: 'noted', seq: 2, ref, text: 'psst' });
  assert.deepEqual(outbox.items, []);
});
