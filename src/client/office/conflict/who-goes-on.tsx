import type { VNode } from 'preact'
import { receiverOf } from '../../../domain/pack/lookups.ts'
import { byId } from '../../../domain/pack/rules.ts'
import { inLanguage } from '../../../domain/pack/words.ts'
import { accountOf } from '../file/told.ts'
import type { OpenedFile } from '../vault/types.ts'
import { useWords } from '../words.ts'
import type { Left } from './left.ts'

/** Who goes on with the case if one leaves it, by who reads it and by the route of its category. */
export const WhoGoesOn = ({ file, left }: { file: OpenedFile; left: Left }): VNode => {
  const t = useWords()
  const names = (people: Left['others']): string =>
    people.length === 0 ? t('conflict.no-substitute') : t.list(people.map(({ label }) => label))
  const stuck = left.alone && left.heir === null
  return (
    <>
      {left.alone && (
        <p class={stuck ? 'box warn' : undefined}>
          {stuck ? t('conflict.nobody-left') : t('conflict.alone', { names: names(left.substitutes) })}
        </p>
      )}
      {!left.alone && left.others.length > 0 && <p>{t('conflict.others', { names: names(left.others) })}</p>}
      {!left.alone && left.others.length < 2 && <p>{t('conflict.few', { names: names(left.substitutes) })}</p>}
      <Receiver file={file} />
    </>
  )
}

/** Who is competent by the rules, and who instead if that authority is involved; nothing where no category was chosen. */
const Receiver = ({ file: { rules, ...file } }: { file: OpenedFile }): VNode | null => {
  const t = useWords()
  const category = accountOf({ rules, ...file })?.category ?? ''
  if (rules === null || !rules.pack.categories.some(({ id }) => id === category)) return null
  const parties = byId(rules.pack.parties)
  const labelOf = (id: string): string => inLanguage(rules.pack, parties.get(id)?.label ?? {}, t.language.tag)
  const first = receiverOf(rules.pack, category, [])
  const second = receiverOf(rules.pack, category, [first])
  return <p>{t('conflict.receiver', { first: labelOf(first), second: labelOf(second) })}</p>
}
