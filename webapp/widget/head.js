/** The head of the window: the site's name, who is there. View. */

import { keyed } from '../shared/keyed.js';
import { face } from './faces.js';
import { part } from './site.js';

/** @typedef {{id: string, name: string}} Person */

/** @param {import('./site.js').Site} site @param {{t: import('../shared/i18n.js').Texts}} words */
export function createHead(site, words) {
  const faces = keyed(part('faces'), (/** @type {Person} */ one) => one.id, one => face(document.createElement('span'), one.name, one.id), () => {});
  const presence = part('presence');

  return {
    /** @param {import('./chat.js').Chat} chat */
    show(chat) {
      const { t } = words;
      const there = chat.state.presence;
      const owner = chat.transcript.owner;
      const agents = there?.agents ?? [];
      const mine = owner?.name ? agents.find(one => one.id === owner.id) ?? null : null;
      /** @type {Person[]} */
      const people = mine ? [mine] : agents.slice(0, 3);
      const title = site.title || site.name || t('title');
      part('title').textContent = title;
      document.title = title;
      faces.update(people.length ? people : [{ id: `site:${title}`, name: title }]);
      const names = new Intl.ListFormat(t.language, { type: 'unit', style: 'short' }).format(people.map(one => one.name));
      const words1 = there === null ? '' : t(there.online ? 'online' : 'away');
      const line = there?.online && names ? `${names} · ${words1}` : words1;
      if (presence.textContent !== line) presence.textContent = line;
      presence.dataset.online = there ? String(there.online) : '';
    },
  };
}
