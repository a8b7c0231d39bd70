/**
 * What can be done with the selected conversations, and how far it is. View.
 */
import { find, mark, put } from './dom.js';
import { say } from './texts.js';

const WAYS = /** @type {const} */ (['claim', 'release', 'close', 'snooze', 'label']);

export class SelectionView {
  /** @param {HTMLElement} root @param {import('./many.js').Many} many @param {{changed: () => void, focus: () => void, snooze: () => void, label: () => void}} on `focus`: to the list, when the bar goes; `snooze` and `label` ask first */
  constructor(root, many, on) {
    this.bar = find(root, '#selection');
    this.filter = find(root, '.filter');
    this.many = many;
    for (const way of WAYS) {
      find(this.bar, `[data-way=${way}]`).addEventListener('click', () => {
        // Before it asks: there the focus is back when all is answered, and the bar perhaps gone.
        on.focus();
        if (way === 'snooze' || way === 'label') on[way]();
        else many.start(way);
      });
    }
    find(this.bar, '.selection-clear').addEventListener('click', () => {
      many.selection.clear();
      on.changed();
      on.focus();
    });
    this.work = find(root, '#work');
  }

  render() {
    const { selection, bulk } = this.many;
    this.bar.hidden = selection.size === 0;
    this.filter.hidden = selection.size > 0;
    put(find(this.bar, '.selection-count'), selection.size > 0 ? say.count('selected', selection.size) : '');
    for (const way of WAYS) {
      const count = way === 'label' ? selection.size : selection.size > 0 ? this.many.fit(way).length : 0;
      const button = find(this.bar, `[data-way=${way}]`);
      mark(button, 'disabled', count === 0 ? '' : null);
      mark(button, 'aria-label', say.count(`many_do_${way}`, count));
      mark(button, 'title', say.count(`many_do_${way}`, count));
    }
    const progress = bulk.progress;
    this.work.hidden = progress === null;
    if (progress === null) return;
    put(find(this.work, '.work-text'), say('many_progress', { done: progress.done, total: progress.total }));
    const bar = /** @type {HTMLProgressElement} */ (find(this.work, 'progress'));
    bar.max = progress.total;
    bar.value = progress.done;
  }
}
