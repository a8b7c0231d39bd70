/**
 * Things done in a moment, so that they can be undone without asking first. The timer is passed in.
 *
 * @typedef {{key: string, kind: string, run: () => void}} Plan
 */
export const GRACE = 5000;

export class Later {
  /** @type {Map<string, {plan: Plan, stop: () => void}>} */
  #plans = new Map();

  /** @param {(run: () => void, delay: number) => () => void} timer starts a timer, answers how to stop it */
  constructor(timer, grace = GRACE) {
    this.timer = timer;
    this.grace = grace;
  }

  /** Plans something for this key; what was planned for it before is done now. @param {Plan} plan @param {number} [within] milliseconds */
  plan(plan, within = this.grace) {
    this.now(plan.key);
    const stop = this.timer(() => this.now(plan.key), within);
    this.#plans.set(plan.key, {plan, stop});
  }

  /** @param {string} key @returns {string | undefined} the kind of what is planned */
  kind(key) {
    return this.#plans.get(key)?.plan.kind;
  }

  /** What was planned last and can still be undone. @returns {string | undefined} */
  last() {
    return [...this.#plans.keys()].at(-1);
  }

  /** @param {string} key @returns {boolean} whether there was something to undo */
  undo(key) {
    const planned = this.#plans.get(key);
    planned?.stop();
    return this.#plans.delete(key);
  }

  /** Does what is planned for this key at once. @param {string} key */
  now(key) {
    const planned = this.#plans.get(key);
    if (!planned) return;
    planned.stop();
    this.#plans.delete(key);
    planned.plan.run();
  }

  /** The page goes away: what was promised is done. */
  all() {
    [...this.#plans.keys()].forEach(key => this.now(key));
  }
}
