import assert from 'node:assert/strict';
import test from 'node:test';
import { Boxes } from '../../../../webapp/console/boxes.js';
import { eventText } from '../../../../webapp/console/messageview.js';
import { Parting } from '../../../../webapp/console/parting.js';

const ADA = { id: '1', name: 'Ada' };
const BO = { id: '2', name: 'Bo' };
/** @param {string} conversation @param {object} [more] @returns {any} */
const item = (conversation, more = {}) => ({
  conversation, site: { key: 'd', name: 'D' }, visitor: { id: 'v' }, status: 'open', seq: 1, unread: 0, startedAt: '2026-11-21T09:00:00.000Z', owner: ADA, ...more,
});

function set() {
  const boxes = new Boxes();
  const sent = /** @type {Frame[]} */ ([]);
  const told = /** @type {{text: string, undo?: () => void}[]} */ ([]);
  const parting = new Parting({ knows: () => true,
    boxes, send: frame => sent.push(frame) > 0, tell: (text, undo) => told.push({ text, undo }),
    claim: ids => void sent.push({ type: 'claim', ids }),
  });
  /** @param {Frame} frame */
  const hear = frame => {
    boxes.apply(frame);
    parting.apply(frame);
  };
  hear({ type: 'welcome', agent: { ...ADA, role: 'agent', status: 'online' } });
  return { parting, sent, told, hear };
}

test('before an agent goes offline he is told what becomes of his conversations', () => {
  const { parting, sent, hear } = set();
  parting.foresee();
  assert.deepEqual(sent, [{ type: 'parting' }]);
  assert.equal(parting.words, '');
  hear({ type: 'parting', queue: 2, keep: 0, give: 1 });
  assert.equal(parting.words, '2 conversations go back to the queue · 1 conversation goes to a colleague, or else to the queue');
});

test('whoever comes back by undo takes what nobody has taken meanwhile', () => {
  const { parting, sent, told, hear } = set();
  hear({ type: 'inbox', whole: true, items: [item('a'), item('b'), item('c', { snoozed: {} }), item('d', { owner: BO }), item('e'), item('f', { owner: BO, joined: [ADA] })] });
  parting.choose('offline');
  assert.deepEqual(sent.map(frame => frame.type), ['parting', 'status']);
  hear({ type: 'parting', queue: 3, keep: 0, give: 0 });
  hear({ type: 'status', status: 'offline' });
  assert.deepEqual(told.map(one => one.text.replace(/[\u2068\u2069]/g, '')), ['You are offline: 3 conversations go back to the queue']);
  hear({ type: 'inbox', whole: false, items: [item('a', { owner: undefined, seq: 2 }), item('b', { owner: BO, seq: 2 }), item('e', { status: 'closed', seq: 2 }), item('f', { owner: undefined, joined: [ADA], seq: 2 })] });
  sent.length = 0;
  told[0].undo?.();
  assert.deepEqual(sent, [{ type: 'status', status: 'online' }, { type: 'claim', ids: ['a'] }]);
});

test('nothing is said where he had nothing, or goes nowhere', () => {
  const { parting, sent, told, hear } = set();
  parting.choose('offline');
  hear({ type: 'parting', queue: 0, keep: 0, give: 0 });
  hear({ type: 'status', status: 'offline' });
  parting.choose('offline');
  parting.choose('away');
  hear({ type: 'status', status: 'away' });
  assert.equal(told.length, 0);
  assert.deepEqual(sent.map(frame => frame.type), ['parting', 'status', 'status', 'status']);
});

test('the log says that somebody went offline, and who has it now', () => {
  /** @param {object} entry @param {string} me */
  const text = (entry, me) => eventText(/** @type {any} */ ({ by: { kind: 'agent', ...ADA }, why: 'went-offline', ...entry }), /** @type {any} */ ({ me })).replace(/[\u2068\u2069]/g, '');
  const given = { type: 'transferred', agent: BO };
  assert.equal(text({ type: 'released' }, '1'), 'You went offline, the conversation waits in the queue again');
  assert.equal(text({ type: 'released' }, '2'), 'Ada went offline, the conversation waits in the queue again');
  assert.equal(text(given, '1'), 'You went offline, Bo has the conversation now');
  assert.equal(text(given, '2'), 'Ada went offline, you have the conversation now');
  assert.equal(text(given, '3'), 'Ada went offline, Bo has the conversation now');
});
