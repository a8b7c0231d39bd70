/**
 * Files to the server and from it. Who one is travels in headers or cookies, never in an address. Edge.
 *
 *   const carry = createCarry({address: path => url, headers: () => ({…})});
 *   carry.send(file, share => …)        as uploads.js wants it
 *   await carry.picture(id, 'thumbnail') → an address of this page's own that an <img> can show; kept
 *   await carry.save(file)              the browser keeps it among its downloads; nothing of it is opened in a page
 */

/**
 * @param {object} options
 * @param {(path: string) => string} options.address `path` is empty for what is brought, else begins with a slash
 * @param {() => Record<string, string>} options.headers
 */
export function createCarry({ address, headers }) {
  /** @type {Map<string, Promise<string>>} */
  const pictures = new Map();

  /** @param {string} path */
  async function fetched(path) {
    const answer = await fetch(address(path), { headers: headers(), credentials: 'same-origin', cache: 'no-store' });
    if (!answer.ok) throw new Error(`file: ${answer.status}`);
    return answer.blob();
  }

  return {
    /** @param {File} file @param {(share: number) => void} progress @returns {import('./uploads.js').Run} */
    send(file, progress) {
      const request = new XMLHttpRequest();
      request.open('POST', address(''));
      for (const [name, value] of Object.entries(headers())) request.setRequestHeader(name, value);
      request.setRequestHeader('Content-Type', 'application/octet-stream');
      request.setRequestHeader('Deskbell-Name', encodeURIComponent(whole(file.name)));
      request.upload.onprogress = event => event.lengthComputable && progress(event.loaded / event.total);
      /** @type {Promise<{status: number, told: any}>} */
      const done = new Promise(resolve => {
        request.onload = () => resolve({ status: request.status, told: read(request.responseText) });
        request.onerror = request.onabort = request.ontimeout = () => resolve({ status: 0, told: null });
      });
      request.send(file);
      return { done, stop: () => request.abort() };
    },
    /** @param {string} id @param {'thumbnail' | 'view'} part */
    picture(id, part) {
      const path = `/${id}/${part}`;
      const known = pictures.get(path);
      if (known) return known;
      // The server makes JPEG and PNG only; whatever else might come is not shown.
      const made = fetched(path).then(blob => URL.createObjectURL(new Blob([blob], { type: blob.type === 'image/png' ? 'image/png' : 'image/jpeg' })));
      pictures.set(path, made);
      made.catch(() => pictures.delete(path));
      return made;
    },
    /** @param {{id: string, name: string}} file */
    async save({ id, name }) {
      const blob = await fetched(`/${id}`);
      const url = URL.createObjectURL(new Blob([blob], { type: 'application/octet-stream' }));
      Object.assign(document.createElement('a'), { href: url, download: name }).click();
      setTimeout(() => URL.revokeObjectURL(url), 60_000);
    },
  };
}

/** Halves of characters cannot be encoded. @param {string} name */
function whole(name) {
  return name.replace(/[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g, '\ufffd').slice(-200).replace(/^[\udc00-\udfff]/, '');
}

/** @param {string} text */
function read(text) {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

/** @typedef {ReturnType<typeof createCarry>} Carry */
