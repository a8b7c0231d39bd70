/**
 * How rrweb is asked to record: as little as an agent needs, all values through our mask; and what the filter asks of the page.
 */

export const LARGEST = 50_000;
const NEVER = 'deskbell-chat,deskbell-assist,iframe,frame,fencedframe';

/** @param {import('./facts.js').Facts} facts @param {(event: any) => void} emit */
export const settings = (facts, emit) => ({
  emit,
  blockSelector: `${NEVER},${facts.hiddenSelector}`, blockClass: 'deskbell-never', maskTextClass: 'deskbell-never', ignoreClass: 'deskbell-never',
  // By tag, not by type: so that every field there is goes through the mask.
  maskInputOptions: { input: true, textarea: true, select: true },
  maskInputFn: (/** @type {string} */ text, /** @type {Element} */ element) => facts.mask(text, element),
  recordCanvas: false, recordCrossOriginIframes: false, inlineImages: false, collectFonts: false, inlineStylesheet: true, recordAfter: /** @type {const} */ ('DOMContentLoaded'),
  slimDOMOptions: { script: true, comment: true, headFavicon: true, headMetaSocial: true, headMetaRobots: true, headMetaHttpEquiv: true, headMetaVerification: true },
  sampling: { mousemove: 50, mousemoveCallback: 100, scroll: 50, media: 800, input: /** @type {const} */ ('all') },
  errorHandler: () => true,
});

/** What the filter asks of the page. @param {import('./facts.js').Facts} facts @param {(id: number) => Node | null} node */
export const liveOf = (facts, node) => ({
  secret: (/** @type {number} */ id) => facts.everPassword(/** @type {Element} */ (node(id))),
  hidden: (/** @type {number} */ id) => {
    const found = node(id);
    return found instanceof Element && found.matches(facts.hiddenSelector);
  },
  editing: () => document.designMode === 'on',
});

export function tooLarge() {
  const nodes = document.createTreeWalker(document);
  let count = 0;
  while (nodes.nextNode()) if (++count > LARGEST) return true;
  return false;
}
