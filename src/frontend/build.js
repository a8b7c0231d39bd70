/**
 * Bundles and minifies what browsers load, into target/frontend, from where the WAR takes it over the raw files of the
 * same name. Pages name the same addresses either way: in development (`mvn -Prun`) the raw modules are served.
 */

import { build } from 'esbuild';
import { existsSync, readdirSync, readFileSync, mkdirSync, writeFileSync, rmSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';

const here = dirname(fileURLToPath(import.meta.url));
const webapp = join(here, '../../webapp');
const out = join(here, '../../target/frontend');

/** @param {string[]} files */
const present = files => files.map(file => join(webapp, file)).filter(file => existsSync(file));
/** @param {string} folder @param {string} ending */
const inFolder = (folder, ending) => existsSync(join(webapp, folder))
  ? readdirSync(join(webapp, folder)).filter((/** @type {string} */ file) => file.endsWith(ending)).map((/** @type {string} */ file) => `${folder}/${file}`) : [];

const common = {
  bundle: true, minify: true, outdir: out, outbase: webapp, legalComments: /** @type {const} */ ('none'),
  charset: /** @type {const} */ ('utf8'), target: 'es2022', nodePaths: [join(here, 'node_modules')], logLevel: /** @type {const} */ ('warning'),
};

/** rrweb compares styles by an attribute, which a page's policy forbids and reports; the style object says the same and is free. */
const withoutInlineStyles = {
  name: 'without-inline-styles',
  /** @param {import('esbuild').PluginBuild} build */
  setup(build) {
    build.onLoad({ filter: /@rrweb.record.dist.record\.js$/ }, ({ path }) => {
      const text = readFileSync(path, 'utf8');
      const contents = text.replace('old.setAttribute("style", m.oldValue)', 'old.style.cssText = m.oldValue');
      if (contents === text) throw new Error('rrweb compares styles in another way now: please look at it and take this away');
      return { contents, loader: 'js' };
    });
  },
};

const only = process.argv[2];
const assistance = join(here, '../../target/assistance');
if (only === 'assistance') {
  // What stands on npm's libraries: always bundled, also where the raw modules are served.
  rmSync(assistance, { recursive: true, force: true });
  await build({ ...common, outdir: undefined, outbase: undefined, plugins: [withoutInlineStyles], format: 'esm', entryPoints: [join(webapp, 'widget/assist.js')], outfile: join(assistance, 'widget/assist.js') });
  await build({ ...common, outdir: undefined, outbase: undefined, format: 'esm', entryPoints: [join(webapp, 'console/viewer.js')], outfile: join(assistance, 'console/viewer.js') });
  process.exit();
}

/** What the chat's window fetches when it is wanted for the first time (widget/parts.js): each a folder with module, styles and words. */
const parts = ['menu', 'mail', 'emoji', 'files', 'form', 'rating', 'queue', 'unsent', 'quote', 'replies', 'past'];

rmSync(out, { recursive: true, force: true });
for (const entry of present(['widget/window.js', 'console/inbox.js', 'widget/assist/desk.js', ...parts.map(part => `widget/${part}/${part}.js`)])) {
  // One by one: together they would share chunks, and the widget would wait for two requests instead of one.
  const folder = relative(webapp, dirname(entry));
  await build({ ...common, format: 'esm', splitting: true, external: ['./assist/desk.js'], chunkNames: `${folder}/parts/[name]-[hash]`, entryPoints: [entry] });
}
// A classic script with its own scope and no imports: nothing to bundle.
await build({ ...common, bundle: false, entryPoints: present(['widget/deskbell.js']) });
await build({ ...common, target: 'esnext', external: ['*.woff2', '*.png', '*.svg'], entryPoints: present(['widget', 'widget/assist', 'console', ...parts.map(part => `widget/${part}`)].flatMap(folder => inFolder(folder, '.css'))) });

for (const file of ['widget/texts', 'widget/assist/texts', 'console/texts', ...parts.map(part => `widget/${part}/texts`)].flatMap(folder => inFolder(folder, '.json'))) {
  const target = join(out, file);
  mkdirSync(dirname(target), { recursive: true });
  writeFileSync(target, JSON.stringify(JSON.parse(readFileSync(join(webapp, file), 'utf8'))));
}
if (existsSync(join(webapp, 'widget/window.html'))) {
  writeFileSync(join(out, 'widget/window.html'), readFileSync(join(webapp, 'widget/window.html'), 'utf8').replace(/\n\s*/g, '\n'));
}
console.log(`built into ${relative(join(here, '../..'), out)}`);
