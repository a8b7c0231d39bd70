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
    timers: /** @type {(() => void)[]} */ ([]), owners: /** @type {Record<string, {id: string} | undefined>} */ ({}),
  };
  const many = new Many({
    boxes, open: id => { state.opened.push(id); return false; }, ownerOf: id => state.owners[id], send: frame => state.sent.push(frame) > 0,
    timer: run => { state.timers.push(run); return () => { state.timers = state.timers.filter(one => one !== run); }; },
    tell: (text, undo) => { state.told.push({ text, undo }); return () => {}; }, changed: () => {},
  });
  /** @param {string} conversation @param {string} type @param {object} [more] */
  const hear = (conversation, type, more = {}) => many.bulk.apply({ type, conversation, by: { kind: 'agent', ...ADA }, ...more });
  return { many, boxes, state, hear, tick: () => state.timers.splice(0).forEach(run => run()) };
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

test('what a colleague does meanwhile is not counted as mine, and its refusal belongs to the report', () => {
  const { many, state, hear } = set([item('a'), item('b')]);
  many.selection.all(['a', 'b']);
  many.start('claim');
  hear('a', 'live');
  hear('b', 'live');
  hear('a', 'claimed', { by: { kind: 'agent', ...BO } });
  assert.deepEqual(many.bulk.progress, { done: 0, total: 2 });
  assert.equal(many.bulk.apply({ type: 'refused', of: 'claim', conversation: 'a', ref: state.sent[0].ref, reason: 'taken', by: BO }), true);
  hear('b', 'claimed');
  assert.equal(many.bulk.progress, null);
  const [failed, done] = state.told;
  assert.match(failed.text, /^1 conversation stays/);
  assert.match(done.text, /1 more conversation$/);
  done.undo?.();
  assert.equal(many.kind('a'), undefined);
  assert.equal(many.kind('b'), 'release');
});

test('what was mine already when it was asked for is done', () => {
  const { many, state, hear } = set([item('a')]);
  many.selection.all(['a']);
  many.start('claim');
  hear('a', 'live');
  hear('a', 'live');
  assert.notEqual(many.bulk.progress, null);
  state.owners.a = ADA;
  hear('a', 'live');
  assert.equal(many.bulk.progress, null);
  assert.equal(state.sent.length, 1);
});

test('two ways at once are told apart', () => {
  const { many, state, hear, tick } = set([item('a'), item('b', { owner: ADA }), item('c', { owner: ADA })]);
  many.selection.all(['b', 'c']);
  many.start('close');
  tick();
  many.selection.all(['a']);
  many.start('claim');
  for (const id of ['a', 'b', 'c']) hear(id, 'live');
  hear('a', 'claimed');
  assert.deepEqual(many.bulk.progress, { done: 1, total: 3 });
  hear('b', 'closed');
  hear('c', 'closed');
  assert.equal(many.bulk.progress, null);
  assert.deepEqual(state.told.map(told => told.text).filter(text => /more/.test(text)), ['You have 1 more conversation']);
});

test('many are snoozed after a moment in which that can be undone', () => {
  const { many, state, hear, tick } = set([item('mine', { owner: ADA }), item('his', { owner: BO }), item('free'), item('over', { status: 'closed' })]);
  many.selection.all(['mine', 'his', 'free', 'over']);
  const until = '2026-11-23T09:00:00.000Z';
  many.start('snooze', { until });
  assert.match(state.told[0].text, /Snoozed: 2/);
  assert.equal(many.kind('mine'), 'snooze');
  state.told[0].undo?.();
  assert.deepEqual(many.selection.ids(), ['mine', 'free']);
  many.start('snooze', { until });
  tick();
  hear('mine', 'live');
  hear('free', 'live');
  assert.deepEqual(state.sent.map(({ ref, ...frame }) => frame), ['mine', 'free'].map(conversation => ({ type: 'snooze', conversation, until })));
  hear('mine', 'snoozed');
  hear('free', 'snoozed');
  assert.equal(many.bulk.progress, null);
});

test('a label is put on all that have it not, who stay selected, and taken off again by an undo', () => {
  const { many, boxes, state, hear } = set([item('a'), item('b', { labels: ['7'] }), item('c', { status: 'closed' })]);
  const label = { id: '7', name: 'Billing', colour: 'red' };
  boxes.apply({ type: 'inbox', whole: false, items: [], labels: [label] });
  many.selection.all(['a', 'b', 'c', 'gone']);
  many.label(many.selection.ids(), '7', true);
  assert.equal(many.selection.size, 4);
  assert.deepEqual(boxes.get('a')?.labels, ['7']);
  assert.deepEqual(state.opened, ['a', 'c']);
  hear('a', 'live');
  hear('c', 'live');
  assert.deepEqual(state.sent.map(({ ref, ...frame }) => frame), ['a', 'c'].map(conversation => ({ type: 'label', conversation, label: '7', on: true })));
  hear('a', 'labelled', { label: { id: '8', name: 'Other' }, on: true });
  hear('a', 'labelled', { label: { id: '7', name: 'Billing' }, on: true });
  many.bulk.apply({ type: 'refused', of: 'label', conversation: 'c', ref: state.sent[1].ref, reason: 'too-many' });
  assert.equal(many.bulk.progress, null);
  assert.deepEqual(boxes.get('c')?.labels, []);
  assert.match(state.told[0].text, /^Not labelled.*: 1$/);
  assert.match(state.told[1].text, /Billing.*: 1$/);
  state.told[1].undo?.();
  assert.deepEqual(boxes.get('a')?.labels, []);
  hear('a', 'live');
  hear('a', 'labelled', { label: { id: '7', name: 'Billing' }, on: false });
  assert.equal(many.bulk.progress, null);
  assert.match(state.told[2].text, /taken off: 1$/);
});

test('several labels are put on the same conversations at once', () => {
  const { many, state, hear } = set([item('a')]);
  many.label(['a'], '7', true);
  many.label(['a'], '8', true);
  hear('a', 'live');
  assert.deepEqual(state.sent.map(frame => frame.label), ['7', '8']);
  hear('a', 'labelled', { label: { id: '8', name: 'Two' }, on: true });
  assert.deepEqual(many.bulk.progress, { done: 1, total: 2 });
  hear('a', 'labelled', { label: { id: '7', name: 'One' }, on: true });
  assert.equal(many.bulk.progress, null);
});
