/**
 * The conversation behind the window: one channel, one transcript, one outbox; tells when something changed. Edge.
 *
 *   const chat = createChat({site, identity, tabs, about, changed, arrived, over});
 *     about()      → {language, page}: for hello
 *     changed()    something is different: draw again (at most once per turn)
 *     arrived(entry)  a message of somebody else, as news and not from the log
 *     over(reason) 'forgotten' | 'refused' | …: the channel is closed for good
 */

import { createChannel } from '../shared/channel.js';
import { createOutbox, newRef } from '../shared/outbox.js';
import { createTranscript } from '../shared/transcript.js';
import { createTyping } from '../shared/typing.js';
import { browserStore } from '../shared/store.js';
import { createUnseen } from './unseen.js';

/**
 * @param {object} options
 * @param {import('./site.js').Site} options.site
 * @param {import('./identity.js').Identity} options.identity
 * @param {ReturnType<typeof import('../shared/tabs.js').createTabs>} options.tabs
 * @param {() => {language: string, page: object | null}} options.about
 * @param {() => void} options.changed
 * @param {(entry: Entry) => void} options.arrived
 * @param {(reason: string) => void} options.over
 * @param {(token: string) => void} options.named
 * @param {(frame: Frame) => void} options.heard every frame, behind everything else
 */
export function createChat({ site, identity, tabs, about, changed, arrived, over, named, heard }) {
  const transcript = createTranscript();
  const typing = createTyping();
  const unseen = createUnseen();
  // What a message answers goes with it only where that was said: by now one may be in another conversation.
  const outbox = createOutbox({ send: ({ quote: of, ...frame }) => channel.send({ ...frame, quote: of?.conversation === transcript.conversation ? of.seq : undefined }),
    store: browserStore('sessionStorage', `deskbell.${site.key}.`), changed: () => draw() });
  const state = {
    /** @type {ChannelState} */ channel: 'idle',
    reason: '', refused: '', downSince: 0, unread: 0, isLooking: false, isLoadingOlder: false,
    /** @type {{online: boolean, agents: {id: string, name: string}[], opens?: string, message?: string, unsent?: boolean} | null} */ presence: null,
    /** What was said last of how long it takes. @type {Frame | null} */ queue: null,
  };
  let isDrawing = false;
  /** @type {(() => void) | null} */
  let nameless = null;
  /** @type {any} */ let marking;
  /** @type {any} */ let forgetting;
  /** @type {any} */ let saying;

  const channel = createChannel({
    base: site.base, path: 'chat', side: 'visitor', hello,
    onFrame: take,
    onState(now, reason) {
      if (now !== 'open' && (state.channel === 'open' || !state.downSince)) state.downSince = Date.now();
      if (now === 'open') state.downSince = 0;
      else outbox.ready(false);
      if (now === 'waiting' || now === 'closed') settleName();
      Object.assign(state, { channel: now, reason, isLoadingOlder: false });
      draw();
      if (now === 'closed') over(reason);
    },
  });

  /** Two tabs that have no name yet must not become two visitors: one asks, the other waits for the answer. */
  function settleName() {
    nameless?.();
    nameless = null;
  }

  /** @returns {Promise<Frame>} */
  async function hello() {
    settleName();
    if (!identity.token) await new Promise(go => void tabs.alone('name', () => new Promise(done => {
      if (!identity.token) nameless = () => done(null);
      go(null);
      if (identity.token) done(null);
    })));
    const { language, page } = about();
    const zone = Intl.DateTimeFormat().resolvedOptions().timeZone;
    return {
      type: 'hello', site: site.key, ...(identity.token ? { token: identity.token, ...transcript.hello() } : {}),
      ...(language ? { language } : {}), ...(zone ? { zone } : {}), ...(page ? { page } : {}), ...await identity.said(),
    };
  }

  /** @param {Frame} frame */
  function take(frame) {
    const wasLive = transcript.live;
    const change = transcript.apply(frame);
    outbox.frame(frame);
    if (typing.apply(frame, Date.now()) || frame.type === 'typing') hush();
    if (change === 'gap') return channel.reconnect('gap');
    if (change === 'added' && wasLive && frame.type === 'posted' && frame.by?.kind === 'agent') arrived(/** @type {Entry} */ ({ ...frame, text: frame.text || names(frame) }));
    if (frame.type === 'welcome') welcomed(frame);
    if (frame.type === 'live') outbox.ready(true);
    if (frame.type === 'introduced' || frame.type === 'started') {
      outbox.hold(false);
      outbox.ready(true);
    }
    if (frame.type === 'older') state.isLoadingOlder = false;
    if (frame.type === 'presence') state.presence = { ...frame, online: frame.online === true, agents: frame.agents ?? [] };
    if (frame.type === 'welcome' || frame.type === 'queue') state.queue = frame;
    if (frame.type === 'refused' && frame.of === 'hello') state.refused = frame.reason;
    if (frame.type !== 'beat' && frame.type !== 'pong') draw();
    heard(frame);
  }

  /** @param {Frame} frame */
  function welcomed(frame) {
    if (frame.token) {
      identity.keep(frame.token);
      named(frame.token);
    }
    settleName();
    identity.proved(frame.verified === true);
    state.refused = '';
    unseen.again();
    // What the site has to know first goes before the first message.
    const isHeld = frame.form?.some((/** @type {{required: boolean}} */ one) => one.required) === true;
    outbox.hold(isHeld);
    if (!frame.conversation && !isHeld) outbox.ready(true);
  }

  /** Typing is forgotten by itself. */
  function hush() {
    clearTimeout(forgetting);
    const ms = typing.next(Date.now());
    if (ms) forgetting = setTimeout(() => { hush(); draw(); }, ms);
  }

  function draw() {
    if (isDrawing) return;
    isDrawing = true;
    queueMicrotask(() => {
      isDrawing = false;
      look();
      changed();
    });
  }

  function look() {
    if (state.channel !== 'open' && !state.isLooking) return;
    const { count, mark } = unseen.take(transcript, state.isLooking && state.channel === 'open');
    state.unread = count;
    if (!mark || state.channel !== 'open') return;
    clearTimeout(marking);
    marking = setTimeout(() => channel.send({ type: 'mark', ...mark }) || unseen.again(), 150);
  }

  return {
    transcript, outbox, typing, unseen, channel, state, draw,
    /** @param {boolean} now */
    looking(now) {
      if (now === state.isLooking) return;
      state.isLooking = now;
      draw();
    },
    /** @param {string} text @param {{id: string}[]} [files] @param {import('./quote/quoted.js').Answered | null} [quote] the message it answers @param {string} [ref] */
    say(text, files, quote, ref) {
      unseen.leave();
      typing.sent();
      outbox.post({ text, quote, ref }, files);
    },
    /** @param {string} text */
    type(text) {
      const on = typing.mine(text, Date.now());
      if (on !== null) channel.send({ type: 'typing', on });
    },
    older() {
      const frame = state.isLoadingOlder ? null : transcript.before(50);
      if (frame && channel.send(frame)) state.isLoadingOlder = true;
    },
    end: () => channel.send({ type: 'end', ref: newRef() }),
    forget: () => channel.send({ type: 'forget', ref: newRef() }),
    identify() {
      // A page may change its mind often: it is heard in a while, and then as it stands.
      if (state.channel === 'open') saying ??= setTimeout(async () => {
        const said = await identity.said();
        saying = null;
        channel.send({ type: 'identify', ...said });
      }, 250);
      else if (state.channel === 'closed' && state.reason === 'refused' && identity.hasProof) channel.retry();
    },
    /** @param {object} page */
    page(page) { channel.send({ type: 'page', ...page }); },
    /** Nothing of the conversation stays in this page. */
    wipe() {
      identity.drop();
      outbox.clear();
      transcript.clear();
      typing.clear();
      state.unread = 0;
      state.presence = state.queue = null;
      draw();
    },
  };
}

/** Of a message without words. @param {Frame} frame */
function names({ files = [] }) {
  return files.map((/** @type {{name: string}} */ file) => file.name).join(', ');
}

/** @typedef {ReturnType<typeof createChat>} Chat */
