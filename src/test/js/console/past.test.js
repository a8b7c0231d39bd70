import assert from 'node:assert/strict';
import test from 'node:test';
import { createPast } from '../../../../webapp/console/past.js';

/** @param {number} n @param {string} [status] */
const bygone = (n, status = 'closed') => ({ conversation: `c-${n}`, startedAt: `2026-11-${10 + n}T09:00:00Z`, status });
/** @param {number[]} of @param {boolean} [more] @returns {Frame} */
const answer = (of, more = false) => ({ type: 'earlier', conversation: 'c', items: of.map(n => bygone(n)), more });
/** @param {ReturnType<typeof createPast>} past */
const shown = past => past.items.map(one => one.conversation).join(' ');

test('the newest come with the card, older ones are asked for one page after another', () => {
  const past = createPast();
  past.card({ earlier: [bygone(9), bygone(8)], more: true });
  assert.equal(shown(past), 'c-9 c-8');
  assert.deepEqual(past.ask(), { type: 'earlier', before: 'c-8' });
  assert.equal(past.ask(), null);
  assert.equal(past.apply(answer([7, 6], true)), true);
  assert.equal(shown(past), 'c-9 c-8 c-7 c-6');
  assert.deepEqual(past.ask(), { type: 'earlier', before: 'c-6' });
  past.apply(answer([5]));
  assert.equal(past.more, false);
  assert.equal(past.ask(), null);
});

test('a card that comes again changes what it holds and takes away nothing that was asked for', () => {
  const past = createPast();
  past.card({ earlier: [bygone(3, 'open'), bygone(2)], more: true });
  past.ask();
  past.apply(answer([1], true));
  past.card({ earlier: [bygone(4), bygone(3)], more: true });
  assert.equal(shown(past), 'c-4 c-3 c-2 c-1');
  assert.equal(past.items[1]?.status, 'closed');
  assert.deepEqual(past.ask(), { type: 'earlier', before: 'c-1' });
});

test('a refusal or a lost connection lets it be asked for again', () => {
  const past = createPast();
  past.card({ earlier: [bygone(2)], more: true });
  past.ask();
  assert.equal(past.apply({ type: 'refused', of: 'before' }), false);
  assert.equal(past.asking, true);
  assert.equal(past.apply({ type: 'refused', of: 'earlier', reason: 'busy' }), true);
  assert.notEqual(past.ask(), null);
  past.lost();
  assert.notEqual(past.ask(), null);
});

test('where the conversation is opened anew only what comes then is shown', () => {
  const past = createPast();
  past.card({ earlier: [bygone(2)], more: true });
  past.ask();
  past.apply(answer([1]));
  past.clear();
  past.card({ earlier: [bygone(2)] });
  assert.equal(shown(past), 'c-2');
  assert.equal(past.more, false);
});

test('a server of the version before sends nothing of more, and is never asked', () => {
  const past = createPast();
  past.card({});
  assert.equal(past.ask(), null);
  assert.deepEqual(past.items, []);
});
