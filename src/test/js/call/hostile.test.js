import assert from 'node:assert/strict';
import test from 'node:test';
import { parse, readSignal } from '../../../../webapp/shared/call/signals.js';
import { makeEnd, makeTalk, settled } from './fakes.js';

/** @type {any[]} */
const JUNK = [
  null, undefined, 0, 7, true, 'text', [], [1], {}, { description: null }, { description: 7 }, { description: { type: 'offer' } },
  { description: { type: 'rollback', sdp: '' } }, { description: { type: 'pranswer', sdp: 'v=0' } }, { description: { type: 'offer', sdp: {} } },
  { description: { type: 'offer', sdp: 'x'.repeat(20_001) } }, { candidate: 7 }, { candidate: {} }, { candidate: { candidate: {} } },
  { candidate: { candidate: 'x'.repeat(1_001) } }, { media: null }, { media: 'mic' }, { bye: 'yes' }, { ready: {} }, { ready: 'x'.repeat(65) }, { other: 1 },
];

test('junk is no signal', () => {
  for (const data of JUNK) assert.equal(readSignal(data), null, JSON.stringify(data));
  assert.equal(parse('{"bye":'), null);
  assert.equal(parse(7), null);
  assert.equal(parse(`"${'x'.repeat(24_000)}"`), null);
});

test('a signal is taken with its known members only', () => {
  assert.deepEqual(readSignal({ media: { mic: 1, camera: true, extra: 2 }, extra: 3, leg: {} }), { media: { mic: false, camera: true, screen: false } });
  assert.deepEqual(readSignal({ leg: 'a', candidate: { candidate: 'c', sdpMid: 4, sdpMLineIndex: '0', foundation: {} } }),
    { leg: 'a', candidate: { candidate: 'c', sdpMid: null, sdpMLineIndex: null } });
});

test('junk in any state changes nothing and throws nothing', async () => {
  const { agent, visitor } = await makeTalk(['voice']);
  const idle = makeEnd('visitor');
  const leg = agent.said.at(-1).leg;
  const before = [agent, visitor, idle].map(end => end.said.length);
  for (const end of [agent, visitor, idle]) {
    for (const data of JUNK) {
      end.call.hear(data);
      if (typeof data === 'object' && data) end.call.hear({ ...data, leg });
    }
    end.call.hear({ leg, description: { type: 'answer', sdp: 'junk' } });
    end.call.hear({ leg, description: { type: 'offer', sdp: 'junk' } });
    end.call.hear({ leg, candidate: { candidate: 'junk' } });
  }
  await settled();
  assert.deepEqual([agent.call.state, visitor.call.state, idle.call.state], ['connected', 'connected', 'idle']);
  assert.deepEqual([agent, visitor, idle].map(end => end.said.length), before);
  visitor.peer.restartIce();
  await settled();
  assert.deepEqual([agent.peer.signalingState, visitor.peer.signalingState], ['stable', 'stable'], 'it still negotiates');
});

test('candidates before the description wait for it, and no more than 200 of them', async () => {
  const { agent, visitor } = { agent: makeEnd('agent'), visitor: makeEnd('visitor') };
  visitor.call.allow(['voice'], {});
  await visitor.call.start();
  const leg = visitor.said.at(-1).leg;
  for (let i = 0; i < 5_000; i++) visitor.call.hear({ leg, candidate: { candidate: `c${i}`, sdpMid: '0' } });
  await settled();
  await settled();
  assert.equal(visitor.peer.candidates.length, 0);
  visitor.call.hear({ leg, description: { type: 'offer', sdp: 'offer 1' } });
  for (let turn = 0; turn < 5; turn++) await settled();
  assert.equal(visitor.peer.candidates.length, 200);
  visitor.call.hear({ leg, candidate: { candidate: 'late' } });
  await settled();
  assert.equal(visitor.peer.candidates.length, 200);
  assert.equal(agent.peers.length, 0);
});

test('the end of the candidates is passed on as null, both ways', async () => {
  const { agent, visitor } = await makeTalk(['voice']);
  agent.peer.onicecandidate({ candidate: { candidate: 'c1', toJSON: () => ({ candidate: 'c1', sdpMid: '0', sdpMLineIndex: 0 }) } });
  agent.peer.onicecandidate({ candidate: { candidate: '', toJSON: () => ({ candidate: '' }) } });
  agent.peer.onicecandidate({ candidate: null });
  await settled();
  assert.deepEqual(visitor.peer.candidates, [{ candidate: 'c1', sdpMid: '0', sdpMLineIndex: 0 }, null]);
});

test('a flood of new legs is not followed', async () => {
  const { agent, clock } = await makeTalk(['voice']);
  for (let i = 0; i < 1_000; i++) agent.call.hear({ ready: `leg${i}` });
  assert.ok(agent.peers.length <= 6, `${agent.peers.length} connections`);
  await clock.pass(2_000);
  agent.call.hear({ ready: 'honest' });
  await settled();
  assert.equal(agent.said.at(-1).leg, 'honest');
});

test('a flood of rings is answered a few times only', async () => {
  const end = makeEnd('visitor');
  end.call.allow(['voice'], {});
  await end.call.start();
  end.said.length = 0;
  for (let i = 0; i < 1_000; i++) end.call.hear({ media: { mic: true } });
  assert.ok(end.said.filter(data => data.ready).length <= 5);
});

test('what comes for another leg is not taken for one\'s own', async () => {
  const { agent } = await makeTalk(['voice']);
  const { remoteDescription } = agent.peer;
  agent.call.hear({ leg: 'foreign', description: { type: 'offer', sdp: 'offer 9' } });
  agent.call.hear({ leg: 'foreign', bye: true });
  agent.call.hear({ description: { type: 'offer', sdp: 'offer 9' } });
  await settled();
  assert.equal(agent.call.state, 'connected');
  assert.equal(agent.peer.remoteDescription, remoteDescription);
});

test('a flood of offers is answered a bounded number of times', async () => {
  const { visitor, agent } = await makeTalk(['voice']);
  const leg = agent.said.at(-1).leg;
  visitor.said.length = 0;
  agent.wire = visitor.wire = () => {};
  for (let i = 0; i < 3_000; i++) visitor.call.hear({ leg, description: { type: 'offer', sdp: `offer ${i}` } });
  for (let turn = 0; turn < 100; turn++) await settled();
  const answers = visitor.said.filter(data => data.description).length;
  assert.ok(answers > 0 && answers <= 300, `${answers} answers`);
});

test('a leg that says again that it is ready keeps its connection', async () => {
  const { agent } = await makeTalk(['voice']);
  agent.call.hear({ ready: agent.said.at(-1).leg });
  assert.equal(agent.peers.length, 1);
  assert.equal(agent.call.state, 'connected');
});

test('a late offer to an earlier leg of the same tab is not taken for another tab', async () => {
  const { agent, visitor } = await makeTalk(['voice']);
  const earlier = agent.said.at(-1).leg;
  visitor.call.hear({ media: { mic: true } });
  visitor.call.hear({ leg: earlier, description: { type: 'offer', sdp: 'offer 2' } });
  assert.equal(visitor.peers.length, 2);
  assert.equal(visitor.call.state, 'connecting');
});
