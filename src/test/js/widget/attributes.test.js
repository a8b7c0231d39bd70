import assert from 'node:assert/strict';
import test from 'node:test';
import { said } from '../../../../webapp/widget/attributes.js';
import { stateOf } from '../../../../webapp/widget/bridge.js';

const nobody = () => assert.fail('nothing is wrong with it');

test('numbers and truth are said as texts, null takes one back, and what is undefined is not said', () => {
  assert.deepEqual(said({ attributes: { seats: 5, trial: false, plan: null, team: undefined }, about: { order: 4711 } }, nobody),
    { attributes: { seats: '5', trial: 'false', plan: null }, about: { order: '4711' } });
});

test('an id without a proof is said as any attribute, one with a proof is in the proof', () => {
  assert.deepEqual(said({ id: 42, attributes: { name: 'Lin' } }, nobody), { name: 'Lin', attributes: { id: '42' } });
  assert.deepEqual(said({ id: 42, attributes: { name: 'Lin' }, proof: 'a.b.c' }, nobody), { name: 'Lin' });
});

test('what is not taken is left out and told once, with the reason', () => {
  /** @type {string[]} */
  const warned = [];
  const who = { about: { ' ': 'x', ['n'.repeat(41)]: 'x', 'two\nlines': 'x', cart: { items: 3 }, text: 'x'.repeat(201), half: '\ud83d', nul: 'a\0b', fine: 'x'.repeat(200), 'ordre n° 5 – 👑': 'y' } };
  for (let again = 0; again < 2; again++) {
    assert.deepEqual(Object.keys(said(who, text => warned.push(text)).about ?? {}), ['fine', 'ordre n° 5 – 👑']);
  }
  assert.equal(warned.length, 7);
  assert.match(warned[3], /^Deskbell: setConversationAttributes: "cart" is left out: a value is a text, a number/);
  assert.match(warned[4], /"text" .* 200 characters/);
});

test('so many are said, those taken back not counted among them', () => {
  const about = Object.fromEntries(Array.from({ length: 150 }, (_, n) => [`k${n}`, n < 130 ? null : n]));
  const entries = Object.entries(said({ about }, nobody).about ?? {});
  assert.equal(entries.filter(([, value]) => value !== null).length, 20);
  assert.equal(entries.length, 60);
});

test('what the page passes comes to the window as plain values, and what is none is told apart', () => {
  const state = { deskbell: 'state', open: false, page: { url: 'https://shop.example/' }, who: { about: { order: 7, gone: null, cart: {}, none: undefined } } };
  assert.deepEqual(stateOf(state)?.who.about, { order: '7', gone: null, cart: {}, none: undefined });
  assert.equal(stateOf({ ...state, who: {} })?.who.attributes, undefined);
});
