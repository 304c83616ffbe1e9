import { type Act, actDays, actWords, parseActs } from '../../domain/acts.ts'
import type { Values } from '../i18n/message.ts'
import { packLabel } from './pack.ts'

/** The keys of the words around an act. */
type ActKey =
  | 'act.title'
  | 'act.untyped'
  | 'act.labelled'
  | 'act.witness_ask'
  | `act.${(typeof actDays)[number]}`
  | `act.${(typeof actWords)[number]}`
  | `act.ask.${NonNullable<Act['witness_ask']>}`

/** What says messages and days, in the reporter's pages and in the console. */
export interface Say<Key extends string> {
  (key: Key, values?: Values): string
  day(day: string, style?: 'short' | 'long' | 'month'): string
}

/** The kind of an act by its label in the rules; its own id where these rules do not have it. */
export const actKind = (t: Say<ActKey>, { type }: Act): string =>
  type === undefined ? t('act.untyped') : (packLabel(`detriments-${type}`) ?? type)

/** The number and the kind of an act. */
export const actTitle = (t: Say<ActKey>, act: Act, number: number): string =>
  t('act.title', { number, what: actKind(t, act) })

/** What is known of an act besides its kind, each part with its label. */
export const actRows = (t: Say<ActKey>, act: Act): readonly (readonly [label: string, value: string])[] => [
  ...actDays.flatMap((name) => part(t(`act.${name}`), act[name] && t.day(act[name]))),
  ...actWords.flatMap((name) => part(t(`act.${name}`), act[name])),
  ...part(t('act.witness_ask'), act.witness_ask && t(`act.ask.${act.witness_ask}`)),
]

const part = (label: string, value: string | undefined): [string, string][] => (value ? [[label, value]] : [])

/** The number of an act in its case, by the name that the procedure gives it; null for a name without one. */
export const actNumber = (id: string): number | null => Number(/\d+$/.exec(id)?.[0] ?? 0) || null

/**
 * The sealed acts as lines of text; as they are where the form cannot have made them.
 * @param ids the names of those that were added later; the first ones count from 1
 */
export const actsInWords = (t: Say<ActKey>, text: string, ids: readonly string[] = []): string =>
  parseActs(text)
    ?.map((act, index) =>
      [
        actTitle(t, act, actNumber(ids[index] ?? '') ?? index + 1),
        ...actRows(t, act).map(([label, value]) => `${t('act.labelled', { label })} ${value}`),
      ].join('\n'),
    )
    .join('\n\n') ?? text
