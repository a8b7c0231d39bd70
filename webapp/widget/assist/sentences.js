/** What the log says about help on the page, in the visitor's words. Pure. */

/** @param {import('../../shared/i18n.js').Texts} t @param {Entry} entry `assisted` @returns {string} */
export function sentence(t, entry) {
  const name = entry.agent?.name ?? '';
  const kinds = (/** @type {string[]} */ list) => new Intl.ListFormat(t.language, { type: 'conjunction' }).format((list ?? []).map(kind => t(`kind_${kind}`)));
  const values = { name, kinds: kinds(entry.kinds), label: entry.label ?? '', value: entry.value ?? '' };
  switch (entry.event) {
    case 'asked': return t('said_asked', values);
    case 'allowed': return t('said_allowed', values);
    case 'declined': return t('said_declined', values);
    case 'stopped': return t(`said_stopped_${WHY.has(entry.why) ? entry.why : 'visitor'}`, values);
    case 'proposed': return t(`said_${ACTIONS.has(entry.action) ? entry.action : 'click'}`, values);
    case 'settled': return t(`said_${entry.answer === 'form' ? 'done' : entry.answer === 'never' ? 'no' : entry.answer}`, values);
    case 'called': return t(`said_call_${entry.state}`, values);
    default: return '';
  }
}

const WHY = new Set(['visitor', 'agent', 'expired', 'owner', 'closed', 'unanswered']);
const ACTIONS = new Set(['click', 'fill', 'choose', 'go']);
