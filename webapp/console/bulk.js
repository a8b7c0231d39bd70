/**
 * One thing done with many conversations: a few at a time, because each has to be opened first, and told how far it is. Knows no page.
 *
 * @typedef {'claim' | 'release' | 'close'} Way
 * @typedef {{way: Way, id: string, ref: string, asked: boolean}} Task
 */
import { newRef } from '../shared/outbox.js';

const AT_ONCE = 3;
/** @type {Record<Way, string>} */
const OUTCOME = { claim: 'claimed', release: 'released', close: 'closed' };
const LATER = new Set(['busy', 'too-fast', 'storage', 'not-ready']);

export class Bulk {
  /** @type {Task[]} */
  #waiting = [];
  /** @type {Map<string, Task>} */
  #running = new Map();
  /** @type {string[]} */
  #done = [];
  #failed = 0;

  /**
   * @param {object} given
   * @param {(id: string) => boolean} given.open follows it; whether it is live already
   * @param {(frame: Frame) => boolean} given.send
   * @param {(run: () => void, delay: number) => () => void} given.timer
   * @param {(way: Way, done: string[], failed: number) => void} given.finished
   */
  constructor(given) {
    this.given = given;
  }

  /** @returns {{done: number, total: number} | null} null: nothing is being done */
  get progress() {
    const left = this.#waiting.length + this.#running.size;
    return left === 0 ? null : { done: this.#done.length + this.#failed, total: this.#done.length + this.#failed + left };
  }

  /** @param {string} id */
  kind(id) {
    return (this.#running.get(id) ?? this.#waiting.find(task => task.id === id))?.way;
  }

  /** @param {Way} way @param {string[]} ids */
  start(way, ids) {
    this.#waiting.push(...ids.filter(id => this.kind(id) === undefined).map(id => ({ way, id, ref: newRef(), asked: false })));
    this.#next();
  }

  #next() {
    while (this.#running.size < AT_ONCE) {
      const task = this.#waiting.shift();
      if (!task) return;
      this.#running.set(task.id, task);
      if (this.given.open(task.id)) this.#ask(task);
    }
  }

  /** @param {Task} task */
  #ask(task) {
    if (!task.asked) task.asked = this.given.send({ type: task.way, conversation: task.id, ref: task.ref });
  }

  /** @param {Frame} frame @returns {boolean} whether it was an answer to this alone */
  apply(frame) {
    const task = this.#running.get(frame.conversation) ?? [...this.#running.values()].find(one => one.ref === frame.ref);
    if (!task) return false;
    if (frame.type === 'live') this.#ask(task);
    if (frame.type === OUTCOME[task.way] && task.asked) this.#over(task, true);
    const gone = frame.of === 'open' && frame.reason === 'unknown-conversation';
    if (frame.type !== 'refused' || (frame.ref !== task.ref && !gone)) return false;
    this.#refused(task, frame);
    return true;
  }

  /** @param {Task} task @param {Frame} frame */
  #refused(task, frame) {
    if (!LATER.has(frame.reason)) return this.#over(task, false);
    this.given.timer(() => {
      task.asked = false;
      if (this.#running.get(task.id) === task) this.#ask(task);
    }, 1000 * (frame.retryAfter ?? 1));
  }

  /** @param {Task} task @param {boolean} well */
  #over(task, well) {
    this.#running.delete(task.id);
    if (well) this.#done.push(task.id);
    else this.#failed++;
    this.#next();
    if (this.progress !== null) return;
    const done = this.#done;
    const failed = this.#failed;
    this.#done = [];
    this.#failed = 0;
    this.given.finished(task.way, done, failed);
  }

  /** The connection is gone: what has no answer is asked again, with the same ref, when it is live again. */
  lost() {
    for (const task of this.#running.values()) task.asked = false;
  }
}
