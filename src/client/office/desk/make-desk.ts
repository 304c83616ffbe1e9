import { type Cleaner, makeCleaner } from '../../worker/cleaner.ts'
import { cell } from '../cell.ts'
import { inbox } from '../inbox/inbox.ts'
import { caller } from '../net/call.ts'
import type { Vault } from '../vault/vault.ts'
import type { Desk } from './desk.ts'
import { drafts } from './drafts.ts'
import { leave } from './leave.ts'
import { outbox } from './outbox.ts'

const everySecond = (act: () => void): (() => void) => {
  const timer = setInterval(act, 1_000)
  return () => clearInterval(timer)
}

/** Makes the desk of a page, locked and empty. */
export const makeDesk = (vault: Vault, cleaner: Cleaner = makeCleaner()): Desk => {
  const call = caller(() => leave(desk, 'ended'))
  const desk: Desk = {
    call,
    vault,
    office: cell(null),
    book: cell(null),
    me: cell(null),
    lock: cell('start'),
    session: cell(null),
    own: cell(null),
    inbox: inbox(call, vault),
    drafts: drafts(),
    cleaner,
    outbox: outbox(everySecond),
    opened: cell(new Set()),
    added: cell(0),
  }
  return desk
}
