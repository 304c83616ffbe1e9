import type { VNode } from 'preact'
import { useState } from 'preact/hooks'
import { useCell } from '../cell.ts'
import { useDesk } from '../desk/desk.ts'
import { readOwn } from '../desk/own.ts'
import { refresh } from '../desk/refresh.ts'
import { Heading } from '../parts/heading.tsx'
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
      {own && <Passkeys own={own} onChanged={changed} />}
      <NewPasskey onChanged={changed} />
      {own && <KitPart own={own} onChanged={changed} />}
      {own && own.waiting.length > 0 && <WaitingPasskeys own={own} onChanged={changed} />}
    </main>
  )
}
