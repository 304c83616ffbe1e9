/** A name as a terminal may show it: what steers the terminal, or turns the direction of its text, is replaced. */
export const plain = (label: string): string => label.replaceAll(/\p{C}/gu, '\u{fffd}')
