import { join } from 'node:path'

/** The folder of the pictures that people looked at and found right, by language. */
export const accepted = join(import.meta.dirname, 'accepted')
