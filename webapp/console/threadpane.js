/**
 * The middle of the page: whose conversation this is, what can be done with it, its messages. View.
 */
import { arrange } from '../shared/grouping.js';
import { keyed } from '../shared/keyed.js';
import { draftOf } from './drafts.js';
import { find, mark, put, stamp } from './dom.js';
import { leavingWord } from './leaving.js';
import { list, visitorName } from './names.js';
import { can, standing } from './standing.js';
import { say } from './texts.js';
import { ThreadView } from './threadview.js';
import { untilText } from './untiltext.js';
import { Versions } from './versions.js';
import { showIcon } from './words.js';
import { showBadges, showFace } from './faces.js';

export class ThreadPane {
  /** The oldest entry asked for, so that one asks once. */
  #earlier = '';
  /** Asked for where one writes: there one goes on, once it is so. @type {string | null} */
  #enters = null;

  /**
   * @param {HTMLElement} root
   * @param {{desk: import('./desk.js').Desk, channel: {state: ChannelState, send: (frame: Frame) => boolean},
   *   choose: (id: string | null) => void, snooze: () => void, transfer: () => void, edit: (entry: Entry) => void, quote: (entry: Entry) => void, tell: (text: string) => void, editing: () => number, changed: () => void, tiles: (files: any[]) => HTMLElement}} given
   */
  constructor(root, given) {
    const { desk } = given;
    this.root = root;
    this.given = given;
    this.view = new ThreadView(root, {
      retry: ref => desk.retry(ref),
      discard: ref => desk.outbox.discard(ref),
      unsend: ref => desk.takeBack(ref),
      remove: seq => desk.remove(seq),
      edit: seq => this.#about(seq, given.edit),
      quote: seq => this.#about(seq, given.quote),
      copy: seq => this.#about(seq, message => this.#copy(message)),
      versions: seq => this.#about(seq, message => this.versions.open(message, desk.follow?.transcript.entries ?? [])),
      earlier: () => this.#load(),
      looked: () => desk.selected && desk.attend(desk.selected),
      jumped: below => this.#jump(below),
    });
    this.versions = new Versions(root);
    this.viewers = keyed(find(root, '#viewers'), viewer => viewer.key, () => stamp('t-viewer'), showViewer);
    // The buttons go away once they were used: the focus goes where one goes on.
    this.#button('#do-claim', '#text', () => desk.claim());
    this.#button('#do-takeOver', '.thread-name', () => desk.takeOver());
    this.#button('#do-join', '.thread-name', () => desk.join());
    this.#button('#do-part', '.thread-name', () => desk.join(false));
    this.#button('#company-part', '.thread-name', () => desk.join(false));
    this.#button('#blocked-join', '.thread-name', () => {
      this.#enters = desk.selected;
      desk.join();
    });
    this.#button('#do-release', '.thread-name', () => desk.leave('release'));
    this.#button('#do-close', '.thread-name', () => desk.leave('close'));
    this.#button('#do-wake', '.thread-name', () => desk.wake());
    find(root, '#do-snooze').addEventListener('click', () => given.snooze());
    find(root, '#do-transfer').addEventListener('click', () => given.transfer());
    find(root, '#thread-back').addEventListener('click', () => given.choose(null));
    find(root, '#earlier-load').addEventListener('click', () => this.#load());
    find(root, '#jump').addEventListener('click', () => this.view.toEnd());
  }

  /** @param {string} selector @param {string} next @param {() => void} act */
  #button(selector, next, act) {
    find(this.root, selector).addEventListener('click', () => {
      act();
      find(this.root, next).focus();
    });
  }

  /** @param {number} seq */
  #said(seq) {
    return this.given.desk.follow?.transcript.entries.find(entry => entry.seq === seq);
  }

  /** By whom, as this screen calls him. @param {Entry} entry */
  #nameOf({ by }) {
    const { desk } = this.given;
    if (by?.kind === 'visitor') return desk.summary ? visitorName(desk.summary.visitor) : '';
    return by?.kind === 'agent' && by.id === desk.boxes.me?.id ? say('you') : by?.name ?? '';
  }

  /** @param {number} seq @param {(message: Entry) => void} act */
  #about(seq, act) {
    const message = this.#said(seq);
    if (message) act(message);
  }

  /** What was written, with the signs that make it bold or a list. @param {Entry} message */
  async #copy({ text = '' }) {
    const done = await navigator.clipboard.writeText(text).then(() => true, () => false);
    this.given.tell(say(done ? 'message_copied' : 'attribute_not_copied'));
  }

  get atEnd() {
    return this.view.atEnd;
  }

  /** @param {number} now @param {boolean} gone */
  render(now, gone) {
    const { desk, channel } = this.given;
    const { follow, summary } = desk;
    const pane = find(this.root, '#thread');
    pane.hidden = !desk.selected || gone;
    if (pane.hidden || !follow) return;
    const name = summary ? visitorName(summary.visitor) : '';
    put(find(pane, '.thread-name bdi'), name);
    if (summary) showBadges(pane, summary.visitor);
    this.#state(pane, now);
    for (const what of /** @type {const} */ (['claim', 'takeOver', 'join', 'part', 'release', 'transfer', 'close', 'snooze', 'wake'])) find(pane, `#do-${what}`).hidden = !can(desk, what);
    find(pane, '#blocked-join').hidden = !can(desk, 'join');
    this.#company(pane);
    const { transcript } = follow;
    const me = desk.boxes.me?.id;
    const rows = arrange({
      entries: transcript.entries.filter(entry => entry.type !== 'edited'), pending: desk.outbox.of(follow.conversation), me: 'agent', myId: me, newAfter: follow.newAfter,
    });
    this.view.render({
      rows, marks: transcript.marks.visitor, me, visitorName: name, now, live: transcript.live,
      heldFor: ref => desk.unsending.time(ref),
      online: channel.state === 'open', conversation: follow.conversation, team: desk.boxes.agents, tiles: this.given.tiles,
      mayRemove: entry => channel.state === 'open' && desk.mayRemove(entry), removes: entry => desk.removes(entry),
      mayEdit: entry => channel.state === 'open' && desk.mayEdit(entry), editing: this.given.editing(),
      mayQuote: channel.state === 'open' && this.#blocked() === '', said: seq => this.#said(seq), nameOf: entry => this.#nameOf(entry),
    });
    find(pane, '#log-loading').hidden = transcript.live || transcript.entries.length > 0;
    find(pane, '#earlier-load').hidden = !transcript.hasOlder;
    find(pane, '#log-begin').hidden = transcript.hasOlder || transcript.entries.length === 0;
    this.#typing(follow.typing.who(now), name);
    this.viewers.update(viewers(follow.viewing.who(now)));
    find(pane, '#viewers').hidden = follow.viewing.who(now).length === 0;
  }

  /** @param {HTMLElement} pane @param {number} now */
  #state(pane, now) {
    const { open, owner, mine, leaving } = standing(this.given.desk);
    const summary = this.given.desk.summary;
    const state = find(pane, '.thread-state');
    const text = leaving ? leavingWord(leaving) ?? ''
      : !open ? say('state_closed')
        : mine ? say('owner_me') : owner ? say('owner_other', { name: this.given.desk.nameOf(owner) }) : say('owner_none');
    put(state, [text, asleep(summary, now), summary?.department?.name, summary?.site.name].filter(Boolean).join(' · '));
    // It is cut where there is no room.
    mark(state, 'title', state.textContent);
    state.dataset.owner = !open ? 'closed' : mine ? 'me' : owner ? 'other' : 'none';
  }

  /** Who is in it beside its owner. @param {HTMLElement} pane */
  #company(pane) {
    const { desk } = this.given;
    const { open, company } = standing(desk);
    const line = find(pane, '#company');
    line.hidden = !open || company.length === 0;
    const names = company.map(one => one.id === desk.boxes.me?.id ? say('you') : `\u2068${desk.nameOf(one)}\u2069`);
    put(find(line, '.company-names'), line.hidden ? '' : say('also_in', { names: list(names) }));
    find(line, '#company-part').hidden = !can(desk, 'part');
  }

  /** @param {By[]} who @param {string} visitor */
  #typing(who, visitor) {
    const line = find(this.root, '#typing');
    const writer = who.find(by => by.kind === 'visitor');
    const unsent = writer?.text ?? '';
    line.hidden = !writer;
    line.classList.toggle('has-text', unsent !== '');
    find(this.root, '#unsent').hidden = unsent === '';
    put(find(this.root, '.unsent-text'), unsent);
    put(find(line, 'bdi'), writer ? say(unsent ? 'unsent_one' : 'typing_one', { name: visitor }) : '');
    if (!line.hidden && this.view.atEnd) this.view.toEnd();
    // Two answers to one question are worse than none: a colleague who writes is told where one writes oneself.
    const { desk } = this.given;
    const colleagues = who.filter(by => by.kind === 'agent' && by.id !== desk.boxes.me?.id);
    const warning = find(this.root, '#composer-also');
    warning.hidden = colleagues.length === 0;
    const text = colleagues.length === 0 ? '' : say(colleagues.length === 1 ? 'also_writes' : 'also_write', { name: desk.nameOf(colleagues[0]) });
    put(find(warning, '.composer-also-text'), text);
  }

  /** What the composer is to know. @param {import('./drafts.js').Drafts} drafts */
  writing(drafts) {
    const { desk } = this.given;
    const { open, owner } = standing(this.given.desk);
    const conversation = desk.boxes.me && desk.selected ? desk.selected : '';
    return {
      conversation,
      draft: conversation ? drafts.get(conversation) : '',
      noteDraft: conversation ? drafts.get(draftOf(conversation, true)) : '',
      name: desk.summary ? visitorName(desk.summary.visitor) : '',
      way: /** @type {'usual' | 'takes' | 'reopens'} */ (!open ? 'reopens' : owner === undefined ? 'takes' : 'usual'),
      said: (/** @type {number} */ seq) => this.#said(seq),
      nameOf: (/** @type {Entry} */ entry) => this.#nameOf(entry),
      saving: desk.saves,
      blocked: this.#blocked(),
    };
  }

  /** Whether one may write now, having asked for it there and gone nowhere else since. */
  entered() {
    const { desk } = this.given;
    const waits = this.#enters !== null && this.#enters === desk.selected && document.activeElement === find(this.root, '.thread-name');
    if (waits && !standing(desk).joined) return false;
    this.#enters = null;
    return waits;
  }

  /** Why one cannot write to the visitor, empty if one can. */
  #blocked() {
    const { desk } = this.given;
    const { open, owner, mine, joined } = standing(desk);
    return desk.summary && open && owner && !mine && !joined ? say('blocked_owner', { name: desk.nameOf(owner) }) : '';
  }

  #load() {
    const { desk, channel } = this.given;
    const frame = desk.follow?.transcript.before();
    const key = frame ? `${desk.selected} ${frame.seq}` : '';
    if (!frame || key === this.#earlier || !desk.follow?.transcript.live) return;
    if (channel.send({ ...frame, conversation: desk.selected })) this.#earlier = key;
  }

  /** @param {number} below */
  #jump(below) {
    const button = find(this.root, '#jump');
    button.hidden = this.view.atEnd;
    button.classList.toggle('has-new', below > 0);
    put(find(button, '.jump-text'), below > 0 ? say.count('jump_new', below) : '');
    mark(button, 'aria-label', below > 0 ? null : say('jump'));
    mark(button, 'title', say('jump'));
    showIcon(find(button, '[data-icon]'), 'down');
  }
}

const FACES = 3;

/** The first few by their faces, the others by their number. @param {By[]} who @returns {{key: string, names: string, by?: By}[]} */
function viewers(who) {
  const named = who.map(by => ({ key: String(by.id), names: by.name ?? '', by }));
  if (named.length <= FACES) return named;
  const rest = named.slice(FACES - 1);
  return [...named.slice(0, FACES - 1), { key: `+${rest.length}`, names: rest.map(one => one.names).join(', ') }];
}

/** @param {HTMLElement} node @param {{key: string, names: string, by?: By}} viewer */
function showViewer(node, viewer) {
  const face = find(node, '.face');
  if (viewer.by) showFace(face, { id: viewer.key, name: viewer.names });
  else put(find(face, '.face-letters'), viewer.key);
  mark(face, 'title', say('also_looks', { name: viewer.names }));
  put(find(node, '.quiet-only'), viewer.names);
}

/** @param {import('./boxes.js').Summary | undefined} summary @param {number} now */
function asleep(summary, now) {
  if (!summary?.snoozed) return '';
  const { until } = summary.snoozed;
  return until ? say('row_snoozed', { until: untilText(until, now) }) : say('row_snoozed_open');
}
