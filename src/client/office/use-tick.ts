import { useEffect } from 'preact/hooks'

const MINUTE = 60_000

/** Does something every minute while the page can be seen, and at once when one comes back to it. */
export const useTick = (act: () => void): void => {
  useEffect(() => {
    const seen = (): void => {
      if (document.visibilityState === 'visible') act()
    }
    const timer = setInterval(seen, MINUTE)
    document.addEventListener('visibilitychange', seen)
    return () => {
      clearInterval(timer)
      document.removeEventListener('visibilitychange', seen)
    }
  }, [act])
}
