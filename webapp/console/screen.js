/**
 * The whole page of the inbox: draws what the desk knows, once per frame of the display. View.
 *
 * @typedef {import('./boxes.js').Box} Box
 */
import { keyOf } from './alerts.js';
import { AssistPane } from './assist/assistpane.js';
import { rings } from './bell.js';
import { Canned } from './canned/canned.js';
import { until } from './canned/steps.js';
import { ChoiceBar } from './choicebar.js';
import { Composer, joined } from './composer.js';
import { CustomerView } from './customerview.js';
import { alertsDialog } from './dialogs.js';
import { Details } from './details.js';
import { FilesDesk } from './files/filesdesk.js';
import { find } from './dom.js';
import { emojiButton } from './emojibutton.js';
import { draftOf } from './drafts.js';
import { LabelFilter } from './labelfilter.js';
import { LabelPicker } from './labelpicker.js';
import { leavingWord } from './leaving.js';
import { LineView } from './lineview.js';
import { ListView } from './listview.js';
import { MentionPicker } from './mentionpicker.js';
import { visitorName } from './names.js';
import { Notice } from './notice.js';
import { listEmptiness, threadEmptiness } from './emptiness.js';
import { showEmpty } from './emptyview.js';
import { SelectionView } from './selectionview.js';
import { SnoozeDialog } from './snoozedialog.js';
import { threadMenu } from './threadmenu.js';
import { ThreadPane } from './threadpane.js';
import { TransferDialog } from './transfer/transferdialog.js';
import { Visitors } from './visitors/visitors.js';
import { ViewMenu } from './views/viewmenu.js';

export class Screen {
  /** @type {Box | null} chosen by the agent, else by what there is */
  box = null;
  filter = '';
  /** @type {string | null} the label the list is of, null for all */
  label = null;
  #asked = false;

  /**
   * @param {HTMLElement} root
   * @param {{desk: import('./desk.js').Desk, alerts: import('./alerts.js').Alerts, drafts: import('./drafts.js').Drafts,
   *   channel: ReturnType<typeof import('../shared/channel.js').createChannel>, base: string, store: Store,
   *   prefs: import('./preferences.js').Preferences,
   *   tell: (text: string, undo?: () => void) => void, choose: (id: string | null) => void, href: (id: string) => string}} given
   */
  constructor(root, given) {
    const { desk, alerts, channel, store, prefs, choose } = given;
    this.root = root;
    this.given = given;
    this.line = new LineView(root, { status: status => this.choose(status), opened: () => desk.parting.foresee(), retry: channel.retry });
    this.notice = new Notice(root, alerts, () => this.soon());
    this.list = new ListView(root, {
      choose,
      pick: (id, range) => this.pick(id, range),
      box: box => this.show(box),
      filter: text => { this.filter = text; this.soon(); },
      order: () => this.turn(),
      older: () => channel.send({ type: 'list', box: 'closed', before: desk.boxes.next ?? undefined }),
    });
    this.selection = new SelectionView(root, desk.many, {
      changed: () => this.soon(), focus: () => this.list.focus(this.list.focused), snooze: () => this.asleep(), label: () => this.labels.open(desk.many.selection.ids()),
    });
    this.labelFilter = new LabelFilter(root, label => this.chooseLabel(label));
    this.views = new ViewMenu(root, { ...given, look: view => this.look(view) });
    this.labels = new LabelPicker(root, given);
    this.snooze = new SnoozeDialog(root);
    this.thread = new ThreadPane(root, { ...given, snooze: () => this.snooze.open(until => desk.snooze(until)), transfer: () => this.transfer(), edit: entry => this.composer.edit(entry), quote: entry => this.composer.quote(entry), editing: () => this.composer.editing.seq, changed: () => this.soon(), tiles: files => this.files.tiles(files) });
    this.assist = new AssistPane(root, { ...given, changed: () => this.soon() });
    this.composer = new Composer(root, {
      send: (text, note, close, files, quote) => this.#send(text, note, close, files, quote),
      typed: (text, note) => {
        if (desk.selected) given.drafts.set(draftOf(desk.selected, note), text);
        // What is said among agents is no sign of an answer.
        if (!note) desk.typed(text);
        if (note || text.trim() !== '') return;
        this.canned.steps.leave();
        this.choices.emptied();
      },
      enter: () => prefs.get('enter'),
      edit: (seq, text) => desk.edit(seq, text),
      editLast: () => this.editLast(),
      changed: () => this.soon(),
    });
    this.files = this.composer.files = new FilesDesk(root, { desk, base: given.base, composer: this.composer, changed: () => this.soon() });
    this.details = new Details(root, store, () => this.soon());
    this.customer = new CustomerView(find(root, '#customer'), {
      choose, labels: () => this.labels.open(), older: () => desk.older(), close: () => this.details.show(false), tell: given.tell,
    });
    this.transferTo = new TransferDialog(root, { choose: (to, note) => this.#handOn(to, note), noted: (conversation, note) => this.noted(conversation, note) });
    this.alerts = alertsDialog(root, alerts, () => this.soon());
    this.visitors = new Visitors(root, { send: channel.send, me: () => desk.boxes.me, nameOf: by => desk.nameOf(by), choose, base: given.base });
    this.choices = new ChoiceBar(root, { conversation: () => desk.boxes.me && desk.selected ? desk.selected : null, kept: given.drafts.beside('choices'), changed: () => this.soon(), write: () => this.composer.turn(false) });
    this.canned = new Canned(root, this.composer, { ...given, send: channel.send, kept: given.drafts.beside('steps'), changed: () => this.soon(), offer: (list, alone) => this.choices.begin(list, alone) });
    emojiButton(root, this.composer);
    new MentionPicker(root, this.composer, () => ({ agents: desk.mentionable, me: desk.boxes.me?.id }));
    threadMenu(root, { base: given.base, selected: () => desk.selected });
    for (const event of ['visibilitychange', 'focus']) (event === 'focus' ? window : document).addEventListener(event, () => this.looked());
    setInterval(() => document.hidden || this.soon(), 1000);
  }

  get order() {
    return /** @type {import('./boxes.js').Order} */ (this.given.prefs.get('order'));
  }

  /** Draws at the next occasion; a hidden page still counts and rings. */
  soon() {
    if (this.#asked) return;
    this.#asked = true;
    const draw = () => {
      if (!this.#asked) return;
      this.#asked = false;
      this.#draw();
    };
    requestAnimationFrame(draw);
    // A hidden page gets no frames of the display.
    setTimeout(draw, 250);
  }

  #draw() {
    const { desk, drafts, href, alerts } = this.given;
    desk.views(!document.hidden);
    const { boxes, selected } = desk;
    const now = Date.now();
    const box = this.shownBox();
    const me = boxes.me?.id;
    const begun = drafts.all();
    this.list.render({
      boxes, box, filter: this.filter, label: this.label, order: this.order,
      around: {
        now, me, selected, picked: id => desk.many.selection.has(id), draft: id => (id === selected ? '' : begun.get(id) ?? ''),
        labels: item => boxes.labelsOf(item), leaving: id => leavingWord(desk.going(id)), href,
      },
    });
    if (desk.many.selection.size > 0) desk.many.selection.keep(new Set(this.list.shown.map(item => item.conversation)));
    this.root.classList.toggle('has-selection', desk.many.selection.size > 0);
    this.selection.render();
    showEmpty(find(this.root, '#rows-empty'), listEmptiness({ boxes, box, filter: this.filter, label: this.label, shown: this.list.shown.length, screen: this }));
    this.labelFilter.render(boxes.labels, this.label);
    this.views.render({ box, label: this.label, filter: this.filter });
    this.labels.render();
    const gone = desk.follow?.gone === true;
    const customer = !gone && desk.summary ? { summary: desk.summary, visitor: desk.follow?.visitor, past: desk.follow?.past, labels: boxes.labelsOf(desk.summary), now, href } : null;
    showEmpty(find(this.root, '#nothing'), threadEmptiness({ boxes, selected, gone, screen: this, base: this.given.base }));
    this.thread.render(now, gone);
    this.assist.render(now);
    this.composer.render(this.thread.writing(drafts));
    if (this.thread.entered()) this.composer.focus();
    this.canned.steps.render(!this.composer.isNote && !this.composer.editing.on);
    this.choices.render(!this.composer.isNote && !this.composer.editing.on);
    this.files.render();
    this.customer.render(customer);
    this.root.dataset.pane = this.details.isOver && customer ? 'customer' : selected ? 'thread' : 'list';
    this.line.render(now, boxes.me?.status ?? 'offline', desk.parting.words, { open: boxes.load(me ?? ''), most: boxes.capacity });
    this.notice.render(boxes.known && this.line.state === 'open');
    alerts.count(boxes.unread());
  }

  /** @param {string | null} id @param {boolean} range whether all from the last one on */
  pick(id, range) {
    const { selection } = this.given.desk.many;
    if (id === null) return;
    if (range) selection.reach(id, this.list.shown.map(item => item.conversation));
    else selection.toggle(id);
    this.soon();
  }

  /** From a conversation that is dealt with to the next, and with it the focus where that was in the list. @param {string} from */
  onward(from) {
    const to = this.list.walk.onward(from, id => this.given.desk.going(id) !== undefined);
    const held = this.list.rows.contains(document.activeElement);
    this.given.choose(to);
    if (to === null) find(this.root, '#rows-panel').focus();
    else if (held) this.list.focus(to);
  }

  /** Asks until when: for what is selected, else for what is before the agent. */
  asleep() {
    const { desk } = this.given;
    if (desk.many.selection.size === 0) return this.snooze.open(until => desk.snooze(until));
    this.snooze.open(until => desk.many.start('snooze', until ? { until: until.toISOString() } : {}));
  }

  /** The box shown: the agent's choice, else mine if there is something, else what waits. @returns {Box} */
  shownBox() {
    if (this.box) return this.box;
    const { boxes } = this.given.desk;
    const counters = boxes.counters();
    const first = counters.mine > 0 || counters.unassigned === 0 ? 'mine' : 'unassigned';
    if (boxes.known) this.box = first;
    return first;
  }

  /** @param {Box} box */
  show(box) {
    const { desk, channel } = this.given;
    this.box = box;
    if (box === 'closed' && desk.boxes.next === undefined) channel.send({ type: 'list', box });
    this.soon();
  }

  /** What the agent is for visitors and colleagues. @param {string} status */
  choose(status) {
    this.given.desk.parting.choose(status);
  }

  turn() {
    this.given.prefs.choose('order', this.order === 'waiting' ? 'recent' : 'waiting');
  }

  /** @param {string | null} label */
  chooseLabel(label) {
    this.label = label;
    this.soon();
  }

  /** A view that was saved. @param {import('./views/savedviews.js').Shown} view */
  look({ box, label, filter }) {
    this.list.filter.value = this.filter = filter;
    this.label = label;
    this.show(box);
  }

  clearFilter() {
    this.list.filter.value = this.filter = '';
    this.list.filter.focus();
    this.soon();
  }

  /** Another conversation is before the agent now. */
  chosen() {
    const { selected } = this.given.desk;
    if (this.details.isOver) this.details.show(false);
    this.list.scrollTo(selected);
    this.soon();
    if (selected && getComputedStyle(find(this.root, '.list-pane')).position === 'absolute') {
      requestAnimationFrame(() => find(this.root, '.thread-name').focus());
    }
  }

  /** @returns {boolean} */
  attentive() {
    return document.visibilityState === 'visible' && document.hasFocus() && this.root.dataset.pane !== 'list' && this.thread.atEnd;
  }

  looked() {
    const { desk } = this.given;
    if (desk.selected) desk.attend(desk.selected);
    desk.views(!document.hidden);
    this.soon();
  }

  /** @param {import('./boxes.js').Change[]} changes what rang, also where it made no sound */
  rang(changes) {
    const { desk, alerts } = this.given;
    const looking = this.attentive() ? desk.selected : null;
    const found = rings(changes, desk.boxes.me?.id ?? '', looking);
    const watched = changes.filter(change => change.after.conversation === looking).map(change => keyOf(change.after));
    void alerts.ring(found, watched);
    return found;
  }

  get undoable() {
    const { desk } = this.given;
    return desk.leaving.undoable || desk.many.undoable || desk.unsending.last(desk.selected) !== undefined;
  }

  /** Takes back what is to happen in a moment: with many conversations, with one, or what was said here last. */
  undo() {
    const { desk } = this.given;
    const said = desk.unsending.last(desk.selected);
    if (desk.many.undoable) desk.many.undo();
    else if (desk.leaving.undoable) desk.leaving.undoLast();
    else if (said) desk.takeBack(said.ref);
  }

  /** It was not said: it is in the composer again, or among the drafts. @param {Pending} item */
  back({ frame, files = [] }) {
    const { drafts } = this.given;
    const { conversation, text, quote = 0, choices = [], steps = null } = frame;
    const draft = draftOf(conversation, false);
    drafts.set(draft, joined(text, drafts.get(draft)));
    this.files.bring(conversation, files);
    this.choices.bring(conversation, choices);
    this.canned.steps.bring(conversation, steps);
    this.composer.bring(conversation, text, quote);
  }

  /** What the agent said last, into the composer. @returns {boolean} whether there is such a message */
  editLast() {
    const last = this.given.desk.lastMine;
    if (last) this.composer.edit(last);
    return last !== undefined;
  }

  /** Asks to whom. */
  transfer() {
    const { desk: { boxes, summary }, drafts } = this.given;
    if (summary) this.transferTo.open(boxes, summary, visitorName(summary.visitor), drafts.get(draftOf(summary.conversation, true)));
  }

  /** The note stays a draft until it is said: who undoes it has it still. @param {string} conversation @param {string} note */
  noted(conversation, note) {
    this.given.drafts.set(draftOf(conversation, true), note);
    this.composer.noteIs(conversation, note);
  }

  /** @param {import('./transfer/targets.js').Target} to @param {string} note */
  #handOn(to, note) {
    this.given.desk.transfer(to, note);
    find(this.root, '.thread-name').focus();
  }

  /** @param {string} text @param {boolean} note @param {boolean} close @param {{id: string}[]} files @param {number} quote */
  #send(text, note, close, files, quote) {
    const { desk, drafts } = this.given;
    if (desk.selected) drafts.set(draftOf(desk.selected, note), '');
    if (note) return desk.note(text);
    const steps = this.canned.steps.take();
    const behind = desk.post(text, files, quote, this.choices.take(), steps);
    const then = steps?.then;
    if (close || then === 'close') desk.leave('close', { behind });
    else if (then) desk.snooze(until(then, Date.now()), behind);
  }
}
