/**
 * The tools above the picture: what the next click on it means, and how the picture is shown. View.
 *
 * @typedef {import('./glass.js').Tool} Tool
 * @typedef {{kinds: import('./assistance.js').Kind[], left: number, live: boolean, canAsk: boolean}} Tools
 */
import { find, mark, put } from '../dom.js';
import { say } from '../texts.js';
import { showIcon } from '../words.js';
import { clock } from './assistance.js';

/** What each tool needs. @type {Record<string, import('./assistance.js').Kind>} */
const NEEDS = { look: 'see', point: 'point', draw: 'point', click: 'point', fill: 'point', go: 'point', act: 'act' };

export class Toolbar {
  /** @type {Tool | 'go'} */
  tool = 'look';
  /** @type {'fit' | 'full'} */
  way = 'fit';
  wide = false;

  /**
   * @param {HTMLElement} root
   * @param {{used: (tool: Tool | 'go') => void, clear: () => void, way: (way: 'fit' | 'full') => void, wide: (wide: boolean) => void,
   *   more: () => void, stop: () => void}} on
   */
  constructor(root, on) {
    this.root = root;
    this.on = on;
    this.buttons = /** @type {HTMLButtonElement[]} */ ([...root.querySelectorAll('[data-tool]')]);
    for (const button of this.buttons) {
      const hint = `tool_${button.dataset.tool}_hint`;
      if (say.has(hint)) button.title = `${button.getAttribute('aria-label')}: ${say(hint)}`;
      button.addEventListener('click', () => this.use(/** @type {Tool} */ (button.dataset.tool)));
    }
    this.#button('#tool-clear', on.clear);
    this.#button('#tool-more', on.more);
    this.#button('#tool-stop', on.stop);
    this.#button('#tool-way', () => {
      this.way = this.way === 'fit' ? 'full' : 'fit';
      on.way(this.way);
      this.#ways();
    });
    this.#button('#tool-wide', () => {
      this.wide = !this.wide;
      on.wide(this.wide);
      this.#ways();
    });
    this.#ways();
  }

  /** @param {string} selector @param {() => void} act */
  #button(selector, act) {
    find(this.root, selector).addEventListener('click', act);
  }

  /** @param {Tool | 'go'} tool */
  use(tool) {
    this.tool = tool;
    for (const button of this.buttons) mark(button, 'aria-pressed', String(button.dataset.tool === tool));
    this.on.used(tool);
  }

  #ways() {
    const way = this.way === 'fit' ? 'tool_full' : 'tool_fit';
    this.#name('#tool-way', way);
    put(find(this.root, '#tool-way'), say(`${way}_short`));
    this.#name('#tool-wide', this.wide ? 'tool_narrow' : 'tool_wide');
    showIcon(find(this.root, '#tool-wide'), this.wide ? 'narrow' : 'wide');
  }

  /** @param {string} selector @param {string} key */
  #name(selector, key) {
    const button = find(this.root, selector);
    mark(button, 'aria-label', say(key));
    mark(button, 'title', say(key));
  }

  /** @param {Tools} tools */
  render({ kinds, left, live, canAsk }) {
    for (const button of this.buttons) {
      button.hidden = !kinds.includes(NEEDS[button.dataset.tool ?? '']);
      button.disabled = !live && button.dataset.tool !== 'look';
    }
    if (!kinds.includes(NEEDS[this.tool]) && this.tool !== 'look') this.use('look');
    find(this.root, '#tool-clear').hidden = !kinds.includes('point');
    find(this.root, '#tool-more').hidden = !canAsk;
    find(this.root, '#tool-stop').hidden = kinds.length === 0;
    const time = find(this.root, '.assist-left');
    time.hidden = left <= 0;
    time.classList.toggle('is-short', left < 120);
    put(find(time, '[aria-hidden]'), say('viewer_left', { time: clock(left) }));
    // Heard once a minute, not every second.
    put(find(time, '.quiet-only'), say('viewer_left_label', { time: say.count('ask_minutes_for', Math.ceil(left / 60)) }));
  }
}
