import assert from 'node:assert/strict';
import test from 'node:test';
import { makeEnd, makePair, makeTalk, settled } from './fakes.js';

const OFFER = { type: 'offer', sdp: 'offer 1' };

test('an agent calls, the visitor sees it and joins, and they talk', async () => {
  const { agent, visitor } = makePair(['voice']);
  await agent.call.start();
  await settled();
  assert.equal(visitor.call.rung, true);
  assert.equal(visitor.devices.asked.length, 0, 'nothing is captured before Join');
  assert.deepEqual([agent.call.state, agent.call.met, agent.peers.length], ['connecting', false, 0]);
  await visitor.call.start();
  await settled();
  assert.deepEqual([agent.peer.signalingState, visitor.peer.signalingState], ['stable', 'stable']);
  assert.equal(agent.peer.offers, 1);
  assert.equal(visitor.peer.offers, 0);
  assert.equal(visitor.peer.transceivers[0].sender.track, visitor.devices.tracks[0]);
  assert.deepEqual(visitor.peer.transceivers.map(one => one.direction), ['sendrecv', 'sendrecv', 'sendrecv']);
  agent.peer.become('connected');
  visitor.peer.become('connected');
  assert.deepEqual(visitor.states, ['idle', 'asking', 'connecting', 'connected']);
  assert.deepEqual([agent.call.theirs.mic, visitor.call.theirs.mic], [true, true]);
});

test('who joins first waits, and is found when the agent comes', async () => {
  const { agent, visitor } = makePair(['voice']);
  await visitor.call.start();
  await settled();
  assert.equal(agent.call.rung, true);
  await agent.call.start();
  await settled();
  assert.equal(agent.peers.length, 1);
  assert.equal(visitor.peers.length, 1);
  assert.equal(visitor.peer.signalingState, 'stable');
  assert.equal(visitor.call.met, true);
});

test('on glare the visitor gives way and both offers are settled', async () => {
  const { agent, visitor } = await makeTalk(['voice']);
  agent.peer.restartIce();
  visitor.peer.restartIce();
  await settled();
  assert.equal(visitor.peer.rollbacks, 1);
  assert.equal(agent.peer.rollbacks, 0);
  assert.deepEqual([agent.peer.signalingState, visitor.peer.signalingState], ['stable', 'stable']);
  assert.deepEqual([agent.peer.offers, visitor.peer.offers], [2, 2], 'the offer that gave way is made again');
});

test('turning things on and off never negotiates', async () => {
  const { agent, visitor } = await makeTalk();
  const before = agent.peer.offers + visitor.peer.offers;
  await visitor.call.turn('mic', false);
  await visitor.call.turn('camera', true);
  await visitor.call.turn('screen', true);
  await settled();
  assert.deepEqual(agent.call.theirs, { mic: false, camera: true, screen: true });
  assert.deepEqual(visitor.peer.transceivers.map(one => one.sender.track), visitor.devices.tracks);
  const [mic, camera] = visitor.devices.tracks;
  assert.deepEqual([mic.enabled, mic.stopped], [false, false], 'silent, but at hand');
  await visitor.call.turn('mic', true);
  await visitor.call.turn('camera', false);
  await settled();
  assert.deepEqual([mic.enabled, camera.stopped], [true, true]);
  assert.deepEqual(agent.call.theirs, { mic: true, camera: false, screen: true });
  assert.equal(visitor.devices.asked.length, 3);
  assert.equal(agent.peer.offers + visitor.peer.offers, before);
});

test('a kind that is withdrawn ends at once, its device is free, and the rest goes on', async () => {
  const { agent, visitor } = await makeTalk(['voice', 'video']);
  await visitor.call.turn('camera', true);
  await agent.call.turn('camera', true);
  [agent, visitor].forEach(end => end.call.allow(['voice'], {}));
  assert.deepEqual(visitor.devices.tracks.map(track => track.stopped), [false, true]);
  assert.deepEqual(agent.devices.tracks.map(track => track.stopped), [false, true]);
  await settled();
  assert.equal(visitor.peer.transceivers[1].sender.track, null);
  assert.equal(visitor.call.state, 'connected');
  await visitor.call.turn('camera', true);
  assert.equal(visitor.devices.asked.length, 2, 'it is not even asked for');
});

test('what the visitor withdrew is not shown, whatever his page goes on sending', async () => {
  const { agent } = await makeTalk(['voice', 'video']);
  const leg = agent.said[agent.said.length - 1].leg;
  agent.call.hear({ leg, media: { mic: true, camera: true, screen: true } });
  assert.deepEqual(agent.call.theirs, { mic: true, camera: true, screen: false });
  agent.call.allow(['voice'], {});
  assert.deepEqual(agent.call.theirs, { mic: true, camera: false, screen: false });
});

test('when everything is withdrawn the call ends with bye', async () => {
  const { agent, visitor } = await makeTalk(['voice']);
  visitor.call.allow([], {});
  assert.deepEqual([visitor.call.state, visitor.call.reason], ['ended', 'stopped']);
  assert.equal(visitor.devices.tracks[0].stopped, true);
  assert.equal(visitor.peer.signalingState, 'closed');
  assert.equal(visitor.said[visitor.said.length - 1].bye, true);
  await settled();
  assert.deepEqual([agent.call.state, agent.call.reason], ['ended', 'other']);
  assert.equal(agent.devices.tracks[0].stopped, true);
});

test('consent that is withdrawn while the browser asks captures nothing', async () => {
  const end = makeEnd('visitor');
  end.call.allow(['voice'], {});
  /** @type {() => void} */
  let answer = () => {};
  end.devices.wait = new Promise(go => { answer = () => go(); });
  const started = end.call.start();
  await settled();
  assert.equal(end.call.state, 'asking');
  end.call.allow([], {});
  answer();
  await started;
  assert.equal(end.devices.tracks[0].stopped, true);
  assert.deepEqual(end.call.mine, { mic: false, camera: false, screen: false });
  assert.equal(end.call.state, 'ended');
  assert.equal(end.peers.length, 0);
});

test('each side sends only what the kinds allow it', () => {
  /** @param {'visitor' | 'agent'} side @param {string[]} kinds */
  const may = (side, kinds) => {
    const { call } = makeEnd(side);
    call.allow(kinds, {});
    return ['mic', 'camera', 'screen'].filter(source => call.may(/** @type {any} */ (source))).join();
  };
  assert.equal(may('visitor', ['voice']), 'mic');
  assert.equal(may('visitor', ['video']), 'camera');
  assert.equal(may('visitor', ['screen', 'see']), 'screen');
  assert.equal(may('visitor', ['see', 'point', 'act']), '');
  assert.equal(may('agent', ['screen']), 'mic,screen');
  assert.equal(may('agent', ['voice']), 'mic,screen');
  assert.equal(may('agent', ['video']), 'mic,camera,screen');
  assert.equal(may('agent', ['see']), '');
});

test('without the visitor\'s consent nothing starts', async () => {
  const end = makeEnd('agent');
  end.call.allow(['see'], {});
  await end.call.start();
  assert.deepEqual([end.call.state, end.said.length, end.devices.asked.length], ['idle', 0, 0]);
});

test('bye ends the call on both sides, and it can begin again', async () => {
  const { agent, visitor } = await makeTalk(['voice']);
  visitor.call.end();
  await settled();
  assert.deepEqual([visitor.call.reason, agent.call.reason], ['left', 'other']);
  await agent.call.start();
  await settled();
  assert.equal(visitor.call.rung, true);
  await visitor.call.start();
  await settled();
  assert.equal(agent.peers.length, 2);
  assert.equal(visitor.peer.signalingState, 'stable');
});

test('an agent who hangs up before anybody joined does not leave the bell ringing', async () => {
  const { agent, visitor } = makePair(['voice']);
  await agent.call.start();
  await settled();
  agent.call.end();
  await settled();
  assert.deepEqual([visitor.call.state, visitor.call.rung], ['idle', false]);
});

test('a page load of the visitor joins the same call again', async () => {
  const { agent, visitor, clock } = await makeTalk(['voice']);
  const next = makeEnd('visitor', clock);
  agent.wire = data => queueMicrotask(() => next.call.hear(data));
  next.wire = visitor.wire;
  visitor.wire = () => {};
  next.call.allow(['voice'], {});
  await next.call.start();
  await settled();
  assert.equal(agent.call.state, 'again');
  assert.equal(agent.peers[0].signalingState, 'closed');
  assert.equal(agent.peers[1].transceivers[0].sender.track, agent.devices.tracks[0], 'the microphone goes along');
  assert.equal(next.peer.signalingState, 'stable');
  agent.peer.become('connected');
  assert.equal(agent.call.state, 'connected');
});

test('a page load of the agent finds the visitor who is still in the call', async () => {
  const { agent, visitor, clock } = await makeTalk(['voice']);
  const next = makeEnd('agent', clock);
  next.wire = agent.wire;
  visitor.wire = data => queueMicrotask(() => next.call.hear(data));
  next.call.allow(['voice'], {});
  await next.call.start();
  await settled();
  assert.equal(visitor.peers[0].signalingState, 'closed');
  assert.deepEqual([next.peer.signalingState, visitor.peer.signalingState], ['stable', 'stable']);
});

test('joining in another tab takes the call over', async () => {
  const { agent, visitor, clock } = await makeTalk(['voice']);
  const other = makeEnd('visitor', clock);
  agent.wire = data => queueMicrotask(() => [visitor, other].forEach(end => end.call.hear(data)));
  other.wire = visitor.wire;
  other.call.allow(['voice'], {});
  await other.call.start();
  await settled();
  assert.deepEqual([visitor.call.state, visitor.call.reason], ['ended', 'elsewhere']);
  assert.equal(visitor.devices.tracks[0].stopped, true);
  assert.notEqual(agent.call.state, 'ended', 'the first tab says no bye');
  assert.equal(other.peer.signalingState, 'stable');
});

test('new servers are used from then on', async () => {
  const { agent } = await makeTalk(['voice']);
  const ice = { iceServers: [{ urls: ['turn:a.example'], username: 'u', credential: 'c' }] };
  agent.call.allow(['voice'], ice);
  assert.deepEqual(agent.peer.config, ice);
});

test('an address of a server that nobody understands does not keep two on one network apart', async () => {
  const { agent, visitor } = makePair(['voice']);
  [agent, visitor].forEach(end => end.call.allow(['voice'], { iceServers: [{ urls: ['junk'] }] }));
  await agent.call.start();
  await visitor.call.start();
  await settled();
  assert.equal(visitor.peer.signalingState, 'stable');
  assert.equal(visitor.call.met, true);
});

test('where only a relay is allowed nothing else is tried, even when its address is not understood', async () => {
  for (const address of ['turn:a.example', 'junk']) {
    const { agent, visitor } = makePair(['voice']);
    [agent, visitor].forEach(end => end.call.allow(['voice'], { iceServers: [{ urls: [address] }], iceTransportPolicy: 'relay' }));
    await agent.call.start();
    await visitor.call.start();
    await settled();
    assert.deepEqual([agent, visitor].map(end => end.peer.config.iceTransportPolicy), ['relay', 'relay']);
  }
});

test('a signal that was lost with the socket is said again when consent is told again', async () => {
  const { agent, visitor } = makePair(['voice']);
  const { wire } = visitor;
  await agent.call.start();
  visitor.wire = () => {};
  await visitor.call.start();
  await settled();
  assert.equal(visitor.call.met, false);
  visitor.wire = wire;
  visitor.call.allow(['voice'], {});
  await settled();
  assert.equal(visitor.call.met, true);
});

test('a description that is too long for the wire ends the call with that reason', async () => {
  const { agent, visitor } = makePair(['voice']);
  agent.sdp = 'x'.repeat(20_001);
  await agent.call.start();
  await visitor.call.start();
  await settled();
  assert.deepEqual([agent.call.state, agent.call.reason], ['ended', 'too-large']);
  assert.equal(visitor.call.reason, 'other');
});

test('a browser that cannot call says so', async () => {
  const { createCall } = await import('../../../../webapp/shared/call.js');
  const call = createCall({ side: 'visitor', signal() {}, changed() {}, devices: /** @type {any} */ ({}), Connection: /** @type {any} */ (undefined) });
  call.allow(['voice'], {});
  await call.start();
  assert.deepEqual([call.state, call.reason], ['ended', 'unable']);
});

test('an offer nobody waits for is left alone', async () => {
  const end = makeEnd('visitor');
  end.call.allow(['voice'], {});
  end.call.hear({ leg: 'x', description: OFFER });
  await settled();
  assert.deepEqual([end.call.state, end.peers.length, end.said.length], ['idle', 0, 0]);
});
