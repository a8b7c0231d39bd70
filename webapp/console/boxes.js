/**
 * The list of conversations as the server tells it: which exist, whose they are, in which box and in which order.
 * Pure: no page, no clock, no connection.
 *
 * @typedef {{id: string, name?: string, verified?: boolean, online?: boolean}} SummaryVisitor
 * @typedef {{seq: number, at: string, by: string, text: string}} LastMessage `by`: visitor, agent or site
 * @typedef {{conversation: string, site: {key: string, name: string}, department?: {id: string, name: string}, visitor: SummaryVisitor, status: string,
 *   owner?: {id: string, name: string}, joined?: {id: string, name?: string}[], last?: LastMessage, seq: number, unread: number, waitingSince?: string,
 *   startedAt: string, mentioned?: string[], labels?: string[], snoozed?: {since: string, until?: string}, rating?: number}} Summary
 * @typedef {{id: string, name: string, role?: string, status?: string, administrator?: boolean, departments?: string[]}} Agent
 * @typedef {{id: string, name: string, site: string}} Department `site`: its key
 * @typedef {{id: string, name: string, colour: string}} Label
 * @typedef {'mine' | 'unassigned' | 'all' | 'closed' | 'snoozed'} Box
 * @typedef {'waiting' | 'recent'} Order
 */

import { isMine } from './company.js';

/** @type {Box[]} */
export const BOXES = ['mine', 'unassigned', 'all', 'closed', 'snoozed'];

export class Boxes {
  /** @type {Map<string, Summary>} */
  #items = new Map();
  /** @type {Agent | null} */
  me = null;
  /** Up to how many open conversations this agent is given; undefined: the server does not say. @type {number | undefined} */
  capacity;
  /** @type {Agent[]} */
  agents = [];
  /** @type {Department[]} */
  departments = [];
  /** @type {Label[]} */
  labels = [];
  /** @type {{mine: Record<string, number>, joined?: Record<string, number>, unassigned: number, all: number, snoozed?: number} | null} */
  #said = null;
  /** Whether the server has told us the whole list once. */
  known = false;
  /** Where the next page of closed conversations begins; undefined: not asked yet, null: there is no more. */
  /** @type {string | null | undefined} */
  next = undefined;

  /**
   * Takes one frame of the server.
   *
   * @param {any} frame
   * @returns {Change[]} what changed, for whoever rings the bell
   */
  apply(frame) {
    switch (frame.type) {
      case 'welcome':
        this.me = frame.agent;
        this.capacity = frame.capacity;
        return [];
      case 'status':
        if (this.me) this.me = {...this.me, status: frame.status};
        return [];
      case 'inbox':
        return this.#inbox(frame);
      case 'listed':
        this.next = frame.next ?? null;
        frame.items.forEach((/** @type {Summary} */ item) => this.#put(item));
        return [];
      case 'opened':
        return frame.summary ? [this.#put(frame.summary)] : [];
      default:
        return [];
    }
  }

  /** @param {any} frame */
  #inbox(frame) {
    if (frame.agents) this.agents = frame.agents;
    if (frame.labels) this.labels = frame.labels;
    if (frame.departments) this.departments = frame.departments;
    for (const gone of frame.gone ?? []) this.#items.delete(gone);
    if (frame.counters) this.#said = frame.counters;
    if (frame.whole) this.#forgetOpenBut(new Set(frame.items.map((/** @type {Summary} */ item) => item.conversation)));
    const first = !this.known;
    this.known = this.known || frame.whole;
    const changes = frame.items.map((/** @type {Summary} */ item) => this.#put(item));
    return first ? [] : changes;
  }

  /** @param {Set<string>} kept */
  #forgetOpenBut(kept) {
    for (const [id, item] of this.#items) {
      if (item.status === 'open' && !kept.has(id)) this.#items.delete(id);
    }
  }

  /**
   * @typedef {{before: Summary | undefined, after: Summary, given?: boolean}} Change `given`: this agent has it now, and not by his own doing
   * @param {Summary} item
   * @returns {Change}
   */
  #put(item) {
    const before = this.#items.get(item.conversation);
    if (before && before.seq > item.seq) return {before, after: before};
    this.#items.set(item.conversation, item);
    return {before, after: item};
  }

  /** @param {string | null} conversation */
  get(conversation) {
    return conversation === null ? undefined : this.#items.get(conversation);
  }

  /** @param {Summary} item @param {Box} box */
  holds(item, box) {
    if (box === 'closed' || item.status === 'closed') return box === 'closed' && item.status === 'closed';
    if (box === 'snoozed' || item.snoozed) return box === 'snoozed' && item.snoozed !== undefined;
    if (box === 'mine') return isMine(item, this.me?.id);
    return box === 'all' || item.owner === undefined;
  }

  /** @param {Box} box @param {Order} [order] */
  list(box, order = 'waiting') {
    const found = [...this.#items.values()].filter(item => this.holds(item, box));
    if (box === 'snoozed') return found.sort(byWaking);
    return found.sort(order === 'waiting' && box !== 'closed' ? byWaiting : byActivity);
  }

  /** How many open conversations each box holds: the server knows also those that are not listed here. */
  counters() {
    const said = this.#said;
    const me = this.me?.id ?? '';
    if (said) return { mine: (said.mine[me] ?? 0) + (said.joined?.[me] ?? 0), unassigned: said.unassigned, all: said.all, snoozed: said.snoozed ?? 0 };
    const counters = {mine: 0, unassigned: 0, all: 0, snoozed: 0};
    for (const item of this.#items.values()) {
      if (this.holds(item, 'all')) counters.all++;
      if (this.holds(item, 'snoozed')) counters.snoozed++;
      if (this.holds(item, 'mine')) counters.mine++;
      if (this.holds(item, 'unassigned')) counters.unassigned++;
    }
    return counters;
  }

  /** Shows a label at once; the server's word comes behind. @param {string} conversation @param {string} label @param {boolean} on */
  label(conversation, label, on) {
    const item = this.#items.get(conversation);
    if (!item) return;
    const others = (item.labels ?? []).filter(one => one !== label);
    this.#items.set(conversation, { ...item, labels: on ? [...others, label] : others });
  }

  /** Those of a conversation that are still there. @param {Summary} item */
  labelsOf(item) {
    return (item.labels ?? []).flatMap(id => this.labels.find(label => label.id === id) ?? []);
  }

  /** How many open conversations an agent has. @param {string} agent */
  load(agent) {
    return this.#said?.mine[agent] ?? 0;
  }

  /** How many sites the conversations come from. */
  sites() {
    return new Set([...this.#items.values()].map(item => item.site.key)).size;
  }

  /** The visitors' messages nobody has seen, in what is mine or nobody's. */
  unread() {
    return [...this.#items.values()]
      .filter(item => this.holds(item, 'mine') || this.holds(item, 'unassigned'))
      .reduce((sum, item) => sum + item.unread, 0);
  }
}

/** @param {Summary} item */
const activity = item => item.last?.at ?? item.startedAt;

/** Instants of one form sort as text. @param {string} one @param {string} other */
const compare = (one, other) => (one < other ? -1 : one > other ? 1 : 0);

/** Who comes back first is on top; who comes back only when he writes, last. @param {Summary} one @param {Summary} other */
function byWaking(one, other) {
  return compare(one.snoozed?.until ?? '~', other.snoozed?.until ?? '~') || byActivity(one, other);
}

/** @param {Summary} one @param {Summary} other */
function byActivity(one, other) {
  return compare(activity(other), activity(one)) || compare(one.conversation, other.conversation);
}

/** Who waits comes first, the longest on top; the rest by what happened last. @param {Summary} one @param {Summary} other */
function byWaiting(one, other) {
  if (one.waitingSince && other.waitingSince) {
    return compare(one.waitingSince, other.waitingSince) || byActivity(one, other);
  }
  if (one.waitingSince || other.waitingSince) return one.waitingSince ? -1 : 1;
  return byActivity(one, other);
}
