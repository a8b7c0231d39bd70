/**
 * Answering one message: the button on it, and above the composer which one it is until it is sent or left. Comes when somebody points at the
 * messages or goes there by keyboard. Entry.
 *
 *   const quote = await createQuote({chat, words, site, store, sized, write});   quote.show(event);   quote.take() → {conversation, seq} | null
 */

import { addIcons, icon } from '../../shared/icons.js';
import { el } from '../el.js';
import { partWords } from '../partwords.js';
import { part } from '../site.js';
import { isQuotable, isStill, isUnanswerable, kept, lineOf, readKept } from './quoted.js';

addIcons({ quote: 'M9.5 6.5 4 12l5.5 5.5M4.5 12H14a5.5 5.5 0 0 1 5.5 5.5v1' });

/**
 * @param {{chat: import('../chat.js').Chat, words: {t: import('../../shared/i18n.js').Texts}, site: import('../site.js').Site, store: Store,
 *   sized: () => void, write: () => void}} given
 */
export async function createQuote({ chat, words: window, site, store, sized, write }) {
  const words = await partWords('quote', () => show());
  const list = part('list');
  const button = el('button', { type: 'button', className: 'plain answer' }, icon('quote'));
  const text = el('span', { id: 'answering', dir: 'auto' });
  const leaving = el('button', { type: 'button', className: 'plain' }, icon('close'));
  const line = el('div', { className: 'answering', hidden: true }, icon('quote'), text, leaving);
  part('composer').querySelector('.field')?.before(line);
  // Not sooner: what was sent while this was on its way has taken it along.
  let of = readKept(store.getItem('quote'));
  let wasKnown = false;

  /** @param {number} seq */
  const held = seq => chat.transcript.entries.find(entry => entry.seq === seq);
  /** @param {Element} node */
  const entryOf = node => held(Number(/** @type {HTMLElement} */ (node).dataset.seq));
  const choices = () => [...list.querySelectorAll('.message')].filter(node => isQuotable(entryOf(node)));

  /** @param {Entry | undefined} entry */
  function told(entry) {
    const said = lineOf(entry);
    if (said === undefined) return words.t('earlier');
    const name = entry?.by?.kind === 'visitor' ? window.t('you') : entry?.by?.name || site.name || window.t('title');
    return words.t('answerTo', { name, text: said || window.t('removed') });
  }

  /** The button goes to this message. @param {Element | null | undefined} node @returns {boolean} whether it can be answered */
  function offer(node) {
    const entry = node ? entryOf(node) : undefined;
    if (!node || !isQuotable(entry)) return false;
    button.title = words.t('answer');
    label(button, told(entry));
    if (button.parentElement !== node) node.append(button);
    return true;
  }

  /** @param {Element | null} [node] */
  function tap(node) {
    for (const one of list.querySelectorAll('.tapped')) one.classList.remove('tapped');
    if (offer(node)) node?.classList.add('tapped');
  }

  /** @param {Event} [event] what brought this part here */
  function show(event) {
    const { conversation } = chat.transcript;
    for (const { ref, frame } of chat.outbox.items.filter(isUnanswerable)) {
      delete frame.quote;
      chat.outbox.retry(ref);
    }
    if (of && !isStill(of, conversation, wasKnown)) set(null);
    wasKnown ||= conversation !== null;
    if (of) put(told(held(of.seq)));
    leaving.title = words.t('leave');
    label(leaving, words.t('leave'));
    if (line.hidden === (of !== null)) {
      line.hidden = of === null;
      part('text').toggleAttribute('aria-describedby', of !== null);
      if (of) part('text').setAttribute('aria-describedby', 'answering');
      sized();
    }
    const at = button.parentElement;
    const isUsed = at?.isConnected && (button === document.activeElement || at.matches(':hover, .tapped'));
    // Where the mouse is now, and not where it was when this part was asked for.
    if (!isUsed || !offer(at)) offer(list.querySelector('.message:hover')) || offer(choices().at(-1)) || button.remove();
    if (event?.type === 'pointerover' && /** @type {PointerEvent} */ (event).pointerType !== 'mouse') tap(messageOf(event));
  }

  /** @param {string} said */
  function put(said) {
    if (text.textContent !== said) text.textContent = said;
  }

  /** @param {import('./quoted.js').Answered | null} next */
  function set(next) {
    of = next;
    if (next) store.setItem('quote', kept(next));
    else store.removeItem('quote');
  }

  function leave() {
    set(null);
    show();
    write();
  }

  button.addEventListener('click', event => {
    event.stopPropagation();
    const seq = Number(button.parentElement?.dataset.seq);
    const { conversation } = chat.transcript;
    if (conversation && seq) set({ conversation, seq });
    tap();
    show();
    write();
  });
  button.addEventListener('keydown', event => {
    const all = choices();
    const at = all.indexOf(/** @type {Element} */ (button.parentElement));
    const to = { ArrowUp: at - 1, ArrowDown: at + 1, Home: 0, End: all.length - 1 }[event.key];
    if (to === undefined) return;
    event.preventDefault();
    if (offer(all[to])) button.focus();
  });
  list.addEventListener('pointerover', event => {
    // Where a keyboard is used, a mouse that lies there moves nothing.
    if (!button.matches(':focus-visible')) offer(messageOf(event));
  });
  list.addEventListener('click', event => tap(messageOf(event)));
  leaving.addEventListener('click', leave);
  part('composer').addEventListener('keydown', event => {
    if (event.key !== 'Escape' || event.isComposing || event.defaultPrevented || !of) return;
    event.preventDefault();
    leave();
  });

  return {
    show,
    /** It goes with the message. */
    take() {
      const said = of;
      set(null);
      show();
      return said;
    },
  };
}

/** @param {Event} event */
const messageOf = event => /** @type {Element} */ (event.target).closest?.('.message');

/** @param {HTMLElement} node @param {string} said */
function label(node, said) {
  if (node.getAttribute('aria-label') !== said) node.setAttribute('aria-label', said);
}

/** @typedef {Awaited<ReturnType<typeof createQuote>>} Quote */
