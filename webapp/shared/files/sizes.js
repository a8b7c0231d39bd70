/** How large a file is, in words of a language. Pure. */

/** @param {number} bytes @param {string} language */
export function sizeText(bytes, language) {
  const step = bytes < 1_024 ? 0 : bytes < 1_048_576 ? 1 : 2;
  const value = bytes / 1_024 ** step;
  const digits = step === 2 && value < 10 ? 1 : 0;
  return new Intl.NumberFormat(language, { style: 'unit', unit: ['byte', 'kilobyte', 'megabyte'][step], unitDisplay: 'short', maximumFractionDigits: digits }).format(value);
}

/** @param {number} share 0 to 1 @param {string} language */
export function shareText(share, language) {
  return new Intl.NumberFormat(language, { style: 'percent' }).format(share);
}

/** How large a picture of this size is shown, in CSS pixels. @param {number} width @param {number} height @param {number} [most] */
export function fitted(width, height, most = 240) {
  const scale = Math.min(1, most / width, most * 0.75 / height);
  return { width: Math.max(44, Math.round(width * scale)), height: Math.max(44, Math.round(height * scale)) };
}
