import { type Trace, trace } from './trace.ts'

/** Folders of a person: their name stands in the path. In strings of programs each stroke may be written twice. */
const OWN_FOLDER = /(?:file:\/\/|[a-z]:[\\/]{1,2}users[\\/]|(?<![\w.])\/(?:users|home)\/)[^"'<>()|\r\n]{1,150}/gi

/** The folders of somebody's device that a text names, wherever in it. */
export const localPaths = (text: string): Trace[] => [...text.matchAll(OWN_FOLDER)].map(([path]) => trace('path', path))
