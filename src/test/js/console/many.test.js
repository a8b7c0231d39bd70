import assert from 'node:assert/strict';
import test from 'node:test';
import { Boxes } from '../../../../webapp/console/boxes.js';
import { Many } from '../../../../webapp/console/many.js';
import { Selection } from '../../../../webapp/console/selection.js';

const ADA = { id: '1', name: 'Ada' };
const BO = { id: '2', name: 'Bo' };
/** @param {string} conversation @param {object} [more] @returns {any} */
const item = (conversation, more = {}) => ({
  conversation, site: { key: 'd', name: 'D' }, visitor: { id: 'v' }, status: 'open', seq: 1, unread: 0, startedAt: '2026-11-21T09:00:00.000Z', ...more,
});

/** @param {any[]} items */
function set(items) {
  const boxes = new Boxes();
  boxes.apply({ type: 'welcome', agent: { ...ADA, role: 'agent' } });
  boxes.apply({ type: 'inbox', whole: true, items });
  const state = {
    opened: /** @type {string[]} */ ([]), sent: /** @type {Frame[]} */ ([]), told: /** @type {{text: string, undo?: () => void}[]} */ ([]),
    timers: /** @type {(() => void)[]} */ ([]),
  };
  const many = new Many({
    boxes, open: id => { state.opened.push(id); return false; }, send: frame => state.sent.push(frame) > 0,
    timer: run => { state.timers.push(run); return () => { state.timers = state.timers.filter(one => one !== run); }; },
    tell: (text, undo) => { state.told.push({ text, undo }); return () => {}; }, changed: () => {},
  });
  /** @param {string} conversation @param {string} type */
  const hear = (conversation, type) => many.bulk.apply({ type, conversation, by: { kind: 'agent', ...ADA } });
  return { many, state, hear, tick: () => state.timers.splice(0).forEach(run => run()) };
}

test('rows are selected one by one, by range, and only as long as they are to be seen', () => {
  const selection = new Selection();
  selection.toggle('b');
  selection.reach('d', ['a', 'b', 'c', 'd', 'e']);
  assert.deepEqual(selection.ids(), ['b', 'c', 'd']);
  selection.toggle('c');
  selection.reach('x', ['a']);
  assert.deepEqual(selection.ids(), ['b', 'd', 'x']);
  selection.keep(new Set(['d', 'e']));
  assert.deepEqual(selection.ids(), ['d']);
  selection.clear();
  assert.equal(selection.size, 0);
});

test('only what is possible is done with each', () => {
  const { many } = set([item('mine', { owner: ADA }), item('his', { owner: BO }), item('free'), item('over', { status: 'closed' })]);
  many.selection.all(['mine', 'his', 'free', 'over', 'gone']);
  assert.deepEqual(many.fit('claim'), ['free']);
  assert.deepEqual(many.fit('release'), ['mine']);
  assert.deepEqual(many.fit('close'), ['mine', 'free']);
});

test('closing many waits for an undo, which selects them again', () => {
  const { many, state, tick } = set([item('a'), item('b')]);
  many.selection.all(['a', 'b']);
  many.start('close');
  assert.equal(many.kind('a'), 'close');
  assert.equal(many.selection.size, 0);
  assert.deepEqual(state.opened, []);
  state.told[0].undo?.();
  tick();
  assert.deepEqual(state.opened, []);
  assert.deepEqual(many.selection.ids(), ['a', 'b']);
  assert.equal(many.kind('a'), undefined);
});

test('a few are done at a time, each when it is live, and the progress is told', () => {
  const ids = ['a', 'b', 'c', 'd', 'e'];
  const { many, state, hear } = set(ids.map(id => item(id)));
  many.selection.all(ids);
  many.start('claim');
  assert.deepEqual(state.opened, ['a', 'b', 'c']);
  hear('a', 'claimed');
  assert.deepEqual(state.sent, []);
  hear('a', 'live');
  hear('a', 'claimed');
  assert.deepEqual(state.opened, ['a', 'b', 'c', 'd']);
  assert.deepEqual(many.bulk.progress, { done: 1, total: 5 });
  for (const id of ['b', 'c', 'd', 'e']) {
    hear(id, 'live');
    hear(id, 'claimed');
  }
  assert.equal(many.bulk.progress, null);
  assert.equal(state.sent.length, 5);
  const { text, undo } = state.told[0];
  assert.match(text, /5 more/);
  undo?.();
  assert.equal(many.kind('e'), 'release');
});

test('what is refused is counted, what is only too fast is asked again, and a lost line asks with the same ref', () => {
  const { many, state, hear, tick } = set([item('a'), item('b')]);
  many.selection.all(['a', 'b']);
  many.start('claim');
  hear('a', 'live');
  hear('b', 'live');
  const [first, second] = state.sent;
  assert.equal(many.bulk.apply({ type: 'refused', of: 'claim', conversation: 'a', ref: first.ref, reason: 'taken' }), true);
  many.bulk.apply({ type: 'refused', of: 'claim', ref: second.ref, reason: 'too-fast', retryAfter: 2 });
  assert.equal(state.sent.length, 2);
  tick();
  assert.equal(state.sent.length, 3);
  many.bulk.lost();
  hear('b', 'live');
  assert.deepEqual(state.sent.slice(2).map(frame => frame.ref), [second.ref, second.ref]);
  hear('b', 'claimed');
  assert.equal(many.bulk.progress, null);
  assert.equal(state.told.length, 2);
});
