/** The head of the window: the site's name, who is there. View. */

import { keyed } from '../shared/keyed.js';
import { face } from './faces.js';
import { part } from './site.js';

/** @typedef {{id: string, name: string}} Person */

/** @param {import('./site.js').Site} site @param {{t: import('../shared/i18n.js').Texts}} words */
export function createHead(site, words) {
  const faces = keyed(part('faces'), (/** @type {Person} */ one) => one.id, make, () => {});

  /** @param {Person} one */
  function make(one) {
    const node = face(document.createElement('span'), one.name, one.id);
    node.classList.toggle('house', one.id.startsWith('site:'));
    return node;
  }
  const presence = part('presence');

  return {
    /** @param {import('./chat.js').Chat} chat @param {boolean} isCurrent what was heard of them can still be true */
    show(chat, isCurrent) {
      const { t } = words;
      const there = isCurrent ? chat.state.presence : null;
      const owner = chat.transcript.owner;
      const agents = there?.agents ?? [];
      const mine = owner?.name ? agents.find(one => one.id === owner.id) ?? null : null;
      /** @type {Person[]} */
      const people = mine ? [mine] : agents.slice(0, 3);
      const title = site.title || site.name || t('title');
      part('title').textContent = title;
      document.title = title;
      faces.update(people.length ? people : [{ id: `site:${title}`, name: title }]);
      const names = new Intl.ListFormat(t.language, { type: 'unit', style: 'short' }).format(people.map(one => `\u2068${one.name}\u2069`));
      const status = there === null ? '' : t(there.online ? 'online' : 'away');
      // Several names would be cut off: their faces are there, and the names on hover.
      const line = there?.online && people.length === 1 ? `${status} · ${names}` : status;
      presence.title = names;
      if (presence.textContent !== line) presence.textContent = line;
      presence.dataset.online = there ? String(there.online) : '';
    },
  };
}
