import test from 'node:test';
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { Pace, changesOf } from '../../../../webapp/widget/assist/page/pace.js';
import { beside, kept, stepped } from '../../../../webapp/widget/assist/page/place.js';
import { secretField, secretName } from '../../../../webapp/widget/assist/page/secrets.js';
import { hiddenParts } from '../../../../webapp/widget/assist/page/selectors.js';
import { Typed } from '../../../../webapp/widget/assist/page/typed.js';

test('a broken selector takes none of the others with it', () => {
  const works = (/** @type {string} */ text) => !text.includes('?');
  const own = '[data-deskbell="hide"]';
  assert.equal(hiddenParts(' ', works), own);
  assert.equal(hiddenParts('.a, #b', works), `${own},.a, #b`);
  assert.equal(hiddenParts('.a, ?!, :is(.c, .d), [title="x,y"]', works), `${own},.a,:is(.c, .d),[title="x,y"]`);
  assert.equal(hiddenParts('?', works), own);
});

test('only what goes on for three seconds is too fast', () => {
  const pace = new Pace();
  assert.equal(pace.tooFast(9_000, 1_000), false);
  for (const now of [2_000, 3_000]) assert.equal(pace.tooFast(3_000, now), false);
  assert.equal(pace.tooFast(3_000, 4_000), true);
  const calm = new Pace();
  for (let now = 1_000; now < 20_000; now += 1_000) assert.equal(calm.tooFast(now % 3_000 ? 3_000 : 10, now), false);
});

test('changes are counted one by one', () => {
  assert.equal(changesOf({ type: 3, data: { source: 0, adds: [1, 2], removes: [1], attributes: [], texts: [1] } }), 4);
  assert.equal(changesOf({ type: 3, data: { source: 3 } }), 1);
  assert.equal(changesOf({ type: 2, data: {} }), 0);
});

test('the bar stays inside of what is seen', () => {
  const [size, view] = [{ width: 300, height: 50 }, { width: 360, height: 600 }];
  assert.deepEqual(kept({ x: -20, y: 900 }, size, view), { x: 8, y: 542 });
  assert.deepEqual(kept({ x: 40, y: 40 }, size, view), { x: 40, y: 40 });
  assert.deepEqual(kept({ x: 40, y: 40 }, { width: 500, height: 50 }, view), { x: 8, y: 40 });
  assert.deepEqual(stepped({ x: 10, y: 10 }, 'ArrowLeft'), { x: -6, y: 10 });
  assert.equal(stepped({ x: 10, y: 10 }, 'Enter'), null);
});

test('a card stands below what it is about, or above where there is no room', () => {
  const [size, view] = [{ width: 200, height: 100 }, { width: 400, height: 400 }];
  assert.deepEqual(beside({ left: 20, top: 50, bottom: 80 }, size, view), { x: 20, y: 92 });
  assert.deepEqual(beside({ left: 20, top: 350, bottom: 380 }, size, view), { x: 20, y: 238 });
  assert.deepEqual(beside({ left: 390, top: 10, bottom: 395 }, size, view), { x: 192, y: 292 });
});

test('names that look like a secret are told from those that do not', () => {
  for (const name of ['cardNumber', 'cc-number', 'CVV', 'iban', 'smsOtp', 'otp-3', 'pin', 'PINCode', 'access_token', 'securityCode', 'newPassword']) assert.ok(secretName(name), name);
  for (const name of ['shipping', 'opinion', 'town', 'firstName', 'option', 'spinner', 'message', 'postcode', '', undefined]) assert.ok(!secretName(name), String(name));
  assert.ok(secretField({ autocomplete: 'billing CC-csc' }));
  assert.ok(!secretField({ type: 'text', autocomplete: 'given-name', name: 'first' }));
});

test('what was typed is found in any case, encoded, and in many lines', () => {
  const typed = new Typed();
  typed.remember('Lin Smith\nHigh Street 4');
  typed.remember('a@b.example');
  typed.remember('abc');
  assert.equal(typed.redact('Dear LIN\u00a0SMITH of High Street 4, abc'), 'Dear ••••• of •••••, abc');
  assert.equal(typed.redact('/u/a%40b.example'), '/u/•••••');
  assert.equal(typed.redact('nothing of it'), 'nothing of it');
});

test('each word of what was typed is found by itself, short ones are not', () => {
  const typed = new Typed();
  typed.remember('{"name": "Hansi-42 of Kraków", "to": 4711}');
  assert.equal(typed.redact('"Hansi"'), '"•••••"');
  assert.equal(typed.redact('krakÓw, 4711, 42 of'), '•••••, •••••, 42 of');
});

test('words of a longer text are hidden as whole words, and not where the page had said them before', () => {
  const typed = new Typed();
  assert.equal(typed.redactText('Delivery and returns'), 'Delivery and returns');
  typed.remember('my delivery broke');
  typed.remember('my delivery broke at the door');
  assert.equal(typed.redactText('Delivery, broken doors, it broke'), 'Delivery, broken doors, it •••••');
  assert.equal(typed.redactText('you wrote: my delivery broke at the door'), 'you wrote: •••••');
  typed.remember('delivery');
  assert.equal(typed.redactText('Delivery'), '•••••');
});

test('names of classes lose what was typed, plain words stay', () => {
  const typed = new Typed();
  typed.remember('menu');
  typed.remember('lin42');
  assert.equal(typed.redactNames('menu user-lin42'), 'menu user-•••••');
  assert.equal(typed.redact('The menu'), 'The •••••');
});

test('a long text that is edited again and again stays in bounds, the latest is remembered', () => {
  const typed = new Typed();
  const long = 'word '.repeat(90);
  for (let at = 0; at < 2_000; at++) typed.remember(`${at}${long}${at}`);
  assert.equal(typed.redact(`say ${`1999${long}1999`}`), 'say •••••');
});

test('every text has its placeholders', () => {
  const texts = JSON.parse(readFileSync(new URL('../../../../webapp/widget/assist/texts/en.json', import.meta.url)));
  for (const [key, names] of Object.entries({ mark_sees: ['name'], mark_points: ['name'], mark_acts: ['name'], propose_click: ['name', 'label'], propose_fill: ['name', 'label', 'value'], propose_choose: ['name', 'label', 'value'], propose_go: ['name', 'value'] })) {
    for (const name of names) assert.ok(texts[key].includes(`{${name}}`), key);
  }
});
