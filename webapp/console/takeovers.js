/**
 * Conversations that go from one agent to another without being handed on: those this agent takes over, with a way back, and those he loses, to a colleague or
 * because he did not open them in time. Pure.
 *
 * @typedef {import('./boxes.js').Summary} Summary
 */
import { visitorName } from './names.js';
import { say } from './texts.js';

/** So many are looked into at once: who comes back after a while has lost them all. */
const LOOKED_INTO = 10;

/** What gives a conversation to somebody, or takes it from him. */
const TURNS = new Set(['claimed', 'released', 'transferred', 'closed', 'reopened']);

export class Takeovers {
  /** Asked for, by the conversation. @type {Map<string, {id?: string, name?: string}>} */
  #asked = new Map();
  /** Not mine any more; why, is in the log. @type {Set<string>} */
  #lost = new Set();

  /**
   * @param {object} given
   * @param {import('./boxes.js').Boxes} given.boxes
   * @param {ReturnType<typeof import('./follows.js').createFollows>} given.follows
   * @param {(type: string, conversation: string, more: object) => unknown} given.ask
   * @param {(text: string, undo?: () => void) => void} given.tell
   * @param {(text: string, conversation: string) => void} given.lost
   */
  constructor(given) {
    this.given = given;
  }

  /** Whether this agent may take it from that one. @param {{id?: string}} owner */
  may(owner) {
    const { me, agents } = this.given.boxes;
    return me?.role === 'administrator' || agents.find(agent => agent.id === owner.id)?.status !== 'online';
  }

  /** @param {string} conversation @param {{id?: string, name?: string}} owner */
  start(conversation, owner) {
    if (this.given.ask('claim', conversation, { from: owner.id })) this.#asked.set(conversation, owner);
  }

  /** @param {Frame} frame @param {import('./boxes.js').Change[]} changes what it changed in the lists */
  apply(frame, changes) {
    const me = this.given.boxes.me?.id;
    if (frame.type === 'refused' && frame.of === 'claim') this.#asked.delete(frame.conversation);
    if (frame.type === 'claimed' && frame.by?.id === me) this.#taken(frame);
    for (const { before, after } of changes) {
      const lost = before?.owner?.id === me && after.owner?.id !== me && after.status === 'open' && this.given.boxes.me?.status !== 'offline';
      if (!lost || this.#lost.size >= LOOKED_INTO) continue;
      this.#lost.add(after.conversation);
      this.given.follows.open(after.conversation);
    }
    for (const conversation of this.#lost) this.#look(conversation);
  }

  /** What was taken over can be given back to whoever is still there. @param {Frame} frame */
  #taken({ conversation, from }) {
    const asked = this.#asked.get(conversation);
    if (!asked || !this.#asked.delete(conversation) || !from) return;
    const { boxes, ask, tell } = this.given;
    const online = boxes.agents.find(agent => agent.id === from.id)?.status === 'online';
    const text = say('toast_taken_over', { name: this.#name(conversation), from: from.name });
    tell(text, online ? () => ask('transfer', conversation, { agent: from.id }) : undefined);
  }

  /** @param {string} conversation */
  #name(conversation) {
    const item = this.given.boxes.get(conversation);
    return item ? visitorName(item.visitor) : say('somebody');
  }

  /** Once its log is as new as the list. @param {string} conversation */
  #look(conversation) {
    const { boxes, follows, lost } = this.given;
    const item = boxes.get(conversation);
    const follow = follows.get(conversation);
    if (!item || !follow || follow.gone) this.#lost.delete(conversation);
    if (!item || !follow?.transcript.live || follow.transcript.high < item.seq) return;
    this.#lost.delete(conversation);
    const why = follow.transcript.entries.findLast(entry => TURNS.has(entry.type) && this.#mine(entry));
    const name = visitorName(item.visitor);
    if (why?.type === 'claimed' && why.from) lost(say('toast_lost', { name, by: why.by?.name ?? say('somebody') }), conversation);
    if (why?.type === 'released' && why.why === 'unanswered') lost(say('toast_unanswered', { name }), conversation);
  }

  /** Whether it gave it to this agent, or took it from him. @param {Entry} entry */
  #mine(entry) {
    const me = this.given.boxes.me?.id;
    return [entry.by?.id, entry.from?.id, entry.agent?.id].includes(me);
  }
}
