/**
 * Which emptiness this is, and what helps against it. Pure but for the acts it is given.
 *
 * @typedef {import('./emptyview.js').Emptiness} Emptiness
 * @typedef {{show: (box: import('./boxes.js').Box) => void, clearFilter: () => void, chooseLabel: (label: string | null) => void, given: {choose: (id: string | null) => void}}} Acts
 */
import { say } from './texts.js';

/** @type {Record<string, string>} */
const ICONS = { mine: 'person', unassigned: 'check', all: 'inbox', closed: 'inbox', snoozed: 'moon' };

/**
 * @param {{boxes: import('./boxes.js').Boxes, box: import('./boxes.js').Box, filter: string, label?: string | null, shown: number, screen: Acts}} state
 * @returns {Emptiness | null}
 */
export function listEmptiness({ boxes, box, filter, label = null, shown, screen }) {
  if (shown > 0) return null;
  if (!boxes.known || (box === 'closed' && boxes.next === undefined)) {
    return { key: 'loading', icon: 'clock', title: say('loading_list'), hint: '' };
  }
  if (filter.trim() !== '' && boxes.list(box).length > 0) {
    const title = say('empty_filter', { text: filter.trim() });
    return { key: `filter ${title}`, icon: 'search', title, hint: say('empty_filter_hint'), actions: [{ text: say('clear_filter'), act: () => screen.clearFilter() }] };
  }
  if (label !== null && boxes.list(box).length > 0) {
    return { key: `label ${label}`, icon: 'tag', title: say('empty_label'), hint: say('empty_label_hint'), actions: [{ text: say('label_clear'), act: () => screen.chooseLabel(null) }] };
  }
  const waiting = boxes.counters().unassigned;
  const hint = box === 'mine' ? (waiting > 0 ? say.count('empty_mine_hint', waiting) : say('empty_mine_none')) : say(`empty_${box}_hint`);
  const actions = box === 'mine' && waiting > 0 ? [{ text: say('show_unassigned'), act: () => screen.show('unassigned') }] : [];
  return { key: `${box} ${actions.length}`, icon: ICONS[box], title: say(`empty_${box}`), hint, actions };
}

/**
 * @param {{boxes: import('./boxes.js').Boxes, selected: string | null, gone: boolean, screen: Acts, base: string}} state
 * @returns {Emptiness | null}
 */
export function threadEmptiness({ boxes, selected, gone, screen, base }) {
  if (gone) {
    return { key: 'gone', icon: 'help', title: say('gone'), hint: say('gone_hint'), actions: [{ text: say('gone_back'), act: () => screen.given.choose(null) }] };
  }
  if (selected) return null;
  if (boxes.known && boxes.counters().all === 0) {
    const rules = boxes.me?.role === 'administrator';
    const actions = rules ? [{ text: say('get_snippet'), href: `${base}/console/sites` }, { text: say('try_demo'), href: `${base}/demo/` }] : [];
    return { key: `first ${rules}`, icon: 'bell', title: say('first'), hint: say(rules ? 'first_admin' : 'first_hint'), actions };
  }
  return { key: 'pick', icon: 'chat', title: say('pick'), hint: say('pick_hint') };
}
