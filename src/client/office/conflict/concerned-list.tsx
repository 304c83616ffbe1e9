import type { VNode } from 'preact'
import { type Concerned, concernedIn } from '../../../domain/concerned.ts'
import type { History } from '../../../domain/procedure/step.ts'
import type { OfficeTranslate } from '../../i18n/translate.ts'
import { accountOf } from '../file/told.ts'
import { Facts } from '../parts/facts.tsx'
import type { OpenedFile } from '../vault/types.ts'
import { useWords } from '../words.ts'

const labelOf = (t: OfficeTranslate, one: Concerned): string =>
  'act' in one ? t('conflict.in-act', { label: t(`act.${one.field}`), number: one.act }) : t(`field.${one.field}`)

/** The people and units that a request names, in its own words. */
export const ConcernedList = ({ file, history }: { file: OpenedFile; history: History }): VNode => {
  const t = useWords()
  const account = accountOf(file)
  const concerned = account === null ? [] : concernedIn(account, history)
  if (concerned.length === 0) return <p>{t('conflict.nobody')}</p>
  return <Facts replies rows={concerned.map((one) => [labelOf(t, one), one.value])} />
}
