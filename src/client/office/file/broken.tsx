import type { VNode } from 'preact'
import { Draw } from '../../ui/draw/draw.tsx'
import { mark } from '../../ui/draw/mark.ts'
import { useWords } from '../words.ts'
import type { OpenedFile } from '../vault/types.ts'
import { ruleWords } from './rules.ts'

/** Said before anything else: the record of this case does not fit, where, and by which rule. */
export const Broken = ({ file }: { file: OpenedFile }): VNode | null => {
  const t = useWords()
  if (file.broken === null) return null
  const { lane, sequence, rule } = file.broken
  return (
    <div class="void" role="alert">
      <h2><Draw of={mark('apart')} />{t('file.broken')}</h2>
      <p>{t('file.broken.where', { lane: t(`file.lane.${lane}`), number: sequence + 1 })} {ruleWords(t, rule)}</p>
      <p>{t('file.broken.then')}</p>
    </div>
  )
}
