/**
 * What is seldom done with a conversation: taking it along as a file. View.
 */
import { find } from './dom.js';
import { Menu } from './menu.js';
import { say } from './texts.js';

/** @param {HTMLElement} root @param {{base: string, selected: () => string | null}} given */
export function threadMenu(root, { base, selected }) {
  const menu = new Menu(find(root, '#do-more'), find(root, '#more-menu'));
  for (const format of ['html', 'text']) {
    find(root, `#save-${format}`).addEventListener('click', () => {
      const conversation = selected();
      menu.close(true);
      if (!conversation) return;
      const { timeZone } = Intl.DateTimeFormat().resolvedOptions();
      const link = document.createElement('a');
      // It comes as an attachment, so this page stays; who is logged out meanwhile gets to the log-in.
      link.href = `${base}/console/transcript?${new URLSearchParams({ conversation, format, language: say.language, zone: timeZone ?? 'UTC' })}`;
      link.click();
    });
  }
}
