import type { VNode } from 'preact'
import { useState } from 'preact/hooks'
import type { NewKit } from '../../../contract/passkeys.ts'
import { useCell } from '../cell.ts'
import { useDesk } from '../desk/desk.ts'
import { Button } from '../parts/button.tsx'
import { Problem } from '../parts/problem.tsx'
import { useLoaded } from '../use-loaded.ts'
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
export const KitSteps = ({ member, onDone }: KitStepsProps): VNode => {
  const t = useWords()
  const desk = useDesk()
  const day = useCell(desk.office)?.day
  const { value: made, again } = useLoaded(() => desk.vault.makeKit())
  const [proving, setProving] = useState(false)
  if (made === null) return <Problem of={again.problem} />
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
