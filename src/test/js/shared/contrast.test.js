import test from 'node:test';
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { NEUTRALS, neutral, palette, themeVariables } from '../../../../webapp/shared/contrast.js';
import { fromOklch, parseHex, ratio, toHex, toOklch } from '../../../../webapp/shared/colour.js';

/** @typedef {import('../../../../webapp/shared/contrast.js').Scheme} Scheme */
const SCHEMES = /** @type {Scheme[]} */ (['light', 'dark']);
const accents = ['#000000', '#ffffff', '#ffff00', '#ffd400', '#00ff00', '#0000ff', '#ff0000', '#ff00ff', '#00ffff', '#808080', '#777777', '#2f6f5e', '#fff'];
let seed = 7;
for (let i = 0; i < 400; i++) {
  seed = (seed * 1103515245 + 12345) % 2147483648;
  accents.push('#' + (seed % 0xffffff).toString(16).padStart(6, '0'));
}
/** @param {string} hex */
const rgb = hex => /** @type {import('../../../../webapp/shared/colour.js').Triple} */ (parseHex(hex));

for (const scheme of SCHEMES) {
  test(`any accent can be read in ${scheme}`, () => {
    for (const accent of accents) {
      const colours = palette(accent, scheme);
      const said = `${accent} in ${scheme}: ${JSON.stringify(colours)}`;
      assert.ok(ratio(rgb(colours.onAccent), rgb(colours.accent)) >= 4.5, `text on the accent, ${said}`);
      assert.ok(ratio(rgb(colours.accentText), rgb(colours.accentSoft)) >= 4.5, `accent text on soft, ${said}`);
      assert.ok(ratio(neutral('text', scheme, colours.hue), rgb(colours.accentSoft)) >= 4.5, `text on soft, ${said}`);
      for (const ground of ['surface', 'raised', 'sunken']) {
        const behind = neutral(ground, scheme, colours.hue);
        assert.ok(ratio(rgb(colours.accent), behind) >= 3, `accent on ${ground}, ${said}`);
        assert.ok(ratio(rgb(colours.accentText), behind) >= 4.5, `accent text on ${ground}, ${said}`);
      }
    }
  });

  test(`neutral text can be read on every ground in ${scheme} whatever the hue`, () => {
    for (let hue = 0; hue < 360; hue += 5) {
      for (const ground of ['surface', 'raised', 'sunken']) {
        const behind = neutral(ground, scheme, hue);
        assert.ok(ratio(neutral('text', scheme, hue), behind) >= 7);
        assert.ok(ratio(neutral('text-quiet', scheme, hue), behind) >= 4.5, `quiet on ${ground} at ${hue}`);
        assert.ok(ratio(neutral('line-strong', scheme, hue), behind) >= 3, `line-strong on ${ground} at ${hue}: ${ratio(neutral('line-strong', scheme, hue), behind)}`);
      }
    }
  });
}

const css = readFileSync(new URL('../../../../webapp/shared/tokens.css', import.meta.url), 'utf8');

test('tokens.css has the neutrals that the contrast was computed with', () => {
  for (const [name, [lightness, chroma]] of Object.entries(NEUTRALS.light)) {
    const [darkLightness, darkChroma] = NEUTRALS.dark[name];
    const line = `--${name}: light-dark(oklch(${lightness} ${chroma} var(--hue)), oklch(${darkLightness} ${darkChroma} var(--hue)));`;
    assert.ok(css.includes(line), line);
  }
});

test('tokens.css begins with the palette of the usual accent', () => {
  for (const [name, value] of Object.entries(themeVariables('#2f6f5e'))) assert.ok(css.includes(`${name}: ${value};`), `${name}: ${value};`);
});

test('danger, success and warning can be read', () => {
  for (const name of ['danger', 'success', 'warning']) {
    const found = [...new RegExp(`--${name}: light-dark\\(oklch\\((.*?)\\), oklch\\((.*?)\\)\\)`).exec(css) ?? []].slice(1);
    SCHEMES.forEach((scheme, index) => {
      const colour = fromOklch(/** @type {any} */ (found[index].split(' ').map(Number)));
      for (const ground of ['surface', 'raised', 'sunken']) assert.ok(ratio(colour, neutral(ground, scheme, 173)) >= 4.5, `${name} on ${ground} in ${scheme}`);
      const soft = new RegExp(`--${name}-soft: light-dark\\(oklch\\((.*?)\\), oklch\\((.*?)\\)\\)`).exec(css);
      if (soft) assert.ok(ratio(colour, fromOklch(/** @type {any} */ (soft[index + 1].split(' ').map(Number)))) >= 4.5, `${name} on its soft ground in ${scheme}`);
    });
  }
});

test('colours survive the way to oklch and back', () => {
  for (const accent of accents.slice(0, 100)) assert.equal(toHex(fromOklch(toOklch(rgb(accent)))), toHex(rgb(accent)));
});

test('an accent that is none gets the usual one', () => {
  assert.equal(palette('nonsense', 'light').accent, palette('#2f6f5e', 'light').accent);
  assert.equal(parseHex('#12345'), null);
});
