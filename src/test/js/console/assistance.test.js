import assert from 'node:assert/strict';
import test from 'node:test';
import { clock, completed, createAssistance } from '../../../../webapp/console/assist/assistance.js';
import { assistedText, kindWords, labelOf, lastWord } from '../../../../webapp/console/assist/assistedtext.js';
import { ANSWER, OPEN, createLastWord } from '../../../../webapp/console/assist/lastword.js';
import { createFollows } from '../../../../webapp/console/follows.js';
import { refusal } from '../../../../webapp/console/refusals.js';
import { ENGLISH } from '../../../../webapp/console/texts.js';
import { createTranscript } from '../../../../webapp/shared/transcript.js';

const NOW = Date.parse('2026-11-22T10:00:00Z');
/** @param {object} more @returns {any} */
const request = more => ({ request: 'r1', agent: { id: '1', name: 'Ada' }, kinds: ['see'], state: 'allowed', until: '2026-11-22T10:15:00Z', ...more });
/** @param {object[]} requests @param {object} [more] */
function assistance(requests, more = {}) {
  const made = createAssistance();
  made.apply({ type: 'assistance', conversation: 'c', requests, ...more });
  return made;
}
/** @param {object} more @returns {Frame} */
const entry = more => ({
  type: 'assisted', conversation: 'c', seq: 1, at: '2026-11-22T10:00:00Z', request: 'r1', agent: { id: '1', name: 'Ada' }, ...more,
});
/** What a person reads: without the marks for mixed directions. @param {object} more @param {object} [reader] */
const read = (more, reader = {}) => assistedText(entry(more), {
  me: '1', visitorName: 'Lin', entries: () => [], clock: () => '11:15', ...reader,
}).replace(/[\u2068\u2069]/g, '');

test('a request allows its kinds to its own agent until its time is over', () => {
  const state = assistance([request({ kinds: ['see', 'point'] })]);
  assert.deepEqual(state.kinds('1', NOW), ['see', 'point']);
  assert.deepEqual(state.kinds('2', NOW), []);
  assert.deepEqual(state.kinds('1', Date.parse('2026-11-22T10:15:00Z')), []);
  assert.deepEqual(state.kinds(undefined, NOW), []);
});

test('pointing and acting are nothing without seeing, also when they came by another request', () => {
  assert.deepEqual(assistance([request({ kinds: ['point', 'act'] })]).kinds('1', NOW), []);
  const both = assistance([request({}), request({ request: 'r2', kinds: ['act'] })]);
  assert.equal(both.request('1', 'act', NOW)?.request, 'r2');
  const over = assistance([request({ until: '2026-11-22T09:59:00Z' }), request({ request: 'r2', kinds: ['act', 'voice'] })]);
  assert.deepEqual(over.kinds('1', NOW), ['voice']);
});

test('a question waits, and allows nothing', () => {
  const state = assistance([request({ state: 'asked', until: undefined })]);
  assert.equal(state.waiting('1')?.request, 'r1');
  assert.equal(state.waiting('2'), undefined);
  assert.deepEqual(state.kinds('1', NOW), []);
  assert.equal(state.others('2', NOW).length, 1);
});

test('the time left is that of seeing', () => {
  const state = assistance([request({}), request({ request: 'r2', kinds: ['voice'], until: '2026-11-22T11:00:00Z' })]);
  assert.equal(state.left('1', NOW), 900);
  assert.equal(state.left('2', NOW), 0);
});

test('what the server says replaces what was known, and what is malformed is left out', () => {
  const state = assistance([request({})], { ice: [{ urls: ['stun:x'] }] });
  assert.deepEqual(state.ice, { iceServers: [{ urls: ['stun:x'] }], iceTransportPolicy: 'all' });
  state.apply({ type: 'assistance', requests: [null, { request: 'x' }] });
  assert.deepEqual([state.requests, state.ice], [[], { iceServers: undefined, iceTransportPolicy: 'all' }]);
  state.apply({ type: 'assistance', requests: [], ice: [], relay: true });
  assert.equal(state.ice.iceTransportPolicy, 'relay');
});

test('pointing asks for seeing too, unless that is allowed already', () => {
  assert.deepEqual(completed(['act', 'voice']), ['see', 'act', 'voice']);
  assert.deepEqual(completed(['act'], ['see']), ['act']);
  assert.deepEqual(completed(['voice']), ['voice']);
});

test('time is shown as a clock', () => {
  assert.deepEqual([5, 65, 3723].map(clock), ['0:05', '1:05', '1:02:03']);
});

test('a followed conversation knows how the help stands, and forgets it when opened anew', () => {
  const follows = createFollows({ send: () => true });
  follows.open('c');
  assert.equal(follows.apply({ type: 'assistance', conversation: 'c', requests: [request({})] }, 0), 'c');
  assert.deepEqual([follows.get('c')?.assistance.requests.length, follows.get('c')?.assistance.known], [1, true]);
  follows.apply({ type: 'opened', conversation: 'c', visitor: {}, first: 1, last: 0, resumed: false }, 0);
  assert.deepEqual([follows.get('c')?.assistance.requests.length, follows.get('c')?.assistance.known], [0, false]);
});

test('the steps of the help are entries people see', () => {
  const transcript = createTranscript();
  transcript.apply({ type: 'opened', conversation: 'c', first: 1, last: 1, resumed: false });
  assert.equal(transcript.apply(entry({ event: 'asked', kinds: ['see'], minutes: 15 })), 'added');
  assert.equal(transcript.entries[0].event, 'asked');
});

test('each step has its sentence, for oneself and for others', () => {
  assert.equal(read({ event: 'asked', kinds: ['see', 'point'], minutes: 15 }), 'You asked to see the page and point and draw on it, for 15 minutes');
  assert.equal(read({ event: 'asked', kinds: ['see'], minutes: 1, purpose: 'find it' }, { me: '2' }), 'Ada asked to see the page, for 1 minute: “find it”');
  assert.equal(read({ event: 'allowed', kinds: ['see'], until: '2026-11-22T10:15:00Z' }), 'Lin allowed you to see the page, until 11:15');
  assert.equal(read({ event: 'declined', kinds: ['act'] }, { me: '2' }), 'Lin did not allow Ada to click and scroll on it');
  assert.equal(read({ event: 'stopped', kinds: ['see'], why: 'visitor' }), 'Lin ended the view of the page');
  assert.equal(read({ event: 'stopped', kinds: ['see'], why: 'agent' }), 'You ended the view of the page');
  assert.equal(read({ event: 'stopped', kinds: ['see'], why: 'agent' }, { me: '2' }), 'Ada ended the view of the page');
  assert.equal(read({ event: 'stopped', kinds: ['see'], why: 'unanswered' }), 'Lin did not answer the question about the view of the page');
  assert.equal(read({ event: 'proposed', action: 'fill', label: 'Town', value: 'Bern' }), 'You suggested “Bern” for “Town”');
  assert.equal(read({ event: 'settled', answer: 'no', proposal: 'p' }, { entries: () => [entry({ event: 'proposed', proposal: 'p', label: 'Town' })] }), 'Lin said no to “Town”');
  assert.equal(read({ event: 'called', state: 'ended' }), 'The call ended');
});

test('who takes back a question has not ended anything', () => {
  const asked = entry({ event: 'asked', kinds: ['see'], minutes: 15 });
  const taken = { event: 'stopped', kinds: ['see'], why: 'agent' };
  assert.equal(read(taken, { entries: () => [asked] }), 'You took the question back');
  assert.equal(read(taken, { me: '2', entries: () => [asked] }), 'Ada took the question back');
  assert.equal(read(taken, { entries: () => [asked, entry({ event: 'allowed', kinds: ['see'] })] }), 'You ended the view of the page');
});

test('no step is without words, whatever a later server says', () => {
  for (const why of ['visitor', 'agent', 'expired', 'owner', 'closed', 'unanswered', 'new']) assert.doesNotMatch(read({ event: 'stopped', kinds: ['see'], why }), /_|\{/);
  for (const action of ['click', 'fill', 'choose', 'go', 'new']) assert.doesNotMatch(read({ event: 'proposed', action, label: 'L', value: 'V' }), /_|\{/);
  for (const answer of ['done', 'form', 'no', 'never', 'failed', 'new']) assert.doesNotMatch(read({ event: 'settled', answer }), /_|\{/);
  assert.doesNotMatch(read({ event: 'unheard' }), /_|\{/);
  assert.doesNotMatch(kindWords(['voice', 'video', 'screen', 'teleport'], 'the'), /_|teleport/);
});

test('an answer names what was suggested', () => {
  const entries = [entry({ event: 'proposed', proposal: 'p', label: 'Town' }), entry({ event: 'settled', proposal: 'p', answer: 'done' })];
  assert.equal(labelOf(entries[1], entries), 'Town');
  assert.equal(labelOf(entry({ proposal: 'q' }), entries), '');
  assert.equal(lastWord(entries, '1')?.event, 'settled');
  assert.equal(lastWord(entries, '2'), null);
});

test('what the server refuses is said in words, but not what only passed through', () => {
  for (const reason of ['not-allowed', 'needs-see', 'already', 'too-many', 'not-asked']) {
    assert.ok(Object.values(ENGLISH).includes(refusal({ type: 'refused', of: 'ask', reason }, '1') ?? ''), reason);
  }
  assert.equal(refusal({ type: 'refused', of: 'assist', reason: 'not-allowed' }, '1'), null);
});

test('what became of a suggestion is said for a moment, old answers are not', () => {
  const word = createLastWord();
  const proposed = entry({ seq: 4, event: 'proposed', action: 'click', proposal: 'p', label: 'Town' });
  const settled = entry({ seq: 5, event: 'settled', proposal: 'p', answer: 'done', at: '2026-11-22T11:00:00Z' });
  const around = { me: '1', visitorName: 'Lin' };
  assert.equal(createLastWord()([proposed, settled], { ...around, now: NOW + 3_600_000 + ANSWER + 1 }), '');
  assert.equal(createLastWord()([], { ...around, now: NOW }), '');
  assert.match(word([proposed], { ...around, now: NOW + 1 }), /Waiting for/);
  assert.match(word([proposed, settled], { ...around, now: NOW + 2 }), /said yes/);
  assert.match(word([proposed, settled], { ...around, now: NOW + ANSWER }), /said yes/);
  assert.equal(word([proposed, settled], { ...around, now: NOW + 3 + ANSWER }), '');
  assert.equal(createLastWord()([proposed], { ...around, now: NOW + OPEN + 1 }), '');
});
