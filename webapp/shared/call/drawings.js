/**
 * The drawings of a call, in the manner of icons.js, which the widget's late part cannot share. View.
 *
 *   draw('mic') → <svg aria-hidden="true" class="icon">
 */

const MIC = 'M12 14.5a3 3 0 0 0 3-3v-5a3 3 0 0 0-6 0v5a3 3 0 0 0 3 3ZM6 11.5a6 6 0 0 0 12 0M12 17.5v3';
const CAMERA = 'M3.5 7h11v10h-11ZM14.5 11l6-3v8l-6-3';
const SLASH = 'M4 4l16 16';
/** @type {Record<string, string>} */
const DRAWN = {
  mic: MIC, micOff: MIC + SLASH, camera: CAMERA, cameraOff: CAMERA + SLASH,
  screen: 'M3.5 5h17v11h-17ZM9 20h6M12 16v4M12 13V8.5M9.5 10.5 12 8l2.5 2.5',
  leave: 'M2.5 15c5.5-6.5 13.5-6.5 19 0l-2.8 2.7-4.2-1.9v-3a11 11 0 0 0-5 0v3l-4.2 1.9Z',
  call: 'M6 4h3.5l1.5 4-2 1.5a11 11 0 0 0 5.5 5.5l1.5-2 4 1.5V18a2 2 0 0 1-2 2A14 14 0 0 1 4 6a2 2 0 0 1 2-2Z',
  larger: 'M14 4.5h5.5V10M10 19.5H4.5V14M19.5 4.5 14 10M4.5 19.5 10 14',
  apart: 'M3.5 5h17v14h-17ZM12 12.5h5.5V16H12Z',
  choose: 'M4 8h16M4 16h16M9 5.5v5M15 13.5v5',
};
const SVG = 'http://www.w3.org/2000/svg';

/** @param {string} name */
export function draw(name) {
  const svg = document.createElementNS(SVG, 'svg');
  const path = document.createElementNS(SVG, 'path');
  svg.setAttribute('viewBox', '0 0 24 24');
  svg.setAttribute('class', 'icon');
  svg.setAttribute('aria-hidden', 'true');
  path.setAttribute('d', DRAWN[name]);
  svg.append(path);
  return svg;
}
