/**
 * What an agent can do here, each with the condition under which it makes sense. Pure.
 *
 * @typedef {{name: string, when?: () => boolean, run: () => void, title?: () => string, icon?: string, listed?: boolean, single?: boolean}} Command
 *   `title`: what it is called where it stands beside others, if that is not the text `do_NAME` or `key_NAME`; `listed: false`: it is a
 *   key and no more, neither in the palette nor in the settings of keys; `single`: with one conversation only, so not as long as several are selected
 */
import { say } from './texts.js';

export class Commands {
  /** @type {Map<string, Command>} */
  #known = new Map();

  /** @param {{selected?: () => boolean, refused?: () => void}} [given] `refused`: a key was pressed for what does not go with what is selected */
  constructor({ selected = () => false, refused = () => {} } = {}) {
    this.given = { selected, refused };
  }

  /** @param {Command[]} commands */
  add(...commands) {
    for (const command of commands) this.#known.set(command.name, command);
  }

  /** @param {string} name */
  can(name) {
    const command = this.#known.get(name);
    return command !== undefined && this.#makesSense(command);
  }

  /** @param {Command} command */
  #makesSense(command) {
    return !this.#isKept(command) && (command.when?.() ?? true);
  }

  /** What the selection keeps from being done. @param {Command | undefined} command */
  #isKept(command) {
    return command?.single === true && this.given.selected();
  }

  /** @param {string} name @returns {boolean} whether it was done */
  run(name) {
    if (this.#isKept(this.#known.get(name))) this.given.refused();
    if (!this.can(name)) return false;
    this.#known.get(name)?.run();
    return true;
  }

  /** What it is called, empty where it is not to be listed. @param {string} name */
  title(name) {
    const command = this.#known.get(name);
    if (!command || command.listed === false) return '';
    if (command.title) return command.title();
    return say.has(`do_${name}`) ? say(`do_${name}`) : say.has(`key_${name}`) ? say(`key_${name}`) : '';
  }

  /** Those that make sense now, in their order. @returns {Command[]} */
  now() {
    return [...this.#known.values()].filter(command => this.#makesSense(command));
  }

  /** @returns {string[]} */
  names() {
    return [...this.#known.keys()];
  }
}
