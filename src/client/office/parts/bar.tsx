import type { VNode } from 'preact'
import { languages } from '../../i18n/languages.ts'
import { Draw } from '../../ui/draw/draw.tsx'
import { mark } from '../../ui/draw/mark.ts'
import { NEUTRAL_EXIT } from '../../ui/exit-address.ts'
import { useCell } from '../cell.ts'
import { useDesk } from '../desk/desk.ts'
import { hashOf, type Route } from '../route.ts'
import { useWords } from '../words.ts'

const places = ['inbox', 'people', 'mail', 'keys', 'open'] as const

/** The bar of the console: where one can go, who one is, and the way to lock. */
export const Bar = (props: { route: Route; onKeys: () => void; onLock: () => void }): VNode => {
  const t = useWords()
  const desk = useDesk()
  const me = useCell(desk.me)
  const office = useCell(desk.office)
  const again = (): void => void desk.inbox.load().catch(() => undefined)
  const here = props.route.view === 'case' ? 'inbox' : props.route.view
  return (
    <header class="bar noprint">
      <a class="name" href={hashOf({ view: 'inbox' })}>
        <Draw of={mark()} />
        <span>Goodfaith</span>
      </a>
      {me && (
        <nav aria-label={t('bar.label')}>
          {places
            .filter((place) => place !== 'open' || office?.open === false)
            .map((place) => (
              <a
                key={place}
                href={hashOf({ view: place })}
                aria-current={place === here ? 'page' : undefined}
                onClick={() => place === props.route.view && place === 'inbox' && again()}
              >
                {t(`bar.${place}`)}
              </a>
            ))}
        </nav>
      )}
      <span class="me">
        {me ? (
          <>
            <button type="button" class="plain keys" onClick={props.onKeys}>
              <kbd>?</kbd> {t('bar.shortcuts')}
            </button>
            <span>{t('bar.me', { name: me.label, role: t(`role.${me.role}`) })}</span>
            <button type="button" class="plain" onClick={props.onLock}>
              {t('bar.lock')}
            </button>
          </>
        ) : (
          <Tongues />
        )}
        <Exit />
      </span>
    </header>
  )
}

/** The quick way out, in sight in every view. */
const Exit = (): VNode => {
  const t = useWords()
  const { exitAddress } = useCell(useDesk().book)?.description ?? { exitAddress: NEUTRAL_EXIT }
  return (
    <a id="exit" href={exitAddress} rel="noreferrer" title={t('exit.or-press')}>
      {t('exit.leave')}
    </a>
  )
}

/** The same page in the other languages, offered while nothing can be lost by going there. */
const Tongues = (): VNode => {
  const t = useWords()
  return (
    <>
      {languages
        .filter(({ tag }) => tag !== t.language.tag)
        .map(({ tag, name }) => (
          <a key={tag} href={`/${tag}/office/`} lang={tag} hreflang={tag}>
            {name}
          </a>
        ))}
    </>
  )
}
