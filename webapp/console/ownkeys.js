/**
 * The keys an agent has chosen: which command has which, and what may be a key. Pure.
 *
 *   lettersOf('claim=q close=') → the usual letters, with Q for claim and none for close
 */
import { USUAL_LETTERS } from './keys.js';

/** @param {string} chosen the preference @returns {Map<string, string>} command to key, an empty one: switched off */
export function ownKeys(chosen) {
  return new Map(chosen.split(' ').filter(pair => pair.includes('=')).map(pair => {
    const at = pair.indexOf('=');
    return [pair.slice(0, at), pair.slice(at + 1)];
  }));
}

/** @param {Map<string, string>} own @returns {string} the preference: only what differs from the usual */
export function writtenKeys(own) {
  return [...own].filter(([name, key]) => key !== usualKey(name)).map(([name, key]) => `${name}=${key}`).join(' ');
}

/** @param {string} name */
export function usualKey(name) {
  return Object.keys(USUAL_LETTERS).find(key => USUAL_LETTERS[key] === name) ?? '';
}

/** @param {string} chosen @returns {Record<string, string>} key to command */
export function lettersOf(chosen) {
  const own = ownKeys(chosen);
  const letters = Object.fromEntries(Object.entries(USUAL_LETTERS).filter(([, name]) => !own.has(name)));
  for (const [name, key] of own) if (key !== '') letters[key] = name;
  return letters;
}

/**
 * What a stroke would be as somebody's key.
 *
 * @param {import('./keys.js').Stroke} stroke
 * @returns {{key: string} | {problem: 'alt' | 'control' | 'other'} | null} null: only a modifier, wait for the rest
 */
export function keyFrom(stroke) {
  if (['Shift', 'Control', 'Alt', 'AltGraph', 'Meta', 'CapsLock', 'Dead', 'Process'].includes(stroke.key) || stroke.isComposing) return null;
  if (stroke.altKey) return { problem: 'alt' };
  if (stroke.ctrlKey || stroke.metaKey) return { problem: 'control' };
  const key = stroke.key.toLowerCase();
  const fits = [...key].length === 1 && !/\s/.test(key) && !(stroke.shiftKey && key !== key.toUpperCase());
  return fits ? { key } : { problem: 'other' };
}
