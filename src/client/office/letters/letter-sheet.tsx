import type { VNode } from 'preact'
import { useEffect } from 'preact/hooks'
import { inLanguage } from '../../../contract/description.ts'
import type { Letter } from '../../../domain/procedure/letters.ts'
import { useWords } from '../words.ts'
import type { RequestFile } from './request-file.ts'

/** A letter as it leaves: the office, the day, the recipient and the text that was shown, and nothing of the case. */
export const LetterSheet = ({
  of,
  letter,
  onClose,
}: {
  of: RequestFile
  letter: Letter
  onClose: () => void
}): VNode => {
  const t = useWords()
  useEffect(() => {
    addEventListener('afterprint', onClose, { once: true })
    print()
    return () => removeEventListener('afterprint', onClose)
  }, [letter])
  return (
    <div class="printed stack">
      <p>{of.book?.description && inLanguage(of.book.description.name, t.language.tag)}</p>
      <p>{t.day(letter.sent ?? of.today)}</p>
      <p class="lines">{letter.recipient}</p>
      <div class="lines serif" dir="auto">
        {letter.text}
      </div>
    </div>
  )
}
