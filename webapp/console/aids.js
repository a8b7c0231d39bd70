/**
 * What stands on the commands: the palette that finds them, the help that tells their keys, the settings that change them. Edge.
 */
import { helpDialog } from './dialogs.js';
import { find } from './dom.js';
import { SHORTCUTS, isFixed, keysOf, shortcuts } from './keys.js';
import { lettersOf } from './ownkeys.js';
import { paletteEntries } from './paletteentries.js';
import { PaletteView } from './paletteview.js';
import { settingsDialog } from './settingsdialog.js';
import { say } from './texts.js';

/**
 * @param {HTMLElement} root
 * @param {{commands: import('./commands.js').Commands, desk: import('./desk.js').Desk, screen: import('./screen.js').Screen, choose: (id: string | null) => void,
 *   store: Store, prefs: import('./preferences.js').Preferences}} given
 */
export function aids(root, { commands, desk, screen, choose, store, prefs }) {
  /** @returns {{letters: Record<string, string>, enter: string}} */
  const read = () => ({ letters: lettersOf(prefs.get('shortcuts')), enter: prefs.get('enter') });
  let habits = read();

  /** @param {string} name */
  const keys = name => (isFixed(name) ? shortcuts(habits).find(([one]) => one === name)?.[1] ?? [] : keysOf(name, habits.letters));

  /** Every key as it is here, also of what has one only here. @returns {[string, string[]][]} */
  const lines = () => [
    ...shortcuts(habits).map(([name, caps]) => /** @type {[string, string[]]} */ ([say(`key_${name}`), caps])),
    ...Object.entries(habits.letters)
      .filter(([, name]) => commands.title(name) !== '' && !name.startsWith('box') && !SHORTCUTS.some(([one]) => one === name))
      .map(([key, name]) => /** @type {[string, string[]]} */ ([commands.title(name), [key.toUpperCase()]])),
  ];

  /** The conversation, and the focus at its head: from there every key is a command. @param {string} id */
  const lookAt = id => {
    choose(id);
    requestAnimationFrame(() => requestAnimationFrame(() => find(root, '.thread-name').focus()));
  };

  const settings = settingsDialog(root, { prefs, commands });
  const help = helpDialog(root, { settings: settings.open, lines });
  const palette = new PaletteView(root, {
    store,
    entries: () => paletteEntries({ commands, keys, boxes: desk.boxes, views: screen.views.all, look: view => screen.look(view), choose: lookAt, pages: pages(), go: href => location.assign(href) }),
  });
  return {
    help, palette, settings,
    get habits() { return habits; },
    /** The agent chose something of his console. */
    chosen() {
      habits = read();
      settings.changed();
    },
  };
}

/** The pages this agent may open are those the way around the console shows him. @returns {import('./paletteentries.js').Place[]} */
function pages() {
  const links = /** @type {NodeListOf<HTMLAnchorElement>} */ (document.querySelectorAll('.rail a.rail-place:not([aria-current=page], [data-view])'));
  return [...links].map(link => ({ title: link.getAttribute('aria-label') ?? link.title, href: link.href }));
}
