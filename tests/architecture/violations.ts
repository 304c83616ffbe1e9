import { isBuiltin } from 'node:module'
import { posix } from 'node:path'
import { ROOMS, type Room } from './rooms.ts'
import { readSyntax } from './syntax.ts'

/** Everything in one source that its room forbids, a sentence each. The path is relative to the project. */
export const violationsIn = (path: string, source: string): string[] => {
  const room = roomOf(path)
  if (room === undefined) return [`${path} is in no room`]
  const { imports, says } = readSyntax(path, source)
  return [
    ...imports
      .map((name) => name ?? 'what it computes')
      .filter((name) => !mayImport(room, path, name))
      .map((name) => `${path} imports ${name}`),
    ...room.never.filter((word) => says.has(word)).map((word) => `${path} says ${word}`),
  ]
}

/** The room of a file: the longest path that fits. */
const roomOf = (path: string): Room | undefined =>
  ROOMS.filter((room) => isBelow(path, room.path)).toSorted((a, b) => b.path.length - a.path.length)[0]

const isBelow = (path: string, place: string): boolean => path === place || path.startsWith(`${place}/`)

const mayImport = (room: Room, path: string, name: string): boolean =>
  name.startsWith('.')
    ? [room.path, ...room.from].some((place) => isBelow(posix.join(posix.dirname(path), name), place))
    : room.packages.some((allowed) => (allowed === 'node:' ? isBuiltin(name) : isBelow(name, allowed)))
