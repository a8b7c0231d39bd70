/**
 * A small emoji picker: a grid one can walk through with the arrow keys. View.
 *
 *   const picker = emojiPicker({label: 'Emoji', chosen: emoji => …, closed: () => …});
 *   parent.append(picker.node); picker.open(); picker.close(); picker.isOpen
 *   insertAt(textarea, emoji) puts text at the caret and tells the field's listeners
 */

const EMOJI = '😀 😄 😅 😂 🙂 😉 😊 😍 😘 😎 🤔 😐 😮 😢 😭 😡 👍 👎 👌 🙏 👏 🙌 💪 👋 ❤️ 💔 ✨ 🎉 🔥 ⭐ ✅ ❌ ❓ ❗ 💡 ⏰ 📦 🚚 💳 🎁 📷 📎 ☎️ ✉️ ☕ 🍕 🌞 🌧️'.split(' ');
const COLUMNS = 8;

/** @param {{label: string, chosen: (emoji: string) => void, closed?: () => void}} options */
export function emojiPicker({ label, chosen, closed = () => {} }) {
  const node = document.createElement('div');
  node.className = 'emoji';
  node.setAttribute('role', 'group');
  node.setAttribute('aria-label', label);
  node.hidden = true;
  const buttons = EMOJI.map((emoji, index) => {
    const button = document.createElement('button');
    button.type = 'button';
    button.textContent = emoji;
    button.tabIndex = index === 0 ? 0 : -1;
    return button;
  });
  node.append(...buttons);

  /** @param {number} index */
  function focus(index) {
    if (!buttons[index]) return;
    for (const button of buttons) button.tabIndex = -1;
    buttons[index].tabIndex = 0;
    buttons[index].focus();
  }

  node.addEventListener('click', event => {
    const emoji = event.target instanceof HTMLButtonElement && event.target.textContent;
    if (emoji) chosen(emoji);
  });
  node.addEventListener('keydown', event => {
    const at = buttons.indexOf(/** @type {HTMLButtonElement} */ (document.activeElement));
    const on = getComputedStyle(node).direction === 'rtl' ? -1 : 1;
    const step = { ArrowRight: on, ArrowLeft: -on, ArrowDown: COLUMNS, ArrowUp: -COLUMNS }[event.key];
    if (event.key === 'Escape') {
      event.stopPropagation();
      close();
    } else if (step) focus(at + step);
    else if (event.key === 'Home') focus(0);
    else if (event.key === 'End') focus(buttons.length - 1);
    else return;
    event.preventDefault();
  });
  function close() {
    if (node.hidden) return;
    node.hidden = true;
    closed();
  }

  return {
    node,
    get isOpen() { return !node.hidden; },
    open() {
      node.hidden = false;
      focus(Math.max(0, buttons.findIndex(button => button.tabIndex === 0)));
    },
    close,
  };
}

/** @param {HTMLTextAreaElement} field @param {string} text */
export function insertAt(field, text) {
  field.setRangeText(text, field.selectionStart, field.selectionEnd, 'end');
  field.dispatchEvent(new Event('input', { bubbles: true }));
}
