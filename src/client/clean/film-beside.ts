import type { Bytes } from '../../../crypto/wire/index.ts'
import { type Box, firstBoxes, holdsItems, purposeOf } from './boxes.ts'
import { chunksIn } from './film-chunks.ts'
import { tracesOfPlaces } from './film-tables.ts'
import { fromLatin, latin } from './texts.ts'
import { type Stretch, type Trace, trace } from './trace.ts'

/** Tracks that cameras write beside pictures and sound: places, motion and faces many times a second, the time of day. */
const BESIDE = ['meta', 'camm', 'fdsc', 'tmcd']

/** More boxes, and pieces of tracks, than any film has that is not made of parts; what is malformed may have millions. */
const [MOST_BOXES, MOST_CHUNKS] = [10_000, 400_000]

/** Lists where such bytes lie that no track names. */
const TABLE = 'gps '

interface Track {
  readonly box: Box
  /** Its number, by which others name it. */
  readonly number: number
  readonly isBeside: boolean
  /** What its samples are called. */
  readonly kind: string
  /** Where its samples lie; null where that is not said. */
  readonly chunks: readonly Stretch[] | null
  /** Where it names the tracks that it belongs to. */
  readonly references: readonly Box[]
}

/**
 * Takes out of a film the tracks in which cameras write where, when and how it was made, and overwrites whatever lies
 * between its pictures and its sound: dashboard cameras write there where they were. All stays, and is told of as a track
 * that stays, where the tables do not say where everything else lies.
 * @param isKnown whether a type is of a box that names no places
 * @throws Malformed, RangeError
 */
export const eraseBeside = (bytes: Bytes, isKnown: (type: string) => boolean): Trace[] => {
  const boxes = firstBoxes(bytes, 0, bytes.length)
  const parts = inside(bytes, boxes.find(isHead))
  const all = [...boxes, ...parts]
  const isUnderstood = all.length <= MOST_BOXES && all.every(({ type }) => isKnown(type) || type === TABLE)
  const tracks = isUnderstood ? tracksIn(bytes, boxes, parts) : []
  const [gone, kept] = [tracks.filter(({ isBeside }) => isBeside), tracks.filter(({ isBeside }) => !isBeside)]
  if (!kept.some(({ chunks }) => chunks !== null && chunks.length > 0)) return []
  const numbers = new Set(gone.map(({ number }) => number))
  const holders = boxes.filter(({ type }) => type === 'mdat')
  const left = gapsIn(holders, tracks).map((gap) => erase(bytes, gap))
  for (const gap of gapsIn(holders, kept)) erase(bytes, gap)
  for (const box of [...gone.map((track) => track.box), ...parts.filter(({ type }) => type === TABLE)])
    empty(bytes, box)
  for (const { references } of tracks) for (const one of references) unrefer(bytes, one, numbers)
  return [...gone.map(({ kind }) => trace('hidden', kind)), ...(left.includes(true) ? [trace('hidden', 'mdat')] : [])]
}

/** All tracks, if it is said where the samples of each lie, and nothing else says that too; otherwise none. */
const tracksIn = (bytes: Bytes, boxes: readonly Box[], parts: readonly Box[]): readonly Track[] => {
  if (boxes.filter(isHead).length > 1 || [...boxes, ...parts].some((box) => holdsItems(bytes, box))) return []
  const tracks = parts.filter(({ type }) => type === 'trak').map((box) => trackIn(bytes, box))
  const count = tracks.reduce((sum, { chunks }) => sum + (chunks?.length ?? Number.NaN), 0)
  return count <= MOST_CHUNKS ? tracks : []
}

const isHead = ({ type }: Box): boolean => type === 'moov' || type === 'moof'

const inside = (bytes: Bytes, box: Box | undefined): Box[] =>
  box === undefined ? [] : firstBoxes(bytes, box.start, box.end)

const trackIn = (bytes: Bytes, box: Box): Track => {
  const one = (parent: Box | undefined, type: string): Box | undefined =>
    inside(bytes, parent).find((part) => part.type === type)
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const [head, media, items] = [one(box, 'tkhd'), one(box, 'mdia'), one(box, 'meta')]
  const [handler, minf] = [one(media, 'hdlr'), one(media, 'minf')]
  const [places, table] = [one(minf, 'dinf'), one(minf, 'stbl')]
  const [samples, keys] = [one(table, 'stsd'), one(table, 'saio')]
  const isElsewhere = places !== undefined && tracesOfPlaces(bytes, places).length > 0
  const isOpen = table !== undefined && keys === undefined && (items === undefined || !holdsItems(bytes, items))
  return {
    box,
    number: head === undefined ? 0 : view.getUint32(head.start + (bytes[head.start] === 1 ? 20 : 12)),
    isBeside: handler !== undefined && BESIDE.includes(purposeOf(bytes, handler)),
    kind: samples === undefined ? '' : latin(bytes.subarray(samples.start + 12, samples.start + 16)),
    chunks: isOpen && !isElsewhere ? chunksIn(bytes, table) : null,
    references: inside(bytes, one(box, 'tref')),
  }
}

/** What of the boxes that hold samples no track says to be its own. */
const gapsIn = (holders: readonly Box[], tracks: readonly Track[]): Stretch[] => {
  const taken = tracks.flatMap(({ chunks }) => chunks ?? []).toSorted((a, b) => a[0] - b[0])
  let [next, reach] = [0, 0]
  return holders.flatMap(({ start, end }) => {
    const gaps: Stretch[] = []
    reach = Math.max(reach, start)
    for (let chunk = taken[next]; chunk !== undefined && chunk[0] < end; next += 1, chunk = taken[next]) {
      if (chunk[0] > reach) gaps.push([reach, chunk[0]])
      reach = Math.max(reach, chunk[1])
    }
    return reach < end ? [...gaps, [reach, end]] : gaps
  })
}

/** Overwrites a stretch, and says whether anything was there. */
const erase = (bytes: Bytes, [from, to]: Stretch): boolean => {
  const part = bytes.subarray(from, to)
  const isTold = part.some((byte) => byte !== 0)
  part.fill(0)
  return isTold
}

/** What a track says of those that are gone. */
const unrefer = (bytes: Bytes, box: Box, gone: ReadonlySet<number>): void => {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const count = Math.floor((box.end - box.start) / 4)
  const numbers = Array.from({ length: count }, (_, place) => view.getUint32(box.start + place * 4))
  if (count > 0 && numbers.every((number) => gone.has(number))) empty(bytes, box)
}

const empty = (bytes: Bytes, box: Box): void => {
  bytes.set(fromLatin('free'), box.at + 4)
  bytes.fill(0, box.start, box.end)
}
