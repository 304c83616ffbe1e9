const MINUTE = 60_000
const SIGNS = ['keydown', 'pointerdown', 'pointermove', 'wheel'] as const

/**
 * Tells once a minute, and when a page is looked at again, how many whole minutes have passed without a key, a click or a
 * touch. It goes by the clock: a device that slept has been alone as long as it slept.
 * @returns how to stop
 */
export const watchIdle = (tell: (minutes: number) => void): (() => void) => {
  let last = Date.now()
  const awake = (): void => {
    last = Date.now()
  }
  const look = (): void => tell(Math.floor((Date.now() - last) / MINUTE))
  for (const sign of SIGNS) document.addEventListener(sign, awake, { passive: true })
  document.addEventListener('visibilitychange', look)
  const timer = setInterval(look, MINUTE)
  return () => {
    for (const sign of SIGNS) document.removeEventListener(sign, awake)
    document.removeEventListener('visibilitychange', look)
    clearInterval(timer)
  }
}
