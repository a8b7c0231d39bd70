/**
 * What of a page may be shown to an agent at all: tags and attributes by name. Pure. The agent's side trusts none
 * of it and has a list of its own: this one is about what is private, that one about what is harmless.
 *
 *   shownTag('SCRIPT') → the tag that is sent in its place;  holdsNothing(tag): its content is never sent
 *   plainAttribute(name): a name whose value may go out as a text;  structural(name): a name for styles and references
 */

/** Sent as an empty element of this other name. @type {Record<string, string>} */
const INSTEAD = {
  script: 'noscript', base: 'noscript', template: 'noscript', 'deskbell-chat': 'noscript', 'deskbell-assist': 'noscript',
  animate: 'noscript', animatemotion: 'noscript', animatetransform: 'noscript', set: 'noscript', param: 'noscript', track: 'noscript',
  iframe: 'div', frame: 'div', frameset: 'div', object: 'div', embed: 'div', applet: 'div', portal: 'div', fencedframe: 'div',
};
const EMPTY = new Set(['noscript', 'canvas', 'textarea', 'meta', 'link', 'iframe', 'frame', 'frameset', 'object', 'embed', 'applet', 'portal', 'fencedframe',
  ...Object.keys(INSTEAD).filter(tag => INSTEAD[tag] === 'noscript')]);

/** @param {string} tag lower case */
export const shownTag = tag => INSTEAD[tag] ?? (/^[a-z][a-z0-9.:_-]*$/.test(tag) ? tag : 'div');
/** @param {string} tag lower case */
export const holdsNothing = tag => EMPTY.has(tag);

/** @param {string} text */
const names = text => new Set(text.split(' '));

const TEXTS = names('title alt aria-label aria-description aria-roledescription label');
const STRUCTURE = names('class id for headers aria-labelledby aria-describedby aria-controls aria-owns part slot');
const PLAIN = names('dir lang role hidden inert tabindex width height colspan rowspan span scope align valign bgcolor border cellpadding cellspacing '
  + 'color face size sizes media type disabled readonly required multiple rows cols open start reversed controls muted loop datetime wrap low high optimum '
  + 'min max step popover aria-hidden aria-expanded aria-pressed aria-current aria-disabled aria-busy aria-invalid aria-required aria-modal aria-level aria-orientation '
  + 'aria-haspopup aria-sort nowrap');
const DRAWING = names('d points x y x1 y1 x2 y2 cx cy r rx ry fx fy dx dy viewbox preserveaspectratio fill stroke transform opacity offset '
  + 'fill-rule fill-opacity stroke-width stroke-linecap stroke-linejoin stroke-miterlimit stroke-dasharray stroke-dashoffset stroke-opacity clip-rule clip-path mask filter '
  + 'stop-color stop-opacity gradientunits gradienttransform patternunits patterntransform maskunits clippathunits '
  + 'markerwidth markerheight orient refx refy marker-start marker-end text-anchor dominant-baseline '
  + 'font-family font-size font-weight font-style letter-spacing pathlength vector-effect visibility display overflow '
  + 'xmlns xmlns:xlink');

/** @param {string} name lower case */
export const plainAttribute = name => TEXTS.has(name) || PLAIN.has(name) || DRAWING.has(name) || STRUCTURE.has(name);
/** @param {string} name lower case */
export const structural = name => STRUCTURE.has(name) || PLAIN.has(name) || DRAWING.has(name);
