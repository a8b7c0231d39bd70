/**
 * What the viewer shows besides the picture: that it is awaited, or why there is none. Pure.
 *
 * @typedef {'live' | 'waiting' | 'away' | 'too_large' | 'too_fast' | 'flood' | 'broken' | 'lost' | 'ended'} ViewState
 */

/** With every beat of the watch something comes; after two without it nobody is there. */
export const SILENCE = 45_000;
/** So long a first picture may take. */
export const FIRST = 15_000;

/**
 * @param {object} seen
 * @param {boolean} seen.seeing consent is live
 * @param {boolean} seen.online
 * @param {boolean} seen.there the visitor has a page of the site open
 * @param {string} seen.stopped why the viewer itself gave up, or ''
 * @param {string} seen.page the last word of the visitor's page
 * @param {boolean} seen.shown there is a picture
 * @param {number} seen.quiet milliseconds since anything came, or since it was first asked for
 * @returns {ViewState}
 */
export function viewState({ seeing, online, there, stopped, page, shown, quiet }) {
  if (!seeing) return 'ended';
  if (!online) return 'lost';
  if (stopped === 'flood' || stopped === 'broken') return stopped;
  if (stopped === 'crowded' || page === 'too-large') return 'too_large';
  if (page === 'too-fast') return 'too_fast';
  if (!there || page === 'left' || quiet > (shown ? SILENCE : FIRST)) return 'away';
  return shown ? 'live' : 'waiting';
}

/** States in which asking again and again is the way out. @param {ViewState} state */
export const asksAgain = state => state === 'away' || state === 'waiting';
