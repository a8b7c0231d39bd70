import assert from 'node:assert/strict';
import test from 'node:test';
import { Unsending } from '../../../../webapp/console/unsending.js';
import { createOutbox } from '../../../../webapp/shared/outbox.js';

/** Somebody who says things into a line that can be cut. */
function set() {
  const kept = new Map();
  const state = { online: true, sent: /** @type {Frame[]} */ ([]), back: /** @type {Pending[]} */ ([]), told: /** @type {string[]} */ ([]), timers: /** @type {(() => void)[]} */ ([]), now: 0 };
  const send = (/** @type {Frame} */ frame) => state.online && state.sent.push(frame) > 0;
  const outbox = createOutbox({
    send, patience: 1e9,
    store: { getItem: name => kept.get(name) ?? null, setItem: (name, value) => kept.set(name, value), removeItem: name => kept.delete(name) },
  });
  const unsending = new Unsending({
    send, outbox, now: () => state.now, back: item => state.back.push(item), tell: text => state.told.push(text),
    timer: run => { state.timers.push(run); return () => {}; },
  });
  outbox.ready(true);
  /** @param {Frame} frame */
  const hear = frame => {
    unsending.apply(frame);
    if (frame.of !== 'unsend') outbox.frame(frame);
  };
  const { ref } = outbox.post({ conversation: 'c', text: 'Helo', hold: 10 });
  return { state, outbox, unsending, hear, ref, take: () => state.sent.splice(0) };
}

/** @param {ReturnType<typeof set>} room @param {number} [seconds] */
const held = (room, seconds = 10) => room.hear({ type: 'held', conversation: 'c', ref: room.ref, seconds });
/** @param {ReturnType<typeof set>} room */
const said = room => room.hear({ type: 'posted', conversation: 'c', seq: 5, ref: room.ref, at: '2026-11-21T09:00:00.000Z', text: 'Helo' });

test('what the server holds waits, and says for how long', () => {
  const room = set();
  assert.equal(room.outbox.items[0].state, 'sending');
  held(room);
  room.state.now = 4000;
  assert.equal(room.outbox.items[0].state, 'held');
  assert.deepEqual(room.unsending.time(room.ref), { seconds: 10, gone: 4 });
  said(room);
  assert.equal(room.outbox.items.length, 0);
  assert.equal(room.unsending.time(room.ref), undefined);
  assert.deepEqual(room.state.told, []);
});

test('what is taken back is the agent’s again, and asked for once', () => {
  const room = set();
  held(room);
  room.take();
  room.unsending.takeBack(room.ref);
  room.unsending.takeBack(room.ref);
  assert.deepEqual(room.take(), [{ type: 'unsend', conversation: 'c', ref: room.ref }]);
  assert.equal(room.unsending.last('c'), undefined);
  room.hear({ type: 'unsent', conversation: 'c', ref: room.ref });
  assert.equal(room.outbox.items.length, 0);
  assert.deepEqual(room.state.back.map(item => item.frame.text), ['Helo']);
  assert.deepEqual(room.state.told, []);
});

test('what was not said while the line was down is the agent’s again, and he is told', () => {
  const room = set();
  held(room);
  room.hear({ type: 'unsent', conversation: 'c', ref: room.ref });
  assert.deepEqual(room.state.back.map(item => item.frame.text), ['Helo']);
  assert.deepEqual(room.state.told, ['Not sent.']);
});

test('who is too late hears of it, and the message stays on its way', () => {
  const room = set();
  held(room);
  room.unsending.takeBack(room.ref);
  room.hear({ type: 'refused', of: 'unsend', ref: room.ref, conversation: 'c', reason: 'too-late' });
  assert.equal(room.outbox.items[0].state, 'sending');
  assert.equal(room.state.told.length, 1);
  said(room);
  assert.equal(room.outbox.items.length, 0);
  assert.equal(room.state.told.length, 1);
  room.outbox.clear();
});

test('a message that was said while it was to be taken back is told as such', () => {
  const room = set();
  held(room);
  room.unsending.takeBack(room.ref);
  said(room);
  assert.equal(room.state.told.length, 1);
  assert.deepEqual(room.state.back, []);
});

test('a line that broke meanwhile is no reason to say it', () => {
  const room = set();
  held(room);
  room.state.online = false;
  room.outbox.ready(false);
  room.unsending.takeBack(room.ref);
  room.take();
  room.state.online = true;
  room.outbox.ready(true);
  assert.deepEqual(room.take().map(frame => frame.type), ['post']);
  held(room, 3);
  assert.deepEqual(room.take(), [{ type: 'unsend', conversation: 'c', ref: room.ref }]);
  room.hear({ type: 'unsent', conversation: 'c', ref: room.ref });
  assert.deepEqual(room.state.back.map(item => item.ref), [room.ref]);
});

test('a server that is busy is asked again', () => {
  const room = set();
  held(room);
  room.unsending.takeBack(room.ref);
  room.take();
  room.hear({ type: 'refused', of: 'unsend', ref: room.ref, conversation: 'c', reason: 'busy', retryAfter: 2 });
  room.state.timers.forEach(run => run());
  assert.deepEqual(room.take().map(frame => frame.type), ['unsend']);
  room.outbox.clear();
});
