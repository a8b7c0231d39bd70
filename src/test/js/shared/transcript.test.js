import test from 'node:test';
import assert from 'node:assert/strict';
import { createTranscript } from '../../../../webapp/shared/transcript.js';

const C = 'c1';
/** @param {number} seq @param {object} [more] @returns {Frame} */
const posted = (seq, more = {}) => ({ type: 'posted', conversation: C, seq, at: '2026-11-21T09:30:00.000Z', by: { kind: 'agent', id: 'a' }, text: `m${seq}`, ...more });
/** @param {object} [more] @returns {Frame} */
const welcome = (more = {}) => ({ type: 'welcome', visitor: 'v', epoch: 'e1', conversation: C, status: 'open', resumed: false, first: 1, last: 0, verified: false, ...more });

function filled(last = 3) {
  const transcript = createTranscript();
  transcript.apply(welcome({ last }));
  for (let seq = 1; seq <= last; seq++) transcript.apply(posted(seq));
  return transcript;
}

test('a start is a resume from nothing', () => {
  const transcript = createTranscript();
  assert.deepEqual(transcript.hello(), {});
  assert.equal(transcript.apply(welcome()), 'reset');
  assert.equal(transcript.apply(posted(1)), 'added');
  assert.equal(transcript.apply({ type: 'live', conversation: C, seq: 1 }), 'live');
  assert.deepEqual(transcript.hello(), { conversation: C, after: 1, epoch: 'e1' });
});

test('a resume goes on where it was and a repeat is ignored', () => {
  const transcript = filled();
  assert.equal(transcript.apply(welcome({ resumed: true, first: 1, last: 5 })), 'none');
  assert.equal(transcript.apply(posted(3)), 'none');
  assert.equal(transcript.apply(posted(4)), 'added');
  assert.equal(transcript.entries.length, 4);
});

test('a gap is seen and nothing is shown out of order', () => {
  const transcript = filled();
  assert.equal(transcript.apply(posted(5)), 'gap');
  assert.equal(transcript.high, 3);
  assert.equal(transcript.apply({ type: 'live', conversation: C, seq: 7 }), 'gap');
});

test('another epoch drops what is held', () => {
  const transcript = filled();
  assert.equal(transcript.apply(welcome({ resumed: false, epoch: 'e2', first: 8, last: 9 })), 'reset');
  assert.equal(transcript.entries.length, 0);
  assert.equal(transcript.apply(posted(8)), 'added');
  assert.equal(transcript.hasOlder, true);
  assert.deepEqual(transcript.before(20), { type: 'before', seq: 8, limit: 20 });
  assert.equal(transcript.hello().epoch, 'e2');
});

test('older pages go in front, overlap is dropped, and the end is known', () => {
  const transcript = createTranscript();
  transcript.apply(welcome({ first: 6, last: 7 }));
  transcript.apply(posted(6));
  transcript.apply({ type: 'older', conversation: C, first: 1, entries: [posted(4), { ...posted(5), type: 'marked', delivered: 3, seen: 2 }, posted(6)] });
  assert.deepEqual(transcript.entries.map(entry => entry.seq), [4, 6]);
  assert.equal(transcript.marks.agent.seen, 2);
  assert.equal(transcript.hasOlder, true);
  transcript.apply({ type: 'older', conversation: C, first: 1, entries: [posted(1), posted(2), posted(3)] });
  assert.equal(transcript.hasOlder, false);
  assert.equal(transcript.before(), null);
});

test('an empty older page ends the asking', () => {
  const transcript = createTranscript();
  transcript.apply(welcome({ first: 6, last: 7 }));
  transcript.apply({ type: 'older', conversation: C, first: 1, entries: [] });
  assert.equal(transcript.hasOlder, false);
});

test('marks only rise and count as entries', () => {
  const transcript = filled(1);
  assert.equal(transcript.apply({ ...posted(2), type: 'marked', delivered: 1, seen: 1 }), 'marks');
  assert.equal(transcript.apply({ ...posted(3), type: 'marked', delivered: 1, seen: 0 }), 'marks');
  assert.deepEqual(transcript.marks.agent, { delivered: 1, seen: 1 });
  assert.equal(transcript.high, 3);
  assert.equal(transcript.entries.length, 1);
});

test('status and owner follow the log', () => {
  const transcript = filled(1);
  transcript.apply({ ...posted(2), type: 'claimed', by: { kind: 'agent', id: 'a', name: 'Ada' } });
  assert.equal(transcript.owner?.name, 'Ada');
  transcript.apply({ ...posted(3), type: 'released', why: 'dropped-out' });
  assert.equal(transcript.owner, null);
  transcript.apply({ ...posted(4), type: 'closed' });
  assert.equal(transcript.status, 'closed');
  transcript.apply({ ...posted(5), type: 'reopened' });
  assert.equal(transcript.status, 'open');
});

test('a new conversation begins empty and the old one is no longer heard', () => {
  const transcript = filled();
  assert.equal(transcript.apply({ type: 'started', conversation: 'c2' }), 'reset');
  assert.equal(transcript.apply(posted(4)), 'none');
  assert.equal(transcript.apply({ ...posted(1), conversation: 'c2' }), 'added');
  assert.equal(transcript.epoch, 'e1');
});

test('an entry of a kind that is not known yet is counted and not shown', () => {
  const transcript = filled(1);
  assert.equal(transcript.apply({ ...posted(2), type: 'foretold' }), 'marks');
  assert.equal(transcript.apply(posted(3)), 'added');
});

test('a page of nothing but what is for others is passed over', () => {
  const transcript = createTranscript();
  transcript.apply(welcome({ first: 6, last: 7 }));
  transcript.apply(posted(6));
  transcript.apply({ type: 'older', conversation: C, first: 1, entries: [4, 5].map(seq => ({ type: 'passed', conversation: C, seq })) });
  assert.deepEqual(transcript.before(20), { type: 'before', seq: 4, limit: 20 });
  assert.equal(transcript.entries.length, 1);
  assert.equal(transcript.apply({ type: 'passed', conversation: C, seq: 7 }), 'marks');
  assert.equal(transcript.high, 7);
});

test('a console shows notes, a visitor does not', () => {
  const note = posted(1, { type: 'noted' });
  for (const [transcript, change] of /** @type {const} */ ([[createTranscript(['noted']), 'added'], [createTranscript(), 'marks']])) {
    transcript.apply(welcome());
    assert.equal(transcript.apply(note), change);
  }
});

test('an agent opens with a summary', () => {
  const transcript = createTranscript();
  transcript.apply({ type: 'opened', conversation: C, summary: { status: 'open', owner: { id: 'a', name: 'Ada' } }, visitor: {}, resumed: false, first: 1, last: 2 });
  assert.equal(transcript.owner?.name, 'Ada');
  assert.equal(transcript.conversation, C);
});

/** @param {number} seq @param {number} of */
const removed = (seq, of) => posted(seq, { type: 'removed', of, text: undefined });

test('what was removed is empty in its place, also where it comes in later', () => {
  const transcript = createTranscript();
  transcript.apply(welcome({ first: 6, last: 7 }));
  transcript.apply(posted(6, { files: [{ id: 'f' }] }));
  assert.equal(transcript.apply(removed(7, 6)), 'marks');
  assert.equal(transcript.apply(removed(8, 4)), 'marks');
  assert.equal(transcript.high, 8);
  // The page was read before it was removed.
  transcript.apply({ type: 'older', conversation: C, first: 1, entries: [posted(4), posted(5)] });
  assert.deepEqual(transcript.entries.map(({ seq, text, files, removed }) => [seq, text, files, removed ?? false]),
    [[4, '', undefined, true], [5, 'm5', undefined, false], [6, '', undefined, true]]);
  transcript.clear();
  transcript.apply(welcome());
  transcript.apply(posted(1));
  assert.equal(transcript.entries[0].text, 'm1');
});

test('what was edited says so in its place, also where it comes in later, until it is removed', () => {
  const transcript = createTranscript(['edited']);
  transcript.apply(welcome({ first: 6, last: 7 }));
  transcript.apply(posted(6, { files: [{ id: 'f' }] }));
  const edited = (/** @type {number} */ seq, /** @type {number} */ of, /** @type {string} */ text) => posted(seq, { type: 'edited', of, text, was: 'before', at: `at ${seq}` });
  transcript.apply(edited(7, 6, 'one'));
  transcript.apply(edited(8, 6, 'two'));
  transcript.apply(edited(9, 4, 'three'));
  const messages = () => transcript.entries.filter(entry => entry.type === 'posted').map(({ seq, text, files, edited: at }) => [seq, text, files?.length, at]);
  assert.deepEqual(messages(), [[6, 'two', 1, 'at 8']]);
  // The page was read before it was edited.
  transcript.apply({ type: 'older', conversation: C, first: 1, entries: [posted(4), posted(5)] });
  assert.deepEqual(messages(), [[4, 'three', undefined, 'at 9'], [5, 'm5', undefined, undefined], [6, 'two', 1, 'at 8']]);
  transcript.apply(removed(10, 6));
  assert.deepEqual(transcript.entries.filter(entry => entry.removed).map(({ type, text, was, files }) => [type, text, was, files]),
    [['posted', '', undefined, undefined], ['edited', '', undefined, undefined], ['edited', '', undefined, undefined]]);
  assert.equal(transcript.high, 10);
});

test('who joins and leaves is shown and owns nothing', () => {
  const transcript = filled(1);
  const by = { kind: 'agent', id: 'b', name: 'Ben' };
  transcript.apply({ ...posted(2), type: 'claimed', by: { kind: 'agent', id: 'a', name: 'Ada' } });
  assert.equal(transcript.apply({ ...posted(3), type: 'joined', by }), 'added');
  assert.equal(transcript.owner?.id, 'a');
  assert.equal(transcript.apply({ ...posted(4), type: 'left', by }), 'added');
  assert.deepEqual(transcript.entries.map(entry => entry.type), ['posted', 'claimed', 'joined', 'left']);
});
