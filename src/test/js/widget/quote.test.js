import test from 'node:test';
import assert from 'node:assert/strict';
import { isQuotable, isStill, isUnanswerable, kept, lineOf, readKept } from '../../../../webapp/widget/quote/quoted.js';

/** @param {Record<string, any>} [more] @returns {Entry} */
const entry = more => /** @type {any} */ ({ type: 'posted', seq: 3, conversation: 'c', at: '2026-11-27T10:00:00.000Z', text: 'Is it *red*?', ...more });

test('what is still there of what was said can be answered', () => {
  assert.deepEqual([entry(), entry({ removed: true, text: '' }), entry({ type: 'closed' }), undefined].map(isQuotable), [true, false, false, false]);
});

test('a message is one plain line, the names of its files where it has no words', () => {
  assert.equal(lineOf(entry({ text: 'is **it**\nred?' })), 'is it red?');
  assert.equal(lineOf(entry({ text: '', files: [{ name: 'a.png' }, { name: 'b.pdf' }] })), 'a.png, b.pdf');
  assert.equal(lineOf(entry({ text: '', files: [] })), '📎');
  assert.equal(lineOf(entry({ text: '😀'.repeat(500) })), `${'😀'.repeat(160)}…`);
});

test('one that was taken back has no words, and one that is not held is not made up', () => {
  assert.equal(lineOf(entry({ removed: true, text: '' })), '');
  assert.equal(lineOf(undefined), undefined);
});

test('what is kept is where it stands and none of its words, and anything else is nothing', () => {
  const of = { conversation: 'Zm9vYmFy', seq: 12 };
  assert.equal(kept(of), '12 Zm9vYmFy');
  assert.deepEqual(readKept(kept(of)), of);
  for (const value of [null, '', '0 c', '-1 c', '12', '12 ', 'x c', '1.5 c', '12 c d']) assert.equal(readKept(value), null, String(value));
});

test('after a reload it waits for its conversation, and it does not go into another one', () => {
  const of = { conversation: 'one', seq: 3 };
  assert.equal(isStill(of, null, false), true);
  assert.equal(isStill(of, 'one', true), true);
  assert.equal(isStill(of, 'two', false), false);
  assert.equal(isStill(of, null, true), false);
});

test('what is refused for what it answers is said without, and nothing else is', () => {
  /** @param {string} reason @param {Record<string, any>} [more] */
  const failed = (reason, more) => /** @type {any} */ ({ ref: 'r', frame: { type: 'post', quote: { conversation: 'c', seq: 3 } }, state: 'failed', reason, ...more });
  assert.deepEqual([failed('malformed'), failed('unknown-message')].map(isUnanswerable), [true, true]);
  assert.deepEqual([failed('offline'), failed('malformed', { frame: { type: 'post' } }), failed('malformed', { state: 'sending' })].map(isUnanswerable), [false, false, false]);
});
