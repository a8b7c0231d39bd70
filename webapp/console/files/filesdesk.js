/**
 * Files on the agent's side: those that go with the next message, for each conversation its own, and those of messages. View.
 */
import { createCarry } from '../../shared/files/carry.js';
import '../../shared/files/drawings.js';
import { createLightbox } from '../../shared/files/lightbox.js';
import { fileTiles } from '../../shared/files/tiles.js';
import { createTrayView } from '../../shared/files/trayview.js';
import { createUploads } from '../../shared/files/uploads.js';
import { find } from '../dom.js';
import { say } from '../texts.js';

/** @typedef {import('../../shared/files/uploads.js').Told} Told */

export class FilesDesk {
  /** @type {Map<string, import('../../shared/files/uploads.js').Uploads>} */
  #trays = new Map();
  /** What Enter has asked for while files were still on their way. @type {Map<string, boolean>} */
  #wanted = new Map();
  #notice = '';
  #shown = '';

  /**
   * @param {HTMLElement} root
   * @param {{desk: import('../desk.js').Desk, base: string, composer: import('../composer.js').Composer, changed: () => void}} given
   */
  constructor(root, given) {
    this.given = given;
    this.button = /** @type {HTMLButtonElement} */ (find(root, '#attach'));
    this.pane = find(root, '#thread');
    const input = /** @type {HTMLInputElement} */ (find(root, '#attach-files'));
    this.carry = this.#carry('');
    this.view = createTrayView(find(root, '#tray'), {
      t: () => say, limit: () => this.limits?.size ?? 0,
      drop: key => this.#tray?.drop(key), retry: key => this.#tray?.retry(key),
    });
    this.lightbox = createLightbox({ t: () => say, carry: this.carry, all: () => this.#pictures() });
    this.button.addEventListener('click', () => input.click());
    input.addEventListener('change', () => {
      this.add([...input.files ?? []]);
      input.value = '';
    });
    this.#listen();
  }

  #listen() {
    this.pane.classList.add('files-target');
    this.pane.dataset.drop = say('file_drop');
    document.addEventListener('paste', event => this.#take(event, event.clipboardData));
    for (const how of /** @type {const} */ (['dragover', 'drop'])) {
      document.addEventListener(how, event => {
        const isHere = event.target instanceof Node && this.pane.contains(event.target);
        const isFile = event.dataTransfer?.types.includes('Files') === true;
        this.pane.classList.toggle('is-target', how === 'dragover' && isHere && isFile && this.canAdd);
        if (isFile && !isHere) event.preventDefault();
        if (isHere) this.#take(event, event.dataTransfer);
      });
    }
    document.addEventListener('dragleave', event => event.relatedTarget || this.pane.classList.remove('is-target'));
  }

  /** Some programs put a picture of a text beside the text. @param {Event} event @param {DataTransfer | null} data */
  #take(event, data) {
    if (!data?.types.includes('Files') || data.types.includes('text/plain') || document.querySelector('dialog[open]')) return;
    event.preventDefault();
    if (data.files.length) this.add([...data.files]);
  }

  /** @param {string} conversation */
  #carry(conversation) {
    return createCarry({ address: path => `${this.given.base}/files${path}${path ? '' : `?conversation=${encodeURIComponent(conversation)}`}`, headers: () => ({}) });
  }

  /** What the site of the conversation before the agent allows. @returns {{size: number, count: number} | undefined} */
  get limits() {
    return this.given.desk.follow?.files;
  }

  get canAdd() {
    return this.limits !== undefined && this.given.composer.takesFiles;
  }

  get #tray() {
    return this.#trays.get(this.given.desk.selected ?? '');
  }

  /** @param {File[]} files */
  add(files) {
    const { selected } = this.given.desk;
    if (!selected || !this.canAdd || !files.length) return;
    const tray = this.#trays.get(selected) ?? this.#made(selected);
    const tooMany = tray.add(files);
    this.#notice = tooMany ? say.count('file_too_many', this.limits?.count ?? 0) : '';
    this.given.composer.focus();
    this.given.changed();
  }

  /** What was to go with a message that is not said goes with the next. @param {string} conversation @param {Told[]} files */
  bring(conversation, files) {
    if (files.length) (this.#trays.get(conversation) ?? this.#made(conversation)).bring(files);
  }

  /** @param {string} conversation */
  #made(conversation) {
    const limits = () => this.given.desk.follows.get(conversation)?.files ?? { size: 0, count: 0 };
    const tray = createUploads({ send: this.#carry(conversation).send, limits, changed: () => this.#changed(conversation) });
    this.#trays.set(conversation, tray);
    return tray;
  }

  /** @param {string} conversation */
  #changed(conversation) {
    const tray = this.#trays.get(conversation);
    const close = this.#wanted.get(conversation);
    if (!tray?.items.length || tray.hasFailed || close === undefined) this.#wanted.delete(conversation);
    else if (tray.isReady && conversation === this.given.desk.selected && this.given.composer.takesFiles) this.given.composer.send(close);
    this.given.changed();
  }

  /** How many go with the next message. */
  get size() {
    return this.#tray?.items.length ?? 0;
  }

  /** Whether the message has to wait: it goes by itself as soon as all are there. @param {boolean} close */
  holds(close) {
    const { selected } = this.given.desk;
    const tray = this.#tray;
    if (!selected || !tray || tray.isReady) return false;
    if (tray.hasFailed) find(document, '#tray button:not([hidden])').focus();
    else this.#wanted.set(selected, close);
    return true;
  }

  take() {
    this.#wanted.delete(this.given.desk.selected ?? '');
    this.#notice = '';
    return this.#tray?.take() ?? [];
  }

  render() {
    const { selected } = this.given.desk;
    if (this.#shown !== (selected ?? '')) this.#notice = '';
    this.#shown = selected ?? '';
    this.button.hidden = !this.limits;
    this.view.show(this.#tray?.items ?? [], this.#notice);
  }

  /** @param {Told[]} files */
  tiles(files) {
    return fileTiles(files, { t: () => say, carry: this.carry, open: file => this.lightbox.open(file) });
  }

  /** @returns {Told[]} */
  #pictures() {
    const entries = this.given.desk.follow?.transcript.entries ?? [];
    return entries.flatMap(entry => entry.files ?? []).filter(file => file.width);
  }
}
