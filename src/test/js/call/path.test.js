import assert from 'node:assert/strict';
import test from 'node:test';
import { makePair, makeTalk, settled } from './fakes.js';

test('a broken path is tried anew after 4 s and after 10 s, and given up after 30 s', async () => {
  const { agent, visitor, clock } = await makeTalk(['voice']);
  visitor.wire = agent.wire = () => {};
  agent.peer.become('disconnected');
  assert.equal(agent.call.state, 'again');
  await clock.pass(3_999);
  assert.equal(agent.peer.restarts, 0);
  await clock.pass(1);
  assert.equal(agent.peer.restarts, 1);
  const offers = () => agent.said.filter(data => data.description?.sdp === 'offer 2').length;
  assert.equal(offers(), 1);
  await clock.pass(6_000);
  assert.equal(offers(), 2, 'the offer without an answer is said again');
  await clock.pass(19_999);
  assert.equal(agent.call.state, 'again');
  await clock.pass(1);
  assert.deepEqual([agent.call.state, agent.call.reason], ['ended', 'no-path']);
  assert.equal(agent.devices.tracks[0].stopped, true);
});

test('a path that comes back by itself is not disturbed', async () => {
  const { agent, clock } = await makeTalk(['voice']);
  agent.peer.become('disconnected');
  await clock.pass(3_000);
  agent.peer.become('connected');
  await clock.pass(60_000);
  assert.deepEqual([agent.call.state, agent.peer.restarts], ['connected', 0]);
});

test('a failed path is tried anew at once, and both ends doing so still agree', async () => {
  const { agent, visitor, clock } = await makeTalk(['voice']);
  agent.peer.become('failed');
  visitor.peer.become('failed');
  await settled();
  assert.deepEqual([agent.peer.restarts, visitor.peer.restarts], [1, 1]);
  assert.deepEqual([agent.peer.signalingState, visitor.peer.signalingState], ['stable', 'stable']);
  agent.peer.become('connected');
  visitor.peer.become('connected');
  await clock.pass(60_000);
  assert.deepEqual([agent.call.state, visitor.call.state], ['connected', 'connected']);
});

test('a call that never connects gives up after 30 s, but waiting for somebody does not', async () => {
  const { agent, visitor, clock } = makePair(['voice']);
  await agent.call.start();
  await clock.pass(120_000);
  assert.equal(agent.call.state, 'connecting');
  await visitor.call.start();
  await settled();
  await clock.pass(29_999);
  assert.deepEqual([agent.call.state, visitor.call.state], ['connecting', 'connecting']);
  await clock.pass(1);
  assert.deepEqual([agent.call.reason, agent.said.at(-1).bye, visitor.call.reason], ['no-path', true, 'no-path'], 'the one who is told knows why');
});
