import test from 'node:test';
import assert from 'node:assert/strict';
import { createUploads, canRetry } from '../../../../webapp/shared/files/uploads.js';

const told = { id: 'i', name: 'pot.jpg', size: 5, type: 'image/jpeg' };
/** @param {string} name @param {number} [size] @returns {any} */
const file = (name, size = 5) => ({ name, size });
const turn = () => new Promise(go => setTimeout(go, 0));

/** A server that is answered by hand. @param {Partial<Parameters<typeof createUploads>[0]>} [more] */
function desk(more = {}) {
  /** @type {{name: string, answer: (status: number, body?: any) => Promise<void>, progress: (share: number) => void, stopped: boolean}[]} */
  const runs = [];
  const uploads = createUploads({
    limits: () => ({ size: 100, count: 3 }), changed: () => {}, pause: () => 0, ...more,
    send(sent, progress) {
      /** @type {(answer: any) => void} */ let settle = () => {};
      const done = new Promise(resolve => { settle = resolve; });
      const run = { name: sent.name, progress, stopped: false, answer: async (/** @type {number} */ status, body = told) => { settle({ status, told: body }); await turn(); await turn(); } };
      runs.push(run);
      return { done, stop: () => { run.stopped = true; } };
    },
  });
  return { uploads, runs };
}

test('two files go at a time, and what the server said of each goes with the message', async () => {
  const { uploads, runs } = desk();
  assert.equal(uploads.add([file('a'), file('b'), file('c')]), 0);
  assert.deepEqual(runs.map(run => run.name), ['a', 'b']);
  runs[0].progress(0.5);
  assert.equal(uploads.items[0].share, 0.5);
  for (const at of [0, 1, 2]) await runs[at].answer(201, { ...told, id: `id-${at}` });
  assert.ok(uploads.isReady);
  assert.deepEqual(uploads.take().map(one => one.id), ['id-0', 'id-1', 'id-2']);
  assert.equal(uploads.items.length, 0);
});

test('more than a message may carry are left out, and said how many', () => {
  const { uploads } = desk();
  assert.equal(uploads.add([file('a'), file('b'), file('c'), file('d'), file('e')]), 2);
  assert.equal(uploads.items.length, 3);
});

test('what is too large or empty is not sent at all', () => {
  const { uploads, runs } = desk();
  uploads.add([file('large', 101), file('empty', 0)]);
  assert.deepEqual(uploads.items.map(item => [item.state, item.reason, canRetry(item)]), [['failed', 'too-large', false], ['failed', 'empty', false]]);
  assert.equal(runs.length, 0);
});

test('what did not get through is tried again by itself', async () => {
  const { uploads, runs } = desk();
  uploads.add([file('a')]);
  await runs[0].answer(0, null);
  await new Promise(go => setTimeout(go, 5));
  assert.equal(runs.length, 2);
  await runs[1].answer(201);
  assert.ok(uploads.isReady);
});

test('a refusal stays with its reason, and may be tried again where that can help', async () => {
  const { uploads, runs } = desk();
  uploads.add([file('a'), file('b')]);
  await runs[0].answer(415, { reason: 'bad-type' });
  await runs[1].answer(507, { reason: 'no-room' });
  assert.deepEqual(uploads.items.map(item => [item.reason, canRetry(item)]), [['bad-type', false], ['no-room', true]]);
  assert.ok(uploads.hasFailed);
  uploads.retry(uploads.items[1].key);
  assert.equal(runs.length, 3);
  uploads.drop(uploads.items[0].key);
  await runs[2].answer(201);
  assert.ok(uploads.isReady && !uploads.hasFailed);
});

test('cancelling stops what is under way, and its answer is nobody\'s', async () => {
  const { uploads, runs } = desk();
  uploads.add([file('a')]);
  uploads.drop(uploads.items[0].key);
  assert.ok(runs[0].stopped);
  await runs[0].answer(201);
  assert.equal(uploads.items.length, 0);
});

test('nothing goes before the server knows who sends', async () => {
  let known = false;
  const { uploads, runs } = desk({ ready: () => known });
  uploads.add([file('a')]);
  assert.equal(runs.length, 0);
  known = true;
  await new Promise(go => setTimeout(go, 450));
  assert.equal(runs.length, 1);
  uploads.clear();
});
