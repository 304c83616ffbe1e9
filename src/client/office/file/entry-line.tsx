import type { VNode } from 'preact'
import type { Correction } from '../../../domain/corrections.ts'
import type { Progress, Setting } from '../../../domain/procedure/step.ts'
import { correctionWords } from '../../ui/correction-words.ts'
import { Draw } from '../../ui/draw/draw.tsx'
import { mark } from '../../ui/draw/mark.ts'
import { OtherCase } from '../joint/other-case.tsx'
import { Said } from '../procedure/said.tsx'
import { PassOn } from '../review/pass-on.tsx'
import type { Book, FileEntry, OpenedFile } from '../vault/types.ts'
import { useWords } from '../words.ts'
import {
  authorName,
  entryDeed,
  entrySign,
  entryWords,
  isQuestion,
  otherCase,
  procedureStep,
  stepDeed,
} from './entry-words.ts'
import { ruleWords } from './rules.ts'

/** The procedure of a request: its rules and how far it is. */
export interface Course {
  readonly setting: Setting
  readonly progress: Progress
}

interface LineProps {
  readonly file: OpenedFile
  readonly entry: FileEntry
  /** The rule that makes it void, or null. */
  readonly rule: string | null
  readonly book: Book | null
  readonly course: Course | null
  readonly corrections: readonly Correction[]
}

/** One entry: who did what and when, then the words. What is void says so, and why. */
export const EntryLine = ({ file, entry, rule, book, course, corrections }: LineProps): VNode => {
  const t = useWords()
  const office = entry.lane === 'office'
  const words = entryWords(t, entry)
  const labelOf = (field: string): string => {
    const key = `field.${field}`
    return t.has(key) ? t(key) : field
  }
  const step = procedureStep(entry)
  const line = step ? course?.setting.rules.transitions.get(step.transition) : undefined
  const look = rule === null ? (office ? 'entry office' : 'entry') : 'entry void'
  return (
    <li class={look}>
      <Draw of={rule === null ? entrySign(entry) : mark('apart', 'small')} />
      <div>
        <p class="who">
          <b>{rule === null ? authorName(t, entry, book) : t('file.void')}</b>
          <span>{[stepDeed(t, course, step), entryDeed(t, entry, book)].filter(Boolean).join(' · ')}</span>
          <time datetime={entry.day}>{t.day(entry.day, 'short')}</time>
          <span class="seq num">{t(`file.number.${entry.lane}`, { number: entry.sequence + 1 })}</span>
        </p>
        {rule !== null && <p class="madder">{ruleWords(t, rule, course?.setting ?? null)}</p>}
        {course && step && (
          <Said {...{ file, book, line, ...course }} facts={step.facts ?? {}} about={step.about ?? {}} />
        )}
        {entry.lane === 'shared' &&
          correctionWords(t, corrections, entry.sequence, labelOf).map((sentence) => <p key={sentence}>{sentence}</p>)}
        <Named entry={entry} />
        {words !== '' && (
          <p class={office ? 'lines' : 'said lines'} dir="auto">
            {words}
          </p>
        )}
        {isQuestion(entry) && <PassOn address={file.address} text={words} />}
      </div>
    </li>
  )
}

/** The way to the case that an entry links with this one, or takes apart from it. */
const Named = ({ entry }: Pick<LineProps, 'entry'>): VNode | null => {
  const address = otherCase(entry)
  if (address === null) return null
  return (
    <p>
      <OtherCase address={address} />
    </p>
  )
}
