/**
 * Who the visitor is, where he is now, and what was said before. View.
 *
 * @typedef {{summary: import('./boxes.js').Summary, visitor: any, past: import('./past.js').Past | undefined, labels: import('./boxes.js').Label[], now: number, href: (id: string) => string}} Customer
 */
import { plain } from '../shared/markdown.js';
import { keyed } from '../shared/keyed.js';
import { AttributesView } from './attributesview.js';
import { find, mark, put, stamp } from './dom.js';
import { facts } from './facts.js';
import { makeFact, showFact } from './factview.js';
import { moments } from './moments.js';
import { showFace } from './faces.js';
import { showPills } from './labelpills.js';
import { safeAddress, shortAddress, visitorName } from './names.js';
import { showStars } from './rowview.js';
import { say } from './texts.js';
import { showIcon } from './words.js';

export class CustomerView {
  /** @type {Pick<Customer, 'now' | 'href'>} */
  shown = { now: 0, href: () => '' };
  /** How many of his earlier conversations there were when more were asked for. */
  #before = -1;

  /** @param {HTMLElement} root @param {{choose: (id: string) => void, labels: () => void, older: () => void, close: () => void, tell: (text: string) => void}} on */
  constructor(root, on) {
    this.root = root;
    root.append(stamp('t-customer'));
    find(root, '.details-close').addEventListener('click', on.close);
    find(root, '#do-labels').addEventListener('click', on.labels);
    this.facts = keyed(find(root, '.facts'), fact => fact.key, makeFact, showFact);
    this.attributes = new AttributesView(root, on.tell);
    this.trail = keyed(find(root, '.trail'), page => `${page.at} ${page.url}`, () => stamp('t-trail'), (node, page) => this.#page(node, page));
    const earlier = find(root, '.earlier');
    this.earlier = keyed(earlier, one => one.conversation, () => stamp('t-earlier'), (node, one) => this.#earlier(node, one));
    find(root, '#older-past').addEventListener('click', () => {
      this.#before = earlier.childElementCount;
      on.older();
    });
    earlier.addEventListener('click', event => {
      const link = event.target instanceof Element ? event.target.closest('a') : null;
      if (!link || event.ctrlKey || event.metaKey || event.shiftKey) return;
      event.preventDefault();
      on.choose(link.dataset.conversation ?? '');
    });
  }

  /** @param {Customer | null} customer */
  render(customer) {
    this.root.hidden = customer === null;
    if (customer === null) return;
    this.shown = customer;
    const { summary, now } = customer;
    const visitor = { ...summary.visitor, ...customer.visitor };
    const name = visitorName(visitor);
    put(find(this.root, '.customer-name bdi'), name);
    showFace(find(this.root, '.face'), visitor);
    this.#trust(visitor.verified === true);
    const online = find(this.root, '.customer-online');
    online.classList.toggle('is-online', visitor.online === true);
    put(find(online, '.online-text'), visitor.online ? say('online')
      : visitor.lastSeen ? say('seen_last', { time: moments.near(visitor.lastSeen, now) }) : say('row_offline'));
    showPills(find(this.root, '.customer-labels'), customer.labels);
    find(this.root, '.labels-empty').hidden = customer.labels.length > 0;
    this.facts.update(facts(visitor, summary, now));
    this.attributes.show(visitor);
    /** @type {{url: string, title?: string, at: string}[]} */
    const trail = [...customer.visitor?.trail ?? []].reverse();
    find(this.root, '.trail-part').hidden = trail.length === 0;
    this.trail.update(trail);
    this.#past(customer.past);
  }

  /** What he said before. @param {import('./past.js').Past | undefined} past */
  #past(past) {
    const { items = [], more = false, asking = false } = past ?? {};
    put(find(this.root, '.earlier-count'), items.length ? `${items.length}${more ? '+' : ''}` : '');
    find(this.root, '.earlier-none').hidden = items.length > 0;
    find(this.root, '.earlier').hidden = items.length === 0;
    this.earlier.update(items);
    const button = find(this.root, '#older-past');
    const goes = !more && button === document.activeElement;
    button.hidden = !more;
    button.setAttribute('aria-busy', String(asking));
    put(button, say(asking ? 'loading_list' : 'older'));
    // Whoever asked by keyboard goes on at the first of those that came.
    const [first] = items.slice(this.#before, this.#before + 1);
    if (asking || this.#before < 0) return;
    if (goes || button === document.activeElement) find(this.root, `.earlier-link[data-conversation="${first?.conversation ?? items.at(-1)?.conversation}"]`).focus();
    this.#before = -1;
  }

  /** @param {boolean} verified */
  #trust(verified) {
    const trust = find(this.root, '.customer-trust');
    trust.classList.toggle('is-verified', verified);
    put(find(trust, '.trust-text'), say(verified ? 'verified' : 'unverified'));
    mark(trust, 'title', say(verified ? 'verified_hint' : 'unverified_hint'));
    showIcon(find(trust, '.trust-icon'), verified ? 'verified' : 'help');
  }

  /** A page of this visit. @param {HTMLElement} node @param {{url: string, title?: string, at: string}} page */
  #page(node, { url, title, at }) {
    const link = find(node, 'a');
    mark(link, 'href', safeAddress(url));
    mark(link, 'title', url);
    put(link, title?.trim() || shortAddress(url));
    put(find(node, 'time'), moments.clock(at));
    mark(find(node, 'time'), 'title', moments.full(at));
  }

  /** @param {HTMLElement} node @param {any} one */
  #earlier(node, one) {
    const link = find(node, 'a');
    mark(link, 'href', this.shown.href(one.conversation));
    link.dataset.conversation = one.conversation;
    put(find(node, '.earlier-text'), plain(one.text ?? '') || say(one.text === '' ? 'message_removed' : 'row_nothing'));
    put(find(node, '.earlier-when'), `${moments.near(one.startedAt, this.shown.now)} · ${say(one.status === 'open' ? 'status_open' : 'status_closed')}`);
    put(find(node, '.earlier-by bdi'), one.owner ?? '');
    showStars(find(node, '.row-rating'), one.stars);
    mark(find(node, '.earlier-when'), 'title', moments.full(one.startedAt));
  }
}
