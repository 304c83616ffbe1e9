import { readable, startsAt } from './texts.ts'
import { type Trace, type TraceKind, trace } from './trace.ts'

/** Records of IPTC-IIM, number 2, by their data set. */
const RECORDS: Readonly<Record<number, TraceKind>> = {
  5: 'words',
  25: 'words',
  55: 'time',
  60: 'time',
  65: 'software',
  80: 'person',
  85: 'person',
  90: 'place',
  92: 'place',
  95: 'place',
  101: 'place',
  105: 'words',
  110: 'person',
  115: 'person',
  116: 'person',
  118: 'person',
  120: 'words',
  122: 'person',
}

/** What the IPTC records in a block of Photoshop's tell. */
export const readIptc = (bytes: Uint8Array): Trace[] => {
  const found: Trace[] = []
  for (let at = 0; at + 5 <= bytes.length; at += 1) {
    if (bytes[at] !== 0x1c || bytes[at + 1] !== 2) continue
    const kind = RECORDS[bytes[at + 2] ?? 0]
    const length = ((bytes[at + 3] ?? 0) << 8) | (bytes[at + 4] ?? 0)
    if (kind === undefined || at + 5 + length > bytes.length) continue
    found.push(trace(kind, readable(bytes.subarray(at + 5, at + 5 + length))))
  }
  return found
}

/** Whether a segment is one of Photoshop's, in which IPTC lies. */
export const isPhotoshop = (bytes: Uint8Array): boolean => startsAt(bytes, 0, 'Photoshop 3.0\0')
