/**
 * The drawings of the chat's menu, in the manner of icons.js. Importing this module adds them. View.
 */

import { addIcons } from './icons.js';

addIcons({
  popout: 'M13.5 4.5h6v6M19.5 4.5 11 13M9.5 6H6a1.5 1.5 0 0 0-1.5 1.5V18A1.5 1.5 0 0 0 6 19.5h10.5A1.5 1.5 0 0 0 18 18v-3.5',
  sound: 'M4.5 9.5v5h3l4.5 4v-13l-4.5 4h-3ZM15.5 9a4.2 4.2 0 0 1 0 6M18 6.5a7.8 7.8 0 0 1 0 11',
  mute: 'M4.5 9.5v5h3l4.5 4v-13l-4.5 4h-3ZM15.5 9.5l5 5M20.5 9.5l-5 5',
  globe: 'M12 20.5a8.5 8.5 0 1 0 0-17 8.5 8.5 0 0 0 0 17ZM3.5 12h17M12 3.5c2.3 2.3 3.5 5.2 3.5 8.5s-1.2 6.2-3.5 8.5c-2.3-2.3-3.5-5.2-3.5-8.5s1.2-6.2 3.5-8.5Z',
  save: 'M12 4.5v10M7.5 10.5l4.5 4.5 4.5-4.5M5 19.5h14',
  end: 'M14 4.5H6.5A1.5 1.5 0 0 0 5 6v12a1.5 1.5 0 0 0 1.5 1.5H14M10 12h10.5M17 8.5l3.5 3.5-3.5 3.5',
  trash: 'M4.5 7h15M9.5 7V4.5h5V7M6.5 7l.8 12.5h9.4L17.5 7M10.2 10.5l.3 5.5M13.8 10.5l-.3 5.5',
});
