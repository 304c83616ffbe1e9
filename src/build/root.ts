import { fileURLToPath } from 'node:url'

/** The folder of the project, with a slash at its end removed. */
export const projectRoot: string = fileURLToPath(new URL('../..', import.meta.url)).replace(/\/$/, '')
