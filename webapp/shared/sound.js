/**
 * The bell, made on the spot: no file is loaded. Edge.
 *
 *   const sound = createSound({blocked: isBlocked => …});
 *   sound.play('message' | 'ring') → true when it could be heard;  sound.muted = true;  sound.volume = 0.5;  sound.blocked
 *
 * Browsers keep a page silent until somebody touched it: `blocked` tells, so that the screen can say so instead of
 * promising a sound that never comes. The first touch or key unlocks it.
 */

const NOTES = { message: [[880, 0], [1174.7, 0.09]], ring: [[659.3, 0], [880, 0.16], [1318.5, 0.32]] };

/** @param {{blocked?: (isBlocked: boolean) => void, AudioContext?: any, target?: EventTarget}} [options] */
export function createSound(options = {}) {
  const Context = options.AudioContext ?? globalThis.AudioContext;
  /** @type {AudioContext | null} */
  let context = null;
  let told = false;

  function wake() {
    context ??= Context ? new Context() : null;
    void context?.resume().then(tell);
  }

  function tell() {
    const now = context?.state !== 'running';
    if (now === told) return;
    told = now;
    options.blocked?.(now);
  }

  const target = options.target ?? globalThis.document;
  for (const event of ['pointerdown', 'keydown']) target?.addEventListener(event, wake, { once: true, capture: true });

  return {
    muted: false,
    volume: 1,
    get blocked() { return context?.state !== 'running'; },
    /** @param {'message' | 'ring'} kind */
    play(kind) {
      if (this.muted || !Context) return false;
      if (context?.state !== 'running') {
        tell();
        return false;
      }
      for (const [pitch, start] of NOTES[kind]) strike(context, pitch, context.currentTime + start, this.volume);
      return true;
    },
  };
}

/** @param {AudioContext} context @param {number} pitch in hertz @param {number} at in seconds @param {number} volume 1 is the usual */
function strike(context, pitch, at, volume) {
  const tone = context.createOscillator();
  const level = context.createGain();
  tone.type = 'sine';
  tone.frequency.value = pitch;
  level.gain.setValueAtTime(0, at);
  level.gain.linearRampToValueAtTime(Math.max(0.0002, 0.12 * volume), at + 0.01);
  level.gain.exponentialRampToValueAtTime(0.0001, at + 0.45);
  tone.connect(level).connect(context.destination);
  tone.start(at);
  tone.stop(at + 0.5);
}
