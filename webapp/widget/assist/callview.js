/**
 * The visitor's side of a call: a strip at the top of the chat. Nothing is captured before a click on Join. View.
 *
 *   const view = createCallView(place, {send, t, name});   name: who helps, read anew each time
 *   view.update({request, kinds, ice} | null)   what is allowed now; another request ends the call of the one before
 *   view.hear(frame)                            an `assist` frame with about `call`
 *   view.end()
 */

import { createCall } from '../../shared/call.js';
import { createPanel } from '../../shared/call/panel.js';
import { callKinds, parse } from '../../shared/call/signals.js';

/**
 * @param {HTMLElement} place
 * @param {{send: (frame: Frame) => boolean, t: (key: string, values?: Record<string, string | number>) => string, name: string, icon?: (name: string) => SVGElement}} given
 */
export function createCallView(place, given) {
  let request = '';
  /** @type {import('../../shared/call.js').Call | null} */
  let call = null;
  /** @type {ReturnType<typeof createPanel> | null} */
  let panel = null;

  /** @param {string} of */
  function begin(of) {
    request = of;
    call = createCall({
      side: 'visitor',
      signal: data => void given.send({ type: 'assist', request: of, about: 'call', data: JSON.stringify(data) }),
      changed: () => panel?.show(),
    });
    panel = createPanel(place, call, { words: given.t, name: () => given.name });
  }

  function end() {
    call?.allow([]);
    panel?.end();
    [request, call, panel] = ['', null, null];
  }

  return {
    end,
    /** @param {{request: string, kinds: string[], ice?: RTCConfiguration} | null} now */
    update(now) {
      const isCall = now !== null && callKinds(now.kinds).length > 0;
      if (call && (!isCall || now.request !== request)) end();
      if (!isCall) return;
      if (!call) begin(now.request);
      call?.allow(now.kinds, now.ice);
    },
    /** @param {Frame} frame */
    hear(frame) {
      if (frame.about === 'call' && frame.request === request) call?.hear(parse(frame.data));
    },
  };
}
