/**
 * Help on the visitor's page, as the chat's window sees it: what agents ask for, what the visitor has allowed, and the way of
 * the page's picture to them. Loaded when it is needed for the first time; a bundle of its own. Entry.
 *
 *   const desk = createDesk({chat, words, site, bridge, announce, draw});   desk.take(frame)  every frame of the conversation
 */

import { createTexts, loadTexts } from '../../shared/i18n.js';
import { newRef } from '../../shared/outbox.js';
import { createAsking } from './asking.js';
import { createBar } from './bar.js';
import { createCalls } from './calls.js';
import { createRequests } from './requests.js';
import { sentence } from './sentences.js';
import { createSharing } from './sharing.js';

/**
 * @typedef {object} Given
 * @property {import('../chat.js').Chat} chat
 * @property {ReturnType<typeof import('../words.js').createWords>} words
 * @property {import('../site.js').Site} site
 * @property {ReturnType<typeof import('../bridge.js').createBridge>} bridge
 * @property {(text: string) => void} announce reads a line out
 * @property {() => void} draw
 */

/** @param {Given} given */
export function createDesk(given) {
  const { chat, words, bridge } = given;
  const requests = createRequests(() => Date.now());
  const texts = new URL('assist/texts/', document.baseURI);
  let t = createTexts('en', {});
  /** @type {import('../../shared/i18n.js').Dictionary} */
  let dictionary = {};
  /** @type {any} */ let clock;
  /** @type {any} */ let silence;
  /** A connection is new, and how it stands was not said on it yet. */
  let awaits = false;

  const sheet = Object.assign(document.createElement('link'), { rel: 'stylesheet', href: new URL('assist/assist.css', document.baseURI).href });
  const place = Object.assign(document.createElement('div'), { className: 'assist', hidden: true });
  document.head.append(sheet);
  document.getElementById('banner')?.after(place);

  const send = (/** @type {Frame} */ frame) => chat.channel.send(frame);
  const asking = createAsking(place, { answer, canShow: () => bridge.isEmbedded });
  const bar = createBar(place, { stop });
  const calls = createCalls(place, { send });
  const sharing = createSharing({ ...given, send, stop, waiting: () => chat.channel.waiting, moved: () => show(),
    settle: (request, proposal, said) => send({ type: 'settle', ref: newRef(), request, proposal, answer: said }) });

  /** @param {import('./requests.js').Request} request @param {string[]} kinds */
  function answer(request, kinds) {
    if (kinds.includes('see')) sharing.here = true;
    if (!send({ type: 'answer', ref: newRef(), request: request.request, kinds })) return false;
    requests.answered(request.request);
    show();
    return true;
  }

  /** Nothing more leaves this page from here on, whether the server has heard of it yet or not. @param {string} [request] */
  function stop(request) {
    requests.stopped(request);
    show();
    const ended = { type: 'stop', ref: newRef(), ...(request ? { request } : {}) };
    if (!send(ended)) requests.owe(ended);
  }

  async function speak() {
    const { language } = words.t;
    const read = await loadTexts(texts, language).catch(() => null);
    if (language !== words.t.language || !read) return;
    dictionary = read;
    t = createTexts(language, dictionary);
    words.assisted = entry => sentence(t, entry);
    show();
    given.draw();
  }

  function show() {
    if (!t.has('ask_title')) return;
    const { open, live } = requests;
    const here = sharing.here;
    asking.show(t, open);
    bar.show(t, live, here);
    calls.show(t, live, requests.ice);
    sharing.show(t, dictionary, live);
    place.hidden = !open && !live.length;
    if (open && requests.isNew(open.request)) tellOf(open.agent.name);
    clearTimeout(clock);
    const next = requests.nextEnd();
    if (next) clock = setTimeout(show, Math.min(next, 30_000));
  }

  /** @param {string} name */
  function tellOf(name) {
    given.announce(t('ask_title', { name }));
    bridge.tell('open');
  }

  void speak();
  new MutationObserver(() => void speak()).observe(document.documentElement, { attributeFilter: ['lang'] });

  /** @param {Frame} frame */
  function stands(frame) {
    clearTimeout(silence);
    awaits = false;
    requests.take(frame);
    if (!frame.requests.length) sharing.here = false;
    show();
  }
  const none = () => stands({ type: 'assistance', requests: [] });

  return {
    /** @param {Frame} frame */
    take(frame) {
      if (frame.type === 'welcome') {
        clearTimeout(silence);
        awaits = true;
        for (const owed of requests.owed()) send(owed);
        sharing.resume();
      }
      if (frame.type === 'assistance') stands(frame);
      // It comes right behind `live`, or not at all: what was allowed has ended while the connection was away.
      if (frame.type === 'live' && awaits) silence = setTimeout(none, 2_000);
      if (frame.type === 'started') none();
      if (frame.type === 'assist' && frame.about === 'call') calls.hear(frame);
      else if (frame.type === 'assist') sharing.hear(frame, requests.live);
      if (frame.type === 'assisted') sharing.entry(frame, requests.live);
    },
  };
}

/** @typedef {ReturnType<typeof createDesk>} Desk */
