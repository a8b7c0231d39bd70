import assert from 'node:assert/strict';
import test from 'node:test';
import { Mine, createViewing } from '../../../../webapp/console/viewing.js';

const ADA = { kind: 'agent', id: '1', name: 'Ada' };
const BO = { kind: 'agent', id: '2', name: 'Bo' };
/** @param {object} by @param {boolean} [on] @returns {Frame} */
const viewing = (by, on = true) => ({ type: 'viewing', conversation: 'c', by, on });

test('a colleague is there until he goes, or is not heard of any more', () => {
  const seen = createViewing();
  assert.equal(seen.apply(viewing(ADA), 0), true);
  assert.equal(seen.apply(viewing(BO), 30_000), true);
  assert.equal(seen.apply(viewing(BO), 31_000), false);
  assert.deepEqual(seen.who(40_000).map(by => by.name), ['Ada', 'Bo']);
  assert.deepEqual(seen.who(50_000).map(by => by.name), ['Bo']);
  assert.equal(seen.apply(viewing(BO, false), 50_000), true);
  assert.deepEqual(seen.who(50_000), []);
  assert.equal(seen.apply({ type: 'posted' }, 0), false);
});

test('what is before me is said when it changes and again now and then', () => {
  const mine = new Mine();
  assert.deepEqual(mine.shows(null, 0), []);
  assert.deepEqual(mine.shows('a', 0), [{ type: 'view', conversation: 'a', on: true }]);
  assert.deepEqual(mine.shows('a', 19_000), []);
  assert.deepEqual(mine.shows('a', 20_000), [{ type: 'view', conversation: 'a', on: true }]);
  assert.deepEqual(mine.shows('b', 21_000), [{ type: 'view', conversation: 'a', on: false }, { type: 'view', conversation: 'b', on: true }]);
  assert.deepEqual(mine.shows(null, 22_000), [{ type: 'view', conversation: 'b', on: false }]);
  mine.shows('b', 23_000);
  mine.lost();
  assert.deepEqual(mine.shows('b', 24_000), [{ type: 'view', conversation: 'b', on: true }]);
});
