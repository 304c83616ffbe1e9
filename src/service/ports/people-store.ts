import type { Role } from '../../domain/roles.ts'
import type { StatementRow } from './directory-store.ts'
import type { Bytes } from './world.ts'

/** Minutes since 1970 for what expires; days since 1970 for what happened. */
export interface InvitationRow {
  readonly id: Bytes
  readonly tokenHash: Bytes
  readonly role: Role
  readonly expires: number
  /** Whose new keys it is for; `null` for somebody who comes into the office. */
  readonly memberId: Bytes | null
}

export interface JoiningRow {
  /** The person's id for ever; for new keys of a member, an id of their own until the statement stands. */
  readonly memberId: Bytes
  readonly role: Role
  readonly join: Bytes
  readonly proof: Bytes
  readonly day: number
}

export interface CredentialRow {
  readonly id: Bytes
  readonly memberId: Bytes
  readonly label: string
  /** COSE key, as the authenticator gave it. */
  readonly publicKey: Bytes
  readonly signCount: number
  readonly wrappedSecret: Bytes
  readonly created: number
  readonly state: 'ready' | 'waiting' | 'suspect'
}

export interface KitRow {
  readonly publicKey: Bytes
  readonly memberId: Bytes
  readonly wrappedSecret: Bytes
  readonly created: number
}

export interface PeopleStore {
  /** Founds the office: the first statements and the first chief's credentials, or nothing. */
  found(statements: readonly StatementRow[], credential: CredentialRow, kit: KitRow | null): Promise<void>

  invite(invitation: InvitationRow): Promise<void>
  invitations(nowMinutes: number): Promise<readonly InvitationRow[]>
  invitationByToken(tokenHash: Bytes): Promise<InvitationRow | null>
  withdrawInvitation(id: Bytes): Promise<boolean>

  /** Uses up the invitation; refused with `invitation.invalid` if it is used, `joining.taken` if the person is known. */
  join(invitation: Bytes, joining: JoiningRow, credential: CredentialRow, kit: KitRow | null): Promise<void>
  joining(): Promise<readonly JoiningRow[]>
  /** Forgets who waits, with their credentials. */
  refuse(memberId: Bytes): Promise<boolean>

  credential(id: Bytes): Promise<CredentialRow | null>
  credentials(): Promise<readonly CredentialRow[]>
  kits(): Promise<readonly KitRow[]>
  kit(publicKey: Bytes): Promise<KitRow | null>
  /** Refused with `passkey.known` if the credential is registered already, `session.required` if the session has ended. */
  addCredential(credential: CredentialRow, session: Bytes): Promise<void>
  approveCredential(id: Bytes): Promise<boolean>
  /** Marks a passkey whose counter went back; it does not sign in any more. */
  suspectCredential(id: Bytes): Promise<void>
  /** False if it is the person's last usable passkey. */
  deleteCredential(id: Bytes): Promise<boolean>
  /** Refused with `session.required` if the session has ended meanwhile. */
  replaceKit(kit: KitRow, session: Bytes): Promise<void>
}
