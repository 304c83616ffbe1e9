import type { VNode } from 'preact'
import { courseOf } from '../../../domain/acts.ts'
import { actDetails } from '../../../domain/procedure/act-details.ts'
import { actsOf } from '../../../domain/procedure/acts.ts'
import type { History } from '../../../domain/procedure/step.ts'
import { activityFields, linkFields, type RequestField } from '../../../domain/steps.ts'
import { answerWords } from '../../ui/answer-words.ts'
import type { EvidenceRow } from '../evidence/rows.ts'
import type { OpenedFile } from '../vault/types.ts'
import { useWords } from '../words.ts'
import { ActList } from './act-list.tsx'
import { DaysBetween } from './days-between.tsx'
import { Earlier } from './earlier.tsx'
import { accountOf } from './told.ts'

interface ElementsProps {
  readonly file: OpenedFile
  readonly history: History
  readonly rows: readonly EvidenceRow[]
}

/**
 * The three elements of a request for protection as the requester gave them, the acts added since among them, and the days
 * between; for no other case.
 */
export const Elements = ({ file, history, rows: evidence }: ElementsProps): VNode | null => {
  const t = useWords()
  const account = accountOf(file)
  if (account === null) return null
  const details = actDetails(account.acts, history)
  if (account.kind !== 'protection' && details.size === 0) return null
  const acts = [...details.values()]
  const course = courseOf(account.activity_when, acts)
  const facts = (fields: readonly RequestField[]): VNode | string => {
    const given = fields.flatMap((field) => {
      const value = account[field]
      return value === undefined ? [] : [{ field, value: answerWords(t, field, value) }]
    })
    if (given.length === 0) return t('file.elements.nothing')
    return (
      <ul>
        {given.map(({ field, value }) => (
          <li key={field} class="lines" dir="auto">
            <span class="quiet">{t('act.labelled', { label: t(`field.${field}`) })}</span> <bdi>{value}</bdi>
          </li>
        ))}
      </ul>
    )
  }
  const { earlier } = account
  const rows = [
    { name: t('file.elements.a'), have: facts(activityFields) },
    ...(earlier === undefined
      ? []
      : [{ name: t('field.earlier'), have: <Earlier address={file.address} proof={earlier} /> }]),
    ...(acts.length > 0 || account.feared === undefined
      ? [
          {
            name: t('file.elements.b'),
            have:
              acts.length > 0 ? (
                <ActList acts={details} standing={actsOf(history)} received={file.entries[0]?.day} files={evidence} />
              ) : (
                facts(['acts'])
              ),
          },
        ]
      : []),
    ...(account.feared === undefined ? [] : [{ name: t('file.elements.b.feared'), have: facts(['feared']) }]),
    { name: t('file.elements.c'), have: facts(linkFields) },
    { name: t('file.elements.wanted'), have: facts(['for_whom', 'track', 'measures']) },
  ]
  return (
    <section class="elements">
      <h2>{t('file.elements')}</h2>
      <div class="wide">
        <table>
          <thead>
            <tr>
              <th scope="col">{t('file.elements.element')}</th>
              <th scope="col">{t('file.elements.have')}</th>
              <th scope="col">{t('file.elements.source')}</th>
            </tr>
          </thead>
          <tbody>
            {rows.map(({ name, have }) => (
              <tr key={name}>
                <th scope="row">{name}</th>
                <td>{have}</td>
                <td class="quiet">{t('file.elements.entry')}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      <h3>{t('file.elements.days')}</h3>
      {course === null ? <p class="quiet">{t('file.elements.no-days')}</p> : <DaysBetween course={course} />}
    </section>
  )
}
