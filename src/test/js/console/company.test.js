import assert from 'node:assert/strict';
import test from 'node:test';
import { company, isMine } from '../../../../webapp/console/company.js';

const ADA = { id: '1', name: 'Ada' };
const BO = { id: '2', name: 'Bo' };
const CLEO = { id: '3', name: 'Cleo' };
/** @param {object} more @returns {any} */
const item = more => ({ conversation: 'c', seq: 5, owner: ADA, ...more });
/** @param {number} seq @param {string} type @param {object} by @param {object} [more] @returns {any} */
const entry = (seq, type, by, more = {}) => ({ type, seq, by: { kind: 'agent', ...by }, ...more });
/** @param {any[]} entries */
const live = (...entries) => ({ live: true, entries });
/** @param {any} summary @param {any} [transcript] */
const names = (summary, transcript) => company(summary, transcript).map(one => one.name);

test('the list tells who is beside the owner, and the log what is newer', () => {
  assert.deepEqual(names(undefined), []);
  assert.deepEqual(names(item({})), []);
  assert.deepEqual(names(item({ joined: [BO] })), ['Bo']);
  assert.deepEqual(names(item({ joined: [BO] }), live(entry(4, 'left', BO), entry(6, 'joined', CLEO))), ['Bo', 'Cleo']);
  assert.deepEqual(names(item({ joined: [BO, CLEO] }), live(entry(6, 'left', BO))), ['Cleo']);
  assert.deepEqual(names(item({ joined: [BO] }), { live: false, entries: [entry(6, 'left', BO)] }), ['Bo']);
});

test('who gets it is not beside it, and what is over or elsewhere has nobody', () => {
  const both = item({ joined: [BO, CLEO] });
  assert.deepEqual(names(both, live(entry(6, 'claimed', BO))), ['Cleo']);
  assert.deepEqual(names(both, live(entry(6, 'transferred', ADA, { agent: CLEO }))), ['Bo']);
  assert.deepEqual(names(both, live(entry(6, 'transferred', ADA, { department: { id: '9', name: 'Orders' } }))), []);
  assert.deepEqual(names(both, live(entry(6, 'closed', ADA))), []);
  assert.deepEqual(names(both, live(entry(6, 'released', ADA), entry(7, 'posted', BO))), ['Bo', 'Cleo']);
});

test('mine is what I have and what I joined', () => {
  assert.equal(isMine(item({}), '1'), true);
  assert.equal(isMine(item({ joined: [BO] }), '2'), true);
  assert.equal(isMine(item({ joined: [BO] }), '3'), false);
  assert.equal(isMine(item({ owner: undefined }), undefined), false);
});
