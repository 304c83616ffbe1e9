import type { VNode } from 'preact'
import { lettersOf } from '../../../domain/procedure/letters.ts'
import type { Progress } from '../../../domain/procedure/step.ts'
import { Button } from '../parts/button.tsx'
import { useWords } from '../words.ts'
import type { Paper } from './paper.ts'

/** The ways from a request to its letters, to a redacted copy and to what the investigator gets. */
export const Papers = ({ progress, onOpen }: { progress: Progress; onOpen: (paper: Paper) => void }): VNode => {
  const t = useWords()
  return (
    <section class="noprint">
      <h2>{t('papers.title')}</h2>
      <div class="acts">
        <Button two onClick={() => onOpen('letters')}>
          {t('papers.letters', { count: lettersOf(progress).length })}
        </Button>
        <Button two onClick={() => onOpen('copy')}>
          {t('papers.copy')}
        </Button>
        <Button two onClick={() => onOpen('package')}>
          {t('papers.package')}
        </Button>
      </div>
    </section>
  )
}
