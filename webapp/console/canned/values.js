/**
 * What the variables of an answer stand for in a conversation. Pure.
 */

/**
 * In the conversation that is open; undefined where it is not known.
 *
 * @param {Pick<import('../desk.js').Desk, 'summary' | 'follow' | 'boxes'>} desk
 * @param {string} name
 */
export function valueOf(desk, name) {
  const visitor = { ...desk.summary?.visitor, ...desk.follow?.visitor };
  switch (name) {
    case 'visitor.name': return visitor.name;
    case 'agent.name': return desk.boxes.me?.name;
    case 'site.name': return desk.summary?.site.name;
    default: {
      const attribute = name.slice('attribute.'.length);
      // What is said of this conversation goes before what is said of him.
      const said = [visitor.about, visitor.attributes].find(all => Object.hasOwn(all ?? {}, attribute));
      return said && String(said[attribute]);
    }
  }
}
