import assert from 'node:assert/strict';
import test from 'node:test';
import { Boxes } from '../../../../webapp/console/boxes.js';
import { choices, covers, matching, step } from '../../../../webapp/console/transfer/targets.js';

const ORDERS = { id: '100', name: 'Orders', site: 'demo' };
const PLANTS = { id: '101', name: 'Pflänzchen', site: 'demo' };
const ABROAD = { id: '102', name: 'Abroad', site: 'other' };
const ADA = { id: '1', name: 'Ada', status: 'online', administrator: true };
const BEN = { id: '2', name: 'Ben Öz', status: 'online', departments: ['100'] };
const CHLOE = { id: '3', name: 'Chloe', status: 'away', departments: ['101'] };
const DAN = { id: '4', name: 'Dan', status: 'online' };

/** @param {object} [more] @returns {any} */
const item = more => ({ conversation: 'c', site: { key: 'demo', name: 'Demo' }, ...more });

function house() {
  const boxes = new Boxes();
  boxes.apply({ type: 'welcome', agent: ADA, epoch: 'e' });
  boxes.apply({
    type: 'inbox', whole: true, items: [], counters: { unassigned: 0, all: 5, mine: { 1: 1, 2: 3, 4: 1 } },
    agents: [ADA, BEN, CHLOE, DAN], departments: [ORDERS, PLANTS, ABROAD],
  });
  return boxes;
}

test('departments of the site come first, then colleagues who can take it, the least busy on top', () => {
  const all = choices(house(), item());
  assert.deepEqual(all.map(one => [one.name, one.able, one.online, one.load]), [
    ['Orders', true, 1, 0], ['Pflänzchen', true, 0, 0], ['Dan', true, 0, 1], ['Ben Öz', true, 0, 3], ['Chloe', false, 0, 0],
  ]);
});

test('neither where it is nor who has it nor who may not see it is offered', () => {
  const all = choices(house(), item({ department: { id: '100', name: 'Orders' }, owner: { id: '4', name: 'Dan' } }));
  assert.deepEqual(all.map(one => one.name), ['Pflänzchen', 'Ben Öz']);
});

test('the rule is the server\'s: administrators, members, and who is in no department of the site', () => {
  const ours = [ORDERS, PLANTS];
  assert.equal(covers(ADA, '101', ours), true);
  assert.equal(covers(BEN, '100', ours), true);
  assert.equal(covers(BEN, '101', ours), false);
  assert.equal(covers(BEN, undefined, ours), true);
  assert.equal(covers(DAN, '101', ours), true);
  assert.equal(covers({ ...DAN, departments: ['102'] }, '101', ours), true);
});

test('names are found by how their words begin, without accents and capitals', () => {
  const all = choices(house(), item());
  assert.deepEqual(matching(all, 'pflan').map(one => one.name), ['Pflänzchen']);
  assert.deepEqual(matching(all, 'oz BEN').map(one => one.name), ['Ben Öz']);
  assert.deepEqual(matching(all, 'en'), []);
  assert.equal(matching(all, '  ').length, all.length);
});

test('keys step over who takes nothing, and round the ends', () => {
  const all = choices(house(), item());
  assert.equal(step(all, undefined, 1)?.name, 'Orders');
  assert.equal(step(all, all[3], 1)?.name, 'Orders');
  assert.equal(step(all, all[0], -1)?.name, 'Ben Öz');
  assert.equal(step([all[4]], undefined, 1), undefined);
});
