/**
 * One thing done with many conversations: a few at a time, because each has to be opened first, and told how far it is. Knows no page.
 *
 * @typedef {'claim' | 'release' | 'close' | 'snooze' | 'label'} Way
 * @typedef {{way: Way, more: {label?: string, on?: boolean, until?: string}, done: string[], failed: string[], total: number}} Run `more`: what else is sent
 * @typedef {{run: Run, id: string, ref: string, asked: boolean}} Task
 */
import { newRef } from '../shared/outbox.js';

const AT_ONCE = 3;
/** @type {Record<Way, string>} */
const OUTCOME = { claim: 'claimed', release: 'released', close: 'closed', snooze: 'snoozed', label: 'labelled' };
const LATER = new Set(['busy', 'too-fast', 'storage', 'not-ready']);

export class Bulk {
  /** Those since nothing was left to do. @type {Run[]} */
  #runs = [];
  /** @type {Task[]} */
  #waiting = [];
  /** @type {Task[]} */
  #running = [];

  /**
   * @param {object} given
   * @param {(id: string) => boolean} given.open follows it; whether it is live already
   * @param {(id: string) => {id?: string} | null | undefined} given.ownerOf by its log, as far as that is here
   * @param {() => string | undefined} given.me
   * @param {(frame: Frame) => boolean} given.send
   * @param {(run: () => void, delay: number) => () => void} given.timer
   * @param {(run: Run) => void} given.finished
   */
  constructor(given) {
    this.given = given;
  }

  /** @returns {{done: number, total: number} | null} null: nothing is being done */
  get progress() {
    const over = this.#runs.reduce((sum, run) => sum + size(run), 0);
    const total = this.#runs.reduce((sum, run) => sum + run.total, 0);
    return over === total ? null : { done: over, total };
  }

  /** @param {string} id */
  kind(id) {
    return [...this.#running, ...this.#waiting].find(task => task.id === id)?.run.way;
  }

  /** What something is done with already is left out, but for labels: of those it takes several at once. @param {Way} way @param {string[]} ids @param {Run['more']} [more] */
  start(way, ids, more = {}) {
    const free = ids.filter(id => this.kind(id) === undefined || (way === 'label' && this.kind(id) === 'label'));
    const run = { way, more, done: [], failed: [], total: free.length };
    if (this.progress === null) this.#runs = [];
    this.#runs.push(run);
    this.#waiting.push(...free.map(id => ({ run, id, ref: newRef(), asked: false })));
    this.#next();
  }

  #next() {
    while (this.#running.length < AT_ONCE) {
      const task = this.#waiting.shift();
      if (!task) return;
      this.#running.push(task);
      if (this.given.open(task.id)) this.#ask(task);
    }
  }

  /** @param {Task} task */
  #ask(task) {
    if (!task.asked) task.asked = this.given.send({ type: task.run.way, conversation: task.id, ref: task.ref, ...task.run.more });
  }

  /** @param {Frame} frame @returns {boolean} whether it was an answer to this alone */
  apply(frame) {
    const tasks = this.#running.filter(task => task.id === frame.conversation || (frame.ref !== undefined && task.ref === frame.ref));
    return tasks.map(task => this.#hear(task, frame)).includes(true);
  }

  /** @param {Task} task @param {Frame} frame */
  #hear(task, frame) {
    // What was so already is answered by this alone.
    if (frame.type === 'live' && task.asked && this.#stands(task)) this.#over(task, true);
    else if (frame.type === 'live') this.#ask(task);
    if (task.asked && this.#came(task, frame)) this.#over(task, true);
    const gone = frame.of === 'open' && frame.reason === 'unknown-conversation';
    if (frame.type !== 'refused' || (frame.ref !== task.ref && !gone)) return false;
    this.#refused(task, frame);
    return true;
  }

  /** Done, and by this agent: a colleague may have done the same, and then it is refused. @param {Task} task @param {Frame} frame */
  #came({ run }, frame) {
    const mine = frame.type === OUTCOME[run.way] && frame.by?.id === this.given.me();
    return mine && (run.way !== 'label' || (frame.label.id === run.more.label && frame.on === run.more.on));
  }

  /** @param {Task} task */
  #stands({ run, id }) {
    return run.way === 'label' || (run.way === 'claim' && this.given.ownerOf(id)?.id === this.given.me());
  }

  /** @param {Task} task @param {Frame} frame */
  #refused(task, frame) {
    if (!LATER.has(frame.reason)) return this.#over(task, false);
    this.given.timer(() => {
      task.asked = false;
      if (this.#running.includes(task)) this.#ask(task);
    }, 1000 * (frame.retryAfter ?? 1));
  }

  /** @param {Task} task @param {boolean} well */
  #over(task, well) {
    if (!this.#running.includes(task)) return;
    const { run } = task;
    this.#running = this.#running.filter(one => one !== task);
    run[well ? 'done' : 'failed'].push(task.id);
    this.#next();
    if (size(run) === run.total) this.given.finished(run);
  }

  /** The connection is gone: what has no answer is asked again, with the same ref, when it is live again. */
  lost() {
    for (const task of this.#running) task.asked = false;
  }
}

/** How many of it are over. @param {Run} run */
const size = run => run.done.length + run.failed.length;
