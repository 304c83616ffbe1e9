// Damm's quasigroup of order 10. It notices every single wrong digit and every swap of neighbours.
const table = [
  '0317598642',
  '7092154863',
  '4206871359',
  '1750983426',
  '6123045978',
  '3674209581',
  '5869720134',
  '8945362017',
  '9438617205',
  '2581436790',
]

/** The check digit of a string of digits. */
export const damm = (digits: string): string =>
  [...digits].reduce((interim, digit) => table[Number(interim)]?.[Number(digit)] as string, '0')
