import type { VNode } from 'preact'
import type { Setting } from '../../../domain/procedure/step.ts'
import { Draw } from '../../ui/draw/draw.tsx'
import { mark } from '../../ui/draw/mark.ts'
import type { Book, OpenedFile } from '../vault/types.ts'
import { useWords } from '../words.ts'
import { nameOf } from './entry-words.ts'
import { ruleWords } from './rules.ts'
import type { Voids } from './voids.ts'

interface BrokenProps {
  readonly file: OpenedFile
  readonly voids: Voids
  /** Whether the inbox was told something else than the chain says. */
  readonly lies: boolean
  readonly book: Book | null
  readonly setting: Setting | null
}

/** Said before anything else: the record of this case does not fit, where and by which rule; then what is void in it. */
export const Broken = ({ file, voids, lies, book, setting }: BrokenProps): VNode => (
  <>
    {file.broken && <Break at={file.broken} setting={setting} />}
    {voids.size > 0 && <VoidList file={file} voids={voids} setting={setting} />}
    {file.badSeals.map((seal) => (
      <BadSeal key={`${seal.lane}-${seal.sequence}-${seal.reader}`} of={seal} book={book} />
    ))}
    {lies && <Lie />}
  </>
)

const Break = (props: { at: NonNullable<OpenedFile['broken']>; setting: Setting | null }): VNode => {
  const { lane, sequence, rule } = props.at
  const t = useWords()
  return (
    <div class="void" role="alert">
      <h2>
        <Draw of={mark('apart')} />
        {t('file.broken')}
      </h2>
      <p>
        {t('file.broken.where', { lane: t(`file.lane.${lane}`), number: sequence + 1 })}{' '}
        {ruleWords(t, rule, props.setting)}
      </p>
      <p>{t('file.broken.then')}</p>
    </div>
  )
}

const VoidList = ({ file, voids, setting }: Pick<BrokenProps, 'file' | 'voids' | 'setting'>): VNode => {
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
            {t.labelled(
              t(`file.number.${lane}`, { number: sequence + 1 }),
              ruleWords(t, voids.get(hash) ?? '', setting),
            )}
          </li>
        ))}
      </ul>
    </div>
  )
}

const BadSeal = ({ of, book }: { of: OpenedFile['badSeals'][number]; book: Book | null }): VNode => {
  const t = useWords()
  const entry = t(`file.number.${of.lane}`, { number: of.sequence + 1 })
  return <p class="box warn">{t('file.bad-seal', { entry, name: nameOf(t, of.reader, book) })}</p>
}

const Lie = (): VNode => {
  const t = useWords()
  return <p class="box warn">{t('file.summary')}</p>
}
