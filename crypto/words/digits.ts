import { damm } from './damm.ts'

const indexDigits = 4
const places = 2048

const padded = (number: number, length: number): string => String(number).padStart(length, '0')

/** The group of five digits for a place (0 to 2047) at a position (1 to 12); the last digit checks both (PROTOCOL 2.2). */
export function digitGroup(index: number, position: number): string {
  const digits = padded(index, indexDigits)
  return digits + damm(padded(position, 2) + digits)
}

/** The place that a group of five digits stands for at a position, or `null` if a digit is wrong. */
export function indexOfGroup(group: string, position: number): number | null {
  const index = Number(group.slice(0, indexDigits))
  return index < places && group === digitGroup(index, position) ? index : null
}
