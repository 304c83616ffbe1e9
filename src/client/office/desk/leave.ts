import type { Desk, Lock } from './desk.ts'

/** Forgets what was prepared, which files were opened for it, and the files that are still being looked at for it. */
export const forgetDrafts = ({ drafts, opened, cleaner }: Pick<Desk, 'drafts' | 'opened' | 'cleaner'>): void => {
  drafts.clear()
  opened.set(new Set())
  cleaner.end()
}

/**
 * Locks the desk: keys, the opened case and the inbox are forgotten. What was typed is kept for the same person, unless
 * they locked it themselves.
 */
export const leave = (desk: Desk, why: Exclude<Lock, 'start'>): void => {
  if (desk.me.value === null) return
  desk.outbox.takeAllBack()
  if (why === 'left') forgetDrafts(desk)
  desk.vault.forget()
  desk.inbox.clear()
  desk.session.set(null)
  desk.own.set(null)
  desk.lock.set(why)
  desk.me.set(null)
  if (why !== 'ended') desk.call('signOut', { body: {} }).catch(() => undefined)
}

/** Locks the desk for somebody who leaves the page: nothing is kept for anybody, not even what a locked desk keeps. */
export const forget = (desk: Desk): void => {
  leave(desk, 'left')
  forgetDrafts(desk)
}

/** Whether leaving now would lose words: some are typed, or still wait to be sent. */
export const hasUnsent = (desk: Desk): boolean => desk.drafts.all.value.size > 0 || desk.outbox.waiting.value.length > 0
