import test from 'node:test';
import assert from 'node:assert/strict';
import { offered, refOf } from '../../../../webapp/widget/replies/offered.js';
import { createOutbox } from '../../../../webapp/shared/outbox.js';

/** @param {number} seq @param {Record<string, any>} [more] @returns {Entry} */
const entry = (seq, more) => /** @type {any} */ ({ type: 'posted', seq, conversation: 'c-1', at: '2026-11-27T10:00:00.000Z', by: { kind: 'agent', id: '1' }, text: 'Which one?', choices: ['Red', 'Blue'], ...more });
/** @param {Entry[]} entries */
const open = entries => ({ entries, status: 'open' });

test('the last word is what can be answered, also when something that is no word came behind it', () => {
  assert.equal(offered(open([entry(1)]), [])?.seq, 1);
  assert.equal(offered(open([entry(1), entry(2, { type: 'claimed', choices: undefined })]), [])?.seq, 1);
  assert.equal(offered(open([entry(1), entry(2)]), [])?.seq, 2);
});

test('once anything was said after it, or is on its way, nothing is offered', () => {
  assert.equal(offered(open([entry(1), entry(2, { choices: undefined })]), []), null);
  assert.equal(offered(open([entry(1), entry(2, { by: { kind: 'visitor', id: 'v' }, choices: undefined })]), []), null);
  assert.equal(offered(open([entry(1)]), [{}]), null);
  assert.equal(offered({ entries: [entry(1)], status: 'closed' }, []), null);
});

test('a message that was edited or taken back offers nothing, and nobody but agents does', () => {
  for (const more of [{ edited: '2026-11-27T10:00:00.000Z' }, { removed: true }, { by: { kind: 'visitor', id: 'v' } }, { choices: [] }]) assert.equal(offered(open([entry(1, more)]), []), null);
});

test('a press in any tab is the same message to the server', () => {
  const ref = refOf(entry(12, { conversation: 'c-9hZKJ2qDCk0cAqkJm3Xy1g' }));
  assert.match(ref, /^[A-Za-z0-9_-]{8,64}$/);
  const store = { getItem: () => null, setItem() {}, removeItem() {} };
  const outbox = createOutbox({ send: () => true, store });
  assert.equal(outbox.post({ text: 'Red', ref }).frame.ref, ref);
  assert.equal(outbox.items[0].ref, ref);
  outbox.clear();
});
