import { useEffect } from 'preact/hooks'
import type { Desk } from './desk.ts'
import { leave } from './leave.ts'
import { lookAgain } from './refresh.ts'

/** Minutes without a key, a click or a touch after which the desk locks itself. */
export const IDLE_MINUTES = 15
const MINUTE = 60_000
const signs = ['keydown', 'pointerdown', 'pointermove', 'wheel'] as const

/** Locks an unlocked desk when nobody is there; while somebody is, the session goes on and what has changed is seen. */
export const useIdle = (desk: Desk, unlocked: boolean): void => {
  useEffect(() => {
    if (!unlocked) return
    let idle = 0
    const awake = (): void => {
      idle = 0
    }
    const minute = (): void => {
      idle += 1
      if (idle >= IDLE_MINUTES) leave(desk, 'idle')
      else if (idle <= 1) lookAgain(desk).catch(() => undefined)
    }
    for (const sign of signs) document.addEventListener(sign, awake, { passive: true })
    const timer = setInterval(minute, MINUTE)
    return () => {
      for (const sign of signs) document.removeEventListener(sign, awake)
      clearInterval(timer)
    }
  }, [desk, unlocked])
}
