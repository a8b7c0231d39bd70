/**
 * Whether this browser is told while no console is open, and how that is switched. What the browser can do is passed in. Edge.
 *
 * @typedef {'checking' | 'unsupported' | 'unset' | 'denied' | 'off' | 'on' | 'busy' | 'failed' | 'unknown'} PushState
 * @typedef {object} Surroundings
 * @property {ServiceWorkerContainer} [workers] missing where there are none, as on a page without TLS
 * @property {boolean} pushes whether there is a push service at all
 * @property {() => NotificationPermission | 'unsupported'} permission
 * @property {() => Promise<NotificationPermission>} ask
 * @property {typeof fetch} get
 */
import { bytesOf, sameBytes } from './bytes.js';

/** Whose browser this is: the id of the agent who switched it on here. */
const KEPT = 'push';

export class Push {
  /** @type {PushState} */
  state = 'checking';
  #agent = '';
  #key = '';

  /** @param {{base: string, store: Store, around: Surroundings, changed: () => void}} given */
  constructor(given) {
    this.given = given;
  }

  /** He is at this console now: what he switched on here goes on, and what a colleague did ends. @param {string} agent */
  async begin(agent) {
    const begun = this.#agent === agent;
    this.#agent = agent;
    const whose = this.given.store.getItem(KEPT);
    if (begun || whose === null || !this.#supported) return;
    try {
      if (whose === agent) await this.#renew();
      else await this.#forget();
    } catch {
      // The dialog says how it stands, and there he can try again.
    }
  }

  get #supported() {
    const { workers, pushes, permission } = this.given.around;
    return workers !== undefined && pushes && permission() !== 'unsupported';
  }

  /** Looks how it stands. */
  async look() {
    await this.#become(async () => {
      if (!this.#supported) return 'unsupported';
      if (!await this.#askKey()) return 'unset';
      if (this.given.around.permission() === 'denied') return 'denied';
      return this.given.store.getItem(KEPT) === this.#agent && await this.#subscription() ? 'on' : 'off';
    }, this.state);
  }

  /** At the agent's own press only: the browser asks him. */
  async on() {
    await this.#become(async () => {
      const { permission, ask } = this.given.around;
      const allowed = permission() === 'default' ? await ask() : permission();
      if (allowed !== 'granted') return allowed === 'denied' ? 'denied' : 'off';
      if (!this.#key && !await this.#askKey()) return 'unset';
      return this.#keep(await this.#subscribe());
    });
  }

  async off() {
    await this.#become(async () => {
      await this.#forget();
      return 'off';
    });
  }

  /** Whether the push service took it. */
  async test() {
    try {
      const subscription = await this.#subscription();
      const answer = subscription && await this.#post({ do: 'test', endpoint: subscription.endpoint });
      return answer?.ok === true && (await answer.json()).sent === true;
    } catch {
      return false;
    }
  }

  /** @param {() => Promise<PushState>} work @param {PushState} [meanwhile] */
  async #become(work, meanwhile = 'busy') {
    this.state = meanwhile;
    this.given.changed();
    this.state = await work().catch(() => /** @type {PushState} */ ('failed'));
    this.given.changed();
  }

  /** Whether anything is pushed here. */
  async #askKey() {
    const answer = await this.given.around.get(this.#address, { redirect: 'manual', cache: 'no-store' });
    if (!answer.ok) throw new Error('no answer');
    this.#key = answer.status === 204 ? '' : (await answer.json()).key;
    return this.#key !== '';
  }

  get #address() {
    return `${this.given.base}/console/push`;
  }

  async #subscription() {
    const registration = await this.given.around.workers?.getRegistration(`${this.given.base}/console/`);
    return registration?.pushManager.getSubscription();
  }

  /** Anew where the house has other keys than when it was switched on. */
  async #subscribe() {
    const { workers } = this.given.around;
    const scope = `${this.given.base}/console/`;
    await workers?.register(`${scope}push-sw.js`, { scope, updateViaCache: 'none' });
    const manager = (await /** @type {ServiceWorkerContainer} */ (workers).ready).pushManager;
    const applicationServerKey = bytesOf(this.#key);
    const had = await manager.getSubscription();
    if (had && !sameBytes(had.options.applicationServerKey, applicationServerKey)) await had.unsubscribe();
    return manager.subscribe({ userVisibleOnly: true, applicationServerKey });
  }

  /** @param {PushSubscription} subscription @returns {Promise<PushState>} */
  async #keep(subscription) {
    const { endpoint = '', keys = {} } = subscription.toJSON();
    const answer = await this.#post({ do: 'keep', endpoint, p256dh: keys.p256dh, auth: keys.auth });
    if (answer.ok) {
      this.given.store.setItem(KEPT, this.#agent);
      return 'on';
    }
    if (answer.status !== 422) throw new Error('not kept');
    await subscription.unsubscribe();
    this.given.store.removeItem(KEPT);
    return 'unknown';
  }

  /** Where the server does not answer now, the next console tries it again. */
  async #renew() {
    if (this.given.around.permission() === 'granted' && await this.#askKey()) this.state = await this.#keep(await this.#subscribe());
  }

  async #forget() {
    this.given.store.removeItem(KEPT);
    const subscription = await this.#subscription();
    if (!subscription) return;
    await this.#post({ do: 'drop', endpoint: subscription.endpoint }).catch(() => {});
    await subscription.unsubscribe();
  }

  /** @param {Record<string, string>} fields */
  #post(fields) {
    return this.given.around.get(this.#address, { method: 'POST', body: new URLSearchParams(fields), redirect: 'manual' });
  }
}
