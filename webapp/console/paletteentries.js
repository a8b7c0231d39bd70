/**
 * Everything an agent can reach from where he is: commands that make sense now, saved views, conversations, pages of the console. Pure but for what
 * it is given.
 *
 * @typedef {import('./palette.js').Entry} Entry
 * @typedef {{title: string, href: string}} Place
 */
import { plain } from '../shared/markdown.js';
import { visitorName } from './names.js';
import { say } from './texts.js';

/**
 * @param {object} given
 * @param {import('./commands.js').Commands} given.commands
 * @param {(command: string) => string[]} given.keys how the command's key is written, empty where it has none
 * @param {import('./boxes.js').Boxes} given.boxes
 * @param {import('./views/savedviews.js').View[]} given.views
 * @param {(view: import('./views/savedviews.js').View) => void} given.look
 * @param {(conversation: string) => void} given.choose
 * @param {Place[]} given.pages
 * @param {(href: string) => void} given.go
 * @returns {Entry[]}
 */
export function paletteEntries({ commands, keys, boxes, views, look, choose, pages, go }) {
  return [
    ...commands.now().filter(command => commands.title(command.name) !== '').map(command => ({
      id: `command ${command.name}`, kind: /** @type {const} */ ('command'), title: commands.title(command.name),
      keys: keys(command.name), icon: command.icon ?? 'next', run: () => { commands.run(command.name); },
    })),
    ...views.map(view => ({ id: `view ${view.name}`, kind: /** @type {const} */ ('view'), title: view.name, icon: 'star', run: () => look(view) })),
    ...[...boxes.list('all'), ...boxes.list('closed')].map(item => ({
      id: `conversation ${item.conversation}`, kind: /** @type {const} */ ('conversation'), title: visitorName(item.visitor),
      // Its marks are taken out where it is shown: there may be a thousand.
      get also() { return besides(item, boxes.me?.id, plain(item.last?.text ?? '').slice(0, 120)); },
      besides: besides(item, boxes.me?.id, item.last?.text ?? ''),
      icon: item.status === 'closed' ? 'check' : 'chat', run: () => choose(item.conversation),
    })),
    ...pages.map(({ title, href }) => ({ id: `page ${title}`, kind: /** @type {const} */ ('page'), title, icon: 'page', run: () => go(href) })),
  ];
}

/** @param {import('./boxes.js').Summary} item @param {string | undefined} me @param {string} text */
function besides(item, me, text) {
  const owner = item.owner && item.owner.id === me ? say('you') : item.owner?.name;
  return [text, owner, item.site.name].filter(Boolean).join(' · ');
}
