import test from 'node:test';
import assert from 'node:assert/strict';
import { bannerOf, PATIENCE, whenOf } from '../../../../webapp/widget/bannerof.js';
import { stateOf, createBridge } from '../../../../webapp/widget/bridge.js';
import { createUnseen } from '../../../../webapp/widget/unseen.js';
import { createIdentity } from '../../../../webapp/widget/identity.js';
import { clean } from '../../../../webapp/widget/composer.js';
import { initials } from '../../../../webapp/widget/faces.js';
import { createTranscript } from '../../../../webapp/shared/transcript.js';

/** @type {import('../../../../webapp/widget/bannerof.js').Situation} */
const calm = { state: 'open', reason: 'welcome', refused: '', downFor: 0, onLine: true, status: 'open', presence: true };

test('a calm window has no banner, and a short dip is not mentioned', () => {
  assert.equal(bannerOf(calm), null);
  assert.equal(bannerOf({ ...calm, state: 'waiting', downFor: PATIENCE - 1 }), null);
});

test('the banner says what is going on', () => {
  assert.equal(bannerOf({ ...calm, state: 'waiting', downFor: PATIENCE })?.text, 'reconnecting');
  assert.equal(bannerOf({ ...calm, state: 'waiting', downFor: PATIENCE })?.retry, true);
  assert.equal(bannerOf({ ...calm, state: 'connecting', downFor: PATIENCE, onLine: false })?.text, 'offline');
  assert.equal(bannerOf({ ...calm, presence: false })?.text, 'nobody');
  const closed = { opens: '2026-03-30T07:00:00.000Z', message: 'Asleep' };
  assert.deepEqual(bannerOf({ ...calm, presence: false, closed }), { text: 'nobody', kind: 'info', closed });
  assert.equal(bannerOf({ ...calm, status: 'closed', presence: false, closed })?.text, 'ended');
  assert.deepEqual(bannerOf({ ...calm, presence: false, missing: true }), { text: 'notLoaded', kind: 'warning', retry: true });
  assert.equal(bannerOf({ ...calm, status: 'closed', presence: false })?.text, 'ended');
  assert.equal(bannerOf({ ...calm, status: 'closed', silent: 30 })?.text, 'silent');
  assert.equal(bannerOf({ ...calm, state: 'closed', reason: 'refused', refused: 'identity-required' })?.text, 'identityRequired');
  assert.equal(bannerOf({ ...calm, state: 'closed', reason: 'refused', refused: 'bad-identity' })?.text, 'identityRefused');
  assert.equal(bannerOf({ ...calm, state: 'closed', reason: 'refused', refused: 'unknown-site' })?.text, 'unknownSite');
  assert.equal(bannerOf({ ...calm, state: 'closed', reason: 'elsewhere' }), null);
});

/** A window with a parent, as far as the bridge looks at them. */
function framed() {
  /** @type {any[]} */ const told = [];
  const parent = { postMessage: (/** @type {any} */ message, /** @type {string} */ origin) => told.push([message, origin]) };
  /** @type {(event: any) => void} */ let send = () => {};
  const self = { parent, addEventListener: (/** @type {string} */ _, /** @type {(event: any) => void} */ hear) => { send = hear; } };
  /** @type {any[]} */ const heard = [];
  const bridge = createBridge(state => heard.push(state), /** @type {any} */ (self));
  return { bridge, told, heard, parent, send: (/** @type {any} */ event) => send(event) };
}
const state = { deskbell: 'state', open: true, quiet: false, wipe: false, who: {}, language: 'en', page: { url: 'https://shop.example/', title: 'Shop', referrer: '' } };

test('only the parent is heard, and only from the origin that spoke first', () => {
  const { bridge, told, heard, parent, send } = framed();
  bridge.tell('close');
  assert.equal(told.length, 0);
  send({ source: {}, origin: 'https://evil.example', data: state });
  send({ source: parent, origin: 'null', data: state });
  assert.equal(heard.length, 0);
  send({ source: parent, origin: 'https://shop.example', data: state });
  send({ source: parent, origin: 'https://evil.example', data: state });
  assert.equal(heard.length, 1);
  bridge.tell('unread', { count: 2 });
  assert.deepEqual(told, [[{ deskbell: 'unread', count: 2 }, 'https://shop.example']]);
});

test('a message of another shape is nothing, and ten thousand of them are no harm', () => {
  const { heard, parent, send } = framed();
  const shapes = [null, undefined, 7, 'state', [], {}, { deskbell: 'gone' }, { ...state, open: 'yes' }, { ...state, page: null }, { ...state, page: { url: 1 } }];
  for (let i = 0; i < 10_000; i++) send({ source: parent, origin: 'https://shop.example', data: shapes[i % shapes.length] });
  assert.equal(heard.length, 0);
  assert.equal(stateOf({ ...state, page: { ...state.page, title: 'x'.repeat(900) } })?.page.title.length, 300);
});

/** @param {...[string, string, object?]} said */
function transcriptOf(...said) {
  const transcript = createTranscript();
  transcript.apply({ type: 'welcome', epoch: 'e', conversation: 'c', status: 'open', resumed: false, first: 1, last: said.length });
  said.forEach(([type, kind, more], index) => transcript.apply({ type, conversation: 'c', seq: index + 1, at: '2026-11-21T10:00:00.000Z', by: { kind, id: kind }, text: 't', ...more }));
  transcript.apply({ type: 'live', conversation: 'c', seq: said.length });
  return transcript;
}

test('what arrives is marked delivered at once and seen when it is looked at', () => {
  const unseen = createUnseen();
  const transcript = transcriptOf(['posted', 'site'], ['posted', 'visitor'], ['posted', 'agent']);
  assert.deepEqual(unseen.take(transcript, false), { count: 1, mark: { delivered: 3, seen: 0 } });
  assert.deepEqual(unseen.take(transcript, false), { count: 1, mark: null });
  assert.deepEqual(unseen.take(transcript, true), { count: 0, mark: { delivered: 3, seen: 3 } });
  assert.equal(unseen.line, 2);
  unseen.leave();
  assert.equal(unseen.line, 0);
  assert.deepEqual(unseen.take(transcript, true), { count: 0, mark: null });
});

test('marks that the server has already are not sent again, those lost with a connection are', () => {
  const unseen = createUnseen();
  assert.equal(unseen.take(transcriptOf(['posted', 'agent'], ['marked', 'visitor', { delivered: 1, seen: 1 }]), true).mark, null);
  const lost = transcriptOf(['posted', 'agent']);
  assert.ok(unseen.take(lost, true).mark);
  unseen.again();
  assert.ok(unseen.take(lost, true).mark);
});

test('a message that comes while one looks gets no line', () => {
  const unseen = createUnseen();
  const transcript = transcriptOf(['posted', 'visitor']);
  unseen.take(transcript, true);
  transcript.apply({ type: 'posted', conversation: 'c', seq: 2, at: '2026-11-21T10:00:00.000Z', by: { kind: 'agent', id: 'a' }, text: 't' });
  unseen.take(transcript, true);
  assert.equal(unseen.line, 0);
});

test('the identity says only what the protocol takes, and a proof only until it was accepted', async () => {
  /** @type {string[]} */
  const warned = [];
  const identity = createIdentity({ key: 'demo', isPopout: false, warn: text => warned.push(text) });
  assert.deepEqual(await identity.said(), {});
  identity.who = { id: 42, attributes: { name: 'Lin', plan: 'gold', none: null, ...Object.fromEntries(Array.from({ length: 30 }, (_, i) => [`k${i}`, i])) } };
  const said = await identity.said();
  assert.equal(said.name, 'Lin');
  assert.equal(Object.values(said.attributes ?? {}).filter(value => value !== null).length, 20);
  assert.equal(said.attributes?.plan, 'gold');
  assert.equal(said.attributes?.none, null);
  assert.equal(warned.length, 12);
  identity.who = { id: 42, attributes: {}, proof: 'a.b.c' };
  assert.deepEqual(await identity.said(), { proof: 'a.b.c' });
  identity.proved(true);
  assert.deepEqual(await identity.said(), {});
  identity.keep('secret');
  assert.equal(identity.token, 'secret');
  identity.drop();
  assert.equal(identity.token, null);
});

test('who wrote already is not asked for his consent again, but one who may only have looked around is', () => {
  const identity = createIdentity({ key: 'consent', isPopout: false });
  const [plain, listing] = [{ consent: 'We keep what you write.' }, { consent: 'We keep what you write.', looks: true }];
  assert.deepEqual([plain, listing, { consent: '' }, { consent: '', looks: true }].map(identity.owes), [true, true, false, false]);
  identity.keep('secret');
  assert.deepEqual([plain, listing].map(identity.owes), [false, true]);
  identity.store.setItem('consent', 'An older notice.');
  assert.equal(identity.owes(listing), true);
  identity.store.setItem('consent', listing.consent);
  assert.equal(identity.owes(listing), false);
});

test('what the server would refuse is mended before it is sent', () => {
  assert.equal(clean(' a\u0000b '), 'ab');
  assert.equal(clean('x\ud800y\udc00z 😀'), 'x\ufffdy\ufffdz 😀');
});

test('initials are made of the first and the last name', () => {
  assert.deepEqual(['Ada Lovelace', 'ada', '李小龙', '  Anna Maria de Vries ', ''].map(initials), ['AL', 'A', '李', 'AV', '']);
});

test('when somebody is back is said by the weekday, and with its date where that is not enough', () => {
  const opens = '2026-03-30T07:00:00.000Z';
  const soon = whenOf(opens, 'en', Date.parse('2026-03-28T20:00:00Z'));
  const late = whenOf(opens, 'de', Date.parse('2026-03-20T20:00:00Z'));
  const local = new Date(opens);
  assert.match(soon, new RegExp(local.toLocaleDateString('en', { weekday: 'long' })));
  assert.doesNotMatch(soon, /March/);
  assert.match(late, /März/);
  assert.match(late, new RegExp(local.toLocaleDateString('de', { weekday: 'long' })));
});
