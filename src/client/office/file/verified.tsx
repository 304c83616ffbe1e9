import type { VNode } from 'preact'
import { Draw } from '../../ui/draw/draw.tsx'
import { mark } from '../../ui/draw/mark.ts'
import type { OpenedFile } from '../vault/types.ts'
import { useWords } from '../words.ts'

/** What was checked when the case was opened, in one quiet line; the mark lies apart where something does not fit. */
export const Verified = ({ file, voids }: { file: OpenedFile; voids: number }): VNode => {
  const t = useWords()
  const whole = file.broken === null
  return (
    <section>
      <h2>{t('file.verified')}</h2>
      <p class={whole ? 'verdict' : 'verdict madder'}>
        <Draw of={mark(whole ? 'whole' : 'apart', 'small')} />
        <span>
          {whole
            ? t('file.verified.whole', { count: file.entries.length })
            : t('file.verified.broken', { count: file.entries.length })}
        </span>
      </p>
      {voids > 0 && <p class="madder">{t('file.verified.void', { count: voids })}</p>}
    </section>
  )
}
