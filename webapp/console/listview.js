/**
 * The list of conversations: tabs, filter, order, rows with a roving focus. View.
 *
 * @typedef {import('./boxes.js').Box} Box
 * @typedef {import('./boxes.js').Summary} Summary
 */
import { BOXES } from './boxes.js';
import { keyed } from '../shared/keyed.js';
import { find, mark, put, stamp } from './dom.js';
import { visitorName } from './names.js';
import { makeRow, updateRow } from './rowview.js';
import { say } from './texts.js';
import { Walk } from './walk.js';
import { showIcon } from './words.js';

const KEPT = 3000;

export class ListView {
  /** @type {Summary[]} what is shown, in its order */
  shown = [];
  /** @type {string | null} the row the Tab key reaches */
  focused = null;
  walk = new Walk();
  /** @type {Map<string, HTMLElement>} */
  #made = new Map();
  /** @type {import('./rowview.js').Around} */
  around = {
    now: 0, box: 'mine', manySites: false, me: undefined, selected: null, focused: null,
    picked: () => false, draft: () => '', labels: () => [], leaving: () => undefined, href: () => '',
  };

  /**
   * @param {HTMLElement} root
   * @param {{choose: (id: string) => void, pick: (id: string, range: boolean) => void, box: (box: Box) => void, filter: (text: string) => void,
   *   order: () => void, older: () => void}} on
   */
  constructor(root, on) {
    this.root = root;
    this.rows = find(root, '#rows');
    this.keyed = keyed(this.rows, item => item.conversation, item => this.#rowFor(item), (row, item) => updateRow(row, item, this.around));
    this.filter = /** @type {HTMLInputElement} */ (find(root, '#filter'));
    this.#tabs(on.box);
    this.filter.addEventListener('input', () => on.filter(this.filter.value));
    find(root, '#order').addEventListener('click', on.order);
    find(root, '#older-rows').addEventListener('click', on.older);
    this.rows.addEventListener('click', event => {
      const row = rowOf(event.target);
      if (!row || event.ctrlKey || event.metaKey) return;
      event.preventDefault();
      if (event.shiftKey || (event.target instanceof Element && event.target.closest('.row-pick'))) return on.pick(row.dataset.key ?? '', event.shiftKey);
      on.choose(row.dataset.key ?? '');
    });
    // With Shift rows are selected, not their text.
    this.rows.addEventListener('mousedown', event => event.shiftKey && event.preventDefault());
    this.rows.addEventListener('focusin', event => {
      const row = rowOf(event.target);
      if (row) this.#reach(row.dataset.key ?? null);
    });
  }

  /** What comes back from another box or a filter is as it was: a thousand rows are not made anew. @param {Summary} item */
  #rowFor(item) {
    const kept = this.#made.get(item.conversation);
    if (kept) return kept;
    if (this.#made.size >= KEPT) this.#made.clear();
    const row = makeRow(item);
    this.#made.set(item.conversation, row);
    return row;
  }

  /** @param {(box: Box) => void} choose */
  #tabs(choose) {
    const bar = find(this.root, '[role=tablist]');
    for (const box of BOXES) {
      const tab = stamp('t-tab');
      tab.id = `tab-${box}`;
      put(find(tab, '.tab-name'), say(`box_${box}`));
      tab.addEventListener('click', () => choose(box));
      bar.append(tab);
    }
    bar.addEventListener('keydown', event => {
      const tabs = /** @type {HTMLElement[]} */ ([...bar.children]).filter(tab => !tab.hidden);
      const step = {ArrowRight: 1, ArrowLeft: -1}[event.key];
      if (!step) return;
      event.preventDefault();
      const direction = getComputedStyle(bar).direction === 'rtl' ? -step : step;
      const at = tabs.findIndex(tab => tab === document.activeElement);
      const next = tabs[(at + direction + tabs.length) % tabs.length];
      next.focus();
      next.click();
    });
  }

  /**
   * @param {{boxes: import('./boxes.js').Boxes, box: Box, filter: string, label: string | null, order: import('./boxes.js').Order,
   *   around: Omit<import('./rowview.js').Around, 'focused' | 'box' | 'manySites'>}} state
   */
  render(state) {
    const counters = /** @type {Record<string, number>} */ (state.boxes.counters());
    for (const box of BOXES) this.#tab(box, box === state.box, counters[box], state.boxes.known);
    const label = say(`order_${state.order}`);
    const order = find(this.root, '#order');
    mark(order, 'aria-label', say('order_change', {order: label}));
    mark(order, 'title', label);
    order.hidden = state.box === 'closed' || state.box === 'snoozed';
    showIcon(order, state.order === 'waiting' ? 'clock' : 'sort');
    this.shown = state.boxes.list(state.box, state.order).filter(item => matches(item, state.filter, state.boxes) && (state.label === null || item.labels?.includes(state.label)));
    this.walk.see([state.box, state.order, state.label, state.filter].join(' '), this.shown.map(item => item.conversation), [state.around.selected, this.focused]);
    if (!this.shown.some(item => item.conversation === this.focused)) {
      const selected = this.shown.find(item => item.conversation === state.around.selected);
      this.focused = selected?.conversation ?? this.walk.neighbour(this.focused, 1);
    }
    this.around = { ...state.around, focused: this.focused, box: state.box, manySites: state.boxes.sites() > 1 };
    const held = this.rows.contains(document.activeElement);
    this.keyed.update(this.shown);
    // A row that moved to another place lost the focus on its way.
    if (held && !this.rows.contains(document.activeElement)) this.#row(this.focused)?.querySelector('a')?.focus({ preventScroll: true });
    find(this.root, '#older-rows').hidden = !(state.box === 'closed' && state.boxes.next);
    mark(find(this.root, '#rows-panel'), 'aria-labelledby', `tab-${state.box}`);
  }

  /** @param {Box} box @param {boolean} selected @param {number | undefined} count @param {boolean} known */
  #tab(box, selected, count, known) {
    const tab = find(this.root, `#tab-${box}`);
    const turned = selected && tab.getAttribute('aria-selected') !== 'true';
    mark(tab, 'aria-selected', String(selected));
    mark(tab, 'tabindex', selected ? '0' : '-1');
    // As long as nothing is snoozed, there is nothing to see.
    tab.hidden = box === 'snoozed' && !selected && !count;
    put(find(tab, '.tab-count'), count === undefined || !known ? '' : String(count));
    if (turned) tab.scrollIntoView({ block: 'nearest', inline: 'nearest' });
  }

  /** @param {string | null} id */
  focus(id) {
    this.#reach(id);
    /** @type {HTMLElement | null} */ (this.#row(id)?.querySelector('a'))?.focus();
  }

  /** @param {string | null} id */
  scrollTo(id) {
    this.#row(id)?.scrollIntoView({block: 'nearest'});
  }

  /** @param {string | null} id */
  #row(id) {
    return id === null ? undefined : this.keyed.node(id);
  }

  /** @param {string | null} id */
  #reach(id) {
    if (id === null || id === this.focused) return;
    this.#row(this.focused)?.querySelector('a')?.setAttribute('tabindex', '-1');
    this.#row(id)?.querySelector('a')?.setAttribute('tabindex', '0');
    this.focused = id;
  }
}

/** @param {EventTarget | null} target */
const rowOf = target => (target instanceof Element ? /** @type {HTMLElement | null} */ (target.closest('.row')) : null);

/** @param {Summary} item @param {string} filter @param {import('./boxes.js').Boxes} boxes */
function matches(item, filter, boxes) {
  const wanted = filter.trim().toLocaleLowerCase();
  if (wanted === '') return true;
  return [visitorName(item.visitor), item.last?.text ?? '', item.site.name, item.department?.name ?? '', item.owner?.name ?? '', ...boxes.labelsOf(item).map(label => label.name)]
    .some(text => text.toLocaleLowerCase().includes(wanted));
}
