import assert from 'node:assert/strict';
import test from 'node:test';
import { rings } from '../../../../webapp/console/bell.js';
import { choices, chosen, fieldOf } from '../../../../webapp/console/sleep.js';

/** Local time, as the module's is. @param {string} text */
const at = text => new Date(text).getTime();
/** @param {string} now */
const offered = now => choices(at(now)).map(({ key, at: date }) => `${key} ${date ? fieldOf(date) : ''}`.trim());

test('later is today, tomorrow and next week are mornings', () => {
  assert.deepEqual(offered('2026-11-25T10:10:00'), [
    'later 2026-11-25T13:30', 'tomorrow 2026-11-26T09:00', 'week 2026-11-30T09:00', 'visitor',
  ]);
});

test('late in the evening there is no later today', () => {
  assert.deepEqual(offered('2026-11-25T22:00:00')[0], 'tomorrow 2026-11-26T09:00');
});

test('on a Sunday next week is not tomorrow, on a Monday it is a week away', () => {
  assert.equal(offered('2026-11-29T10:00:00')[2], 'week 2026-12-07T09:00');
  assert.equal(offered('2026-11-30T10:00:00')[2], 'week 2026-12-07T09:00');
  assert.equal(offered('2026-11-28T10:00:00')[2], 'week 2026-11-30T09:00');
});

test('a time of one’s own lies ahead', () => {
  const now = at('2026-11-25T10:00:00');
  assert.equal(chosen('', now), null);
  assert.equal(chosen('2026-11-25T09:59', now), null);
  assert.equal(chosen('2026-11-25T10:01', now)?.getTime(), at('2026-11-25T10:01:00'));
});

test('what comes back from its snooze rings for whoever has it', () => {
  /** @param {object} more @returns {any} */
  const summary = more => ({ conversation: 'c', site: { key: 'd', name: 'D' }, visitor: { id: 'v' }, status: 'open', seq: 5, unread: 0, startedAt: '', owner: { id: '1', name: 'Ada' }, ...more });
  const change = { before: summary({ snoozed: { since: '' } }), after: summary({}) };
  assert.equal(rings([change], '1', null)[0]?.kind, 'woken');
  assert.deepEqual(rings([change], '2', null), []);
  assert.equal(rings([{ ...change, after: summary({ unread: 1 }) }], '1', null)[0]?.kind, 'message');
});
