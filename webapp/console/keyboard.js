/**
 * Connects keys to what they mean. Edge.
 */
import { aids } from './aids.js';
import { BOXES } from './boxes.js';
import { Commands } from './commands.js';
import { find } from './dom.js';
import { command } from './keys.js';
import { can } from './standing.js';
import { say } from './texts.js';

const STATUSES = ['online', 'away', 'offline'];

/**
 * @param {HTMLElement} root
 * @param {{desk: import('./desk.js').Desk, screen: import('./screen.js').Screen, choose: (id: string | null) => void,
 *   store: Store, prefs: import('./preferences.js').Preferences, tell: (text: string) => void}} given
 */
export function keyboard(root, { desk, screen, choose, store, prefs, tell }) {
  const { list, composer } = screen;
  const { many } = desk;
  /** With what is selected, else with what is before the agent. @param {'claim' | 'release' | 'close' | 'snooze'} way */
  const may = way => (many.selection.size > 0 ? many.fit(way).length > 0 : can(desk, way));
  const inList = () => find(root, '#rows').contains(document.activeElement);
  /** @param {number} step */
  const walk = step => {
    const to = list.walk.neighbour(desk.selected, step);
    if (to === null) return;
    choose(to);
    list.focus(to);
  };
  /** @param {string | null} id */
  const reach = id => list.focus(id);

  const commands = new Commands({ selected: () => many.selection.size > 0, refused: () => tell(say('many_single')) });
  commands.add(
    { name: 'next', run: () => walk(1) },
    { name: 'previous', run: () => walk(-1) },
    { name: 'down', listed: false, run: () => reach(list.walk.neighbour(list.focused, 1)) },
    { name: 'up', listed: false, run: () => reach(list.walk.neighbour(list.focused, -1)) },
    { name: 'first', listed: false, run: () => reach(list.shown[0]?.conversation ?? null) },
    { name: 'last', listed: false, run: () => reach(list.shown.at(-1)?.conversation ?? null) },
    { name: 'reply', single: true, icon: 'chat', when: () => desk.selected !== null, run: () => composer.turn(false) },
    { name: 'quote', single: true, icon: 'quote', when: () => desk.lastOfVisitor !== undefined && composer.takesQuotes, run: () => desk.lastOfVisitor && composer.quote(desk.lastOfVisitor) },
    { name: 'choices', single: true, icon: 'choices', when: () => desk.selected !== null && composer.takesQuotes && !composer.editing.on, run: () => screen.choices.open() },
    { name: 'note', single: true, icon: 'lock', when: () => desk.selected !== null, run: () => composer.turn(true) },
    { name: 'claim', icon: 'claim', when: () => may('claim'), run: () => (many.selection.size > 0 ? many.start('claim') : desk.claim()) },
    { name: 'takeOver', single: true, icon: 'claim', when: () => can(desk, 'takeOver'), run: () => desk.takeOver() },
    {
      name: 'join', single: true, title: () => say(can(desk, 'part') ? 'part' : 'join'), icon: 'people',
      when: () => can(desk, 'join') || can(desk, 'part'), run: () => desk.join(!can(desk, 'part')),
    },
    { name: 'release', icon: 'release', when: () => may('release'), run: () => (many.selection.size > 0 ? many.start('release') : desk.leave('release')) },
    { name: 'close', icon: 'check', when: () => may('close'), run: () => (many.selection.size > 0 ? many.start('close') : desk.leave('close')) },
    { name: 'transfer', single: true, icon: 'handOn', when: () => can(desk, 'transfer'), run: () => screen.transfer() },
    { name: 'edit', single: true, icon: 'draw', when: () => desk.lastMine !== undefined, run: () => screen.editLast() },
    { name: 'snooze', icon: 'moon', when: () => may('snooze'), run: () => screen.asleep() },
    { name: 'wake', single: true, title: () => say('wake'), icon: 'bell', when: () => can(desk, 'wake'), run: () => desk.wake() },
    { name: 'labels', icon: 'tag', when: () => many.selection.size > 0 || desk.summary !== undefined, run: () => screen.labels.open(many.selection.ids()) },
    { name: 'undo', icon: 'retry', when: () => screen.undoable, run: () => screen.undo() },
    { name: 'select', icon: 'check', when: () => list.shown.length > 0, run: () => screen.pick(inList() ? list.focused : desk.selected ?? list.focused, false) },
    { name: 'selectAll', icon: 'check', when: () => list.shown.length > 0, run: () => { many.selection.all(list.shown.map(item => item.conversation)); screen.soon(); } },
    { name: 'filter', icon: 'search', run: () => list.filter.focus() },
    { name: 'saveView', title: () => say('views_title'), icon: 'star', run: () => screen.views.open() },
    { name: 'details', icon: 'panel', when: () => desk.summary !== undefined, run: () => screen.details.show() },
    { name: 'visitors', title: () => say('visitors'), icon: 'people', run: () => screen.visitors.open() },
    { name: 'help', title: () => say('help'), icon: 'help', run: () => aid.help.open() },
    { name: 'send', listed: false, when: () => document.activeElement === composer.area, run: () => composer.send(false) },
    { name: 'sendAndClose', icon: 'send', when: () => document.activeElement === composer.area && can(desk, 'close'), run: () => composer.send(true) },
    { name: 'back', listed: false, run: back },
    ...BOXES.map((box, index) => ({ name: `box${index + 1}`, title: () => say('do_box', { box: say(`box_${box}`) }), icon: 'inbox', run: () => screen.show(box) })),
    { name: 'order', title: () => say(`do_order_${screen.order === 'waiting' ? 'recent' : 'waiting'}`), icon: 'sort', run: () => screen.turn() },
    { name: 'onward', title: () => say(`do_onward_${prefs.get('onward') === 'next' ? 'stay' : 'next'}`), icon: 'next', run: () => prefs.choose('onward', prefs.get('onward') === 'next' ? 'stay' : 'next') },
    ...STATUSES.map(status => ({
      name: `status_${status}`, title: () => say('do_status', { status: say(`status_${status}`) }), icon: 'person',
      when: () => desk.boxes.me?.status !== status, run: () => screen.choose(status),
    })),
    { name: 'alerts', title: () => say('alerts'), icon: 'bell', run: () => screen.alerts.open() },
    { name: 'settings', title: () => say('settings'), icon: 'gear', run: () => aid.settings.open() },
    { name: 'palette', listed: false, run: () => aid.palette.open() },
  );

  const aid = aids(root, { commands, desk, screen, choose, store, prefs });

  /** Out of the field, then out of the pane. */
  function back() {
    const active = document.activeElement;
    if (active === list.filter) return list.filter.value ? screen.clearFilter() : list.focus(list.focused);
    if (screen.details.isOver) return screen.details.show(false);
    if (many.selection.size > 0) {
      many.selection.clear();
      return screen.soon();
    }
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
    const name = command(event, { writing: field, inList: inList(), dialog: document.querySelector('dialog[open]') !== null }, aid.habits);
    if (name === null || event.defaultPrevented) return;
    if (commands.run(name)) event.preventDefault();
  });
  return aid;
}
