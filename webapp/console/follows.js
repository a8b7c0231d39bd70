/**
 * The conversations an agent's screen follows: their transcripts, who types in them, and what to ask after a break.
 * Pure: frames in, frames out through `send`, the present is passed in.
 *
 *   const follows = createFollows({ send });
 *   follows.open(id) → Follow        asks the server, or takes what is there
 *   follows.apply(frame, now) → the conversation it changed, or null
 *   follows.connected(epoch)         a new connection: asks every conversation again for what was missed
 *   follows.lost(), follows.again()
 *   follows.seen(id), follows.delivered(id), follows.get(id)
 *
 * @typedef {{conversation: string, transcript: ReturnType<typeof createTranscript>, typing: ReturnType<typeof createTyping>,
 *   viewing: ReturnType<typeof createViewing>,
 *   assistance: ReturnType<typeof createAssistance>, visitor: any, past: import('./past.js').Past, gone: boolean, asked: boolean, files?: {size: number, count: number}, marked: Marks, newAfter: number, at: number, healing: boolean}} Follow
 */
import { createAssistance } from './assist/assistance.js';
import { createPast } from './past.js';
import { createTranscript } from '../shared/transcript.js';
import { createTyping } from '../shared/typing.js';
import { createViewing } from './viewing.js';

/** More than these are left, the longest unused first: they come back whole when opened again. */
const FOLLOWED = 20;

/** @param {{send: (frame: Frame) => boolean, keep?: (conversation: string) => boolean}} options `keep`: must not be left */
export function createFollows({ send, keep = () => false }) {
  /** @type {Map<string, Follow>} */
  const follows = new Map();
  let epoch = '';
  let turn = 0;

  /** @param {Follow} follow */
  function ask(follow) {
    const after = follow.transcript.high;
    follow.asked = send({ type: 'open', conversation: follow.conversation, ...(after > 0 ? { after } : {}) });
  }

  /** @param {string} conversation @returns {Follow} */
  function made(conversation) {
    const follow = {
      conversation, transcript: createTranscript(['transferred', 'noted', 'labelled', 'snoozed', 'woken', 'edited']), typing: createTyping(), viewing: createViewing(), assistance: createAssistance(), visitor: null, past: createPast(), gone: false, asked: false,
      marked: { delivered: 0, seen: 0 }, newAfter: 0, at: 0, healing: false,
    };
    follows.set(conversation, follow);
    return follow;
  }

  function trim() {
    const oldest = [...follows.values()].sort((one, two) => two.at - one.at).slice(FOLLOWED);
    for (const follow of oldest.filter(one => !keep(one.conversation))) {
      follows.delete(follow.conversation);
      send({ type: 'leave', conversation: follow.conversation });
    }
  }

  /** @param {Follow} follow @param {Frame} frame @param {number} now */
  function take(follow, frame, now) {
    if (follow.past.apply(frame)) return true;
    // What this agent may see can be another thing by now.
    if (frame.type === 'opened') follow.past.clear();
    if (frame.type === 'opened' || frame.type === 'visitor') {
      follow.visitor = frame.visitor;
      follow.past.card(frame.visitor);
    }
    if (frame.type === 'opened') {
      Object.assign(follow, { gone: false, healing: false, files: frame.files });
      // Where nothing is going on, nothing is said about it.
      follow.assistance.clear();
    }
    if (frame.type === 'assistance') {
      follow.assistance.apply(frame);
      return true;
    }
    if (frame.type === 'viewing') return follow.viewing.apply(frame, now);
    // Who writes on where nothing goes on any more is not shown, nor is what he had not sent.
    if (frame.type === 'closed') follow.typing.clear();
    const typed = follow.typing.apply(frame, now);
    const change = follow.transcript.apply(frame);
    if (change === 'gap') {
      if (!follow.healing) ask(follow);
      follow.healing = true;
    }
    return typed || change !== 'none' || frame.type === 'opened' || frame.type === 'visitor';
  }

  /** Says how far this screen is, if that is further than what is known. @param {Follow} follow @param {Marks} to */
  function mark(follow, to) {
    const known = follow.transcript.marks.agent;
    const delivered = Math.max(to.delivered, follow.marked.delivered, known.delivered);
    const seen = Math.max(to.seen, follow.marked.seen, known.seen);
    if (delivered <= Math.max(follow.marked.delivered, known.delivered) && seen <= Math.max(follow.marked.seen, known.seen)) return;
    const frame = { type: 'mark', conversation: follow.conversation, delivered: Math.max(delivered, seen), seen };
    if (follow.transcript.live && send(frame)) follow.marked = { delivered: frame.delivered, seen };
  }

  return {
    /** @param {string} conversation */
    get: conversation => follows.get(conversation),
    /** @param {string} conversation @returns {Follow} */
    open(conversation) {
      const follow = follows.get(conversation) ?? made(conversation);
      follow.at = ++turn;
      if (!follow.asked) ask(follow);
      trim();
      return follow;
    },
    /** @param {string} said the server's epoch: another one than before means that nothing held is to be trusted */
    connected(said) {
      const renewed = epoch !== '' && epoch !== said;
      epoch = said;
      for (const follow of [...follows.values()].sort((one, two) => two.at - one.at)) {
        if (renewed) follow.transcript.clear();
        follow.typing.clear();
        follow.viewing.clear();
        follow.healing = false;
        follow.marked = { delivered: 0, seen: 0 };
        ask(follow);
      }
    },
    /** Asks again for what has not come: a server that was not ready, or too busy, has said so. */
    again() {
      for (const follow of follows.values()) if (!follow.transcript.live && !follow.gone) ask(follow);
    },
    lost() {
      for (const follow of follows.values()) {
        follow.asked = false;
        follow.past.lost();
      }
    },
    /** @param {Frame} frame @param {number} now @returns {string | null} */
    apply(frame, now) {
      const follow = follows.get(frame.conversation);
      if (!follow) return null;
      if (frame.type === 'refused' && frame.of === 'open') {
        follow.gone = frame.reason === 'unknown-conversation';
        follow.asked = follow.gone;
        follow.healing = false;
        return follow.conversation;
      }
      return take(follow, frame, now) ? follow.conversation : null;
    },
    /** The agent has looked at everything up to the visitor's newest message. @param {string} conversation */
    seen(conversation) {
      const follow = follows.get(conversation);
      const seq = follow ? lastOfVisitor(follow) : 0;
      if (follow && seq > 0) mark(follow, { delivered: seq, seen: seq });
    },
    /** It has arrived on this screen, whether looked at or not. @param {string} conversation */
    delivered(conversation) {
      const follow = follows.get(conversation);
      const seq = follow ? lastOfVisitor(follow) : 0;
      if (follow && seq > 0) mark(follow, { delivered: seq, seen: 0 });
    },
    all: () => [...follows.values()],
  };
}

/** @param {Follow} follow the seq of the visitor's newest message, 0 if there is none */
export function lastOfVisitor(follow) {
  return follow.transcript.entries.findLast(entry => entry.type === 'posted' && entry.by?.kind === 'visitor')?.seq ?? 0;
}
