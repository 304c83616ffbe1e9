// Letters of other alphabets that look like Latin ones, as a keyboard or a text recogniser produces them.
const lookAlikes: Readonly<Record<string, string>> = {
  ...{
    а: 'a',
    е: 'e',
    і: 'i',
    о: 'o',
    р: 'p',
    с: 'c',
    у: 'y',
    х: 'x',
    ѕ: 's',
    ј: 'j',
    к: 'k',
    м: 'm',
    т: 't',
    в: 'b',
    н: 'h',
  },
  ...{ α: 'a', ε: 'e', ι: 'i', ο: 'o', ρ: 'p', τ: 't', υ: 'u', ν: 'v', κ: 'k', χ: 'x', η: 'n', μ: 'm' },
  ...{ ı: 'i', œ: 'oe', æ: 'ae', ß: 'ss', ø: 'o' },
}

const zeros = [0x0660, 0x06f0]

/** Arabic-Indic and Persian digits as 0 to 9. */
const plainDigit = (digit: string): string => {
  const code = digit.codePointAt(0) as number
  return String(code - (zeros.find((zero) => code >= zero && code <= zero + 9) as number))
}

/**
 * Text as it is compared: lower case, without accents, invisible and direction marks, look-alikes and foreign digits made
 * plain. Whoever types a key from paper in whatever keyboard layout shall not fail by it.
 */
export const fold = (text: string): string =>
  text
    .normalize('NFKD')
    .toLowerCase()
    .replaceAll(/[\p{Mn}\p{Cf}]/gu, '')
    .replaceAll(/[\u0660-\u0669\u06f0-\u06f9]/gu, plainDigit)
    .replaceAll(/\p{L}/gu, (letter) => lookAlikes[letter] ?? letter)
