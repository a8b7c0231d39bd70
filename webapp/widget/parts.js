/**
 * Parts of the window that come when they are wanted for the first time: a module of its own with its styles. Edge.
 *
 *   const parts = createParts(again => …);    one did not come; again() tries it once more
 *   parts.use('menu', made => made.createMenu(…), menu => menu.toggle());   makes it at the first time
 *   parts.behind(button, 'menu', …)           the same at each click, and fetched as soon as somebody is about to click
 */

/** @param {(again: (() => void) | null) => void} missing null: what was missing is here now */
export function createParts(missing) {
  /** @type {Map<string, Promise<any>>} */
  const held = new Map();
  let tries = '';
  let lost = '';

  /** @param {string} name @param {(module: any) => any} make @returns {Promise<any>} */
  function made(name, make) {
    const part = held.get(name) ?? Promise.all([import(address(name, 'js')), styles(name)]).then(([module]) => make(module));
    held.set(name, part);
    // Browsers remember what an address did not give: the next try has another.
    return part.catch(failure => {
      held.delete(name);
      tries += '?';
      throw failure;
    });
  }

  /** @param {string} name @param {string} kind */
  function address(name, kind) {
    return String(new URL(`${name}/${name}.${kind}${tries}`, document.baseURI));
  }

  /** @param {string} name */
  function styles(name) {
    const sheet = Object.assign(document.createElement('link'), { rel: 'stylesheet', href: address(name, 'css') });
    document.head.append(sheet);
    return new Promise((come, gone) => {
      sheet.onload = come;
      sheet.onerror = () => gone(sheet.remove());
    });
  }

  /** @param {string} name @param {(module: any) => any} make @param {(part: any) => void} [then] */
  async function use(name, make, then) {
    const part = await made(name, make).catch(() => { lost = name; missing(() => use(name, make, then)); });
    if (!part) return;
    if (lost === name) missing(null);
    then?.(part);
  }

  return {
    use,
    /** @param {HTMLElement} button @param {string} name @param {(module: any) => any} make @param {(part: any) => void} then */
    behind(button, name, make, then) {
      for (const near of ['pointerenter', 'focus']) button.addEventListener(near, () => made(name, make).catch(() => {}));
      button.addEventListener('click', () => use(name, make, then));
    },
  };
}

/** @typedef {ReturnType<typeof createParts>} Parts */
