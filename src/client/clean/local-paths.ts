import { type Trace, trace } from './trace.ts'

/** Folders of a person: their name stands in the path. In strings of programs each stroke may be written twice. */
const OWN_FOLDER = /(?:file:\/\/|[a-z]:[\\/]{1,2}users[\\/]|(?<![\w.])\/(?:users|home)\/)[^"'<>()|\r\n]{1,150}/gi

/** The folders of somebody's device that a text names, wherever in it. */
export const localPaths = (text: string): Trace[] => [...text.matchAll(OWN_FOLDER)].map(([path]) => trace('path', path))

/** Where a folder of a device or of a network begins, in values and words that are nothing but text. */
const LOCAL = /(?<![\w:/.\\-])(?:file:|\\\\+[\w.$-]{1,64}\\|[a-z]:[\\/]|\/(?:Users|home)\/)/i

/** The most that is told of one path, in characters. */
const LENGTH = 200

/** Whether something is nothing but a path of a device. */
export const isLocalPath = (text: string): boolean => text.trimStart().search(LOCAL) === 0

/** The first path of a device in a text, up to the next sign that no path has; null where there is none. */
export const localPathIn = (text: string): string | null => {
  const at = text.search(LOCAL)
  return at < 0 ? null : (text.slice(at, at + LENGTH).split(/["'<>\r\n]/, 1)[0] ?? null)
}
