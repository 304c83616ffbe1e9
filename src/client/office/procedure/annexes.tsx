import type { VNode } from 'preact'
import { type annexesFor, openedFact } from '../../../domain/procedure/annexes.ts'
import type { SealedStep } from '../../../domain/procedure/fields.ts'
import { type EvidenceRow, placeOf } from '../evidence/rows.ts'
import { useWords } from '../words.ts'

/** Of the files that a step is there to name, those that were opened whole here, or named in an earlier sitting. */
export const openedOf = (annexes: ReturnType<typeof annexesFor>, here: ReadonlySet<string>): readonly string[] =>
  annexes?.files.filter((hash) => here.has(hash) || annexes.named.has(hash)) ?? []

/** The step, naming what was opened. */
export const withOpened = (step: SealedStep, opened: readonly string[]): SealedStep =>
  opened.length === 0 ? step : { ...step, facts: { ...step.facts, [openedFact]: opened.join(' ') } }

interface AnnexesProps {
  /** The files of the case, by the names that they have in its list. */
  readonly rows: readonly EvidenceRow[]
  /** The files that have to be opened, and those that were. */
  readonly hashes: readonly string[]
  readonly opened: readonly string[]
}

/** Which files were opened to their end and which still have to be, with the way there. */
export const Annexes = ({ rows, hashes, opened }: AnnexesProps): VNode => {
  const t = useWords()
  const count = hashes.length
  return (
    <section class="stack" aria-live="polite">
      <p>{count === 0 ? t('step.annexes.none') : t('step.annexes', { done: opened.length, count })}</p>
      <ul class="plainly">
        {rows
          .filter(({ evidence }) => hashes.includes(evidence.hash))
          .map(({ evidence, name }) => (
            <li key={evidence.hash}>
              <bdi>{name}</bdi>{' '}
              {opened.includes(evidence.hash) ? (
                <span class="quiet">{t('step.annexes.opened')}</span>
              ) : (
                <button type="button" class="plain" onClick={() => goTo(placeOf(evidence))}>
                  {t('step.annexes.open', { name })}
                </button>
              )}
            </li>
          ))}
      </ul>
      {opened.length < count && <p class="madder">{t('step.annexes.left')}</p>}
    </section>
  )
}

/** To the file in the list of files; the fragment of the page is taken by its views. */
const goTo = (place: string): void => {
  const item = document.getElementById(place)
  item?.scrollIntoView({ block: 'center' })
  item?.querySelector('button')?.focus()
}
