/** How many digits a fingerprint has as posters print it (PROTOCOL 2.4). */
export const POSTER_DIGITS = 40

/** The digits in what somebody typed, whichever of the scripts of our languages they are from. */
export const digitsIn = (text: string): string =>
  text
    .replaceAll(/[\u0660-\u0669]/g, (digit) => String(digit.charCodeAt(0) - 0x660))
    .replaceAll(/[\u06f0-\u06f9]/g, (digit) => String(digit.charCodeAt(0) - 0x6f0))
    .replaceAll(/[^0-9]/g, '')
