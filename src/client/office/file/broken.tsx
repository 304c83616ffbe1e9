import type { VNode } from 'preact'
import { Draw } from '../../ui/draw/draw.tsx'
import { mark } from '../../ui/draw/mark.ts'
import type { OpenedFile } from '../vault/types.ts'
import { useWords } from '../words.ts'
import { ruleWords } from './rules.ts'
import type { Voids } from './voids.ts'

/** Said before anything else: the record of this case does not fit, where and by which rule; then what is void in it. */
export const Broken = ({ file, voids }: { file: OpenedFile; voids: Voids }): VNode => (
  <>
    {file.broken && <Break at={file.broken} />}
    {voids.size > 0 && <VoidList file={file} voids={voids} />}
  </>
)

const Break = ({ at: { lane, sequence, rule } }: { at: NonNullable<OpenedFile['broken']> }): VNode => {
  const t = useWords()
  return (
    <div class="void" role="alert">
      <h2>
        <Draw of={mark('apart')} />
        {t('file.broken')}
      </h2>
      <p>
        {t('file.broken.where', { lane: t(`file.lane.${lane}`), number: sequence + 1 })} {ruleWords(t, rule)}
      </p>
      <p>{t('file.broken.then')}</p>
    </div>
  )
}

const VoidList = ({ file, voids }: { file: OpenedFile; voids: Voids }): VNode => {
  const t = useWords()
  const entries = file.entries.filter(({ hash }) => voids.has(hash))
  return (
    <div class="void">
      <h2>
        <Draw of={mark('apart')} />
        {t('file.voids', { count: entries.length })}
      </h2>
      <ul>
        {entries.map(({ hash, lane, sequence }) => (
          <li key={hash}>
            {t(`file.number.${lane}`, { number: sequence + 1 })}: {ruleWords(t, voids.get(hash) ?? '')}
          </li>
        ))}
      </ul>
    </div>
  )
}
