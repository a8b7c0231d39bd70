/**
 * Says when the browser keeps the page from being heard, and asks politely for notifications. View.
 */
import { find, put } from './dom.js';
import { say } from './texts.js';
import { showIcon } from './words.js';

export class Notice {
  /** @param {HTMLElement} root @param {import('./alerts.js').Alerts} alerts @param {() => void} changed */
  constructor(root, alerts, changed) {
    this.place = find(root, '#notice');
    this.alerts = alerts;
    find(this.place, '.notice-yes').addEventListener('click', async () => {
      if (this.place.dataset.about === 'ask') await alerts.allow();
      changed();
    });
    find(this.place, '.notice-no').addEventListener('click', () => {
      alerts.decline();
      changed();
    });
    // The first touch anywhere wakes the sound; the notice goes as soon as it did.
    for (const event of ['pointerdown', 'keydown']) document.addEventListener(event, () => setTimeout(changed, 200), { once: true });
  }

  /** @param {boolean} ready whether there is something to be alerted about yet */
  render(ready) {
    const about = ready ? this.alerts.obstacle() : null;
    this.place.hidden = about === null;
    if (about === null) return;
    this.place.dataset.about = about;
    showIcon(find(this.place, '.line-icon'), about === 'sound' ? 'mute' : 'bell');
    put(find(this.place, '.notice-text'), say(`notice_${about}`));
    put(find(this.place, '.notice-yes'), say(about === 'sound' ? 'notice_sound_do' : 'notice_ask_yes'));
    find(this.place, '.notice-no').hidden = about === 'sound';
  }
}
