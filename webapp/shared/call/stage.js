/**
 * What one sees and hears of a call: the other end's screen and camera, one's own camera small, the sound. View.
 *
 *   const stage = createStage(words);   words(key, values?) → text
 *   stage.node, stage.show(call), stage.end()
 */

import { button, label, make, play, round } from './dom.js';

/** @typedef {(key: string, values?: Record<string, string | number>) => string} Words */

/** @param {Words} words */
export function createStage(words) {
  const sound = make('audio');
  sound.autoplay = true;
  const own = picture('call-own');
  const hear = button('call-hear', () => void sound.play().then(() => { hear.hidden = true; }, () => {}));
  hear.hidden = true;
  const theirs = { screen: frame('screen'), camera: frame('camera') };
  const pictures = make('div', 'call-pictures', theirs.screen.node, theirs.camera.node, own);
  const node = make('div', 'call-stage', hear, pictures, sound);

  /** @param {string} name */
  function picture(name) {
    const video = make('video', name);
    // Their sound is apart: a silent picture may always begin by itself.
    Object.assign(video, { muted: true, autoplay: true, playsInline: true });
    return video;
  }

  /** @param {'screen' | 'camera'} source */
  function frame(source) {
    const video = picture('call-video');
    const larger = round('larger', () => {
      const isLarge = figure.classList.toggle('is-large');
      larger.setAttribute('aria-pressed', String(isLarge));
    });
    larger.setAttribute('aria-pressed', 'false');
    const apart = round('apart', () => void video.requestPictureInPicture().catch(() => {}));
    apart.hidden = !document.pictureInPictureEnabled;
    const figure = make('figure', 'call-picture', video, make('div', 'call-tools', apart, larger));
    figure.dataset.of = source;
    return { node: figure, video, larger, apart };
  }

  /** @param {HTMLElement} node @param {HTMLVideoElement} video @param {MediaStreamTrack | null} track */
  function put(node, video, track) {
    play(video, track);
    node.hidden = !track;
    if (!track && document.pictureInPictureElement === video) void document.exitPictureInPicture().catch(() => {});
  }

  return {
    node,
    /** @param {import('../call.js').Call} call @param {string} name whose they are */
    show(call, name) {
      const sees = call.theirs;
      // A silent microphone stays plugged in, so that its first word is heard.
      const voice = call.expected.mic ? call.track('mic') : null;
      if (voice && !sound.srcObject) queueMicrotask(() => void sound.play().catch(error => { hear.hidden = error.name !== 'NotAllowedError'; }));
      play(sound, voice);
      if (!voice) hear.hidden = true;
      hear.textContent = words('call_hear', { name });
      for (const source of /** @type {const} */ (['screen', 'camera'])) {
        const { node: figure, video, larger, apart } = theirs[source];
        put(figure, video, sees[source] ? call.track(source) : null);
        label(larger, words('call_larger'));
        label(apart, words('call_apart'));
        video.setAttribute('aria-label', words(`call_their_${source}`, { name }));
      }
      put(own, own, call.own('camera'));
      own.setAttribute('aria-label', words('call_own'));
      pictures.hidden = theirs.screen.node.hidden && theirs.camera.node.hidden && own.hidden;
    },
    end() {
      play(sound, null);
      [theirs.screen, theirs.camera].forEach(one => put(one.node, one.video, null));
    },
  };
}
