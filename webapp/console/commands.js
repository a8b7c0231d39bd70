/**
 * What an agent can do here, each with the condition under which it makes sense. Pure.
 *
 * @typedef {{name: string, when?: () => boolean, run: () => void}} Command
 */
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

  /** @returns {string[]} */
  names() {
    return [...this.#known.keys()];
  }
}
