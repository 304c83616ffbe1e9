/** The columns as they come out of the tables; `tests/db` compares this with the real ones. Meanings: README.md. */
type Bytes = Uint8Array<ArrayBuffer>

export interface Schema {
  readonly statements: { sequence: number; hash: Bytes; statement: Bytes; signatures: Bytes }
  readonly proposals: { hash: Bytes; statement: Bytes; signatures: Bytes; day: number }
  readonly marks: { signer: Bytes; head: Bytes; day: number; signature: Bytes }
  readonly invitations: { id: Bytes; token_hash: Bytes; role: string; expires: number; member_id: Bytes | null }
  readonly joining: { member_id: Bytes; role: string; join_bytes: Bytes; proof: Bytes; day: number }
  readonly credentials: {
    id: Bytes
    member_id: Bytes
    label: string
    public_key: Bytes
    sign_count: number
    wrapped_secret: Bytes
    created: number
    state: 'ready' | 'waiting' | 'suspect'
  }
  readonly kits: { public_key: Bytes; member_id: Bytes; wrapped_secret: Bytes; created: number }
  readonly sessions: { hash: Bytes; member_id: Bytes; idle_until: number; absolute_until: number }
  readonly used_challenges: { hash: Bytes; expires: number }
  readonly cases: {
    id: number
    address: Bytes
    reporter_key: Bytes
    revision: number
    received: number
    last: number
    remind: number
    release: number
    epoch: number
    head: Bytes
    summary: Bytes
    service_share: Bytes
    waits: number
  }
  readonly entries: {
    id: number
    case_id: number
    revision: number
    lane: number
    sequence: number
    hash: Bytes
    header: Bytes
    ciphertext: Bytes
    seals: Bytes
    signature: Bytes
    statement: number
    day: number
    receipt: Bytes
  }
  readonly readers: { member_id: Bytes; case_id: number; seal_revision: number; seal_offset: number }
  readonly held: { id: number; case_id: number; lane: number; block: Bytes }
  readonly further_keys: { key: Bytes; case_id: number }
  readonly visits: { key: Bytes; case_id: number; cell: Bytes }
  readonly excluded: { case_id: number; member_id: Bytes }
  readonly files: { id: number; token_hash: Bytes | null; owner: Bytes; chunks: number; day: number }
  readonly parts: { file_id: number; part: number; hash: Bytes; blob: Bytes }
  readonly case_files: { case_id: number; hash: Bytes; lane: number; file_id: number }
  readonly loose_blobs: { blob: Bytes; day: number }
  readonly mail_addresses: { member_id: Bytes; place: number; address: string; daily: number }
  readonly absences: { member_id: Bytes; first_day: number; last_day: number; cover: Bytes }
  readonly outbox: {
    member_id: Bytes
    place: number
    slot: number
    attempts: number
    next_try: number
    state: 'waiting' | 'refused' | 'unreachable'
  }
  readonly schedule: { id: number; through: number }
  readonly checkpoints: { day: number; root: Bytes; previous: Bytes; signature: Bytes }
}
