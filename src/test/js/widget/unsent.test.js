import test from 'node:test';
import assert from 'node:assert/strict';
import { createPace, toldOf } from '../../../../webapp/widget/unsent/pace.js';

test('nothing is told before the visitor could read that it is', () => {
  const pace = createPace();
  assert.equal(pace.wait(0), null);
  pace.seen(1_000);
  pace.seen(2_500);
  assert.equal(pace.wait(2_500), 500);
  assert.equal(pace.wait(3_000), 0);
  pace.unseen();
  assert.equal(pace.wait(9_000), null);
});

test('something is told once a second at most', () => {
  const pace = createPace();
  pace.seen(0);
  pace.told(5_000);
  assert.equal(pace.wait(5_100), 900);
  assert.equal(pace.wait(6_100), 0);
});

test('of a long text its end is told, never half a character', () => {
  assert.equal(toldOf('  Where is my par '), 'Where is my par');
  assert.equal(toldOf(' \n '), '');
  assert.equal(toldOf('a\u0000b\ud83d'), 'ab\ufffd');
  const long = toldOf('🙂'.repeat(800));
  assert.equal(long, `…${'🙂'.repeat(499)}`);
  assert.equal(toldOf('x'.repeat(2_000)).length, 1_000);
});
