import assert from 'node:assert/strict';
import test from 'node:test';
import { readFileSync } from 'node:fs';
import { ENGLISH } from '../../../../webapp/console/assist/calltexts.js';
import { createMinutes } from '../../../../webapp/console/assist/minutes.js';
import { elapsed } from '../../../../webapp/shared/call/panel.js';

const file = (/** @type {string} */ path) => String(readFileSync(new URL(`../../../../webapp/${path}`, import.meta.url)));

/** @param {[string, string?][]} steps */
function noted(steps) {
  /** @type {string[]} */
  const notes = [];
  const minutes = createMinutes(state => notes.push(state));
  steps.forEach(([state, reason = '']) => minutes.became(state, reason));
  return notes;
}

test('the transcript hears of a call once when it starts and once when it ends', () => {
  assert.deepEqual(noted([['asking'], ['connecting'], ['connected'], ['again'], ['connected'], ['ended', 'other'], ['ended', 'other']]), ['started', 'ended']);
  assert.deepEqual(noted([['asking'], ['connecting'], ['ended', 'no-path']]), ['failed']);
  assert.deepEqual(noted([['asking'], ['connecting'], ['connected'], ['again'], ['ended', 'no-path']]), ['started', 'failed']);
  assert.deepEqual(noted([['asking'], ['connecting'], ['ended', 'left']]), [], 'nobody joined');
  assert.deepEqual(noted([['asking'], ['connected'], ['ended', 'left'], ['asking'], ['connected'], ['ended', 'left']]), ['started', 'ended', 'started', 'ended']);
  assert.deepEqual(noted([['idle'], ['ended', 'unable']]), []);
});

test('the time of a call reads as a clock', () => {
  assert.deepEqual([0, 61_500, 3_600_000, -5].map(elapsed), ['00:00', '01:01', '01:00:00', '00:00']);
});

test('both dictionaries have the same keys, and every key the views name', () => {
  const widget = JSON.parse(file('widget/assist/texts/en.json'));
  assert.deepEqual(Object.keys(widget).filter(key => key.startsWith('call_')).sort(), Object.keys(ENGLISH).sort());
  const views = ['panel', 'stage', 'choice'].map(name => file(`shared/call/${name}.js`)).join('\n');
  for (const [, key] of views.matchAll(/words\(['`](call_\w+)['`]/g)) assert.ok(key in widget, key);
  for (const state of ['idle', 'asking', 'rung', 'waiting', 'connecting', 'connected', 'muted', 'again', 'mic', 'camera', 'screen', 'their_camera', 'their_screen']) assert.ok(`call_${state}` in widget, state);
  for (const reason of ['none', 'denied', 'site', 'used', 'lost', 'unable']) assert.ok(`call_why_${reason}` in widget, reason);
  for (const reason of ['left', 'other', 'stopped', 'elsewhere', 'no_path', 'too_large', 'unable']) assert.ok(`call_end_${reason}` in widget, reason);
});
