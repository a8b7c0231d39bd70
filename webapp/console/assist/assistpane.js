/**
 * Help on the visitor's page, for the conversation before the agent: the button, the question that waits, the viewer. View.
 */
import { newRef } from '../../shared/outbox.js';
import { find, mark, put } from '../dom.js';
import { visitorName } from '../names.js';
import { standing } from '../standing.js';
import { say } from '../texts.js';
import { showIcon } from '../words.js';
import { AskDialog } from './askdialog.js';
import { kindWords } from './assistedtext.js';
import { CallPlace } from './callplace.js';
import { createLastWord } from './lastword.js';
import { Viewer } from './viewer.js';

/** So long after a conversation was opened the server may take to say how the help stands. */
const SETTLES = 2000;

export class AssistPane {
  /** The conversation whose page was seen here last: its end is said. */
  #seen = '';
  /** Put aside by the agent, though consent is live. */
  #away = false;
  #word = createLastWord();
  /** When it was last certain how it stands. */
  #sure = 0;

  /**
   * @param {HTMLElement} root
   * @param {{desk: import('../desk.js').Desk, channel: {state: ChannelState, send: (frame: Frame) => boolean}, base: string, changed: () => void}} given
   */
  constructor(root, given) {
    this.root = root;
    this.given = given;
    this.button = find(root, '#do-assist');
    this.line = find(root, '#assist-line');
    this.dialog = new AskDialog(root, wanted => this.#ask(wanted));
    this.call = new CallPlace(find(root, '#call'), { desk: given.desk, tell: text => given.desk.given.tell(text) });
    this.viewer = new Viewer(root, {
      ...given, act: (type, kind, more) => this.#act(type, kind, more), more: () => this.#open(), stop: () => this.#stop(),
      close: () => { this.#seen = ''; this.button.focus(); given.changed(); },
    });
    this.button.addEventListener('click', () => this.#pressed());
    find(this.line, '.assist-back').addEventListener('click', () => {
      const waiting = this.#assistance?.waiting(this.#me);
      if (waiting) this.#send({ type: 'stop', request: waiting.request, ref: newRef() });
      else this.#stop();
    });
  }

  get #me() {
    return this.given.desk.boxes.me?.id;
  }

  get #assistance() {
    return this.given.desk.follow?.assistance;
  }

  get #name() {
    const { summary } = this.given.desk;
    return summary ? visitorName(summary.visitor) : '';
  }

  #kinds(now = Date.now()) {
    return this.#assistance?.kinds(this.#me, now) ?? [];
  }

  /** @param {Frame} frame @returns {boolean} */
  #send(frame) {
    const { desk, channel } = this.given;
    const sent = desk.selected !== null && channel.send({ ...frame, conversation: desk.selected });
    // A pointer that moves on is nothing to be sorry about.
    if (!sent && frame.type !== 'assist') desk.given.tell(say('not_connected'));
    return sent;
  }

  /** Something that needs live consent. @param {string} type @param {import('./assistance.js').Kind} kind @param {object} more @returns {boolean} */
  #act(type, kind, more) {
    const request = this.#assistance?.request(this.#me, kind, Date.now())?.request;
    return request !== undefined && this.#send({ type, request, ...more });
  }

  /** @param {{kinds: import('./assistance.js').Kind[], purpose: string, minutes: number}} wanted */
  #ask({ kinds, purpose, minutes }) {
    this.#away = false;
    this.#send({ type: 'ask', ref: newRef(), kinds, minutes, ...(purpose ? { purpose } : {}) });
  }

  #stop() {
    for (const { request } of this.#assistance?.mine(this.#me, Date.now()) ?? []) this.#send({ type: 'stop', ref: newRef(), request });
  }

  #open() {
    this.dialog.open({ name: this.#name, agent: this.given.desk.boxes.me?.name ?? '', held: this.#kinds() });
  }

  #pressed() {
    if (!this.#kinds().includes('see')) return this.#open();
    this.#away = !this.#away;
    this.given.changed();
  }

  /** @param {number} now */
  render(now) {
    const { desk, channel } = this.given;
    const { follow, summary } = desk;
    const kinds = follow && !follow.gone ? this.#kinds(now) : [];
    const online = channel.state === 'open' && follow?.transcript.live === true;
    if (!online || this.#assistance?.known) this.#sure = now;
    // While the line is being mended, and for a moment after, nobody knows; what was, is taken to be.
    const unsure = this.#assistance?.known === false && now - this.#sure < SETTLES;
    const seeing = kinds.includes('see') || (unsure && this.#seen === desk.selected && this.#seen !== '');
    const { open, owner } = standing(desk);
    const waiting = this.#assistance?.waiting(this.#me);
    const canAsk = open && owner !== undefined && online && !waiting;
    if (seeing) this.#seen = desk.selected ?? '';
    const ended = !seeing && this.#seen === desk.selected && this.#seen !== '';
    this.#button(seeing, canAsk);
    const shown = (seeing && !this.#away) || ended;
    this.#line(waiting, shown && !ended ? [] : kinds, now);
    const request = shown && online ? this.#assistance?.request(this.#me, 'see', now)?.request : undefined;
    this.viewer.render({
      shown, seeing, kinds, now, canAsk, conversation: desk.selected ?? '', request, site: summary?.site, name: this.#name,
      online, there: summary?.visitor.online !== false, left: this.#assistance?.left(this.#me, now) ?? 0, word: seeing && shown ? this.#word(follow?.transcript.entries ?? [], { me: this.#me, visitorName: this.#name, now }) : '',
    });
    this.call.render(now, id => {
      const one = desk.boxes.get(id);
      return one ? visitorName(one.visitor) : '';
    });
  }

  /** @param {boolean} seeing @param {boolean} canAsk */
  #button(seeing, canAsk) {
    this.button.hidden = !seeing && !canAsk;
    const key = !seeing ? 'assist' : this.#away ? 'assist_show' : 'assist_hide';
    put(find(this.button, 'span'), say(key === 'assist' ? 'assist_short' : key));
    mark(this.button, 'aria-label', say(key));
    mark(this.button, 'title', say(key));
    mark(this.button, 'aria-pressed', seeing ? String(!this.#away) : null);
  }

  /**
   * The question that waits, what is allowed and not in sight, or a colleague who is at it.
   * @param {import('./assistance.js').AssistRequest | undefined} waiting @param {import('./assistance.js').Kind[]} kinds @param {number} now
   */
  #line(waiting, kinds, now) {
    const other = this.#assistance?.others(this.#me, now).find(one => one.state === 'allowed');
    const mine = waiting !== undefined || kinds.length > 0;
    this.line.hidden = !mine && !other;
    if (this.line.hidden) return;
    showIcon(find(this.line, '.line-icon'), waiting ? 'clock' : 'assist');
    put(find(this.line, '.line-title'), waiting ? say('ask_waiting', { name: this.#name })
      : mine ? say('ask_live', { name: this.#name, kinds: kindWords(kinds) }) : say('ask_other', { agent: this.given.desk.nameOf(other?.agent ?? {}) }));
    put(find(this.line, '.line-hint'), waiting ? say('ask_waiting_for', { kinds: kindWords(waiting.kinds) }) : '');
    const button = find(this.line, '.assist-back');
    button.hidden = !mine;
    put(button, say(waiting ? 'ask_take_back' : 'tool_stop'));
  }

  /** @param {Frame} frame */
  hear(frame) {
    if (frame.about === 'page') this.viewer.hear(frame);
    if (frame.about === 'call') this.call.hear(frame);
  }

  lost() {
    this.viewer.lost();
  }
}
