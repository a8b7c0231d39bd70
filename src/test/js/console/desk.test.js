import assert from 'node:assert/strict';
import test from 'node:test';
import { rings } from '../../../../webapp/console/bell.js';
import { Desk } from '../../../../webapp/console/desk.js';
import { createFollows } from '../../../../webapp/console/follows.js';
import { can, standing } from '../../../../webapp/console/standing.js';
import { createOutbox } from '../../../../webapp/shared/outbox.js';

const ADA = { id: '1', name: 'Ada', role: 'agent', status: 'online' };
const LIN = { kind: 'visitor', id: 'v', name: 'Lin' };
/** @param {object} [more] */
const item = (more = {}) => ({
  conversation: 'c', site: { key: 'd', name: 'D' }, visitor: { id: 'v', name: 'Lin' }, status: 'open', seq: 0, unread: 0,
  startedAt: '2026-11-21T09:00:00.000Z', ...more,
});
/** @param {number} seq @param {object} more @returns {Frame} */
const entry = (seq, more) => ({ type: 'posted', conversation: 'c', seq, at: '2026-11-21T09:00:00.000Z', by: LIN, text: `t${seq}`, ...more });

/** A desk on a line that can be cut. */
function set({ attentive = true } = {}) {
  const kept = new Map();
  const state = {
    online: false, delays: /** @type {number[]} */ ([]), attentive, rang: /** @type {string[]} */ ([]), sent: /** @type {Frame[]} */ ([]), told: /** @type {string[]} */ ([]), timers: /** @type {(() => void)[]} */ ([]), back: /** @type {Pending[]} */ ([]), hold: 0, undo: /** @type {(() => void) | undefined} */ (undefined),
  };
  const desk = new Desk({
    send: frame => state.online && state.sent.push(frame) > 0,
    outbox: send => createOutbox({
      send, patience: 1e9,
      store: { getItem: name => kept.get(name) ?? null, setItem: (name, value) => kept.set(name, value), removeItem: name => kept.delete(name) },
    }),
    now: () => 0,
    timer: (run, delay) => { state.delays.push(delay); state.timers.push(run); return () => { state.timers = state.timers.filter(one => one !== run); }; },
    attentive: () => state.attentive,
    happened: changes => { state.rang.push(...rings(changes, ADA.id, null).map(ring => `${ring.kind} ${ring.conversation}`)); },
    changed: () => {},
    back: message => { state.back.push(message); },
    hold: () => state.hold,
    lost: text => { state.told.push(text); },
    tell: (text, undo) => { state.told.push(text); state.undo = undo; return () => {}; },
  });
  return { desk, state, take: () => state.sent.splice(0), off: () => { state.online = false; desk.lost(); desk.outbox.clear(); } };
}

/** @param {ReturnType<typeof set>} room @param {Frame[]} entries @param {object} [more] */
function opened(room, entries, more = {}) {
  const { desk, state } = room;
  state.online = true;
  desk.apply({ type: 'welcome', agent: ADA, epoch: 'e' });
  desk.apply({ type: 'inbox', whole: true, items: [item(more)] });
  desk.select('c');
  desk.apply({ type: 'opened', conversation: 'c', summary: item(more), visitor: { id: 'v' }, resumed: false, first: 1, last: entries.length });
  entries.forEach(one => desk.apply(one));
  desk.apply({ type: 'live', conversation: 'c', seq: entries.length });
}

test('after a break every followed conversation is asked for what came after what is held', () => {
  const room = set();
  opened(room, [entry(1, {}), entry(2, {})]);
  room.take();
  room.state.online = false;
  room.desk.lost();
  room.state.online = true;
  room.desk.apply({ type: 'welcome', agent: ADA, epoch: 'e' });
  room.desk.apply({ type: 'inbox', whole: true, items: [item()] });
  assert.deepEqual(room.take().filter(frame => frame.type === 'open'), [{ type: 'open', conversation: 'c', after: 2 }]);
  room.desk.outbox.clear();
});

test('another epoch means that nothing held is trusted', () => {
  const room = set();
  opened(room, [entry(1, {})]);
  room.take();
  room.desk.apply({ type: 'welcome', agent: ADA, epoch: 'other' });
  room.desk.apply({ type: 'inbox', whole: true, items: [item()] });
  assert.deepEqual(room.take().filter(frame => frame.type === 'open'), [{ type: 'open', conversation: 'c' }]);
});

test('a gap asks once, and a repeat of what is known changes nothing', () => {
  const room = set();
  opened(room, [entry(1, {})]);
  room.take();
  room.desk.apply(entry(3, {}));
  room.desk.apply(entry(4, {}));
  assert.deepEqual(room.take().filter(frame => frame.type === 'open'), [{ type: 'open', conversation: 'c', after: 1 }]);
  room.desk.apply({ type: 'opened', conversation: 'c', summary: item(), visitor: {}, resumed: true, first: 2, last: 4 });
  for (const seq of [2, 3, 4, 4, 1]) room.desk.apply(entry(seq, {}));
  assert.deepEqual(room.desk.follow?.transcript.entries.map(one => one.seq), [1, 2, 3, 4]);
});

test('a message written without a connection goes out once the conversation is live again', () => {
  const room = set();
  opened(room, [entry(1, {})]);
  room.state.online = false;
  room.desk.lost();
  room.desk.post('Hello Lin');
  room.take();
  room.state.online = true;
  room.desk.apply({ type: 'welcome', agent: ADA, epoch: 'e' });
  room.desk.apply({ type: 'inbox', whole: true, items: [item()] });
  assert.deepEqual(room.take().filter(frame => frame.type === 'post'), []);
  room.desk.apply({ type: 'opened', conversation: 'c', summary: item(), visitor: {}, resumed: true, first: 2, last: 1 });
  room.desk.apply({ type: 'live', conversation: 'c', seq: 1 });
  const posts = room.take().filter(frame => frame.type === 'post');
  assert.deepEqual(posts.map(frame => frame.text), ['Hello Lin']);
  room.desk.apply(entry(2, { by: { kind: 'agent', id: '1', name: 'Ada' }, ref: posts[0].ref }));
  assert.equal(room.desk.outbox.items.length, 0);
});

test('looking at a conversation tells the visitor that it was seen, once', () => {
  const room = set();
  opened(room, [entry(1, {})]);
  assert.deepEqual(room.take().filter(frame => frame.type === 'mark'), [{ type: 'mark', conversation: 'c', delivered: 1, seen: 1 }]);
  room.desk.attend('c');
  assert.deepEqual(room.take().filter(frame => frame.type === 'mark'), []);
});

test('what somebody else owns is not marked as seen by me', () => {
  const room = set();
  opened(room, [entry(1, {})], { owner: { id: '2', name: 'Bo' } });
  assert.deepEqual(room.take().filter(frame => frame.type === 'mark'), []);
});

test('what arrives while one is away gets the line of what is new', () => {
  const room = set();
  opened(room, [entry(1, {})]);
  room.state.attentive = false;
  room.desk.apply(entry(2, {}));
  assert.equal(room.desk.follow?.newAfter, 1);
});

test('closing waits for an undo, and a new message keeps the door open', () => {
  const room = set();
  opened(room, [entry(1, {})]);
  room.take();
  room.desk.leave('close');
  assert.deepEqual(room.take(), []);
  room.desk.apply(entry(2, {}));
  room.state.timers.forEach(run => run());
  assert.deepEqual(room.take().filter(frame => frame.type === 'close'), []);
  room.desk.leave('close');
  room.state.timers.forEach(run => run());
  assert.equal(room.take().filter(frame => frame.type === 'close').length, 1);
});

test('what was to be closed behind a message stays open where the message was refused', () => {
  const room = set();
  opened(room, [entry(1, {})]);
  const behind = room.desk.post('Goodbye');
  room.desk.leave('close', { behind });
  room.desk.apply({ type: 'refused', of: 'post', ref: behind, conversation: 'c', reason: 'taken' });
  room.take();
  room.state.timers.forEach(run => run());
  assert.deepEqual(room.take(), []);
  assert.match(room.state.told.at(-1) ?? '', /not sent/);
  room.off();
});

test('what was to be snoozed behind a message is snoozed once that was taken', () => {
  const room = set();
  opened(room, [entry(1, {})]);
  const behind = room.desk.post('See you');
  room.desk.snooze(null, behind);
  room.desk.apply(entry(2, { by: { kind: 'agent', id: '1', name: 'Ada' }, ref: behind }));
  room.take();
  room.state.timers.forEach(run => run());
  assert.deepEqual(room.take().map(({ ref, ...frame }) => frame), [{ type: 'snooze', conversation: 'c' }]);
  room.off();
});

test('an address of a conversation that does not exist is said to be empty', () => {
  const room = set();
  room.state.online = true;
  room.desk.select('nope');
  room.desk.apply({ type: 'refused', of: 'open', conversation: 'nope', reason: 'unknown-conversation' });
  assert.equal(room.desk.follow?.gone, true);
});

test('at most twenty conversations are followed, the one on the screen always', () => {
  const room = set();
  room.state.online = true;
  for (let n = 0; n < 25; n++) room.desk.select(`c${n}`);
  assert.equal(room.desk.follows.all().length, 20);
  assert.equal(room.take().filter(frame => frame.type === 'leave').length, 5);
  assert.equal(room.desk.follow?.conversation, 'c24');
});

test('a server that is not ready yet is asked again', () => {
  const room = set();
  room.state.online = true;
  room.desk.select('c');
  room.take();
  room.desk.apply({ type: 'refused', of: 'open', reason: 'not-ready' });
  room.state.timers.forEach(run => run());
  assert.deepEqual(room.take(), [{ type: 'open', conversation: 'c' }]);
});

test('who was mentioned says once that he looks, and only while he does', () => {
  const room = set({ attentive: false });
  opened(room, [entry(1, {})], { seq: 1, mentioned: ['1'] });
  const heeds = () => room.take().filter(frame => frame.type === 'heed');
  assert.deepEqual(heeds(), []);
  room.state.attentive = true;
  room.desk.attend('c');
  room.desk.attend('c');
  assert.deepEqual(heeds(), [{ type: 'heed', conversation: 'c' }]);
  room.desk.apply({ type: 'inbox', whole: false, items: [item({ seq: 3, mentioned: ['2'] })] });
  assert.deepEqual(heeds(), []);
  room.off();
});

test('a note names whom it mentions and takes nothing back', () => {
  const room = set();
  opened(room, [entry(1, {})]);
  room.desk.apply({ type: 'inbox', whole: false, items: [], agents: [ADA, { id: '2', name: 'Ben', status: 'online' }] });
  room.desk.leave('close');
  room.take();
  room.desk.note('@Ben, look');
  const [note] = room.take();
  assert.deepEqual([note.type, note.text, note.mentions], ['note', '@Ben, look', ['2']]);
  assert.equal(room.desk.leaving.kind('c'), 'close');
  room.off();
});

test('a label is seen at once and taken back where the server says no', () => {
  const room = set();
  opened(room, [entry(1, {})]);
  room.take();
  room.desk.label('7', true);
  const [frame] = room.take();
  assert.deepEqual([frame.type, frame.label, frame.on], ['label', '7', true]);
  assert.deepEqual(room.desk.summary?.labels, ['7']);
  room.desk.apply({ type: 'refused', of: 'label', ref: frame.ref, conversation: 'c', reason: 'unknown-label' });
  assert.deepEqual(room.desk.summary?.labels, []);
  assert.equal(room.state.told.length, 1);
  room.off();
});

test('a snooze can be undone for a moment, and a visitor who writes undoes it too', () => {
  const room = set();
  opened(room, [entry(1, {})]);
  room.take();
  room.desk.snooze(new Date('2026-11-22T09:00:00.000Z'));
  assert.equal(room.desk.leaving.kind('c'), 'snooze');
  room.desk.leaving.undoLast();
  room.state.timers.forEach(run => run());
  assert.deepEqual(room.take().filter(frame => frame.type === 'snooze'), []);
  room.desk.snooze(null);
  room.desk.apply(entry(2, {}));
  assert.equal(room.desk.leaving.kind('c'), undefined);
  room.desk.snooze(new Date('2026-11-22T09:00:00.000Z'));
  room.state.timers.forEach(run => run());
  const [sent] = room.take().filter(frame => frame.type === 'snooze');
  assert.equal(sent.until, '2026-11-22T09:00:00.000Z');
  room.off();
});

test('handing on waits for an undo and names to whom', () => {
  const room = set();
  opened(room, [entry(1, {})], { owner: ADA });
  room.take();
  room.desk.transfer({ kind: 'department', id: '100', name: 'Orders' });
  assert.equal(room.desk.leaving.kind('c'), 'transfer');
  assert.deepEqual(room.take(), []);
  room.desk.leaving.undoLast();
  assert.equal(room.desk.leaving.kind('c'), undefined);
  room.desk.transfer({ kind: 'agent', id: '2', name: 'Bo' });
  room.desk.leaving.all();
  const [{ ref, ...frame }] = room.take();
  assert.deepEqual(frame, { type: 'transfer', conversation: 'c', agent: '2' });
  assert.match(ref, /^[\w-]{8,64}$/);
});

test('a note for the colleague is said right before, and not at all if it is undone', () => {
  const room = set();
  opened(room, [entry(1, {})], { owner: ADA });
  room.take();
  room.desk.transfer({ kind: 'agent', id: '2', name: 'Bo' }, ' knows the order already ');
  room.desk.leaving.undoLast();
  assert.deepEqual(room.take(), []);
  room.desk.transfer({ kind: 'agent', id: '2', name: 'Bo' }, ' knows the order already ');
  room.desk.leaving.all();
  const sent = room.take();
  assert.deepEqual(sent.map(frame => frame.type), ['note', 'transfer']);
  assert.equal(sent[0].text, 'knows the order already');
  assert.equal('note' in sent[1], false);
  room.off();
});

test('what was handed on belongs to whoever got it', () => {
  const room = set();
  opened(room, [entry(1, {}), entry(2, { type: 'claimed', by: { kind: 'agent', ...ADA } })]);
  room.desk.apply(entry(3, { type: 'transferred', by: { kind: 'agent', ...ADA }, agent: { id: '2', name: 'Bo' } }));
  assert.deepEqual(room.desk.follow?.transcript.owner, { id: '2', name: 'Bo' });
  room.desk.apply(entry(4, { type: 'transferred', by: { kind: 'agent', id: '2' }, department: { id: '100', name: 'Orders' } }));
  assert.equal(room.desk.follow?.transcript.owner, null);
});

/** @param {string} status */
const team = status => [{ id: '1', name: 'Ada', status: 'online' }, { id: '2', name: 'Bo', status }];

test('taking over names from whom, and can be given back to whoever is there', () => {
  const room = set();
  const bo = { id: '2', name: 'Bo' };
  opened(room, [entry(1, {})], { owner: bo });
  room.desk.apply({ type: 'inbox', whole: false, items: [], agents: team('away') });
  assert.equal(can(room.desk, 'takeOver'), true);
  room.desk.apply({ type: 'inbox', whole: false, items: [], agents: team('online') });
  assert.equal(can(room.desk, 'takeOver'), false);
  room.desk.apply({ type: 'welcome', agent: { ...ADA, role: 'administrator' }, epoch: 'e' });
  assert.equal(can(room.desk, 'takeOver'), true);
  room.take();
  room.desk.takeOver();
  const [{ ref, ...frame }] = room.take();
  assert.deepEqual(frame, { type: 'claim', conversation: 'c', from: '2' });
  room.desk.apply(entry(2, { type: 'claimed', by: { kind: 'agent', ...ADA }, from: bo }));
  assert.equal(can(room.desk, 'takeOver'), false);
  assert.deepEqual(room.state.told, ['You have the conversation with \u2068Lin\u2069 now, taken over from \u2068Bo\u2069']);
  room.state.undo?.();
  const [{ ref: other, ...back }] = room.take();
  assert.deepEqual(back, { type: 'transfer', conversation: 'c', agent: '2' });
  room.off();
});

test('one joins a colleague, answers beside him, and leaves again', () => {
  const room = set();
  const bo = { id: '2', name: 'Bo' };
  const me = { kind: 'agent', ...ADA };
  opened(room, [entry(1, {})], { owner: bo });
  // A server of the version before does not know how.
  assert.equal(can(room.desk, 'join'), false);
  room.desk.apply({ type: 'welcome', agent: ADA, epoch: 'e', knows: ['join'] });
  assert.equal(can(room.desk, 'join'), true);
  assert.equal(can(room.desk, 'part'), false);
  room.take();
  room.desk.join();
  const [{ ref, ...asked }] = room.take();
  assert.deepEqual(asked, { type: 'join', conversation: 'c', on: true });
  room.desk.apply(entry(2, { type: 'joined', by: me }));
  assert.equal(can(room.desk, 'join'), false);
  assert.equal(can(room.desk, 'part'), true);
  assert.equal(can(room.desk, 'close'), false);
  assert.deepEqual([standing(room.desk).owner, standing(room.desk).joined], [bo, true]);
  room.desk.apply({ type: 'inbox', whole: false, items: [item({ owner: bo, joined: [ADA], seq: 2 })] });
  room.take();
  room.desk.apply(entry(3, {}));
  assert.deepEqual(room.take().map(frame => frame.type), ['mark']);
  room.desk.join(false);
  assert.equal(room.take()[0].on, false);
  room.desk.apply(entry(4, { type: 'left', by: me }));
  assert.equal(can(room.desk, 'join'), true);
  room.off();
});

test('more than four do not join', () => {
  const room = set();
  opened(room, [entry(1, {})], { owner: { id: '2', name: 'Bo' }, joined: ['3', '4', '5', '6'].map(id => ({ id, name: id })) });
  room.desk.apply({ type: 'welcome', agent: ADA, epoch: 'e', knows: ['join'] });
  assert.equal(can(room.desk, 'join'), false);
  room.off();
});

test('who loses a conversation to a colleague is told, and only then', () => {
  const room = set();
  const bo = { id: '2', name: 'Bo' };
  opened(room, [entry(1, {}), entry(2, { type: 'claimed', by: { kind: 'agent', ...ADA } })], { owner: ADA, seq: 2 });
  room.desk.apply({ type: 'inbox', whole: false, items: [item({ owner: bo, seq: 3 })] });
  assert.deepEqual(room.state.told, []);
  room.desk.apply(entry(3, { type: 'claimed', by: { kind: 'agent', ...bo }, from: { id: '1', name: 'Ada' } }));
  assert.deepEqual(room.state.told, ['\u2068Bo\u2069 has taken over your conversation with \u2068Lin\u2069']);
  room.desk.apply(entry(4, { type: 'transferred', by: { kind: 'agent', ...bo }, agent: { id: '1', name: 'Ada' } }));
  room.desk.apply({ type: 'inbox', whole: false, items: [item({ owner: ADA, seq: 4 })] });
  room.desk.apply(entry(5, { type: 'transferred', by: { kind: 'agent', ...ADA }, agent: bo }));
  room.desk.apply({ type: 'inbox', whole: false, items: [item({ owner: bo, seq: 5 })] });
  assert.equal(room.state.told.length, 1);
  room.off();
});

test('who did not open what he was given is told why it is gone, also where he never had its log', () => {
  const room = set();
  room.state.online = true;
  room.desk.apply({ type: 'welcome', agent: ADA, epoch: 'e' });
  room.desk.apply({ type: 'inbox', whole: true, items: [item({ owner: ADA, seq: 2 })] });
  room.take();
  room.desk.apply({ type: 'inbox', whole: false, items: [item({ owner: { id: '2', name: 'Bo' }, seq: 4 })] });
  assert.deepEqual(room.take(), [{ type: 'open', conversation: 'c' }]);
  room.desk.apply({ type: 'opened', conversation: 'c', summary: item({ seq: 4 }), visitor: { id: 'v' }, resumed: false, first: 1, last: 4 });
  const ada = { kind: 'agent', ...ADA };
  const log = [{}, { type: 'claimed', by: ada, assigned: true }, { type: 'released', by: ada, why: 'unanswered' }, { type: 'claimed', by: { kind: 'agent', id: '2', name: 'Bo' }, assigned: true }];
  log.forEach((more, index) => room.desk.apply(entry(index + 1, more)));
  assert.deepEqual(room.state.told, []);
  room.desk.apply({ type: 'live', conversation: 'c', seq: 4 });
  assert.deepEqual(room.state.told, ['You did not open the conversation with \u2068Lin\u2069 in time, so it goes to somebody else']);
  room.off();
});

/** Becomes Ada's, and what its log says of it. @param {object} how @param {object} [before] */
function becomesMine(how, before = {}) {
  const room = set();
  room.state.online = true;
  room.desk.apply({ type: 'welcome', agent: ADA, epoch: 'e' });
  room.desk.apply({ type: 'inbox', whole: true, items: [item({ seq: 1, unread: 1, ...before })] });
  room.take();
  room.desk.apply({ type: 'inbox', whole: false, items: [item({ seq: 2, unread: 1, owner: ADA })] });
  assert.deepEqual(room.take(), [{ type: 'open', conversation: 'c' }]);
  assert.deepEqual(room.state.rang, []);
  room.desk.apply({ type: 'opened', conversation: 'c', summary: item({ seq: 2, unread: 1, owner: ADA }), visitor: { id: 'v' }, resumed: false, first: 1, last: 2 });
  [{}, how].forEach((more, index) => room.desk.apply(entry(index + 1, more)));
  room.desk.apply({ type: 'live', conversation: 'c', seq: 2 });
  room.off();
  return room.state.rang;
}

test('who is given a conversation hears of it, by whomever it was given, and who takes it himself does not', () => {
  const ada = { kind: 'agent', ...ADA };
  const bo = { kind: 'agent', id: '2', name: 'Bo' };
  assert.deepEqual(becomesMine({ type: 'claimed', by: ada, assigned: true }), ['conversation c']);
  assert.deepEqual(becomesMine({ type: 'transferred', by: bo, agent: ada }), ['conversation c']);
  assert.deepEqual(becomesMine({ type: 'transferred', by: bo, agent: ada }, { owner: { id: '2', name: 'Bo' } }), ['conversation c']);
  assert.deepEqual(becomesMine({ type: 'claimed', by: ada }), []);
  assert.deepEqual(becomesMine({ type: 'claimed', by: ada, from: bo }, { owner: { id: '2', name: 'Bo' } }), []);
});

test('who is given many at once hears of it once, and only of so many', () => {
  const room = set();
  room.state.online = true;
  room.desk.apply({ type: 'welcome', agent: ADA, epoch: 'e' });
  const ids = Array.from({ length: 12 }, (_, n) => `c${n}`);
  room.desk.apply({ type: 'inbox', whole: true, items: ids.map(conversation => item({ conversation, seq: 1, unread: 1 })) });
  room.take();
  room.desk.apply({ type: 'inbox', whole: false, items: ids.map(conversation => item({ conversation, seq: 2, unread: 1, owner: ADA })) });
  assert.equal(room.take().length, 10);
  for (const conversation of ids.slice(0, 10)) {
    assert.deepEqual(room.state.rang, []);
    room.desk.apply({ type: 'opened', conversation, summary: item({ conversation, seq: 2, owner: ADA }), visitor: { id: 'v' }, resumed: false, first: 2, last: 2 });
    room.desk.apply(entry(2, { conversation, type: 'claimed', by: { kind: 'agent', ...ADA }, assigned: true }));
    room.desk.apply({ type: 'live', conversation, seq: 2 });
  }
  assert.equal(room.state.rang.length, 10);
  room.off();
});

test('whoever is given what is before him already says at once that it is', () => {
  const room = set();
  opened(room, [entry(1, {})]);
  room.desk.apply({ type: 'welcome', agent: ADA, epoch: 'e', preferences: {} });
  room.desk.views(true);
  room.take();
  room.desk.views(true);
  assert.deepEqual(room.take(), []);
  room.desk.apply(entry(2, { type: 'claimed', by: { kind: 'agent', ...ADA }, assigned: true }));
  room.desk.views(true);
  assert.deepEqual(room.take().filter(frame => frame.type === 'view'), [{ type: 'view', conversation: 'c', on: true }]);
  room.off();
});

test('a conversation one may not see any more is gone from the screen', () => {
  const room = set();
  opened(room, [entry(1, {})]);
  room.desk.apply({ type: 'refused', of: 'open', conversation: 'c', reason: 'unknown-conversation' });
  assert.equal(room.desk.follow?.gone, true);
});

test('a message is removed in a moment, by whom it is from or an administrator', () => {
  const room = set();
  const mine = /** @type {Entry} */ (entry(2, { by: { kind: 'agent', id: '1' } }));
  const others = /** @type {Entry} */ (entry(3, { by: { kind: 'agent', id: '2' } }));
  opened(room, [entry(1, {}), mine, others]);
  const { desk } = room;
  room.take();
  assert.deepEqual([entry(1, {}), mine, others, { ...mine, removed: true }].map(one => desk.mayRemove(/** @type {Entry} */ (one))), [false, true, false, false]);
  desk.remove(2);
  assert.equal(desk.removes(mine), true);
  assert.equal(desk.mayRemove(mine), false);
  desk.leaving.undoLast();
  assert.equal(desk.mayRemove(mine), true);
  desk.remove(2);
  room.state.timers.forEach(run => run());
  const [{ ref, ...frame }] = room.take();
  assert.deepEqual(frame, { type: 'remove', conversation: 'c', of: 2 });
  desk.apply({ type: 'welcome', agent: { ...ADA, role: 'administrator' }, epoch: 'e' });
  assert.equal(desk.mayRemove(others), true);
  room.off();
});

test('only what one said oneself is edited, while it goes on, and what was refused is not on its way', () => {
  const room = set();
  const mine = /** @type {Entry} */ (entry(2, { by: { kind: 'agent', id: '1' } }));
  const others = /** @type {Entry} */ (entry(3, { by: { kind: 'agent', id: '2' } }));
  opened(room, [entry(1, {}), mine, others]);
  const { desk } = room;
  desk.apply({ type: 'welcome', agent: { ...ADA, role: 'administrator' }, epoch: 'e' });
  assert.deepEqual([entry(1, {}), mine, others, { ...mine, removed: true }].map(one => desk.mayEdit(/** @type {Entry} */ (one))), [false, true, false, false]);
  assert.equal(desk.lastMine?.seq, 2);
  room.take();
  assert.equal(desk.edit(2, 'better'), true);
  const [{ ref, ...frame }] = room.take();
  assert.deepEqual(frame, { type: 'edit', conversation: 'c', of: 2, text: 'better' });
  desk.apply({ type: 'refused', of: 'edit', ref, conversation: 'c', reason: 'storage', retryAfter: 2 });
  assert.equal(desk.saves, false);
  assert.equal(room.state.told.length, 1);
  desk.edit(2, 'better');
  desk.apply(entry(4, { type: 'edited', of: 2, was: 't2', text: 'better', by: { kind: 'agent', id: '1' }, ref: room.take()[0].ref }));
  assert.equal(desk.saves, false);
  assert.equal(desk.lastMine?.text, 'better');
  room.state.online = false;
  assert.equal(desk.edit(2, 'offline'), false);
  room.state.online = true;
  desk.apply(entry(5, { type: 'closed' }));
  assert.equal(desk.lastMine, undefined);
  room.off();
});

test('an answer to one message says to which', () => {
  const room = set();
  opened(room, [entry(1, {}), entry(2, { by: { kind: 'agent', id: '1' } })]);
  const { desk } = room;
  assert.equal(desk.lastOfVisitor?.seq, 1);
  room.take();
  desk.post('yes', [], 1);
  desk.post('and');
  assert.deepEqual(room.take().map(({ ref, ...frame }) => frame), [
    { type: 'post', conversation: 'c', text: 'yes', quote: 1 }, { type: 'post', conversation: 'c', text: 'and' },
  ]);
  room.off();
});

test('who takes a message back before he has closed behind it stays in the conversation', () => {
  const room = set();
  opened(room, [entry(1, {})]);
  room.state.hold = 10;
  assert.equal(room.desk.outbox.post({ conversation: 'c', text: 'at once', hold: 10 }).state, 'sending');
  assert.equal(room.take().at(-1)?.hold, undefined, 'a server that does not know it says it at once');
  room.desk.outbox.discard(room.desk.outbox.items[0].ref);
  room.desk.post('Which one?', [], 0, ['Red', 'Blue']);
  assert.equal(room.take().at(-1)?.choices, undefined, 'and offers nothing');
  room.desk.outbox.discard(room.desk.outbox.items[0].ref);
  room.desk.apply({ type: 'welcome', agent: ADA, epoch: 'e', knows: ['hold', 'choices'] });
  room.desk.outbox.post({ conversation: 'c', text: 'Which one?', choices: ['Red', 'Blue'] });
  assert.deepEqual(room.take().at(-1)?.choices, ['Red', 'Blue']);
  room.desk.outbox.discard(room.desk.outbox.items[0].ref);
  const ref = room.desk.post('Good bye');
  assert.equal(room.take().at(-1)?.hold, 10);
  room.desk.leave('close', { behind: ref });
  room.desk.apply({ type: 'held', conversation: 'c', ref, seconds: 10 });
  room.desk.takeBack(ref ?? '');
  room.desk.apply({ type: 'unsent', conversation: 'c', ref });
  assert.equal(room.desk.going('c'), undefined);
  assert.deepEqual(room.state.back.map(item => item.frame.text), ['Good bye']);
  room.off();
});

test('what follows a message waits until that can no longer be taken back, and its labels until it is said', () => {
  const room = set();
  opened(room, [entry(1, {})], { labels: ['3'] });
  room.state.hold = 20;
  room.desk.apply({ type: 'welcome', agent: ADA, epoch: 'e', knows: ['hold'] });
  const steps = { labels: ['3', '7'], then: /** @type {const} */ ('close') };
  const back = room.desk.post('Good bye', [], 0, [], steps);
  assert.deepEqual(room.take().slice(-1).map(({ type, hold, steps: told }) => [type, hold, told]), [['post', 20, undefined]]);
  room.desk.leave('close', { behind: back });
  assert.equal(room.state.delays.at(-1), 20_000);
  room.desk.apply({ type: 'held', conversation: 'c', ref: back, seconds: 20 });
  room.desk.takeBack(back ?? '');
  room.desk.apply({ type: 'unsent', conversation: 'c', ref: back });
  assert.deepEqual(room.take().map(frame => frame.type), ['unsend']);
  assert.deepEqual(room.state.back.map(item => item.frame.steps), [steps]);

  const ref = room.desk.post('Good bye', [], 0, [], steps);
  room.take();
  room.desk.apply(entry(2, { by: { kind: 'agent', id: '1', name: 'Ada' }, ref }));
  assert.deepEqual(room.take().filter(frame => frame.type === 'label').map(frame => frame.label), ['7']);
  assert.deepEqual(room.desk.summary?.labels, ['3', '7']);
  room.desk.leave('close');
  assert.equal(room.state.delays.at(-1), 5000);
  room.off();
});

test('what a visitor has not sent is forgotten when the conversation is closed', () => {
  const follows = createFollows({ send: () => true });
  follows.open('c');
  assert.equal(follows.apply({ type: 'typing', conversation: 'c', by: LIN, on: true, text: 'and al' }, 0), 'c');
  assert.equal(follows.get('c')?.typing.who(1)[0].text, 'and al');
  follows.apply({ type: 'closed', conversation: 'c', seq: 1, at: '2026-11-21T09:00:00.000Z', by: { kind: 'agent', id: '1', name: 'Ada' } }, 1);
  assert.deepEqual(follows.get('c')?.typing.who(1), []);
});

test('only who may see the conversation is offered to be mentioned, and who was meant all the same is named', () => {
  const room = set();
  opened(room, [entry(1, {})], { department: { id: '7', name: 'Orders' } });
  room.desk.apply({
    type: 'inbox', items: [], departments: [{ id: '7', site: 'd', name: 'Orders' }, { id: '8', site: 'd', name: 'Repairs' }],
    agents: [ADA, { id: '2', name: 'Ben', departments: ['8'] }, { id: '3', name: 'Cem', departments: ['7'] }],
  });
  assert.deepEqual(room.desk.mentionable.map(one => one.name), ['Ada', 'Cem']);
  room.take();
  room.desk.note('@Ada @Ben @Cem, look');
  const [note] = room.take();
  assert.deepEqual(note.mentions, ['1', '2', '3']);
  room.desk.apply(entry(2, { type: 'noted', by: { kind: 'agent', ...ADA }, text: note.text, mentions: ['3'], ref: note.ref }));
  assert.equal(room.state.told.length, 1);
  assert.match(room.state.told[0], /Not mentioned.*: \u2068?Ben\u2069?$/);
});
