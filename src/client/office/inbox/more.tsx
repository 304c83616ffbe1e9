import type { VNode } from 'preact'
import { useEffect, useRef } from 'preact/hooks'
import { Button } from '../parts/button.tsx'
import { useWords } from '../words.ts'

/** The end of what is drawn of a list. It draws more by itself when it comes near the screen, or when pressed. */
export const More = ({ left, onMore }: { left: number; onMore: () => void }): VNode => {
  const t = useWords()
  const end = useRef<HTMLDivElement>(null)
  useEffect(() => {
    if (end.current === null) return
    const near = new IntersectionObserver(([seen]) => seen?.isIntersecting && onMore(), { rootMargin: '1200px' })
    near.observe(end.current)
    return () => near.disconnect()
  }, [left])
  return (
    <div ref={end} class="more-rows noprint">
      <Button two onClick={onMore}>
        {t('inbox.more', { left })}
      </Button>
    </div>
  )
}
