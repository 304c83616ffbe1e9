import type { VNode } from 'preact'
import type { PageTranslate } from '../../i18n/translate.ts'
import { Draw } from '../../ui/draw/draw.tsx'
import { icons } from '../../ui/draw/icons.ts'

/**
 * The quick way out, which every page has: a link that works without a script, and `armExit` makes it clear the page
 * first. A page that lies on the device leads nowhere, so that it has a button, which shows when its script is there.
 */
export const Exit = ({ t, to }: { t: PageTranslate; to?: string }): VNode => {
  const words = (
    <>
      <Draw of={icons.exit} />
      <span>{t('exit.leave')}</span>
      <kbd>{t('exit.or-press')}</kbd>
    </>
  )
  return to === undefined ? (
    <button type="button" class="exit" id="exit" hidden>
      {words}
    </button>
  ) : (
    <a class="exit" id="exit" href={to} rel="noreferrer">
      {words}
    </a>
  )
}
