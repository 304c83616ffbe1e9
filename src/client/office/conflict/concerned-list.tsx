import { Fragment, type VNode } from 'preact'
import { type Concerned, concernedIn } from '../../../domain/concerned.ts'
import type { OfficeTranslate } from '../../i18n/translate.ts'
import { accountOf } from '../file/told.ts'
import type { OpenedFile } from '../vault/types.ts'
import { useWords } from '../words.ts'

const labelOf = (t: OfficeTranslate, one: Concerned): string =>
  'act' in one ? t('conflict.in-act', { label: t(`act.${one.field}`), number: one.act }) : t(`field.${one.field}`)

/** The people and units that a request names, in its own words. */
export const ConcernedList = ({ file }: { file: OpenedFile }): VNode => {
  const t = useWords()
  const account = accountOf(file)
  const concerned = account === null ? [] : concernedIn(account)
  if (concerned.length === 0) return <p>{t('conflict.nobody')}</p>
  return (
    <dl class="facts replies">
      {concerned.map((one) => {
        const label = labelOf(t, one)
        return (
          <Fragment key={label}>
            <dt>{label}</dt>
            <dd class="lines" dir="auto">
              {one.value}
            </dd>
          </Fragment>
        )
      })}
    </dl>
  )
}
