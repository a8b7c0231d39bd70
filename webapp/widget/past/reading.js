/**
 * One earlier chat as it is read again, from its end backwards; nothing in it changes any more. Pure.
 *
 *   const reading = createReading(item, createTranscript());
 *   reading.ask() → the frame that asks for what is older, or null;  reading.again() → what is still to be answered, or null
 *   reading.take(frame) → whether something is different;  reading.fail()
 *   reading.transcript, reading.phase ('loading' | 'ready' | 'failed'), reading.hasOlder
 */

const PAGE = 100;

/** @param {import('./shelf.js').Item} item @param {ReturnType<typeof import('../../shared/transcript.js').createTranscript>} transcript */
export function createReading({ conversation, seq }, transcript) {
  transcript.apply({ type: 'welcome', conversation, status: 'closed', resumed: false, first: seq + 1 });
  /** @type {'ready' | 'loading' | 'failed'} */
  let phase = 'ready';

  /** @returns {Frame | null} */
  function frame() {
    const asks = transcript.before(PAGE);
    return asks && { ...asks, conversation };
  }

  return {
    conversation, transcript,
    get phase() { return phase; },
    get hasOlder() { return transcript.hasOlder; },
    ask() {
      const asks = phase === 'loading' ? null : frame();
      if (asks) phase = 'loading';
      return asks;
    },
    again: () => phase === 'loading' ? frame() : null,
    fail() { if (phase === 'loading') phase = 'failed'; },
    /** @param {Frame} heard */
    take(heard) {
      if (phase !== 'loading' || heard.conversation !== conversation) return false;
      if (heard.type === 'refused' && heard.of === 'before') phase = 'failed';
      else if (heard.type === 'older') {
        transcript.apply(heard);
        phase = 'ready';
      } else return false;
      return true;
    },
  };
}

/** @typedef {ReturnType<typeof createReading>} Reading */
