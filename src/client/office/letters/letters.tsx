import type { VNode } from 'preact'
import { useState } from 'preact/hooks'
import { type Letter, lettersOf } from '../../../domain/procedure/letters.ts'
import { useCell } from '../cell.ts'
import { useDesk } from '../desk/desk.ts'
import { Button } from '../parts/button.tsx'
import { Heading } from '../parts/heading.tsx'
import { useWords } from '../words.ts'
import { LetterForm } from './letter-form.tsx'
import { LetterItem } from './letter-item.tsx'
import { LetterSheet } from './letter-sheet.tsx'
import { letterDraft } from './paper.ts'
import type { RequestFile } from './request-file.ts'

/** The letters of a request, each with where it stands and what can be done with it. */
export const Letters = ({ of }: { of: RequestFile }): VNode => {
  const t = useWords()
  const { drafts } = useDesk()
  const begun = useCell(drafts.all).has(letterDraft(of.file.address))
  const [writing, setWriting] = useState(begun)
  const [printed, setPrinted] = useState<Letter | null>(null)
  const letters = lettersOf(of.progress)
  const writes = of.me.role !== 'investigator' && of.me.role !== 'alternate'
  return (
    <>
      <Heading>{t('letters.title')}</Heading>
      <p>{t('letters.text')}</p>
      {letters.length === 0 && <p class="quiet">{t('letters.none')}</p>}
      {letters.map((letter) => (
        <LetterItem key={letter.id} of={of} letter={letter} onPrint={() => setPrinted(letter)} />
      ))}
      {of.file.broken === null && writes && !writing && (
        <div class="acts noprint">
          <Button onClick={() => setWriting(true)}>{t('letters.new')}</Button>
        </div>
      )}
      {writing && <LetterForm of={of} onClose={() => setWriting(false)} />}
      {printed && <LetterSheet of={of} letter={printed} onClose={() => setPrinted(null)} />}
    </>
  )
}
