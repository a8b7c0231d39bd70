import test from 'node:test';
import assert from 'node:assert/strict';
import { createTexts } from '../../../../webapp/shared/i18n.js';
import { createTranscript } from '../../../../webapp/shared/transcript.js';
import { lineOf } from '../../../../webapp/widget/queue/lineof.js';

const waiting = { status: 'open', conversation: 'c', owner: null, live: true };
/** @param {object} members @returns {Frame} */
const told = members => ({ type: 'queue', conversation: 'c', ...members });

test('the place is how many are before one, and the minutes are said where they are known', () => {
  assert.deepEqual(lineOf(told({ position: 1 }), waiting, true), [{ text: 'next', n: 0 }]);
  assert.deepEqual(lineOf(told({ position: 3, minutes: 5 }), waiting, true), [{ text: 'before', n: 2 }, { text: 'minutes', n: 5 }]);
});

test('who has somebody, does not wait, or waits for nobody is told no place', () => {
  const now = told({ position: 1 });
  for (const other of [{ owner: { id: '1' } }, { status: 'closed' }, { conversation: 'd' }, { live: false }]) {
    assert.deepEqual(lineOf(now, { ...waiting, ...other }, true), []);
  }
  assert.deepEqual(lineOf(now, waiting, false), []);
  assert.deepEqual(lineOf(told({}), waiting, true), []);
  assert.deepEqual(lineOf(null, waiting, true), []);
});

test('before the first message it is how soon somebody usually answers', () => {
  const none = { status: 'none', conversation: null, owner: null, live: false };
  assert.deepEqual(lineOf({ type: 'welcome', reply: 5 }, none, true), [{ text: 'replyMinutes', n: 5 }]);
  assert.deepEqual(lineOf({ type: 'welcome', reply: 120 }, none, true), [{ text: 'replyHours', n: 2 }]);
  assert.deepEqual(lineOf({ type: 'welcome', reply: 5 }, none, false), []);
  assert.deepEqual(lineOf({ type: 'welcome', reply: 5 }, waiting, true), []);
  assert.deepEqual(lineOf({ type: 'welcome' }, none, true), []);
});

test('a widget that does not know the frame loses nothing by it', () => {
  const transcript = createTranscript();
  transcript.apply({ type: 'welcome', epoch: 'e', conversation: 'c', status: 'open', resumed: false, first: 1, last: 1 });
  transcript.apply({ type: 'posted', conversation: 'c', seq: 1, at: '2026-11-27T12:00:00.000Z', by: { kind: 'visitor' }, text: 'hi' });
  assert.equal(transcript.apply(told({ position: 2 })), 'none');
  assert.equal(transcript.high, 1);
});

test('numbers have their forms', () => {
  const texts = createTexts('en', { before: { one: '{n} person before you', other: '{n} people before you' } });
  assert.equal(texts.count('before', 1), '1 person before you');
  assert.equal(texts.count('before', 12), '12 people before you');
});
