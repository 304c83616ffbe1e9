import type { VNode } from 'preact'
import { useEffect, useState } from 'preact/hooks'
import { armExit } from '../ui/exit.ts'
import { useCell } from './cell.ts'
import { useDesk } from './desk/desk.ts'
import { forget, hasUnsent, leave } from './desk/leave.ts'
import { readOffice } from './desk/refresh.ts'
import { useIdle } from './desk/use-idle.ts'
import { Bar } from './parts/bar.tsx'
import { Button } from './parts/button.tsx'
import { Foot } from './parts/foot.tsx'
import { LeaveAsk } from './parts/leave-ask.tsx'
import { Problem } from './parts/problem.tsx'
import { Rehearsal } from './parts/rehearsal.tsx'
import { Shortcuts } from './parts/shortcuts.tsx'
import { Warnings } from './parts/warnings.tsx'
import { type Act, useAct } from './use-act.ts'
import { useKeys } from './use-keys.ts'
import { useRoute } from './use-route.ts'
import { View } from './view.tsx'
import { useWords } from './words.ts'

/** The console: the bar, what has to be said everywhere, the view, and the line that tells what was verified. */
export const App = (): VNode => {
  const desk = useDesk()
  const route = useRoute()
  const me = useCell(desk.me)
  const [asking, setAsking] = useState<'shortcuts' | 'leave' | null>(null)
  const start = useAct(() => readOffice(desk))
  useEffect(start.run, [])
  useIdle(desk, me !== null)
  useGuard(() => hasUnsent(desk))
  useEffect(() => armExit(() => forget(desk)), [desk])
  useKeys({ '?': () => setAsking('shortcuts'), i: () => (location.hash = '#inbox') })
  const lock = (): void => (hasUnsent(desk) ? setAsking('leave') : leave(desk, 'left'))
  return (
    <>
      <Bar route={route} onKeys={() => setAsking('shortcuts')} onLock={lock} />
      <Rehearsal />
      <Warnings />
      <StartProblem start={start} />
      <View route={route} />
      <Foot />
      {asking === 'shortcuts' && <Shortcuts onClose={() => setAsking(null)} />}
      {asking === 'leave' && (
        <LeaveAsk
          onStay={() => setAsking(null)}
          onLeave={() => {
            setAsking(null)
            leave(desk, 'left')
          }}
        />
      )}
    </>
  )
}

/** Where the console could not begin: why, and another try. */
const StartProblem = ({ start }: { start: Act<[]> }): VNode | null => {
  const t = useWords()
  if (start.problem === undefined) return null
  return (
    <div class="pages stack">
      <Problem of={start.problem} />
      <div class="acts">
        <Button busy={start.busy} onClick={start.run}>
          {t('file.wait.again')}
        </Button>
      </div>
    </div>
  )
}

/** Has the browser ask before the page is closed while words would be lost with it. */
const useGuard = (unsent: () => boolean): void => {
  useEffect(() => {
    const guard = (event: BeforeUnloadEvent): void => {
      if (unsent()) event.preventDefault()
    }
    addEventListener('beforeunload', guard)
    return () => removeEventListener('beforeunload', guard)
  }, [unsent])
}
