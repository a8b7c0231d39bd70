/**
 * What the website's page says of the conversation and of its visitor, nobody vouches for it: each to be copied. View.
 */
import { keyed } from '../shared/keyed.js';
import { find, mark, put, stamp } from './dom.js';
import { attributes } from './facts.js';
import { showValue } from './factview.js';
import { say } from './texts.js';

export class AttributesView {
  /** @param {HTMLElement} root @param {(text: string) => void} tell */
  constructor(root, tell) {
    this.part = find(root, '.attributes-part');
    this.tell = tell;
    this.lists = ['about', 'attributes'].map(name => {
      const place = find(this.part, `.of-${name}`);
      return { name, place, rows: keyed(find(place, 'dl'), fact => fact.key, () => this.#make(), show) };
    });
  }

  /** @param {any} visitor */
  show(visitor) {
    for (const { name, place, rows } of this.lists) {
      const facts = attributes(visitor[name]);
      place.hidden = facts.length === 0;
      rows.update(facts);
    }
    this.part.hidden = this.lists.every(({ place }) => place.hidden);
  }

  #make() {
    const node = stamp('t-attribute');
    const copy = find(node, 'button');
    // Only where the browser lets a page do it: not over plain http.
    copy.hidden = !navigator.clipboard;
    copy.addEventListener('click', () => navigator.clipboard.writeText(node.dataset.value ?? '')
      .then(() => this.tell(say('attribute_copied', { name: find(node, 'dt').textContent ?? '' })), () => this.tell(say('attribute_not_copied'))));
    return node;
  }
}

/** @param {HTMLElement} node @param {import('./facts.js').Fact} fact */
function show(node, fact) {
  put(find(node, 'dt'), fact.label);
  showValue(find(node, '.attribute-value'), fact);
  node.dataset.value = fact.text;
  for (const name of ['aria-label', 'title']) mark(find(node, 'button'), name, say('attribute_copy', { name: fact.label }));
}
