/**
 * The button that offers emoji to the composer. View.
 */
import { emojiPicker, insertAt } from '../shared/emoji.js';
import { find } from './dom.js';
import { say } from './texts.js';

/** @param {HTMLElement} root @param {import('./composer.js').Composer} composer */
export function emojiButton(root, composer) {
  const button = find(root, '#emoji-open');
  const place = /** @type {HTMLElement} */ (button.parentElement);
  const picker = emojiPicker({
    label: say('emoji_pick'),
    chosen: emoji => {
      picker.close();
      insertAt(composer.area, emoji);
      composer.focus();
    },
    closed: () => {
      button.setAttribute('aria-expanded', 'false');
      button.focus();
    },
  });
  button.after(picker.node);
  button.addEventListener('click', () => {
    if (picker.isOpen) return picker.close();
    button.setAttribute('aria-expanded', 'true');
    picker.open();
  });
  document.addEventListener('pointerdown', event => {
    if (!picker.isOpen || (event.target instanceof Node && place.contains(event.target))) return;
    picker.node.hidden = true;
    button.setAttribute('aria-expanded', 'false');
  });
}
