/**
 * Clicks and scrolls directly, where the visitor allowed an agent that. What the rules forbid is left undone.
 */

import { mayClick } from './allowed.js';
import { press, targetOf } from './target.js';

/** @typedef {import('./recorder.js').Recorder} Recorder */

/** @param {any} data @param {Recorder} recorder */
export function act({ click, scroll }, recorder) {
  if (click) clicked(recorder.node(click.node), recorder);
  if (scroll) scrolled(recorder.node(scroll.node), recorder, scroll);
}

/** @param {Node | null} node */
const elementOf = node => node instanceof HTMLElement || node instanceof SVGElement ? node : node?.parentElement ?? null;

/** @param {Node | null} node @param {Recorder} recorder */
function clicked(node, { facts }) {
  const element = elementOf(node);
  if (element?.isConnected && mayClick(targetOf(element, facts), location.href)) press(element);
}

/** @param {Node | null} node @param {Recorder} recorder @param {{x: number, y: number}} to */
function scrolled(node, { facts }, { x, y }) {
  if (!Number.isFinite(x) || !Number.isFinite(y)) return;
  if (node instanceof Document) return scrollTo(x, y);
  if (node instanceof Element && !facts.hidden(node) && !facts.masked(node)) node.scrollTo(x, y);
}
