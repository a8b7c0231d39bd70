/**
 * What an agent can do here, each with the condition under which it makes sense. Pure.
 *
 * @typedef {{name: string, when?: () => boolean, run: () => void, title?: () => string, icon?: string, listed?: boolean}} Command
 *   `title`: what it is called where it stands beside others, if that is not the text `do_NAME` or `key_NAME`; `listed: false`: it is a
 *   key and no more, neither in the palette nor in the settings of keys
 */
import { say } from './texts.js';

export class Commands {
  /** @type {Map<string, Command>} */
  #known = new Map();

  /** @param {Command[]} commands */
  add(...commands) {
    for (const command of commands) this.#known.set(command.name, command);
  }

  /** @param {string} name */
  can(name) {
    const command = this.#known.get(name);
    return command !== undefined && (command.when?.() ?? true);
  }

  /** @param {string} name @returns {boolean} whether it was done */
  run(name) {
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
    return [...this.#known.values()].filter(command => command.when?.() ?? true);
  }

  /** @returns {string[]} */
  names() {
    return [...this.#known.keys()];
  }
}
