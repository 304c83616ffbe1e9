import type { VNode } from 'preact'
import { useEffect, useState } from 'preact/hooks'
import type { NewKit } from '../../../contract/passkeys.ts'
import { useCell } from '../cell.ts'
import { useDesk } from '../desk/desk.ts'
import type { Bytes } from '../net/base64.ts'
import { Button } from '../parts/button.tsx'
import { useWords } from '../words.ts'
import { tryKit } from './enrol.ts'
import { KitProof } from './kit-proof.tsx'
import { KitSheet } from './kit-sheet.tsx'

interface KitStepsProps {
  readonly member: string
  /** Takes the tried kit and keeps it with the service. */
  readonly onDone: (kit: NewKit) => Promise<void>
}

/** Makes a recovery kit: shown and printed, then proven by typing some of it back, then tried against the service. */
export const KitSteps = ({ member, onDone }: KitStepsProps): VNode | null => {
  const t = useWords()
  const desk = useDesk()
  const day = useCell(desk.office)?.day
  const [made, setMade] = useState<{ kit: Bytes; words: readonly string[] } | null>(null)
  const [proving, setProving] = useState(false)
  useEffect(() => {
    desk.vault.makeKit().then(setMade)
  }, [desk])
  if (made === null) return null
  const proven = async (): Promise<void> => onDone(await tryKit(desk, made.kit, member))
  if (proving) return <KitProof words={made.words} onBack={() => setProving(false)} onProven={proven} />
  return (
    <div class="stack">
      <p>{t('kit.why')}</p>
      <p>{t('kit.keep')}</p>
      <KitSheet words={made.words} day={day === undefined ? '' : t.day(day)} />
      <div class="acts">
        <Button onClick={() => setProving(true)}>{t('kit.written')}</Button>
        <Button two onClick={() => print()}>
          {t('kit.print')}
        </Button>
      </div>
    </div>
  )
}
