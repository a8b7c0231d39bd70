/** The emoji picker of the chat's window, with its styles. Entry. */

export { emojiPicker, insertAt } from '../../shared/emoji.js';
