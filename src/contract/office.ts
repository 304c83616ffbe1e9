import * as v from 'valibot'
import { roles } from '../domain/roles.ts'
import { bytes, bytesUpTo, count, day, hash, instant, memberId, publicKey, signature, token } from './binary.ts'
import { SignedStatement } from './directory.ts'
import { limits } from './limits.ts'
import { NewKit, NewPasskey } from './passkeys.ts'

const role = v.picklist(roles)
const joinBytes = bytesUpTo(2_048, 1)

/** The name a person gives to a passkey ("blue key"), for their own list. */
export const PasskeyLabel = v.pipe(v.string(), v.trim(), v.minLength(1), v.maxLength(limits.label))

/** With a founding or invitation token for a first passkey; without one, for a further passkey of who is signed in. */
export const RegistrationRequest = v.strictObject({ token: v.optional(token), label: PasskeyLabel })

export const Founding = v.strictObject({
  token,
  /** The founding statement and the description of the office. */
  statements: v.strictTuple([SignedStatement, SignedStatement]),
  credential: NewPasskey,
  kit: v.nullable(NewKit),
})
export type Founding = v.InferOutput<typeof Founding>

/** With a member in standing: for new keys of theirs, since they lost all that they had. */
export const InvitationRequest = v.strictObject({ role, member: v.optional(memberId) })
export type InvitationRequest = v.InferOutput<typeof InvitationRequest>
/** `member`: whose new keys it is for, or null for somebody new. */
const invitation = { id: bytes(16), role, expires: instant, member: v.nullable(memberId) }
export const NewInvitation = v.strictObject({ ...invitation, token })
export const Invitations = v.strictObject({ invitations: v.array(v.strictObject(invitation)) })

export const Joining = v.strictObject({
  token,
  join: joinBytes,
  proof: signature,
  credential: NewPasskey,
  kit: v.nullable(NewKit),
  /** By the new signing key, over the join bytes, the passkey and the kit: they belong together. */
  kept: signature,
})
export type Joining = v.InferOutput<typeof Joining>

/** Who has joined and waits for a statement that admits them, or that gives them the new keys in `join`. */
export const JoiningList = v.strictObject({
  joining: v.array(v.strictObject({ memberId, join: joinBytes, proof: signature, role, day })),
})
export type JoiningList = v.InferOutput<typeof JoiningList>

export const SignatureOfStatement = v.strictObject({ signer: publicKey, signature })
/** `applied`: the statement stands in the directory. Otherwise it waits for the signature of a second chief. */
export const StatementAnswer = v.strictObject({ applied: v.boolean(), hash })
export type StatementAnswer = v.InferOutput<typeof StatementAnswer>
export const Proposals = v.strictObject({
  proposals: v.array(v.strictObject({ hash, ...SignedStatement.entries, day })),
})
export type Proposals = v.InferOutput<typeof Proposals>

/** What is missing before the office may open. A point is met when `have` has reached `needed`. */
export const CheckPoint = v.strictObject({
  point: v.picklist([...roles, 'description', 'credentials']),
  needed: count,
  have: count,
  /** For `credentials`: who has neither two passkeys nor a tested kit. */
  members: v.array(memberId),
})
export type CheckPoint = v.InferOutput<typeof CheckPoint>

export const Session = v.strictObject({
  memberId,
  role,
  label: v.string(),
  idleUntil: instant,
  absoluteUntil: instant,
  rehearsal: v.boolean(),
  checklist: v.array(CheckPoint),
})
export type Session = v.InferOutput<typeof Session>

/** What the page needs to unlock: the secret wrapped under the credential that was just used, and the directory's head. */
export const SignedIn = v.strictObject({ memberId, wrappedSecret: bytes(limits.wrappedSecret), head: hash })
export type SignedIn = v.InferOutput<typeof SignedIn>

export const MarkRequest = v.strictObject({ head: hash, day, signature })

const credentialId = bytesUpTo(1_023, 1)
export const NewCredential = v.strictObject({ label: PasskeyLabel, ...NewPasskey.entries })
export type NewCredential = v.InferOutput<typeof NewCredential>

/** `waiting`: not usable before a second person has approved it. `suspect`: its signature counter once went back. */
export const Credential = v.strictObject({
  id: credentialId,
  memberId,
  label: v.string(),
  created: day,
  state: v.picklist(['ready', 'waiting', 'suspect']),
})
export type Credential = v.InferOutput<typeof Credential>

/** One's own passkeys and kit; `waiting` are colleagues' new passkeys that one may approve. */
export const Credentials = v.strictObject({
  credentials: v.array(Credential),
  kit: v.nullable(v.strictObject({ publicKey, created: day })),
  waiting: v.array(Credential),
})
export type Credentials = v.InferOutput<typeof Credentials>

/** The approver's signature over the member and the credential (PROTOCOL 3.5). */
export const Approval = v.strictObject({ signature })
