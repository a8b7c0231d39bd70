/**
 * Connects keys to what they mean. Edge.
 */
import { Commands } from './commands.js';
import { find } from './dom.js';
import { command } from './keys.js';
import { BOXES } from './boxes.js';
import { can } from './standing.js';

/**
 * @param {HTMLElement} root
 * @param {{desk: import('./desk.js').Desk, screen: import('./screen.js').Screen, choose: (id: string | null) => void}} given
 */
export function keyboard(root, { desk, screen, choose }) {
  const { list, composer } = screen;
  const inList = () => find(root, '#rows').contains(document.activeElement);
  /** @param {number} step */
  const walk = step => {
    const to = list.neighbour(desk.selected, step);
    if (to === null) return;
    choose(to);
    list.focus(to);
  };
  /** @param {string | null} id */
  const reach = id => list.focus(id);

  const commands = new Commands();
  commands.add(
    { name: 'next', run: () => walk(1) },
    { name: 'previous', run: () => walk(-1) },
    { name: 'down', run: () => reach(list.neighbour(list.focused, 1)) },
    { name: 'up', run: () => reach(list.neighbour(list.focused, -1)) },
    { name: 'first', run: () => reach(list.shown[0]?.conversation ?? null) },
    { name: 'last', run: () => reach(list.shown.at(-1)?.conversation ?? null) },
    { name: 'reply', when: () => desk.selected !== null, run: () => composer.focus() },
    { name: 'claim', when: () => can(desk, 'claim'), run: () => desk.claim() },
    { name: 'release', when: () => can(desk, 'release'), run: () => desk.leave('release') },
    { name: 'close', when: () => can(desk, 'close'), run: () => desk.leave('close') },
    { name: 'undo', when: () => desk.leaving.undoable, run: () => desk.leaving.undoLast() },
    { name: 'filter', run: () => list.filter.focus() },
    { name: 'details', when: () => desk.summary !== undefined, run: () => screen.details.show() },
    { name: 'help', run: () => screen.help.open() },
    { name: 'sendAndClose', when: () => document.activeElement === composer.area && can(desk, 'close'), run: () => composer.send(true) },
    { name: 'back', run: back },
    ...BOXES.map((box, index) => ({ name: `box${index + 1}`, run: () => screen.show(box) })),
  );

  /** Out of the field, then out of the pane. */
  function back() {
    const active = document.activeElement;
    if (active === list.filter) return list.filter.value ? screen.clearFilter() : list.focus(list.focused);
    if (screen.details.isOver) return screen.details.show(false);
    if (active instanceof HTMLElement && active.closest('.thread-pane')) {
      if (find(root, '#thread-back').offsetParent) return active === composer.area ? active.blur() : choose(null);
      list.focus(desk.selected);
      // It may be in another box or filtered out: nobody stays caught in the field for that.
      if (document.activeElement === active) find(root, '#rows-panel').focus();
    }
  }

  document.addEventListener('keydown', event => {
    const target = event.target;
    const field = target instanceof HTMLElement && target.matches('input, textarea, select, [contenteditable]');
    const name = command(event, { writing: field, inList: inList(), dialog: document.querySelector('dialog[open]') !== null });
    if (name === null || event.defaultPrevented) return;
    if (commands.run(name)) event.preventDefault();
  });
}
