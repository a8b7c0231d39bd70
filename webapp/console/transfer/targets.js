/**
 * To whom a conversation can be handed on: departments of its site and colleagues, with what one needs to choose. Pure.
 *
 * @typedef {import('../boxes.js').Agent} Agent
 * @typedef {import('../boxes.js').Department} Department
 * @typedef {{kind: 'agent' | 'department', id: string, name: string}} Target
 * @typedef {Target & {able: boolean, status: string, load: number, online: number}} Choice `status` and `load` of an agent;
 *   `online`: how many of a department are
 */

/** Whether an agent may act on what is in this department (Remit.java). @param {Agent} agent @param {string | undefined} department @param {Department[]} departments those of its site */
export function covers(agent, department, departments) {
  const his = agent.departments ?? [];
  if (department === undefined || agent.administrator || his.includes(department)) return true;
  return !departments.some(each => his.includes(each.id));
}

/**
 * @param {import('../boxes.js').Boxes} boxes
 * @param {import('../boxes.js').Summary} item
 * @returns {Choice[]} departments first, then colleagues: those who can take it, the least busy on top
 */
export function choices(boxes, item) {
  const ours = boxes.departments.filter(each => each.site === item.site.key);
  const online = boxes.agents.filter(agent => agent.status === 'online');
  const departments = ours.filter(each => each.id !== item.department?.id).map(({ id, name }) => ({
    kind: /** @type {const} */ ('department'), id, name, able: true, status: '', load: 0,
    online: online.filter(agent => agent.departments?.includes(id)).length,
  }));
  const colleagues = boxes.agents
    .filter(agent => agent.id !== boxes.me?.id && agent.id !== item.owner?.id && covers(agent, item.department?.id, ours))
    .map(({ id, name, status = 'offline' }) => ({
      kind: /** @type {const} */ ('agent'), id, name, able: status === 'online', status, load: boxes.load(id), online: 0,
    }));
  return [...departments, ...colleagues.sort(quicker)];
}

const RANKS = ['online', 'away', 'offline'];

/** @param {Choice} one @param {Choice} other */
function quicker(one, other) {
  return RANKS.indexOf(one.status) - RANKS.indexOf(other.status) || one.load - other.load || one.name.localeCompare(other.name);
}

/** Each word of the text begins a word of the name. @param {Choice[]} all @param {string} text */
export function matching(all, text) {
  const wanted = words(text);
  return all.filter(({ name }) => wanted.every(word => words(name).some(part => part.startsWith(word))));
}

/** @param {string} text */
const words = text => text.toLocaleLowerCase().normalize('NFD').replace(/\p{M}/gu, '').split(/[^\p{L}\p{N}]+/u).filter(Boolean);

/** The one that can be chosen so many steps from this one, round the ends. @param {Choice[]} shown @param {Choice | undefined} from @param {number} step */
export function step(shown, from, step) {
  const able = shown.filter(choice => choice.able);
  if (able.length === 0) return undefined;
  const at = able.findIndex(choice => choice === from);
  return able[at < 0 ? (step > 0 ? 0 : able.length - 1) : (at + step + able.length) % able.length];
}
