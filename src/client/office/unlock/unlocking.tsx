import type { VNode } from 'preact'
import { useState } from 'preact/hooks'
import { useCell } from '../cell.ts'
import { useDesk } from '../desk/desk.ts'
import { enterByPasskey } from '../desk/enter.ts'
import { Button } from '../parts/button.tsx'
import { Heading } from '../parts/heading.tsx'
import { Problem } from '../parts/problem.tsx'
import { useAct } from '../use-act.ts'
import { useWords } from '../words.ts'
import { KitEntry } from './kit-entry.tsx'

/** The locked desk: a passkey opens it, without a name; the recovery kit does where the passkey is lost. */
export const Unlocking = (): VNode => {
  const t = useWords()
  const desk = useDesk()
  const lock = useCell(desk.lock)
  const typed = useCell(desk.drafts.all).size
  const [byKit, setByKit] = useState(false)
  const act = useAct(() => enterByPasskey(desk))
  return (
    <main class="sheet stack">
      <Heading key={lock}>{t(`unlock.${lock}`)}</Heading>
      {typed > 0 && <p class="box kept">{t('unlock.kept', { count: typed })}</p>}
      {byKit ? (
        <KitEntry onBack={() => setByKit(false)} />
      ) : (
        <>
          <p class="lead">{t('unlock.lead')}</p>
          <Problem of={act.problem} title={t('unlock.problem')} />
          <div class="acts">
            <Button busy={act.busy} onClick={act.run}>
              {t('unlock.passkey')}
            </Button>
            <Button two onClick={() => setByKit(true)}>
              {t('unlock.kit')}
            </Button>
          </div>
        </>
      )}
    </main>
  )
}
