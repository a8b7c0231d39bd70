/**
 * Buttons under the last message, with which it can be answered in one press. Comes with the first message that has some. Entry.
 *
 *   const replies = await createReplies({chat, sized, write});   replies.show()
 */

import { el } from '../el.js';
import { partWords } from '../partwords.js';
import { part } from '../site.js';
import { offered, refOf } from './offered.js';

/** @param {{chat: import('../chat.js').Chat, sized: () => void, write: () => void}} given */
export async function createReplies({ chat, sized, write }) {
  const words = await partWords('replies', show);
  const box = el('div', { className: 'replies', hidden: true });
  box.setAttribute('role', 'group');
  part('list').after(box);
  let shown = '';

  /** @param {Entry} entry @param {string} choice @param {boolean} byKey */
  function choose(entry, choice, byKey) {
    // It may have been answered from another tab, and this one not have drawn it yet.
    const now = offered(chat.transcript, chat.outbox.items);
    if (now && refOf(now) === refOf(entry)) chat.say(choice, undefined, undefined, refOf(entry));
    show();
    // The buttons go: by keyboard one goes on where one writes; on a phone no keyboard comes up.
    if (byKey) write();
  }

  function show() {
    const entry = offered(chat.transcript, chat.outbox.items);
    box.setAttribute('aria-label', words.t('choose'));
    const now = entry ? refOf(entry) : '';
    if (now === shown) return;
    shown = now;
    const goes = box.querySelector(':focus-visible');
    box.hidden = !entry;
    box.replaceChildren(...entry?.choices?.map(choice => {
      const button = el('button', { type: 'button', dir: 'auto', textContent: choice });
      button.addEventListener('click', event => choose(entry, choice, event.detail === 0));
      return button;
    }) ?? []);
    // What somebody said meanwhile takes the buttons away under his keys.
    if (goes) write();
    sized();
  }

  return { show };
}

/** @typedef {Awaited<ReturnType<typeof createReplies>>} Replies */
