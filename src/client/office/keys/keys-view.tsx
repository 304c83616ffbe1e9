import type { VNode } from 'preact'
import { useEffect, useState } from 'preact/hooks'
import { useCell } from '../cell.ts'
import { useDesk } from '../desk/desk.ts'
import { readOwn } from '../desk/own.ts'
import { refresh } from '../desk/refresh.ts'
import { Heading } from '../parts/heading.tsx'
import { Problem } from '../parts/problem.tsx'
import { useAct } from '../use-act.ts'
import { useWords } from '../words.ts'
import { KitPart } from './kit-part.tsx'
import { NewPasskey } from './new-passkey.tsx'
import { Passkeys } from './passkeys.tsx'
import { WaitingPasskeys } from './waiting-passkeys.tsx'

/** One's own keys: passkeys, the recovery kit, and the passkeys of colleagues that wait for a second person. */
export const KeysView = (): VNode => {
  const t = useWords()
  const desk = useDesk()
  const own = useCell(desk.own)
  const [said, setSaid] = useState('')
  // A colleague's passkey may wait since one sat down; and here it has to be said if they cannot be read.
  const reading = useAct(() => readOwn(desk))
  useEffect(reading.run, [])
  const changed = async (words: string): Promise<void> => {
    await readOwn(desk)
    await refresh(desk)
    setSaid(words)
  }
  return (
    <main class="pages stack">
      <Heading>{t('keys.title')}</Heading>
      <p class="lead">{t('keys.lead')}</p>
      <p role="status" class={said === '' ? 'vh' : 'box kept'}>
        {said}
      </p>
      <Problem of={reading.problem} />
      {own && <Passkeys own={own} onChanged={changed} />}
      <NewPasskey onChanged={changed} />
      {own && <KitPart own={own} onChanged={changed} />}
      {own && own.waiting.length > 0 && <WaitingPasskeys own={own} onChanged={changed} />}
    </main>
  )
}
