/**
 * The widget's page: puts the parts together. What belongs to one part is in that part.
 */

import { applyTheme } from '../shared/contrast.js';
import { fillIcons } from '../shared/icons.js';
import { plain } from '../shared/markdown.js';
import { createMoments } from '../shared/moments.js';
import { createSound } from '../shared/sound.js';
import { createTabs } from '../shared/tabs.js';
import { createTranscript } from '../shared/transcript.js';
import { bannerOf, PATIENCE } from './bannerof.js';
import { createBridge } from './bridge.js';
import { createChat } from './chat.js';
import { createComposer } from './composer.js';
import { createHead } from './head.js';
import { createIdentity } from './identity.js';
import { createMessages } from './messages.js';
import { createParts } from './parts.js';
import { createPreview } from './preview.js';
import { createBanner, createCover } from './screens.js';
import { createScroll } from './scroll.js';
import { part, readSite } from './site.js';
import { createWords } from './words.js';

const site = readSite();
/** A part that was wanted and did not come: tries again. @type {(() => void) | null} */
let missing = null;
const parts = createParts(again => {
  if (missing === again) return;
  missing = again;
  draw();
});
/** This is the window of its own that a frame has opened (menu/popout.js). */
const isOwn = location.hash === '#own';
// A host page that isolates itself cuts the tie: then this window looks into what the browser kept, like any other.
const given = isOwn ? await import(String(new URL('menu/menu.js', document.baseURI))).then(({ askOpener }) => askOpener(), () => null) : null;
const identity = createIdentity({ key: site.key, isPopout: given !== null, warn });
const { store } = identity;
const tabs = createTabs(`deskbell.${site.key}`);
const bridge = createBridge(follow);
const sound = createSound({ blocked: () => draw() });
sound.muted = store.getItem('sound') === 'off';
applyTheme(document.documentElement, site.accent, site.scheme);
fillIcons(document);
for (const icons of document.querySelectorAll('template')) fillIcons(icons.content);

/** @type {import('./bridge.js').HostState | null} */
let hostState = null;
let isStarted = false;
let isOver = '';
/** The visitor has asked for it here: this tab tells him the end of it, others close. */
let isForgetting = false;
/** @type {ReturnType<typeof import('./menu/popout.js').openOwn>} */
let own = null;
/** @type {import('./menu/menu.js').Menu | null} */
let menu = null;

const words = createWords(() => draw());
const chat = createChat({
  site, identity, tabs, changed: draw, arrived, over, heard,
  named: token => isOwn && window.opener?.postMessage({ deskbell: 'token', token }, location.origin),
  about: () => ({ language: words.t.language, page: hostState?.page ?? null }),
});
const head = createHead(site, words);
/** @param {Element} bubble @param {any[]} list */
const fill = (bubble, list) => parts.use('files', makeFiles, files => files.fill(bubble, list));
const messages = createMessages(site, words, chat, fill);
const scroll = createScroll({ older: () => chat.older(), moved: () => { looking(); showLatest(); } });
const composer = createComposer({ words, store, say, parts, type: text => (unsent ?? chat).type(text), sized: () => sized() });
const banner = createBanner(() => missing ? missing() : chat.channel.retry());
const cover = createCover();
const preview = createPreview({ open: () => bridge.tell('open'), sized: height => bridge.tell('preview', { height }) });
parts.behind(part('menu-button'), 'menu', async (/** @type {typeof import('./menu/menu.js')} */ { createMenu }) => menu = await createMenu({
  parts,
  now: menuNow,
  changed: draw,
  sound: isOn => {
    sound.muted = !isOn;
    store.setItem('sound', isOn ? 'on' : 'off');
    if (isOn) sound.play('message');
    draw();
  },
  language: language => {
    store.setItem('language', language);
    void words.use(language);
  },
  popout: popOut,
  end: chat.end,
  forget: () => { isForgetting = chat.forget(); },
}), made => made.toggle());

function menuNow() {
  const isOpen = chat.state.channel === 'open';
  return { sound: !sound.muted, blocked: sound.blocked, language: words.t.language, canPopOut: bridge.isEmbedded && !isOwn,
    canEnd: isOpen && chat.transcript.status === 'open', canForget: isOpen,
    saves: site.transcript && chat.transcript.conversation && identity.token ? { conversation: chat.transcript.conversation, site: site.key, token: identity.token } : null };
}

/** What the host page's side is now. @param {import('./bridge.js').HostState} next */
function follow(next) {
  const before = hostState;
  hostState = next;
  const { page } = next;
  // Where agents see who looks around, they are not told what stands behind the path.
  if (site.looks) Object.assign(page, { url: bare(page.url), referrer: bare(page.referrer) });
  if (next.wipe) return leave();
  if (JSON.stringify(before?.who) !== JSON.stringify(next.who)) {
    identity.who = next.who;
    if (isStarted && before) chat.identify();
  }
  if (before && JSON.stringify(before.page) !== JSON.stringify(next.page)) chat.page(next.page);
  if (before?.language !== next.language) void chooseLanguage(before !== null).then(() => bridge.tell(before ? 'words' : 'ready', { label: words.t('chat') }));
  if (next.open && !before?.open) opened(!next.quiet);
  if (!next.open && before?.open) looking();
  if (!next.open && !before && (store.getItem('token') || site.looks)) start();
}

/** @param {string} [url] */
const bare = url => url?.split(/[?#]/)[0];

/** @param {boolean} isSaid by the page at run time: goes before what the visitor chose earlier */
function chooseLanguage(isSaid) {
  if (isSaid) store.removeItem('language');
  return words.use(store.getItem('language'), hostState?.language, site.language, ...navigator.languages);
}

/** @param {boolean} takeFocus */
function opened(takeFocus) {
  preview.hide();
  start();
  looking();
  scroll.toEnd();
  // Before it has its words the window is not shown, and what is not shown takes no focus.
  if (takeFocus) void hasWords.then(() => cover.isShown || past?.focus() || composer.focus());
}

function start() {
  if (isStarted || own) return;
  if (identity.owes(site)) return draw();
  isStarted = true;
  isOver = '';
  chat.channel.start();
}

function isInView() {
  return !own && (bridge.isEmbedded ? hostState?.open === true : true);
}

function looking() {
  const isHere = isInView() && document.visibilityState === 'visible' && !cover.isShown && !past?.isOpen;
  if (!isHere) chat.unseen.leave();
  chat.looking(isHere && scroll.isAtEnd);
}

/** @param {string} text @param {{id: string}[]} [list] */
function say(text, list) {
  start();
  chat.say(text, list, quote?.take());
  scroll.toEnd();
}

/** @param {Entry} entry */
function arrived(entry) {
  const { t } = words;
  const name = entry.by?.name ?? site.name;
  announce([`${name}: ${plain(entry.text ?? '')}`, ...entry.choices ?? []].join(', '));
  if (!isInView() && !own) preview.show(entry, site.name || t('title'));
  if (!sound.muted && !sound.blocked && (!isInView() || !document.hasFocus())) {
    void tabs.once(`${entry.conversation}.${entry.seq}`).then(isMine => isMine && sound.play('message'));
  }
}

/** @type {import('./form/form.js').Form | null} */ let form = null;
/** @type {import('./rating/rating.js').Rating | null} */ let rating = null;
let asksRating = false;
/** @type {import('./queue/queue.js').Queue | null} */ let queue = null;
let asksQueue = false;
/** @type {import('./unsent/unsent.js').Unsent | null} */ let unsent = null;
let asksUnsent = false;
/** @type {import('./quote/quote.js').Quote | null} */ let quote = null;
let asksQuote = false;
/** @type {import('./replies/replies.js').Replies | null} */ let replies = null;
let asksReplies = false;
/** @type {import('./past/past.js').Past | null} */ let past = null;
/** Says that there were chats before this one. @type {Frame | null} */ let early = null;
const sized = () => { if (scroll.isAtEnd) scroll.toEnd(); };
const around = { chat, identity, announce, sized, write: () => composer.focus() };

/** Help on the page: its part comes when it is needed for the first time. @type {Promise<import('./assist/desk.js').Desk> | undefined} */
let help;

/** To whoever writes the page's scripts, in its console. @param {string} text */
function warn(text) {
  bridge.tell('warn', { text });
}

/** @param {Frame} frame */
function heard(frame) {
  if (frame.of === 'identify') warn(`Deskbell: ${frame.reason}`);
  if (frame.type === 'removed') preview.hide();
  if (frame.type === 'edited' && chat.transcript.live) {
    announce(`${words.t('edited')}: ${plain(frame.text)}`);
    if (frame.of === preview.seq) preview.show(frame, site.name || words.t('title'));
  }
  if (!form && (frame.form || frame.mail)) {
    void parts.use('form', async (/** @type {typeof import('./form/form.js')} */ part) => form = await part.createForm(around), made => made.take(frame));
  } else form?.take(frame);
  rating?.take(frame);
  if (frame.earlier) early = frame;
  past?.take(frame);
  if (!help && !frame.type.startsWith('assist')) return;
  help ??= import('./assist/desk.js').then(({ createDesk }) => createDesk({ chat, words, site, bridge, announce, draw }));
  help.then(desk => desk.take(frame), () => { help = undefined; });
}

/** Which message is answered: as soon as somebody is about to choose one. @param {Event} [event] */
function answering(event) {
  if (asksQuote || !chat.transcript.conversation && event) return;
  asksQuote = true;
  void parts.use('quote', async (/** @type {typeof import('./quote/quote.js')} */ part) => quote = await part.createQuote({ ...around, words, site, store }), made => made.show(event));
}

/** @param {typeof import('./files/files.js')} module */
function makeFiles({ createFiles }) {
  return createFiles({ chat, site, identity, composer, start });
}

/** Each new message is read out once; the history is not. @param {string} text */
function announce(text) {
  const line = document.createElement('p');
  line.textContent = text;
  part('announcer').append(line);
  setTimeout(() => line.remove(), 4_000);
}

/** @param {string} reason */
function over(reason) {
  isStarted = isForgetting = false;
  if (reason !== 'forgotten') return;
  chat.wipe();
  composer.clear();
  isOver = reason;
  bridge.tell('running', { on: false });
  draw();
}

/** Logged out by the host page, or wiped in another tab: nothing stays, and the frame goes. */
function leave() {
  chat.wipe();
  composer.clear();
  chat.channel.stop('left');
  bridge.tell('unread', { count: 0 });
  bridge.tell('gone');
}

/** @param {typeof import('./menu/popout.js').openOwn} open */
function popOut(open) {
  own = open({
    give: () => ({ token: identity.token, state: hostState, consent: store.getItem('consent'), language: words.t.language }),
    took: token => identity.keep(token),
    back: () => {
      own = null;
      start();
      looking();
      draw();
    },
  });
  if (!own) return;
  isStarted = false;
  chat.channel.stop('elsewhere');
  looking();
  draw();
}

function coverNow() {
  const { t } = words;
  if (own && menu) return menu.elsewhere(own);
  if (isOver === 'forgotten') {
    return { title: t('forgottenTitle'), text: t('forgottenText'), main: t('startNew'), does: () => { isOver = ''; start(); draw(); composer.focus(); } };
  }
  if (!identity.owes(site)) return null;
  const accept = () => {
    store.setItem('consent', site.consent);
    start();
    draw();
    composer.focus();
  };
  const decline = bridge.isEmbedded && !isOwn ? { other: t('decline'), else: () => bridge.tell('close') } : {};
  return { title: t('consentTitle'), text: site.consent, main: t('accept'), does: accept, ...decline };
}

const hasWords = chooseLanguage(false);
/** @type {any} */
let again;
let lastUnread = -1;
let wasRunning = false;

function draw() {
  const { t } = words;
  const { state, transcript } = chat;
  const downFor = state.downSince ? Date.now() - state.downSince : 0;
  head.show(chat, downFor < PATIENCE);
  cover.show(coverNow());
  looking();
  // How it was, is asked where it has just ended.
  if (site.rating && !asksRating && transcript.status === 'closed') {
    asksRating = true;
    void parts.use('rating', async (/** @type {typeof import('./rating/rating.js')} */ part) => rating = await part.createRating(around), made => made.show());
  }
  // One's place in the queue, or how soon somebody usually answers.
  if (!asksQueue && (state.queue?.position || state.queue?.reply)) {
    asksQueue = true;
    void parts.use('queue', async (/** @type {typeof import('./queue/queue.js')} */ part) => queue = await part.createQueue(around), made => made.show());
  }
  if (!asksUnsent && state.presence?.unsent) {
    asksUnsent = true;
    void parts.use('unsent', async (/** @type {typeof import('./unsent/unsent.js')} */ part) => unsent = await part.createUnsent({ ...around, isInView }), made => made.show());
  }
  if (!asksReplies && transcript.entries.some(entry => entry.choices)) {
    asksReplies = true;
    void parts.use('replies', async (/** @type {typeof import('./replies/replies.js')} */ part) => replies = await part.createReplies(around), made => made.show());
  }
  replies?.show();
  if (early && !past && isInView()) {
    const frame = early;
    early = null;
    void parts.use('past', async (/** @type {typeof import('./past/past.js')} */ part) => past = await part.createPast({ ...around, site, words, fill, plain, createMessages, createMoments, createTranscript }), made => made.take(frame));
  }
  past?.show();
  form?.show();
  rating?.show();
  queue?.show();
  unsent?.show();
  quote?.show();
  scroll.keep(() => {
    const { rows, fresh } = messages.update();
    const last = rows.at(-1);
    return { follow: fresh.some(row => row.pending), above: fresh.length > 0 && last !== undefined && !fresh.includes(last) };
  });
  const typers = state.channel === 'open' ? chat.typing.who(Date.now()).filter(by => by.kind !== 'visitor') : [];
  part('typing').hidden = !typers.length;
  const [, line] = part('typing').children;
  line.textContent = typers[0]?.name ? t('typing', { name: typers[0].name }) : t('someoneTyping');
  if (typers.length && scroll.isAtEnd) scroll.toEnd();
  part('older').hidden = !transcript.hasOlder;
  banner.show(cover.isShown ? null : bannerOf({ state: state.channel, reason: state.reason, refused: state.refused, downFor,
    missing: missing !== null, onLine: navigator.onLine, status: transcript.status, silent: transcript.entries.findLast(entry => entry.type === 'closed')?.silent, presence: state.presence?.online ?? null, closed: state.presence }), t);
  clearTimeout(again);
  if (downFor && downFor < PATIENCE) again = setTimeout(draw, PATIENCE - downFor + 10);
  composer.placeholder = t(transcript.status === 'closed' ? 'composerEnded' : 'composer');
  composer.canWrite = !(state.channel === 'closed' && state.reason === 'refused');
  composer.show();
  menu?.show(menuNow());
  showLatest();
  report();
}

/** Tells the host page what its button has to show. */
function report() {
  const { state, transcript } = chat;
  const isRunning = transcript.status === 'open' || chat.outbox.items.length > 0;
  if (state.channel === 'open' && isRunning !== wasRunning) bridge.tell('running', { on: wasRunning = isRunning });
  if (state.unread !== lastUnread) bridge.tell('unread', { count: lastUnread = state.unread });
}

function showLatest() {
  const latest = part('latest');
  latest.hidden = scroll.isAtEnd;
  const [, text] = latest.children;
  const said = words.t(chat.state.unread && isInView() ? 'newMessages' : 'latest');
  if (text.textContent !== said) text.textContent = said;
}

part('close').hidden = !bridge.isEmbedded;
part('close').addEventListener('click', () => bridge.tell('close'));
part('latest').addEventListener('click', () => { scroll.toEnd(true); showLatest(); });
part('older').addEventListener('click', () => chat.older());
part('attach').hidden = !site.files;
parts.behind(part('attach'), 'files', makeFiles, files => files.choose());
for (const how of ['paste', 'dragover', 'drop']) {
  document.addEventListener(how, (/** @type {any} */ event) => {
    const { types, files: list } = event.clipboardData ?? event.dataTransfer;
    // Some programs put a picture of a text beside the text.
    if (!site.files || cover.isShown || !types.includes('Files') || types.includes('text/plain')) return;
    event.preventDefault();
    const copy = [...list];
    void parts.use('files', makeFiles, files => files.bring(how, copy));
  });
}
for (const near of ['pointerover', 'focusin']) part('scroll').addEventListener(near, answering);
if (store.getItem('quote')) answering();
document.addEventListener('visibilitychange', looking);
document.addEventListener('keydown', event => {
  if (event.key !== 'Escape' || event.defaultPrevented || document.querySelector('dialog[open]')) return;
  if (menu?.isOpen) menu.close();
  else bridge.tell('close');
});
addEventListener('storage', event => {
  if (event.key === `deskbell.${site.key}.token` && !event.newValue && isStarted && !isForgetting) leave();
});

await hasWords;
if (isOwn || !bridge.isEmbedded) {
  if (given) {
    identity.keep(given.token);
    hostState = given.state;
    identity.who = given.state?.who ?? {};
    if (given.consent) store.setItem('consent', given.consent);
    await words.use(given.language);
  }
  opened(true);
}
draw();
