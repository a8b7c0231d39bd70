/**
 * Remote assistance in the visitor's page: does what comes over the port from Deskbell's window, no more.
 * What goes out has been through the filter; what comes in is judged by the rules; Stop ends it all at once.
 */

import { act } from './assist/page/act.js';
import { Card } from './assist/page/card.js';
import { Host } from './assist/page/host.js';
import { Mark } from './assist/page/mark.js';
import { Outlines } from './assist/page/outlines.js';
import { Overlay } from './assist/page/overlay.js';
import { Proposals } from './assist/page/proposals.js';
import { Recorder } from './assist/page/recorder.js';

/** @typedef {import('./assist/page/mark.js').Request} Request */

/** @param {MessagePort} port */
export function help(port) {
  /** Whose agents see this page. @type {Map<string, Request>} */
  const requests = new Map();
  /** @type {any} */ let given = {};
  let strong = false;
  const tell = (/** @type {any} */ message) => port.postMessage(message);
  const recorder = new Recorder(tell);
  const host = new Host(() => ask());
  const overlay = new Overlay(host.all, recorder.node);
  const card = new Card(host.all, overlay);
  const outlines = new Outlines();
  const mark = new Mark(host.all, { stop: () => ask(), reveal: on => (strong = on, outline()) });
  const proposals = new Proposals(recorder, card.ask, ({ proposal, request }, answer) => tell({ say: 'settled', proposal, request, answer }));
  const may = (/** @type {string} */ request, /** @type {string} */ kind) => !!requests.get(request)?.kinds.includes(kind);

  /** The visitor said stop: nothing leaves the page from here on, whatever the way to the server takes. */
  function ask() {
    end();
    tell({ say: 'stop' });
  }

  function outline() {
    if (requests.size) outlines.show(recorder.facts.hiddenSelector, strong);
    else outlines.hide();
  }

  function end() {
    recorder.watch(false);
    proposals.withdraw();
    overlay.clear();
    outlines.hide();
    mark.hide();
    host.remove();
    requests.clear();
    strong = false;
  }

  /** @param {string} request */
  function withdraw(request) {
    overlay.withdraw(request);
    proposals.withdraw(request);
  }

  /** What the window may ask for. @type {Record<string, (message: any) => void>} */
  const asked = {
    start(message) {
      given = message;
      /** @type {Request[]} */
      const live = given.requests;
      const seeing = live.filter(({ kinds }) => kinds.includes('see'));
      for (const request of requests.keys()) if (!seeing.some(one => one.request === request)) withdraw(request);
      requests.clear();
      for (const one of seeing) requests.set(one.request, one);
      if (!live.length) return end();
      if (!seeing.length) recorder.watch(false);
      recorder.hide(given.hidden ?? '');
      card.texts = given.texts;
      host.dress(given);
      host.show();
      mark.show({ requests: live, texts: given.texts });
      outline();
    },
    watch: ({ on }) => recorder.watch(!!on && requests.size > 0),
    point: ({ request, data }) => may(request, 'point') && overlay.point(request, requests.get(request)?.name ?? '', data),
    act: ({ request, data }) => may(request, 'act') && act(data, recorder),
    propose: message => may(message.request, 'point') && proposals.add(message),
    withdraw: ({ request }) => withdraw(request),
    stop: end,
  };

  port.onmessage = ({ data }) => {
    try {
      if (Object.hasOwn(asked, data?.do)) asked[data.do](data);
    } catch {
      // A frame that cannot be done is left undone; the page must not hear of it.
    }
  };
  tell({ say: 'ready' });
}
