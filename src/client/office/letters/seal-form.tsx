import type { VNode } from 'preact'
import { useRef, useState } from 'preact/hooks'
import { inLanguage } from '../../../contract/description.ts'
import { choiceWords } from '../../../domain/pack/words.ts'
import type { Letter } from '../../../domain/procedure/letters.ts'
import { languages } from '../../i18n/languages.ts'
import { useDesk } from '../desk/desk.ts'
import { Choices } from '../parts/choices.tsx'
import { Select } from '../parts/select.tsx'
import { SignOrLeave } from '../parts/sign-or-leave.tsx'
import { useAct } from '../use-act.ts'
import { useWords } from '../words.ts'
import { type LetterFile, makeLetterFile } from './letter-file.ts'
import { LetterKey } from './letter-key.tsx'
import type { LetterMove } from './moves.ts'
import type { RequestFile } from './request-file.ts'
import { signStep } from './sign.ts'

interface SealProps {
  readonly of: RequestFile
  readonly letter: Letter
  readonly move: LetterMove
  readonly onClose: () => void
}

/** Makes the sealed file of a letter. What the case keeps of it is signed first: no file leaves that nobody knows of. */
export const SealForm = ({ of, letter, move: { step }, onClose }: SealProps): VNode => {
  const t = useWords()
  const desk = useDesk()
  const { pack, transitions } = of.setting.rules
  const ways = transitions.get(step.transition)?.needs?.key_way ?? []
  const [language, setLanguage] = useState<string>(t.language.tag)
  const [way, setWay] = useState(ways[0] ?? '')
  // A line that broke while signing leaves the same file: nothing is recorded of one that was thrown away.
  const held = useRef<LetterFile>(null)
  const [made, setMade] = useState<LetterFile | null>(null)
  const act = useAct(async () => {
    const office = inLanguage(of.book?.description?.name ?? {}, language)
    held.current ??= await makeLetterFile(desk, letter, { office, language, day: of.today })
    const { digest } = held.current
    await signStep(desk, of.file.address, { ...step, facts: { ...step.facts, digest, key_way: way } })
    setMade(held.current)
  })
  if (made) return <LetterKey made={made} day={t.day(of.today)} onClose={onClose} />
  const submit = (event: Event): void => {
    event.preventDefault()
    act.run()
  }
  return (
    <form class="stack noprint" onSubmit={submit}>
      <p>{t('letters.file.text')}</p>
      <Select
        label={t('letters.file.language')}
        value={language}
        of={languages.map(({ tag, name }) => ({ value: tag, label: name }))}
        onChange={(tag) => {
          held.current = null
          setLanguage(tag)
        }}
      />
      <Choices
        legend={t('letters.file.way')}
        of={ways.map((value) => ({ value, label: choiceWords(pack, 'key_way', value, t.language.tag) }))}
        value={way}
        onChange={setWay}
      />
      <SignOrLeave act={act} onLeave={onClose}>
        {t('letters.file.make')}
      </SignOrLeave>
    </form>
  )
}
