import type { VNode } from 'preact'
import { useEffect, useRef, useState } from 'preact/hooks'
import type { Pages, Shown } from '../../preview/shown.ts'
import { useWords } from '../words.ts'
import { showFile, type Told } from './show-file.ts'

/** Pixels: enough for a player, and no more than a screen. */
const [LEAST, MOST] = [56, 900]

/** A key that was pressed in the frame counts for the way out as if it had been pressed in the page. */
const pressHere = (isEscape: boolean): void => {
  document.dispatchEvent(new KeyboardEvent('keydown', { key: isEscape ? 'Escape' : 'Unidentified' }))
}

/**
 * Shows a file in a frame without an origin: it can reach neither this page nor the network, whatever it is. The origin is
 * taken away by the policy of the page in the frame; Firefox does not load it where the attribute does so too.
 */
export const PreviewFrame = ({ shown, name }: { shown: Shown; name: string }): VNode => {
  const t = useWords()
  const frame = useRef<HTMLIFrameElement>(null)
  const [failed, setFailed] = useState(false)
  const [pages, setPages] = useState<Pages | null>(null)
  const [height, setHeight] = useState(LEAST)
  useEffect(() => {
    const says = {
      ...{ language: t.language.tag, unread: t('files.preview.page.unread'), empty: t('files.preview.page.empty') },
    }
    const show = ({ height: high, pages: there }: Extract<Told, { says: 'shown' }>): void => {
      setHeight(Math.min(MOST, Math.max(LEAST, Number(high) || LEAST)))
      setPages(there ?? null)
    }
    return showFile(
      () => frame.current?.contentWindow,
      { ...shown, says },
      (told) => {
        if (told.says === 'pressed') pressHere(told.escape)
        else if (told.says === 'failed') setFailed(true)
        else show(told)
      },
    )
  }, [shown])
  return (
    <>
      <p role="status" class={failed ? 'madder' : 'quiet'}>
        {failed && t('files.preview.failed')}
        {pages && t('files.preview.pages', { count: Number(pages.all) })}{' '}
        {pages && pages.drawn < pages.all && t('files.preview.first', { count: Number(pages.drawn) })}
      </p>
      <iframe
        ref={frame}
        class="preview"
        sandbox="allow-scripts allow-same-origin"
        src={document.documentElement.dataset.preview}
        title={t('files.preview.of', { name })}
        height={height}
        hidden={failed}
      />
    </>
  )
}
