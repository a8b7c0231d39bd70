/**
 * How this agent likes his console. What he chooses holds at once here, and everywhere as soon as the server has it; what the server
 * said last is kept on this device, so that a page begins as it will look. Knows no page: channel, storage and timer are passed in.
 *
 * @typedef {{choice: string, ref: string}} Waiting
 */
import { newRef } from '../shared/outbox.js';

const KEPT = 'preferences';

/** What there is to choose, and how it is usually. @type {Readonly<Record<string, string>>} */
export const USUAL = {
  scheme: 'auto', density: 'normal', order: 'waiting', enter: 'send', unsend: '0', onward: 'stay', shortcuts: '', alerts: 'newSound messageSound preview', mail: 'own', views: '',
};

export class Preferences {
  #agent = '';
  /** False while the server is one from before it kept any of this, in a cluster that is being renewed. */
  #heeded = false;
  /** @type {Record<string, string>} what the server said */
  #said = {};
  /** @type {Record<string, Waiting>} chosen here, and not yet said by the server */
  #waiting = {};

  /**
   * @param {object} given
   * @param {(frame: Frame) => boolean} given.send
   * @param {Store} given.store
   * @param {(run: () => void, delay: number) => void} given.timer
   * @param {() => void} given.changed
   * @param {() => void} given.refused the server would not have it, and never will
   */
  constructor(given) {
    this.given = given;
    this.#read();
  }

  /** @param {string} name */
  get(name) {
    return this.#waiting[name]?.choice ?? this.#said[name] ?? USUAL[name] ?? '';
  }

  /** @param {string} name @param {string} choice */
  choose(name, choice) {
    if (this.get(name) === choice) return;
    this.#waiting[name] = { choice, ref: newRef() };
    this.#send(name);
    this.#keep();
  }

  /** @param {Frame} frame */
  apply(frame) {
    if (frame.type === 'welcome') this.#welcome(frame);
    else if (frame.type === 'preferred') this.#preferred(frame);
    else if (frame.type === 'refused' && frame.of === 'prefer') this.#refused(frame);
  }

  /** @param {Frame} welcome */
  #welcome(welcome) {
    if (this.#agent !== '' && this.#agent !== welcome.agent.id) this.#waiting = {};
    this.#agent = welcome.agent.id;
    this.#heeded = welcome.preferences !== undefined;
    this.#said = welcome.preferences ?? this.#said;
    for (const name of Object.keys(this.#waiting)) this.#send(name);
    this.#keep();
  }

  /** @param {Frame} frame */
  #preferred(frame) {
    this.#said = frame.preferences;
    for (const [name, { ref }] of Object.entries(this.#waiting)) if (ref === frame.ref) delete this.#waiting[name];
    this.#keep();
  }

  /** @param {Frame} frame */
  #refused(frame) {
    const name = Object.keys(this.#waiting).find(one => this.#waiting[one].ref === frame.ref);
    if (name === undefined) return;
    if (frame.retryAfter || frame.reason === 'not-ready') {
      this.given.timer(() => this.#send(name), 1000 * (frame.retryAfter ?? 1));
      return;
    }
    delete this.#waiting[name];
    this.#keep();
    this.given.refused();
  }

  /** What an agent chose before the server kept it is taken over, unless he chose it anew meanwhile. @param {Record<string, string | null>} old */
  takeOver(old) {
    for (const [name, choice] of Object.entries(old)) {
      if (choice !== null && !(name in this.#said) && !(name in this.#waiting)) this.choose(name, choice);
    }
  }

  /** @param {string} name */
  #send(name) {
    const waiting = this.#waiting[name];
    if (waiting && this.#heeded) this.given.send({ type: 'prefer', ref: waiting.ref, name, choice: waiting.choice });
  }

  #read() {
    try {
      const { agent, said, waiting } = JSON.parse(this.given.store.getItem(KEPT) ?? '{}');
      if (typeof agent !== 'string') return;
      this.#agent = agent;
      this.#said = { ...said };
      this.#waiting = { ...waiting };
    } catch {
      // Broken storage costs the first moment's look and no more: the server says the rest.
    }
  }

  #keep() {
    this.given.store.setItem(KEPT, JSON.stringify({ agent: this.#agent, said: this.#said, waiting: this.#waiting }));
    this.given.changed();
  }
}
