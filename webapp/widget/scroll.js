/**
 * Where the reader is: stays at the end while he is there, stays put while he reads above, fetches older at the top. View.
 *
 *   const scroll = createScroll({older: () => …, moved: () => …});
 *   scroll.keep(() => …change the list…, {follow: true});   scroll.isAtEnd;  scroll.toEnd(smoothly)
 */

import { part } from './site.js';

const NEAR = 60;

/** @param {{older: () => void, moved: () => void}} does */
export function createScroll({ older, moved }) {
  const box = part('scroll');
  let isAtEnd = true;
  let height = box.clientHeight;

  box.addEventListener('scroll', () => {
    // The box became smaller: not the reader has moved.
    if (box.clientHeight !== height && isAtEnd) return resized();
    isAtEnd = box.scrollHeight - box.scrollTop - box.clientHeight < NEAR;
    if (box.scrollTop < NEAR && box.scrollHeight > box.clientHeight) older();
    moved();
  }, { passive: true });
  // The keyboard, the banner, a growing composer: the end stays in view.
  new ResizeObserver(resized).observe(box);

  function resized() {
    height = box.clientHeight;
    if (isAtEnd) toEnd();
  }

  function toEnd(smoothly = false) {
    isAtEnd = true;
    const calm = matchMedia('(prefers-reduced-motion: reduce)').matches;
    box.scrollTo({ top: box.scrollHeight, behavior: smoothly && !calm ? 'smooth' : 'auto' });
  }

  return {
    get isAtEnd() { return isAtEnd; },
    toEnd,
    /** @param {() => {follow: boolean, above: boolean}} change */
    keep(change) {
      const below = box.scrollHeight - box.scrollTop;
      const { follow, above } = change();
      if (follow || isAtEnd) toEnd();
      else if (above) box.scrollTop = box.scrollHeight - below;
    },
  };
}
