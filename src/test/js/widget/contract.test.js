import test from 'node:test';
import assert from 'node:assert/strict';
import { readFileSync, readdirSync } from 'node:fs';
import { createTranscript } from '../../../../webapp/shared/transcript.js';
import { createTyping } from '../../../../webapp/shared/typing.js';
import { createOutbox } from '../../../../webapp/shared/outbox.js';
import { createTabs } from '../../../../webapp/shared/tabs.js';
import { framesOf } from '../../../../webapp/shared/channel.js';
import { createChat } from '../../../../webapp/widget/chat.js';
import { createIdentity } from '../../../../webapp/widget/identity.js';

const folder = new URL('../../contract/', import.meta.url);
/** @type {{type: string, from: string, examples: Frame[], refused?: {frame: Frame, reason: string}[]}[]} */
const contracts = readdirSync(folder).filter((/** @type {string} */ file) => file.endsWith('.json')).map((/** @type {string} */ file) => JSON.parse(readFileSync(new URL(file, folder), 'utf8')));
const fromServer = contracts.filter(contract => contract.from === 'server').flatMap(contract => contract.examples);
/** @type {Map<string, Set<string>>} */
const fromVisitor = new Map(contracts.filter(contract => contract.from === 'visitor').map(contract => [contract.type, new Set(contract.examples.flatMap(Object.keys))]));

test('there are contracts of both sides', () => {
  assert.ok(fromServer.length > 15);
  assert.ok(fromVisitor.has('hello') && fromVisitor.has('post'));
});

test('every frame of the server is taken by every module, in any order and alone', () => {
  for (const start of [[], fromServer.filter(frame => frame.type === 'welcome' && frame.conversation)]) {
    for (const frame of fromServer) {
      const transcript = createTranscript();
      for (const one of start) transcript.apply(one);
      const change = transcript.apply(frame);
      assert.ok(['none', 'reset', 'added', 'marks', 'older', 'live', 'gap'].includes(change), `${frame.type}: ${change}`);
      createTyping().apply(frame, 0);
      createOutbox({ send: () => true, store: { getItem: () => null, setItem() {}, removeItem() {} } }).frame(frame);
      assert.deepEqual(framesOf(JSON.stringify([frame])), [frame]);
    }
  }
});

test('every entry of the log counts: none looks like a gap to the next', () => {
  const entries = fromServer.filter(frame => typeof frame.seq === 'number' && frame.at);
  assert.ok(new Set(entries.map(entry => entry.type)).size >= 6);
  const transcript = createTranscript();
  transcript.apply({ type: 'welcome', epoch: 'e', conversation: 'c', status: 'open', resumed: false, first: 1, last: entries.length });
  entries.forEach((entry, index) => assert.notEqual(transcript.apply({ ...entry, conversation: 'c', seq: index + 1 }), 'gap', entry.type));
  assert.equal(transcript.high, entries.length);
});

/** A WebSocket that keeps what is sent. */
class Line {
  /** @type {Line} */ static last;
  /** @type {Frame[]} */ sent = [];
  /** @type {any} */ onopen = null;
  /** @type {any} */ onmessage = null;
  /** @type {any} */ onclose = null;
  constructor() { Line.last = this; }
  /** @param {string} text */
  send(text) { this.sent.push(JSON.parse(text)); }
  close() {}
  /** @param {...Frame} frames */
  hear(...frames) { this.onmessage({ data: JSON.stringify(frames) }); }
}

/** @param {Frame} frame */
function fits(frame) {
  const members = fromVisitor.get(frame.type);
  assert.ok(members, `${frame.type} is no frame of a visitor`);
  for (const member of Object.keys(frame)) assert.ok(members?.has(member), `${frame.type} has no ${member}`);
}

test('the widget sends nothing that the contract does not know', async () => {
  /** @type {any} */ (globalThis).WebSocket = Line;
  const identity = createIdentity({ key: 'demo', isPopout: false });
  identity.who = { id: 42, attributes: { name: 'Lin', plan: 'gold', trial: null }, about: { order: 4711 }, proof: 'a.b.c' };
  const page = { url: 'https://shop.example/', title: 'Shop', referrer: 'https://search.example/' };
  const chat = createChat({
    site: /** @type {any} */ ({ key: 'demo', base: 'https://host' }), identity, tabs: createTabs('t', { locks: /** @type {any} */ (undefined), channel: /** @type {any} */ ({ close() {} }) }),
    about: () => ({ language: 'de', page }), changed() {}, arrived() {}, over() {}, named() {}, heard() {},
  });
  chat.channel.start();
  await Line.last.onopen();
  Line.last.hear({ type: 'welcome', visitor: 'v', token: 't', epoch: 'e', conversation: 'c', status: 'open', resumed: false, first: 2, last: 2, verified: true },
    { type: 'posted', conversation: 'c', seq: 2, at: '2026-11-21T10:00:00.000Z', by: { kind: 'agent', id: 'a' }, text: 'hi' }, { type: 'live', conversation: 'c', seq: 2 });
  chat.looking(true);
  chat.type('Hel');
  chat.say('Hello');
  chat.older();
  chat.page(page);
  for (let often = 0; often < 100; often++) chat.identify();
  chat.end();
  const first = Line.last.sent;
  while (!first.some(frame => frame.type === 'identify') || !first.some(frame => frame.type === 'mark')) await new Promise(done => setTimeout(done, 20));
  assert.equal(first.filter(frame => frame.type === 'identify').length, 1);
  chat.channel.reconnect('gap');
  await new Promise(done => setTimeout(done, 600));
  await Line.last.onopen();
  Line.last.hear({ type: 'welcome', visitor: 'v', epoch: 'e', conversation: 'c', status: 'open', resumed: true, first: 3, last: 2, verified: true }, { type: 'live', conversation: 'c', seq: 2 });
  chat.forget();
  const all = [...first, ...Line.last.sent];
  for (const frame of all) fits(frame);
  assert.deepEqual([...new Set(all.map(frame => frame.type))].sort(), ['before', 'end', 'forget', 'hello', 'identify', 'mark', 'page', 'post', 'typing']);
  const [again] = Line.last.sent;
  assert.deepEqual([again.token, again.conversation, again.after, again.epoch, again.proof], ['t', 'c', 2, 'e', undefined]);
  chat.channel.stop('test');
  chat.outbox.clear();
});

test('what a message answers goes with it where that was said, and nowhere else', async () => {
  /** @type {any} */ (globalThis).WebSocket = Line;
  const chat = createChat({
    site: /** @type {any} */ ({ key: 'quotes', base: 'https://host' }), identity: createIdentity({ key: 'quotes', isPopout: false }),
    tabs: createTabs('q', { locks: /** @type {any} */ (undefined), channel: /** @type {any} */ ({ close() {} }) }),
    about: () => ({ language: 'de', page: null }), changed() {}, arrived() {}, over() {}, named() {}, heard() {},
  });
  /** @param {string} conversation @param {number} seq */
  const welcomed = async (conversation, seq) => {
    await Line.last.onopen();
    Line.last.hear({ type: 'welcome', visitor: 'v', token: 't', epoch: 'e', conversation, status: 'open', resumed: false, first: seq, last: seq },
      { type: 'posted', conversation, seq, at: '2026-11-21T10:00:00.000Z', by: { kind: 'agent', id: 'a' }, text: 'Which one?' }, { type: 'live', conversation, seq });
  };
  const posts = () => Line.last.sent.filter(frame => frame.type === 'post').map(({ text, quote }) => [text, quote]);
  chat.channel.start();
  await welcomed('c', 2);
  chat.say('this one', undefined, { conversation: 'c', seq: 2 });
  chat.say('no other', undefined, null);
  assert.deepEqual(posts(), [['this one', 2], ['no other', undefined]]);
  Line.last.onclose({ code: 1006 });
  chat.say('written offline', undefined, { conversation: 'c', seq: 2 });
  chat.channel.retry();
  // Another tab has begun another one meanwhile.
  await welcomed('d', 5);
  assert.deepEqual(posts(), [['this one', undefined], ['no other', undefined], ['written offline', undefined]]);
  chat.say('that one', undefined, { conversation: 'd', seq: 5 });
  assert.deepEqual(posts().at(-1), ['that one', 5]);
  chat.channel.stop('test');
  chat.outbox.clear();
});
