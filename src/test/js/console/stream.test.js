import assert from 'node:assert/strict';
import test from 'node:test';
import { deflateRawSync } from 'node:zlib';
import { bytesOf, inflated, unpacked } from '../../../../webapp/console/assist/pieces.js';
import { createRate } from '../../../../webapp/console/assist/rate.js';
import { createReader, PATIENCE } from '../../../../webapp/console/assist/stream.js';

/** @param {unknown} content */
const packed = content => deflateRawSync(JSON.stringify(content)).toString('base64url');

/** A reader whose clock stands still until it is moved. */
function room(unpack = unpacked) {
  const state = { at: 10_000, asked: 0, batches: /** @type {any[]} */ ([]) };
  const reader = createReader({
    unpack, now: () => state.at,
    ask: () => { state.asked++; },
    batch: (content, fresh) => state.batches.push([content, fresh]),
  });
  /** @param {string} stream @param {number} n @param {string} data @param {boolean} [more] */
  const take = (stream, n, data, more) => reader.take({ type: 'assist', about: 'page', stream, n, data, ...(more ? { more } : {}) });
  return { reader, state, take };
}

test('pieces become batches, each complete and in order', async () => {
  const { reader, state, take } = room();
  const first = packed({ events: ['Bärn, 東京'] });
  take('a', 1, first.slice(0, 7), true);
  assert.equal(reader.busy, true);
  take('a', 2, first.slice(7));
  assert.equal(reader.busy, false);
  take('a', 3, packed({ state: 'fine' }));
  await reader.settled();
  assert.deepEqual(state.batches, [[{ events: ['Bärn, 東京'] }, true], [{ state: 'fine' }, false]]);
  assert.equal(state.asked, 0);
});

test('a gap asks for a new picture and lets the rest of the stream go', async () => {
  const { reader, state, take } = room();
  take('a', 1, packed(1));
  await reader.settled();
  take('a', 3, packed(3));
  take('a', 4, packed(4));
  await reader.settled();
  assert.equal(state.asked, 1);
  take('b', 1, packed(5));
  await reader.settled();
  assert.deepEqual(state.batches, [[1, true], [5, true]]);
});

test('what belongs to a stream that is over changes nothing', async () => {
  const { reader, state, take } = room();
  take('a', 1, packed(1));
  take('b', 1, packed(2));
  take('a', 2, packed(3));
  take('a', 1, packed(4));
  take('b', 1, packed(5));
  await reader.settled();
  assert.deepEqual(state.batches.at(-1), [2, true]);
  assert.equal(state.asked, 0);
});

test('a stream whose beginning was missed is not read', async () => {
  const { reader, state, take } = room();
  take('a', 7, packed(1));
  await reader.settled();
  assert.deepEqual([state.batches.length, state.asked], [0, 1]);
});

test('a new picture is not asked for more than once in two seconds', () => {
  const { reader, state, take } = room();
  take('a', 5, 'x');
  take('b', 5, 'x');
  reader.wanted();
  assert.equal(state.asked, 1);
  state.at += PATIENCE;
  reader.wanted();
  assert.equal(state.asked, 2);
});

test('what cannot be unpacked ends the stream', async () => {
  const { reader, state, take } = room();
  take('a', 1, 'AAAA');
  await reader.settled();
  take('a', 2, packed(2));
  await reader.settled();
  assert.deepEqual([state.batches.length, state.asked], [0, 1]);
});

test('a batch without an end is given up', async () => {
  const { reader, state, take } = room();
  for (let n = 1; n <= 520; n++) take('a', n, 'A'.repeat(16_000), true);
  await reader.settled();
  assert.deepEqual([state.batches.length, state.asked], [0, 1]);
});

test('malformed frames are not read', async () => {
  const { reader, state } = room();
  for (const more of [{}, { stream: 1, n: 1, data: '' }, { stream: 'a', n: 1.5, data: '' }, { stream: 'a', n: 1, data: {} }]) {
    reader.take(/** @type {any} */ ({ type: 'assist', about: 'page', ...more }));
  }
  await reader.settled();
  assert.deepEqual([state.batches.length, state.asked], [0, 0]);
});

test('a batch that was under way when everything was forgotten is not shown', async () => {
  /** @type {(content: any) => void} */
  let open = () => {};
  const { reader, state, take } = room(() => new Promise(resolve => { open = resolve; }));
  take('a', 1, 'x');
  await Promise.resolve();
  reader.reset();
  open({ events: [] });
  await reader.settled();
  assert.equal(state.batches.length, 0);
});

test('a stored block is inflated like any other', async () => {
  const text = JSON.stringify({ state: 'fine' });
  const body = new TextEncoder().encode(text);
  const stored = [1, body.length & 255, body.length >> 8, ~body.length & 255, (~body.length >> 8) & 255, ...body];
  assert.deepEqual(await unpacked(Buffer.from(stored).toString('base64url')), { state: 'fine' });
});

test('little text that would become very much is not inflated', async () => {
  const bomb = deflateRawSync('a'.repeat(2_000_000));
  await assert.rejects(inflated(bytesOf(bomb.toString('base64url')), 1_000_000), /too large/);
});

test('only base64url is read', () => {
  assert.throws(() => bytesOf('AA+/'));
  assert.deepEqual([...bytesOf('-_8')], [251, 255]);
});

test('too much for three seconds in a row is too much, a short burst is not', () => {
  let at = 0;
  const rate = createRate({ now: () => at });
  assert.equal(rate.add(50_000), false);
  at = 1000;
  assert.equal(rate.add(10), false);
  at = 2000;
  assert.equal(rate.add(3001), false);
  at = 3000;
  assert.equal(rate.add(3001), false);
  at = 4000;
  assert.equal(rate.add(3000), false);
  assert.equal(rate.add(1), true);
});

test('a pause begins the count anew', () => {
  let at = 0;
  const rate = createRate({ now: () => at });
  for (const second of [0, 1, 3, 4]) {
    at = second * 1000;
    assert.equal(rate.add(5000), false, `${second}`);
  }
});
