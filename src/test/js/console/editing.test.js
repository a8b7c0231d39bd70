import assert from 'node:assert/strict';
import test from 'node:test';
import { Editing } from '../../../../webapp/console/editing.js';
import { versionsOf } from '../../../../webapp/console/versions.js';
import { arrange } from '../../../../webapp/shared/grouping.js';

/** @param {number} seq @param {object} [more] @returns {Entry} */
const entry = (seq, more = {}) => ({ type: 'posted', conversation: 'c', seq, at: `2026-11-21T09:0${seq}:00.000Z`, by: { kind: 'agent', id: '1' }, text: 'on Monday', ...more });

test('what was begun in the composer waits until the edit is over', () => {
  const editing = new Editing();
  assert.equal(editing.on, false);
  assert.equal(editing.isOver(undefined, false), false);
  editing.begin(4, 'on Monday', 'a draft');
  assert.equal(editing.isOver(entry(4), false), false);
  editing.sent = 'on Tuesday';
  assert.equal(editing.isOver(entry(4), true), false);
  assert.equal(editing.isOver(entry(4, { text: 'on Tuesday' }), false), true);
  assert.equal(editing.end(), 'a draft');
  assert.equal(editing.on, false);
});

test('what was refused or lost may be sent again, and of what is removed there is nothing to edit', () => {
  const editing = new Editing();
  editing.begin(4, 'on Monday', 'a draft');
  editing.sent = 'on Tuesday';
  assert.equal(editing.isOver(entry(4), false), false);
  assert.equal(editing.sent, null);
  assert.equal(editing.isOver(entry(4, { text: '', removed: true }), false), true);
  assert.equal(editing.end(), 'a draft');
});

test('each conversation keeps the edit that was left in it', () => {
  const editing = new Editing();
  editing.begin(4, 'on Monday', '');
  editing.leave('one', 'on Tues');
  assert.equal(editing.on, false);
  assert.equal(editing.back('two'), undefined);
  assert.deepEqual(editing.back('one'), { seq: 4, said: 'on Monday', text: 'on Tues' });
  assert.equal(editing.back('one'), undefined);
  editing.leave('two', 'a draft');
  assert.equal(editing.back('two'), undefined);
});

test('versions stand in the order of time, each with the instant since which it was so', () => {
  const message = entry(1, { text: 'on Friday', edited: 'x' });
  const entries = [message, entry(2), entry(3, { type: 'edited', of: 1, was: 'on Monday' }), entry(4, { type: 'edited', of: 2, was: 'no' }), entry(5, { type: 'edited', of: 1, was: 'on Tuesday' })];
  assert.deepEqual(versionsOf(message, entries), [
    { at: entry(1).at, text: 'on Monday' }, { at: entry(3).at, text: 'on Tuesday' }, { at: entry(5).at, text: 'on Friday' },
  ]);
});

test('an edited message is another row in the same place', () => {
  const keys = (/** @type {object} */ more) => arrange({ entries: [entry(1, more), entry(2)], me: 'visitor' }).filter(row => row.kind === 'message').map(row => row.key);
  const [before, next] = keys({});
  const [after, still] = keys({ edited: '2026-11-21T09:30:00.000Z' });
  assert.notEqual(before, after);
  assert.equal(next, still);
});
