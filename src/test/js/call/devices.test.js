import assert from 'node:assert/strict';
import test from 'node:test';
import { createSources } from '../../../../webapp/shared/call/sources.js';
import { makeDevices, makeEnd, makeTalk, settled } from './fakes.js';

/** @param {any} error @param {boolean} [blocked] @param {'mic' | 'screen'} [source] */
async function refused(error, blocked = false, source = 'mic') {
  const devices = Object.assign(makeDevices(), { error });
  const sources = createSources({ devices: /** @type {any} */ (devices), blocked: () => blocked, may: () => true, put() {}, changed() {} });
  await sources.turn(source, true);
  assert.equal(sources.asking, null);
  return sources.problem && sources.problem.reason;
}

test('every way a device can be missing has its reason', async () => {
  assert.equal(await refused({ name: 'NotFoundError' }), 'none');
  assert.equal(await refused({ name: 'OverconstrainedError' }), 'none');
  assert.equal(await refused({ name: 'NotAllowedError', message: 'Permission denied' }), 'denied');
  assert.equal(await refused({ name: 'NotAllowedError', message: 'Permission denied' }, true), 'site');
  assert.equal(await refused({ name: 'NotAllowedError', message: 'disallowed by permissions policy' }), 'site');
  assert.equal(await refused({ name: 'NotReadableError' }), 'used');
  assert.equal(await refused({ name: 'TypeError' }), 'unable');
});

test('closing the choice of a screen is no problem, a policy against it is', async () => {
  assert.equal(await refused({ name: 'NotAllowedError', message: 'Permission denied' }, false, 'screen'), null);
  assert.equal(await refused({ name: 'NotAllowedError', message: 'Permission denied by system' }, false, 'screen'), 'denied');
  assert.equal(await refused({ name: 'NotAllowedError', message: '' }, true, 'screen'), 'site');
});

test('without a microphone one joins and listens, and is told why', async () => {
  const end = makeEnd('visitor');
  end.devices.error = { name: 'NotFoundError' };
  end.call.allow(['voice'], {});
  await end.call.start();
  assert.deepEqual([end.call.state, end.call.problem], ['connecting', { source: 'mic', reason: 'none' }]);
  end.devices.error = null;
  await end.call.turn('mic', true);
  assert.deepEqual([end.call.problem, end.call.mine.mic], [null, true]);
});

test('a device that goes away during the call is let go of and said', async () => {
  const { agent, visitor } = await makeTalk(['voice', 'screen']);
  await visitor.call.turn('screen', true);
  visitor.devices.tracks[1].end();
  assert.equal(visitor.call.problem, null, 'the browser\'s own Stop is no problem');
  visitor.devices.tracks[0].end();
  assert.deepEqual(visitor.call.problem, { source: 'mic', reason: 'lost' });
  await settled();
  assert.deepEqual(agent.call.theirs, { mic: false, camera: false, screen: false });
  assert.equal(visitor.peer.transceivers[0].sender.track, null);
});

test('another microphone takes the place of a silent one silently', async () => {
  const { visitor } = await makeTalk(['voice']);
  await visitor.call.turn('mic', false);
  await visitor.call.choose('mic', 'second');
  const [first, second] = visitor.devices.tracks;
  assert.deepEqual(visitor.devices.asked[1].audio, { deviceId: { ideal: 'second' } });
  assert.deepEqual([first.stopped, second.enabled], [true, false]);
  await settled();
  assert.equal(visitor.peer.transceivers[0].sender.track, second);
});

test('a choice made while a device is off waits for it', async () => {
  const { visitor } = await makeTalk(['voice', 'video']);
  await visitor.call.choose('camera', 'back');
  assert.equal(visitor.devices.asked.length, 1);
  await visitor.call.turn('camera', true);
  assert.deepEqual(visitor.devices.asked[1].video.deviceId, { ideal: 'back' });
});

test('turned off while the browser still asks, a device stays off', async () => {
  const { visitor } = await makeTalk(['voice', 'video']);
  /** @type {() => void} */
  let answer = () => {};
  visitor.devices.wait = new Promise(go => { answer = () => go(); });
  const turned = visitor.call.turn('camera', true);
  await settled();
  assert.equal(visitor.call.asking, 'camera');
  await visitor.call.turn('camera', false);
  answer();
  await turned;
  assert.deepEqual([visitor.devices.tracks[1].stopped, visitor.call.mine.camera, visitor.call.asking], [true, false, null]);
});

test('only devices that have a name are offered', async () => {
  const end = makeEnd('agent');
  end.devices.all = [
    { kind: 'audioinput', deviceId: 'a', label: 'Headset' }, { kind: 'audioinput', deviceId: '', label: '' },
    { kind: 'videoinput', deviceId: 'v', label: 'Camera' }, { kind: 'audiooutput', deviceId: 'o', label: 'Speakers' },
  ];
  assert.deepEqual(await end.call.list('mic'), [{ id: 'a', label: 'Headset' }]);
  assert.deepEqual(await end.call.list('camera'), [{ id: 'v', label: 'Camera' }]);
});
