/** The moments of this screen, in the language of its words. */
import { createMoments } from '../shared/moments.js';
import { say } from './texts.js';

export const moments = createMoments(say.language);
