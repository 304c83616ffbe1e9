import type { VNode } from 'preact'
import type { PageTranslate } from '../../i18n/translate.ts'
import { Draw } from '../../ui/draw/draw.tsx'
import { icons } from '../../ui/draw/icons.ts'

/** The quick way out, which every page has: a link that works without a script. `armExit` makes it clear the page first. */
export const Exit = ({ t, to }: { t: PageTranslate; to: string }): VNode => (
  <a class="exit" id="exit" href={to} rel="noreferrer">
    <Draw of={icons.exit} />
    <span>{t('exit.leave')}</span>
    <kbd>{t('exit.or-press')}</kbd>
  </a>
)
