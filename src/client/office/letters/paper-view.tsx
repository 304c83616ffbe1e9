import type { VNode } from 'preact'
import { Button } from '../parts/button.tsx'
import { ReferralPackage } from '../review/referral-package.tsx'
import { useWords } from '../words.ts'
import { Letters } from './letters.tsx'
import type { Paper } from './paper.ts'
import { Redaction } from './redaction.tsx'
import type { RequestFile } from './request-file.ts'

interface PaperProps {
  readonly of: RequestFile
  readonly paper: Paper
  readonly onPaper: (paper: Paper | null) => void
}

/** One paper of a request on a page of its own. */
export const PaperView = ({ of, paper, onPaper }: PaperProps): VNode => {
  const t = useWords()
  return (
    <main class="pages paper stack">
      <p class="noprint">
        <Button two onClick={() => onPaper(null)}>
          {t('papers.back')}
        </Button>
      </p>
      {paper === 'letters' && <Letters of={of} />}
      {paper === 'copy' && <Redaction of={of} onLetter={() => onPaper('letters')} />}
      {paper === 'package' && <ReferralPackage of={of} />}
    </main>
  )
}
