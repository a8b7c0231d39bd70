/**
 * The agent's desk: what the screen knows and what the agent can do with it. Knows no page: the channel, storage and
 * clock are passed in, the screen is told that something changed.
 *
 * @typedef {import('./boxes.js').Summary} Summary
 */
import { newRef } from '../shared/outbox.js';
import { Arrivals } from './arrivals.js';
import { mentions } from './bell.js';
import { Boxes } from './boxes.js';
import { isMine } from './company.js';
import { createFollows, lastOfVisitor } from './follows.js';
import { GRACE } from './later.js';
import { Leaving } from './leaving.js';
import { Many } from './many.js';
import { mentioned } from './mentions.js';
import { list, visitorName } from './names.js';
import { Parting } from './parting.js';
import { refusal } from './refusals.js';
import { standing } from './standing.js';
import { Takeovers } from './takeovers.js';
import { say } from './texts.js';
import { covers } from './transfer/targets.js';
import { Unsending } from './unsending.js';
import { Mine } from './viewing.js';

/** Refusals that mean: the same again, a little later. */
const LATER = new Set(['not-ready', 'busy', 'too-fast', 'storage']);

export class Desk {
  boxes = new Boxes();
  /** @type {string | null} */
  selected = null;
  epoch = '';
  #mine = new Mine();
  /** A server from before it told who looks on does not know the word. */
  #tellsViews = false;
  /** What this server understands, and one of the version before would take for an error. @type {Set<string>} */
  #knows = new Set();
  #heeded = '';
  /** The ref of the edit that is on its way. @type {string | null} */
  #saving = null;
  /** How to take a label back that was not taken. @type {Map<string, () => void>} */
  #labelling = new Map();
  /** @type {ReturnType<typeof import('../shared/outbox.js').createOutbox>} */
  outbox;

  /**
   * @param {object} given
   * @param {(frame: Frame) => boolean} given.send
   * @param {(send: (frame: Frame) => boolean) => ReturnType<typeof import('../shared/outbox.js').createOutbox>} given.outbox
   * @param {() => number} given.now
   * @param {(run: () => void, delay: number) => () => void} given.timer
   * @param {() => boolean} given.attentive whether the agent has the end of the selected conversation before his eyes
   * @param {(changes: import('./boxes.js').Change[]) => void} given.happened
   * @param {() => void} given.changed
   * @param {(conversation: string) => void} [given.closing] what is before the agent is on its way out, for good
   * @param {(conversation: string) => void} [given.noted] the note that was written for a colleague is said
   * @param {(text: string, conversation: string) => void} given.lost what was this agent's is not any more, and not by him
   * @param {(item: Pending) => void} given.back a message that was taken back in time
   * @param {() => number} given.hold for how many seconds what he says may be taken back
   * @param {(text: string, undo?: () => void, lasts?: number) => () => void} given.tell shows short news for so many milliseconds, answers how to take it away
   */
  constructor(given) {
    this.given = given;
    this.outbox = given.outbox(frame => this.follows.get(frame.conversation)?.transcript.live === true && given.send(this.#understood(frame)));
    this.unsending = new Unsending({ ...given, outbox: this.outbox });
    this.follows = createFollows({ send: given.send, keep: id => id === this.selected || this.outbox.of(id).length > 0 || this.going(id) !== undefined });
    this.leaving = new Leaving({ ...given, leave: (way, key, more) => this.#leave(way, key, more) });
    this.takeovers = new Takeovers({ ...given, boxes: this.boxes, follows: this.follows, ask: (type, conversation, more) => this.#ask(type, conversation, more) });
    this.arrivals = new Arrivals({ boxes: this.boxes, follows: this.follows });
    this.many = new Many({ ...given, boxes: this.boxes, open: id => this.follows.open(id).transcript.live, ownerOf: id => this.follows.get(id)?.transcript.owner });
    this.parting = new Parting({ ...given, knows: () => this.#knows.has('parting'), boxes: this.boxes, claim: ids => this.many.bulk.start('claim', ids) });
  }

  /** @param {Frame} frame */
  apply(frame) {
    const changes = this.boxes.apply(frame);
    if (frame.type === 'welcome') {
      this.epoch = frame.epoch;
      this.#tellsViews = frame.preferences !== undefined;
      this.#knows = new Set(frame.knows);
    }
    if (frame.type === 'inbox' && frame.whole) this.#begin(this.epoch);
    if (frame.type === 'labelled') this.#labelling.clear();
    if (frame.ref && frame.ref === this.#saving) this.#saving = null;
    if (frame.type === 'noted') this.#unmentioned(frame);
    const touched = this.follows.apply(frame, this.given.now());
    // Behind the follows: what was not acknowledged goes out again when its conversation is live.
    this.unsending.apply(frame);
    if (frame.seq && frame.ref) this.#said(frame.ref);
    if (frame.of !== 'unsend') this.outbox.frame(frame);
    if (frame.type === 'live' && touched) this.outbox.ready(true);
    const ofMany = this.many.bulk.apply(frame);
    if (touched) this.#arrived(touched, frame);
    if (frame.type === 'refused' && !ofMany) this.#refused(frame);
    // Who has it before him already is to be known at once: he has only so long to open it.
    if (frame.type === 'claimed' && frame.assigned && frame.conversation === this.selected) this.#mine.again();
    this.takeovers.apply(frame, changes);
    this.parting.apply(frame);
    const known = this.arrivals.apply(frame, changes);
    if (known.length > 0) this.given.happened(known);
    this.#heed();
    this.given.changed();
  }

  /** The server is ready for us: asks for everything that was open before. @param {string} epoch */
  #begin(epoch) {
    this.follows.connected(epoch);
    for (const item of this.outbox.items) this.follows.open(item.frame.conversation);
    if (this.selected) this.follows.open(this.selected);
  }

  lost() {
    this.#saving = null;
    this.#mine.lost();
    this.many.bulk.lost();
    this.follows.lost();
    this.outbox.ready(false);
  }

  /** @param {string | null} conversation */
  select(conversation) {
    const left = this.selected && this.follows.get(this.selected);
    if (left && this.selected !== conversation) left.newAfter = 0;
    this.selected = conversation;
    if (conversation) {
      this.follows.open(conversation);
      this.attend(conversation, true);
    }
    this.given.changed();
  }

  get follow() {
    return this.selected === null ? undefined : this.follows.get(this.selected);
  }

  get summary() {
    return this.boxes.get(this.selected);
  }

  /** @param {string} conversation @param {Frame} frame */
  #arrived(conversation, frame) {
    this.attend(conversation, frame.type === 'live');
    if (frame.type !== 'posted' || frame.by?.kind !== 'visitor') return;
    const item = this.boxes.get(conversation);
    if (item) this.leaving.stays(conversation, visitorName(item.visitor));
    if (this.#answers(conversation)) this.follows.delivered(conversation);
  }

  /** Whether it is for me to answer: one of mine or nobody's. @param {string} conversation */
  #answers(conversation) {
    const item = this.boxes.get(conversation);
    return !item?.owner || isMine(item, this.boxes.me?.id);
  }

  /** Draws the line of what is new, and tells the visitor what has been looked at. @param {string} conversation @param {boolean} [arrived] */
  attend(conversation, arrived = false) {
    const follow = this.follows.get(conversation);
    if (!follow?.transcript.live || conversation !== this.selected) return;
    const seen = Math.max(follow.transcript.marks.agent.seen, follow.marked.seen);
    this.#heed();
    const attentive = this.given.attentive();
    if (follow.newAfter === 0 && lastOfVisitor(follow) > seen && (arrived || !attentive)) follow.newAfter = seen;
    if (attentive && this.#answers(conversation)) this.follows.seen(conversation);
  }

  /** @param {string} text @param {{id: string}[]} [files] @param {number} [quote] the seq of the message it answers @param {string[]} [choices] what it offers to answer with @param {import('./canned/steps.js').Steps | null} [steps] what follows it @returns {string | undefined} its ref */
  post(text, files, quote, choices, steps) {
    const follow = this.follow;
    if (!follow) return;
    this.leaving.undo(follow.conversation);
    follow.newAfter = 0;
    follow.typing.sent();
    const hold = this.given.hold();
    const { ref } = this.outbox.post({ conversation: follow.conversation, text, ...(quote ? { quote } : {}), ...(choices?.length ? { choices } : {}), ...(hold ? { hold } : {}), ...(steps ? { steps } : {}) }, files);
    this.given.changed();
    return ref;
  }

  /** It is said now, and its labels are put on. @param {string} ref */
  #said(ref) {
    const frame = this.outbox.items.find(item => item.ref === ref)?.frame;
    const { labels = [] } = frame?.steps ?? {};
    const on = this.boxes.get(frame?.conversation)?.labels ?? [];
    for (const label of labels) if (!on.includes(label)) this.#label(frame?.conversation, label, true);
  }

  /** Without words that this server does not know: what it would hold is said at once, and what could be chosen is not offered; what follows is the console's own. @param {Frame} frame */
  #understood(frame) {
    const strange = ['hold', 'choices', 'steps'].filter(name => frame[name] !== undefined && !this.#knows.has(name));
    if (!strange.length) return frame;
    return /** @type {Frame} */ (Object.fromEntries(Object.entries(frame).filter(([name]) => !strange.includes(name))));
  }

  /** A message that may still be taken back is; what was to follow it is not done. @param {string} ref */
  takeBack(ref) {
    const item = this.outbox.items.find(one => one.ref === ref);
    if (item) this.leaving.undo(item.frame.conversation);
    this.unsending.takeBack(ref);
  }

  /** What was held long enough the first time goes out at once. @param {string} ref */
  retry(ref) {
    const item = this.outbox.items.find(one => one.ref === ref);
    if (item) delete item.frame.hold;
    this.outbox.retry(ref);
  }

  /** Colleagues see what is before the agent. To be called every second or so. @param {boolean} visible whether anything is */
  views(visible) {
    const shown = visible && this.follow?.transcript.live ? this.selected : null;
    if (this.#tellsViews) this.#mine.shows(shown, this.given.now()).forEach(frame => this.given.send(frame));
  }

  /** Says something among agents; the visitor is told nothing of it. @param {string} text */
  note(text) {
    if (this.follow) this.#note(this.follow.conversation, text);
    this.given.changed();
  }

  /** @param {string} conversation @param {string} text */
  #note(conversation, text) {
    const mentions = mentioned(text, this.boxes.agents);
    this.outbox.post({ type: 'note', conversation, text, ...(mentions.length > 0 ? { mentions } : {}) });
  }

  /** Those who may see the selected conversation: nobody else can be mentioned there. */
  get mentionable() {
    const { summary, boxes } = this;
    const ours = boxes.departments.filter(each => each.site === summary?.site.key);
    return boxes.agents.filter(agent => covers(agent, summary?.department?.id, ours));
  }

  /** The server names those it told; who else was meant may not see it. Before the outbox forgets the note. @param {Frame} noted */
  #unmentioned({ ref, mentions: told = [] }) {
    /** @type {string[]} */
    const meant = this.outbox.items.find(one => one.ref === ref)?.frame.mentions ?? [];
    const names = meant.filter(id => id !== this.boxes.me?.id && !told.includes(id)).map(id => this.nameOf({ id }));
    if (names.length > 0) this.given.tell(say('mention_lost', { names: list(names) }));
  }

  /** Who was mentioned here has it before his eyes now. */
  #heed() {
    const { summary, follow } = this;
    if (!summary || !follow?.transcript.live || !mentions(summary, this.boxes.me?.id) || !this.given.attentive()) return;
    const key = `${summary.conversation}:${summary.seq}`;
    if (key !== this.#heeded && this.given.send({ type: 'heed', conversation: summary.conversation })) this.#heeded = key;
  }

  /** @param {string} text */
  typed(text) {
    const on = this.follow?.typing.mine(text, this.given.now()) ?? null;
    if (on !== null && this.selected) this.given.send({ type: 'typing', conversation: this.selected, on });
  }

  claim() {
    if (this.selected) this.#ask('claim', this.selected);
  }

  /** From the colleague who has it. */
  takeOver() {
    const { owner } = standing(this);
    if (this.selected && owner) this.takeovers.start(this.selected, owner);
  }

  /** Whether this server lets one join a colleague. */
  get joins() {
    return this.#knows.has('join');
  }

  /** Comes in beside the owner, or goes again. @param {boolean} [on] */
  join(on = true) {
    if (this.selected) this.#ask('join', this.selected, { on });
  }

  /** Done in a moment, behind a message not before that can no longer be taken back: until then it can be undone. @param {import('./leaving.js').Way} way @param {{behind?: string, until?: string}} [more] `behind`: the ref of a message without which it is not done */
  leave(way, more = {}) {
    const item = this.summary;
    if (!item) return;
    const held = this.#knows.has('hold') && this.outbox.items.find(one => one.ref === more.behind)?.frame.hold || 0;
    this.leaving.start(way, item.conversation, visitorName(item.visitor), more, { within: Math.max(GRACE, held * 1000) });
    if (way === 'close') this.given.closing?.(item.conversation);
  }

  /** Whether I may take this back: what I said, or, as an administrator, what any agent said. @param {Entry} entry */
  mayRemove(entry) {
    const { me } = this.boxes;
    if (entry.type !== 'posted' || entry.by?.kind !== 'agent' || entry.removed) return false;
    return (entry.by.id === me?.id || me?.role === 'administrator') && !this.removes(entry);
  }

  /** Whether it is on its way out. @param {Entry} entry */
  removes(entry) {
    return this.leaving.kind(keyOf(entry.conversation, entry.seq)) !== undefined;
  }

  /** A message, in a moment likewise. @param {number} of its seq */
  remove(of) {
    const { conversation } = this.follow ?? {};
    if (conversation) this.leaving.start('remove', keyOf(conversation, of), '', { conversation, of });
  }

  /** Whether I may say this otherwise: what I said, as long as the conversation goes on. @param {Entry} entry */
  mayEdit(entry) {
    return entry.by?.id === this.boxes.me?.id && this.follow?.transcript.status === 'open' && this.mayRemove(entry);
  }

  /** What I said last and may say otherwise. */
  get lastMine() {
    return this.follow?.transcript.entries.findLast(entry => this.mayEdit(entry));
  }

  /** Asks for more of what its visitor had before. */
  older() {
    const { follow } = this;
    const frame = follow?.transcript.live ? follow.past.ask() : null;
    if (frame && !this.given.send({ ...frame, conversation: follow?.conversation })) follow?.past.lost();
    this.given.changed();
  }

  /** What the visitor said last. */
  get lastOfVisitor() {
    return this.follow?.transcript.entries.findLast(entry => entry.type === 'posted' && entry.by?.kind === 'visitor');
  }

  /** @param {number} of its seq @param {string} text @returns {boolean} whether it is on its way */
  edit(of, text) {
    this.#saving = this.selected && this.#ask('edit', this.selected, { of, text });
    return this.saves;
  }

  /** Whether an edit is on its way, neither done nor refused. */
  get saves() {
    return this.#saving !== null;
  }

  /** @param {Date | null} until null: until the visitor writes @param {string} [behind] the ref of a message without which it is not done */
  snooze(until, behind) {
    this.leave('snooze', until ? { until: until.toISOString(), behind } : { behind });
  }

  wake() {
    if (this.selected) this.#ask('wake', this.selected);
  }

  /** Seen at once, and taken back where the server says no. @param {string} label @param {boolean} on @returns {boolean} whether it is on its way */
  label(label, on) {
    return this.selected !== null && this.#label(this.selected, label, on);
  }

  /** @param {string} conversation @param {string} label @param {boolean} on */
  #label(conversation, label, on) {
    const ref = this.#ask('label', conversation, { label, on });
    if (!ref) return false;
    this.boxes.label(conversation, label, on);
    this.#labelling.set(ref, () => this.boxes.label(conversation, label, !on));
    this.given.changed();
    return true;
  }

  /** Whether it is about to be closed, handed back or taken. @param {string} id */
  going(id) {
    return this.leaving.kind(id) ?? this.many.kind(id);
  }

  /** Handed on in a moment, likewise; the note is said right before. @param {import('./transfer/targets.js').Target} to @param {string} [note] */
  transfer(to, note = '') {
    const item = this.summary;
    if (item) this.leaving.start('transfer', item.conversation, visitorName(item.visitor), { [to.kind]: to.id, note: note.trim() }, { to: to.name });
  }

  /** @param {import('./leaving.js').Way} way @param {string} key @param {{conversation?: string, note?: string, behind?: string}} more */
  #leave(way, key, { conversation = key, note = '', behind, ...more }) {
    if (this.outbox.items.some(item => item.ref === behind && item.state === 'failed')) return this.given.tell(say('toast_unsent'));
    if (note !== '') {
      this.#note(conversation, note);
      this.given.noted?.(conversation);
    }
    this.#ask(way, conversation, more);
  }

  /** An agent's name, also where a frame tells only his id. @param {{id?: string, name?: string}} by */
  nameOf(by) {
    return by.name || this.boxes.agents.find(agent => agent.id === by.id)?.name || say('somebody');
  }

  /** @param {string} type @param {string} conversation @param {object} [more] @returns {string | null} the ref, if it could be sent */
  #ask(type, conversation, more = {}) {
    const ref = newRef();
    if (this.given.send({ type, conversation, ref, ...more })) return ref;
    this.given.tell(say('not_connected'));
    return null;
  }

  /** @param {Frame} frame */
  #refused(frame) {
    this.#labelling.get(frame.ref)?.();
    this.#labelling.delete(frame.ref);
    if (frame.of === 'open' && LATER.has(frame.reason)) {
      this.given.timer(() => this.follows.again(), 1000 * (frame.retryAfter ?? 0.5));
    }
    const by = frame.by && { ...frame.by, name: this.nameOf(frame.by) };
    const text = refusal({ ...frame, by }, this.boxes.me?.id);
    if (text) this.given.tell(text);
  }
}

/** A message on its way out. @param {string} conversation @param {number} seq */
const keyOf = (conversation, seq) => `${conversation} ${seq}`;
