import type { VNode } from 'preact'
import { Draw } from '../../ui/draw/draw.tsx'
import { mark } from '../../ui/draw/mark.ts'
import type { Book, FileEntry } from '../vault/types.ts'
import { useWords } from '../words.ts'
import { entryDeed, entrySign, entryWords, nameOf } from './entry-words.ts'
import { ruleWords } from './rules.ts'

interface LineProps {
  readonly entry: FileEntry
  /** The rule that makes it void, or null. */
  readonly rule: string | null
  readonly book: Book | null
}

/** One entry: who did what and when, then the words. What is void says so, and why. */
export const EntryLine = ({ entry, rule, book }: LineProps): VNode => {
  const t = useWords()
  const office = entry.lane === 'office'
  const words = entryWords(t, entry)
  const look = rule === null ? (office ? 'entry office' : 'entry') : 'entry void'
  return (
    <li class={look}>
      <Draw of={rule === null ? entrySign(entry) : mark('apart', 'small')} />
      <div>
        <p class="who">
          <b>{rule === null ? nameOf(t, entry.author, book) : t('file.void')}</b>
          <span>{entryDeed(t, entry, book)}</span>
          <time datetime={entry.day}>{t.day(entry.day, 'short')}</time>
          <span class="seq num">{t(`file.number.${entry.lane}`, { number: entry.sequence + 1 })}</span>
        </p>
        {rule !== null && <p class="madder">{ruleWords(t, rule)}</p>}
        {words !== '' && (
          <p class={office ? 'lines' : 'said lines'} dir="auto">
            {words}
          </p>
        )}
      </div>
    </li>
  )
}
