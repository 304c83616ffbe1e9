import { createContext } from 'preact'
import { useContext } from 'preact/hooks'
import type { OfficeState } from '../../../contract/directory.ts'
import type { Credentials, Session } from '../../../contract/office.ts'
import type { Role } from '../../../domain/roles.ts'
import type { Cleaner } from '../../worker/cleaner.ts'
import type { Cell } from '../cell.ts'
import type { Inbox } from '../inbox/inbox.ts'
import type { Caller } from '../net/call.ts'
import type { Book } from '../vault/types.ts'
import type { Vault } from '../vault/vault.ts'
import type { Drafts } from './drafts.ts'
import type { Outbox } from './outbox.ts'

/** Who sits at the desk: signed in, and with the keys unlocked. */
export interface Me {
  readonly id: string
  readonly role: Role
  readonly label: string
  readonly by: 'passkey' | 'kit'
}

/** Why the desk is locked: nobody has come yet, by hand, nobody was there, the service ended the session. */
export type Lock = 'start' | 'left' | 'idle' | 'ended'

/** Everything the views of the console share. One per page; nothing of it outlives the page. */
export interface Desk {
  readonly call: Caller
  readonly vault: Vault
  /** What the service says of the office; null until it has answered. */
  readonly office: Cell<OfficeState | null>
  readonly book: Cell<Book | null>
  readonly me: Cell<Me | null>
  readonly lock: Cell<Lock>
  readonly session: Cell<Session | null>
  /** One's own passkeys and kit, and colleagues' passkeys that wait for approval. */
  readonly own: Cell<Credentials | null>
  readonly inbox: Inbox
  readonly drafts: Drafts
  /** Looks at the files that are chosen for drafts. */
  readonly cleaner: Cleaner
  readonly outbox: Outbox
  /** The files that this person opened whole since they first sat here, by their hashes. */
  readonly opened: Cell<ReadonlySet<string>>
  /** Counts what was added to cases from here, so that an open case is read again. */
  readonly added: Cell<number>
}

/** The desk of this page, for every view below. */
export const DeskOf = createContext<Desk | null>(null)

/** The desk for a view. @throws Error outside `DeskOf` */
export const useDesk = (): Desk => {
  const desk = useContext(DeskOf)
  if (desk === null) throw new Error('no desk around this view')
  return desk
}
