import type { Bytes } from './bytes.ts'
import { type Codec, decode, encode, fixed, struct, text, u8, v32 } from './codec.ts'
import { type Join, joinCodec } from './join.ts'
import { limits, sizes } from './limits.ts'
import type { StatementKind } from './statement.ts'
import { type Role, roleCodec } from './types.ts'

/** What each kind of statement says (PROTOCOL 4.2). */
export interface Payloads {
  found: { join: Join; proof: Bytes; serviceKey: Bytes; nonce: Bytes }
  /** The description is the UTF-8 of a JSON object. */
  describe: { description: Bytes }
  admit: { join: Join; proof: Bytes }
  change: { memberId: Bytes; role: Role; clearance: number; label: string }
  retire: { memberId: Bytes }
  rekey: { join: Join; proof: Bytes }
  'service-key': { serviceKey: Bytes }
  /** Hash of the texts that reporters are shown. */
  open: { texts: Bytes }
}

const proof = fixed(sizes.signature)
const memberId = fixed(sizes.memberId)
const key = fixed(sizes.key)

const codecs: { [Kind in StatementKind]: Codec<Payloads[Kind]> } = {
  found: struct({ join: joinCodec, proof, serviceKey: key, nonce: fixed(16) }),
  describe: struct({ description: v32(limits.statementPayload - 4) }),
  admit: struct({ join: joinCodec, proof }),
  change: struct({ memberId, role: roleCodec, clearance: u8, label: text(limits.label) }),
  retire: struct({ memberId }),
  rekey: struct({ join: joinCodec, proof }),
  'service-key': struct({ serviceKey: key }),
  open: struct({ texts: fixed(sizes.hash) }),
}

export const encodePayload = <Kind extends StatementKind>(kind: Kind, payload: Payloads[Kind]): Bytes =>
  encode(codecs[kind], payload)

/** Throws `directory.malformed`. */
export const decodePayload = <Kind extends StatementKind>(kind: Kind, bytes: Uint8Array): Payloads[Kind] =>
  decode(codecs[kind], bytes, 'directory.malformed')
