/** The drawings of files, where the page has them not already. View. */

import { addIcons } from '../icons.js';

addIcons({
  page: 'M6.5 3.5h7.5l4 4v13h-11.5v-17ZM13.5 3.5V8H18M9.5 12.5h5M9.5 16h5',
  back: 'M14.5 5.5 8 12l6.5 6.5',
  next: 'M9.5 5.5 16 12l-6.5 6.5',
  retry: 'M19.5 12a7.5 7.5 0 1 1-2.3-5.4M19.5 4v4h-4',
  save: 'M12 4v11M7.5 10.5 12 15l4.5-4.5M5 19.5h14',
  camera: 'M4 8h3.5L9 5.5h6L16.5 8H20v11H4V8ZM12 16.5a3.3 3.3 0 1 0 0-6.6 3.3 3.3 0 0 0 0 6.6Z',
});
