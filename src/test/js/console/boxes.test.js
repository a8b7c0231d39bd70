import assert from 'node:assert/strict';
import test from 'node:test';
import { Boxes } from '../../../../webapp/console/boxes.js';

const ADA = { id: '1', name: 'Ada' };
const BO = { id: '2', name: 'Bo' };

/** @param {string} conversation @param {object} [more] @returns {any} */
const item = (conversation, more = {}) => ({
  conversation, site: { key: 'demo', name: 'Demo' }, visitor: { id: `v-${conversation}` }, status: 'open', seq: 1, unread: 0,
  startedAt: '2026-11-21T09:00:00.000Z', ...more,
});

/** @param {any[]} items */
function boxesWith(items) {
  const boxes = new Boxes();
  boxes.apply({ type: 'welcome', agent: { ...ADA, role: 'agent', status: 'online' }, epoch: 'e' });
  boxes.apply({ type: 'inbox', whole: true, items });
  return boxes;
}

/** @param {Boxes} boxes @param {any} box @param {any} [order] */
const ids = (boxes, box, order) => boxes.list(box, order).map(one => one.conversation);

test('a conversation is in the box of its owner, and in all', () => {
  const boxes = boxesWith([item('a', { owner: ADA }), item('b', { owner: BO }), item('c')]);
  assert.deepEqual(ids(boxes, 'mine'), ['a']);
  assert.deepEqual(ids(boxes, 'unassigned'), ['c']);
  assert.deepEqual(ids(boxes, 'all').sort(), ['a', 'b', 'c']);
  assert.deepEqual(boxes.counters(), { mine: 1, unassigned: 1, all: 3, snoozed: 0 });
});

test('the server counts also what is not listed', () => {
  const boxes = boxesWith([item('a', { owner: ADA })]);
  boxes.apply({ type: 'inbox', whole: false, items: [], counters: { unassigned: 7, all: 1207, mine: { 1: 3, 2: 9 } } });
  assert.deepEqual(boxes.counters(), { mine: 3, unassigned: 7, all: 1207, snoozed: 0 });
});

test('what I joined is among mine, and no load of mine', () => {
  const boxes = boxesWith([item('a', { owner: ADA }), item('b', { owner: BO, joined: [ADA] }), item('c', { owner: BO })]);
  assert.deepEqual(ids(boxes, 'mine').sort(), ['a', 'b']);
  boxes.apply({ type: 'inbox', whole: false, items: [], counters: { unassigned: 0, all: 3, mine: { 1: 1, 2: 2 }, joined: { 1: 1 } } });
  assert.equal(boxes.counters().mine, 2);
  assert.equal(boxes.load('1'), 1);
});

test('who waits longest is on top, then what happened last', () => {
  const boxes = boxesWith([
    item('calm', { last: { seq: 1, at: '2026-11-21T09:50:00.000Z', by: 'agent', text: '' } }),
    item('late', { waitingSince: '2026-11-21T09:10:00.000Z' }),
    item('latest', { waitingSince: '2026-11-21T09:05:00.000Z' }),
    item('quiet', { last: { seq: 1, at: '2026-11-21T09:40:00.000Z', by: 'agent', text: '' } }),
  ]);
  assert.deepEqual(ids(boxes, 'all'), ['latest', 'late', 'calm', 'quiet']);
  assert.deepEqual(ids(boxes, 'all', 'recent').slice(0, 2), ['calm', 'quiet']);
});

test('a change moves a conversation between boxes', () => {
  const boxes = boxesWith([item('a')]);
  boxes.apply({ type: 'inbox', whole: false, items: [item('a', { seq: 2, owner: ADA })] });
  assert.deepEqual(ids(boxes, 'mine'), ['a']);
  boxes.apply({ type: 'inbox', whole: false, items: [item('a', { seq: 3, owner: ADA, status: 'closed' })] });
  assert.deepEqual(ids(boxes, 'mine'), []);
  assert.deepEqual(ids(boxes, 'closed'), ['a']);
});

test('a whole list after a break forgets what was closed meanwhile, but not what was listed as closed', () => {
  const boxes = boxesWith([item('a'), item('b')]);
  boxes.apply({ type: 'listed', box: 'closed', items: [item('z', { status: 'closed' })], next: 'n' });
  boxes.apply({ type: 'inbox', whole: true, items: [item('b', { seq: 2 })] });
  assert.deepEqual(ids(boxes, 'all'), ['b']);
  assert.deepEqual(ids(boxes, 'closed'), ['z']);
  assert.equal(boxes.next, 'n');
});

test('an older summary does not overwrite a newer one', () => {
  const boxes = boxesWith([item('a', { seq: 5, unread: 2 })]);
  boxes.apply({ type: 'listed', box: 'all', items: [item('a', { seq: 4, unread: 9 })] });
  assert.equal(boxes.get('a')?.unread, 2);
});

test('the first list rings no bell, later changes are told with what was before', () => {
  const boxes = new Boxes();
  boxes.apply({ type: 'welcome', agent: ADA });
  assert.deepEqual(boxes.apply({ type: 'inbox', whole: true, items: [item('a', { unread: 1 })] }), []);
  const changes = boxes.apply({ type: 'inbox', whole: false, items: [item('a', { seq: 2, unread: 2 }), item('n', { unread: 1 })] });
  assert.equal(changes[0].before?.unread, 1);
  assert.equal(changes[1].before, undefined);
});

test('unread counts what is mine or nobodys, not the work of others', () => {
  const boxes = boxesWith([item('a', { owner: ADA, unread: 2 }), item('b', { owner: BO, unread: 5 }), item('c', { unread: 1 })]);
  assert.equal(boxes.unread(), 3);
});

test('a summary that reports other read marks at the same seq is taken', () => {
  const boxes = boxesWith([item('a', { seq: 5, unread: 2 })]);
  boxes.apply({ type: 'inbox', whole: false, items: [item('a', { seq: 5, unread: 0, visitor: { id: 'v', online: true } })] });
  assert.equal(boxes.get('a')?.visitor.online, true);
});

test('what is snoozed is in no other box, and who comes back first is on top', () => {
  const until = (/** @type {string} */ at) => ({ snoozed: { since: '2026-11-21T09:00:00.000Z', ...(at ? { until: at } : {}) } });
  const boxes = boxesWith([item('a', { owner: ADA, ...until('') }), item('b', until('2026-11-23T09:00:00.000Z')), item('c', until('2026-11-22T09:00:00.000Z')), item('d', { owner: ADA })]);
  assert.deepEqual(ids(boxes, 'snoozed'), ['c', 'b', 'a']);
  assert.deepEqual(ids(boxes, 'all'), ['d']);
  assert.deepEqual(ids(boxes, 'mine'), ['d']);
  assert.deepEqual(boxes.counters(), { mine: 1, unassigned: 0, all: 1, snoozed: 3 });
});

test('labels are known by the server’s list, and one that is gone is not shown', () => {
  const boxes = boxesWith([item('a', { labels: ['7', '8'] })]);
  const refund = { id: '7', name: 'Refund', colour: 'red' };
  boxes.apply({ type: 'inbox', whole: false, items: [], labels: [refund] });
  const a = /** @type {any} */ (boxes.get('a'));
  assert.deepEqual(boxes.labelsOf(a), [refund]);
  boxes.label('a', '7', false);
  assert.deepEqual(boxes.get('a')?.labels, ['8']);
  boxes.label('a', '7', true);
  assert.deepEqual(boxes.get('a')?.labels, ['8', '7']);
});

test('what one may not see any more is let go of', () => {
  const boxes = boxesWith([item('a'), item('b', { department: { id: '100', name: 'Orders' } })]);
  boxes.apply({ type: 'inbox', whole: false, items: [], gone: ['a'], counters: { unassigned: 1, all: 1, mine: { 2: 4 } } });
  assert.deepEqual(ids(boxes, 'all'), ['b']);
  assert.equal(boxes.load('2'), 4);
  assert.equal(boxes.load('3'), 0);
});

test('how many I am given at most is known from the welcome, and not where the server does not say', () => {
  const boxes = new Boxes();
  boxes.apply({ type: 'welcome', agent: { id: '1', name: 'Ada' }, capacity: 4 });
  boxes.apply({ type: 'inbox', whole: true, items: [], counters: { mine: { 1: 3 }, unassigned: 0, all: 3 } });
  assert.deepEqual([boxes.load('1'), boxes.capacity], [3, 4]);
  boxes.apply({ type: 'welcome', agent: { id: '1', name: 'Ada' } });
  assert.equal(boxes.capacity, undefined);
});
