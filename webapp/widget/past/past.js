/**
 * The chats a visitor had before the one he is in: a list, and each of them to be read again. Comes where there are any. Entry.
 *
 *   const past = await createPast({…});   past.take(frame), past.show();   past.isOpen;   past.focus() → whether it has taken it
 */

import { partWords } from '../partwords.js';
import { part } from '../site.js';
import { createListView, whoOf } from './listview.js';
import { button, createPanel } from './panel.js';
import { createReading } from './reading.js';
import { createShelf } from './shelf.js';
import { createThreadView } from './threadview.js';

/**
 * @param {object} given
 * @param {import('../chat.js').Chat} given.chat
 * @param {import('../identity.js').Identity} given.identity
 * @param {import('../site.js').Site} given.site
 * @param {ReturnType<typeof import('../words.js').createWords>} given.words
 * @param {typeof import('../messages.js').createMessages} given.createMessages this and the next three are the window's already
 * @param {typeof import('../../shared/transcript.js').createTranscript} given.createTranscript
 * @param {typeof import('../../shared/moments.js').createMoments} given.createMoments
 * @param {typeof import('../../shared/markdown.js').plain} given.plain
 * @param {(bubble: Element, files: any[]) => void} given.fill
 * @param {() => void} given.sized
 * @param {() => void} given.write puts the cursor where messages are written
 */
export async function createPast({ chat, identity, site, words, createMessages, createTranscript, createMoments, plain, fill, sized, write }) {
  const said = await partWords('past', show);
  const shelf = createShelf();
  /** @type {{reading: import('./reading.js').Reading, view: import('./threadview.js').ThreadView, item: import('./shelf.js').Item} | null} */
  let open = null;
  let knows = false;
  let whose = identity.token;
  /** @type {Element | null} */
  let opener = null;
  let listTop = 0;

  // The menu has it too, by its id.
  const entry = Object.assign(button('older', openList), { id: 'past-open' });
  const house = site.name || words.t('title');
  const list = createListView({ t: () => said.t, window: () => words.t, house, createMoments, plain, chosen: openOne });
  const panel = createPanel({ list: list.node, does: {
    back: goBack,
    again() {
      ask(open ? open.reading.ask() : shelf.next());
      panel.title.focus();
      show();
    },
    older: askOlder,
    more() {
      if (shelf.phase !== 'loading') ask(shelf.next());
      show();
    },
    news() {
      close();
      write();
    },
    near() { if (open?.reading.phase === 'ready') askOlder(); },
  } });
  const { node, box, thread, title } = panel;
  part('cover').before(node);

  /** Without a connection it waits for the next one. @param {Frame | null} frame */
  function ask(frame) {
    if (frame && chat.state.channel === 'open') chat.channel.send(frame);
  }

  /** What was asked on the connection before. */
  function askAgain() {
    if (knows) for (const asked of [shelf.again(), open?.reading.again() ?? null]) ask(asked);
    else for (const one of [shelf, open?.reading]) one?.fail();
  }

  function askOlder() {
    if (!open?.reading.hasOlder) return;
    ask(open.reading.ask());
    show();
  }

  function openList() {
    opener = document.activeElement;
    node.hidden = false;
    toList();
    ask(shelf.first());
    show();
    title.focus();
    // What comes in behind it is not seen.
    chat.draw();
  }

  /** @param {import('./shelf.js').Item} item */
  function openOne(item) {
    listTop = box.scrollTop;
    const reading = createReading(item, createTranscript());
    open = { item, reading, view: createThreadView({ site: { ...site, greeting: '' }, words, createMessages, fill, box, reading, older: askOlder }) };
    thread.replaceChildren(open.view.node);
    panel.turn(true);
    ask(reading.ask());
    show();
    title.focus();
  }

  function toList() {
    open = null;
    thread.replaceChildren();
    panel.turn(false);
  }

  function goBack() {
    if (!open) return close();
    const { conversation } = open.item;
    toList();
    show();
    box.scrollTop = listTop;
    list.focus(conversation);
  }

  function close() {
    if (node.hidden) return;
    const had = node.contains(document.activeElement);
    node.hidden = true;
    toList();
    shelf.clear();
    list.show([]);
    if (had && opener instanceof HTMLElement && opener.isConnected && !opener.hidden) opener.focus();
    else if (had) write();
    chat.draw();
  }

  /** Another one than it was read for, or none; or the chat is over here. */
  function settle() {
    if (identity.token !== whose) {
      whose = identity.token;
      knows = false;
      close();
    } else if (chat.state.channel === 'closed') close();
  }

  function show() {
    settle();
    offer();
    if (node.hidden) return;
    const { t } = said;
    const below = box.scrollHeight - box.scrollTop;
    const held = document.activeElement;
    const fresh = open ? [] : list.show(shelf.items);
    panel.show({
      t, words: words.t, isOnline: chat.state.channel === 'open', unread: chat.state.unread,
      phase: (open?.reading ?? shelf).phase,
      count: open ? open.reading.transcript.entries.length : shelf.items.length,
      heading: open && `${createMoments(t.language).day(open.item.startedAt, Date.now())} · ${whoOf(open.item, t.language, house)}`,
      hasOlder: open?.reading.hasOlder === true, hasMore: shelf.more, stars: open?.item.stars ?? 0,
    });
    open?.view.show(below);
    if (held === panel.more && fresh[0]) list.focus(fresh[0].conversation);
    else panel.keepFocus(held);
  }

  /** The way in, above the beginning of the chat he is in. */
  function offer() {
    if (entry.isConnected !== knows) {
      if (knows) part('older').before(entry);
      else entry.remove();
      sized();
    }
    entry.textContent = said.t('title');
    entry.hidden = chat.transcript.hasOlder;
  }

  return {
    show,
    get isOpen() { return !node.hidden; },
    focus() {
      if (!node.hidden) title.focus();
      return !node.hidden;
    },
    /** @param {Frame} frame */
    take(frame) {
      settle();
      // A server of the version before is silent about it, and is not asked.
      if (frame.type === 'welcome') knows = frame.earlier === true;
      if (frame.type === 'started' && frame.earlier) knows = true;
      if (frame.type === 'welcome' && !node.hidden) askAgain();
      const isListed = shelf.take(frame);
      const isRead = open?.reading.take(frame);
      if (isListed || isRead || frame.type === 'welcome' || frame.type === 'started') show();
      if (!open || !isRead) return;
      void open.view.helped();
      if (open.reading.phase === 'ready' && box.scrollHeight <= box.clientHeight) askOlder();
    },
  };
}

/** @typedef {Awaited<ReturnType<typeof createPast>>} Past */
