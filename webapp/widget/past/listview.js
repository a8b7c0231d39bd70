/** The list of earlier chats: who answered, when, the last words, and the stars that were given. View. */

import { keyed } from '../../shared/keyed.js';
import { el } from '../el.js';

/** @typedef {import('./shelf.js').Item} Item */
/** @typedef {import('../../shared/i18n.js').Texts} Texts */

/**
 * @param {object} given
 * @param {() => Texts} given.t this part's words
 * @param {() => Texts} given.window the window's
 * @param {string} given.house who answered where nobody is named
 * @param {typeof import('../../shared/moments.js').createMoments} given.createMoments
 * @param {(text: string) => string} given.plain
 * @param {(item: Item) => void} given.chosen
 */
export function createListView({ t, window, house, createMoments, plain, chosen }) {
  const node = el('ul', { className: 'past-list' });
  let moments = createMoments('en');
  const list = keyed(node, (/** @type {Item} */ item) => item.conversation, make, fill);

  /** @param {Item} item */
  function make(item) {
    const button = el('button', { type: 'button' },
      el('span', { className: 'past-top' }, el('b', {}), ' ', el('time', { dateTime: at(item) })),
      ' ', el('span', { className: 'past-last', dir: 'auto' }), ' ', el('span', { className: 'past-stars' }));
    button.addEventListener('click', () => chosen(item));
    return el('li', {}, button);
  }

  /** @param {HTMLElement} line @param {Item} item */
  function fill(line, item) {
    const [who, time] = /** @type {HTMLElement[]} */ ([...line.querySelectorAll('b, time')]);
    const [, last, stars] = /** @type {HTMLElement[]} */ ([.../** @type {Element} */ (line.firstElementChild).children]);
    write(who, whoOf(item, t().language, house));
    write(time, moments.near(at(item), Date.now()));
    time.title = moments.full(at(item));
    write(last, lastOf(item, t(), window(), plain));
    write(stars, item.stars ? t().count('stars', item.stars) : '');
    stars.dataset.stars = '★'.repeat(item.stars ?? 0);
  }

  return {
    node,
    /** @param {Item[]} items @returns {Item[]} those that were not there before */
    show(items) {
      moments = createMoments(t().language);
      return list.update(items);
    },
    /** @param {string} conversation */
    focus(conversation) {
      const button = /** @type {HTMLElement | null | undefined} */ (list.node(conversation)?.firstElementChild);
      button?.focus();
      return button !== undefined;
    },
  };
}

/** @param {Item} item */
const at = item => item.last?.at ?? item.startedAt;

/** Between two languages a name keeps its direction. @param {string} name */
const isolate = name => `\u2068${name}\u2069`;

/** @param {Item} item @param {string} language @param {string} house */
export function whoOf({ agents }, language, house) {
  return new Intl.ListFormat(language, { type: 'unit', style: 'short' }).format(agents.map(isolate)) || isolate(house);
}

/** The last words in one line. @param {Item} item @param {Texts} t @param {Texts} window @param {(text: string) => string} plain */
export function lastOf({ last }, t, window, plain) {
  if (!last) return '';
  const text = last.removed ? window('removed') : plain(last.text);
  return last.by === 'visitor' && !last.removed ? t('mine', { text }) : text;
}

/** @param {HTMLElement} node @param {string} text */
function write(node, text) {
  if (node.textContent !== text) node.textContent = text;
}
