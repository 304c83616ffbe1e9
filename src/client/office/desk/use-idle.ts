import { useEffect } from 'preact/hooks'
import { watchIdle } from '../../ui/idle.ts'
import type { Desk } from './desk.ts'
import { leave } from './leave.ts'
import { lookAgain } from './refresh.ts'

/** Minutes without a key, a click or a touch after which the desk locks itself. */
export const IDLE_MINUTES = 15

/** Locks an unlocked desk when nobody is there; while somebody is, the session goes on and what has changed is seen. */
export const useIdle = (desk: Desk, unlocked: boolean): void => {
  useEffect(() => {
    if (!unlocked) return
    return watchIdle((minutes) => {
      if (minutes >= IDLE_MINUTES) leave(desk, 'idle')
      else if (minutes < 1) lookAgain(desk).catch(() => undefined)
    })
  }, [desk, unlocked])
}
