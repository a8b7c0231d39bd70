/**
 * The agent's side of a call: a bar with the visitor's picture, and what of it goes into the transcript. View.
 *
 *   const view = createCallView(place, {send, say, me, name, tell});   name: the visitor's, read anew each time
 *   view.update({conversation, request, kinds, ice} | null)   what is allowed now; another request ends the call of the one before
 *   view.hear(frame)                                          an `assist` frame with about `call`
 *   view.end()
 */

import { createCall } from '../../shared/call.js';
import { createPanel } from '../../shared/call/panel.js';
import { callKinds, parse } from '../../shared/call/signals.js';
import { newRef } from '../../shared/outbox.js';
import { createMinutes } from './minutes.js';

/** @typedef {{conversation: string, request: string, kinds: string[], ice?: RTCConfiguration}} Allowed */

/**
 * @param {HTMLElement} place
 * @param {{send: (frame: Frame) => boolean, say: (key: string, values?: Record<string, string | number>) => string, me: unknown, name: string, tell?: (text: string) => void}} given
 */
export function createCallView(place, given) {
  /** @type {Allowed | null} */
  let now = null;
  /** @type {import('../../shared/call.js').Call | null} */
  let call = null;
  /** @type {ReturnType<typeof createPanel> | null} */
  let panel = null;

  /** @param {Allowed} allowed */
  function begin({ conversation, request }) {
    const minutes = createMinutes(state => void given.send({ type: 'called', conversation, ref: newRef(), request, state }));
    let wasRung = false;
    const fresh = createCall({
      side: 'agent',
      signal: data => void given.send({ type: 'assist', conversation, request, about: 'call', data: JSON.stringify(data) }),
      changed: state => {
        minutes.became(state, fresh.reason);
        if (fresh.rung && !wasRung) given.tell?.(given.say('call_rung', { name: given.name }));
        wasRung = fresh.rung;
        panel?.show();
      },
    });
    call = fresh;
    panel = createPanel(place, fresh, { words: given.say, name: () => given.name });
  }

  function end() {
    call?.allow([]);
    panel?.end();
    [now, call, panel] = [null, null, null];
  }

  return {
    end,
    /** @param {Allowed | null} next */
    update(next) {
      const isCall = next !== null && callKinds(next.kinds).length > 0;
      if (now && (!isCall || next.request !== now.request || next.conversation !== now.conversation)) end();
      if (!isCall) return;
      if (!call) begin(next);
      now = next;
      call?.allow(next.kinds, next.ice);
    },
    /** @param {Frame} frame */
    hear(frame) {
      if (frame.about === 'call' && frame.request === now?.request && frame.conversation === now?.conversation) call?.hear(parse(frame.data));
    },
  };
}
