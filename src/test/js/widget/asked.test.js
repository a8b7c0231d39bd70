import test from 'node:test';
import assert from 'node:assert/strict';
import { createOutbox } from '../../../../webapp/shared/outbox.js';
import { problemOf } from '../../../../webapp/widget/form/problem.js';
import { RATING, rateable, ratingOf } from '../../../../webapp/widget/rating/rateable.js';

test('an answer is judged as the server will judge it', () => {
  const asked = (/** @type {string} */ kind, required = true) => ({ id: 'q', kind, required });
  assert.equal(problemOf(asked('text'), ''), 'missing');
  assert.equal(problemOf(asked('text', false), ''), '');
  assert.equal(problemOf(asked('checkbox'), ''), 'tick');
  assert.equal(problemOf(asked('email'), 'lin@example.com'), '');
  for (const wrong of ['nobody', 'a@b@c', 'a b@example.com']) assert.equal(problemOf(asked('email'), wrong), 'badEmail');
  for (const right of ['+43 1 234567', '(020) 7946-0000', '112']) assert.equal(problemOf(asked('phone'), right), '');
  assert.equal(problemOf(asked('phone'), 'call me'), 'badPhone');
  assert.equal(problemOf(asked('text'), 'x'.repeat(201)), 'bad');
  assert.equal(problemOf(asked('long'), 'x'.repeat(500)), '');
});

const agent = /** @type {const} */ ({ kind: 'agent', id: '1' });
/** @param {Partial<Entry>[]} entries */
const over = (...entries) => ({ status: 'closed', live: true, entries: /** @type {Entry[]} */ (entries.map((entry, at) => ({ conversation: 'c', seq: at + 1, at: new Date(0).toISOString(), type: 'posted', ...entry }))) });

test('what has ended can be rated for a day, if somebody has answered in it', () => {
  const talk = over({ by: { kind: 'visitor' } }, { by: agent }, { type: 'closed', by: agent });
  assert.equal(rateable(talk, RATING), true);
  assert.equal(rateable(talk, RATING + 1), false);
  assert.equal(rateable({ ...talk, status: 'open' }, 0), false);
  assert.equal(rateable({ ...talk, live: false }, 0), false);
  assert.equal(rateable(over({ by: { kind: 'visitor' } }, { type: 'closed', by: agent }), 0), false);
});

test('of several ratings the last one counts', () => {
  assert.equal(ratingOf(over({ by: agent })), null);
  assert.deepEqual(ratingOf(over({ type: 'rated', stars: 2, comment: 'slow' }, { type: 'rated', stars: 5 })), { stars: 5, comment: undefined });
});

test('a message that waits for answers is neither sent nor given up, and goes as soon as they are there', (/** @type {any} */ t) => {
  t.mock.timers.enable({ apis: ['setTimeout'] });
  /** @type {Frame[]} */ const sent = [];
  const outbox = createOutbox({ send: frame => sent.push(frame) > 0, store: { getItem: () => null, setItem() {}, removeItem() {} } });
  outbox.post({ text: 'before the welcome' });
  outbox.hold(true);
  outbox.post({ text: 'while something is asked' });
  t.mock.timers.tick(120_000);
  assert.deepEqual(sent, []);
  assert.deepEqual(outbox.items.map(item => item.state), ['sending', 'sending']);
  outbox.hold(false);
  outbox.ready(true);
  assert.deepEqual(sent.map(frame => frame.text), ['before the welcome', 'while something is asked']);
  t.mock.timers.tick(31_000);
  assert.deepEqual(outbox.items.map(item => item.reason), ['no-answer', 'no-answer']);
});
