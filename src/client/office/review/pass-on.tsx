import type { VNode } from 'preact'
import { useCell } from '../cell.ts'
import { useDesk } from '../desk/desk.ts'
import { sender } from '../file/append.ts'
import { telling } from '../file/builds.ts'
import { Button } from '../parts/button.tsx'
import { useWords } from '../words.ts'

/** Hands a question of the investigator to the reporter, as the investigator's. It can be taken back like any message. */
export const PassOn = ({ address, text }: { address: string; text: string }): VNode | null => {
  const t = useWords()
  const desk = useDesk()
  const role = useCell(desk.me)?.role
  if (role === 'investigator' || role === 'alternate') return null
  const pass = (): void =>
    desk.outbox.put({
      address,
      audience: 'reporter',
      send: sender(desk, address, telling(desk, { type: 'message', text, of: 'investigator' })),
      restore: () => undefined,
    })
  return (
    <div class="acts noprint">
      <Button two onClick={pass}>
        {t('question.pass')}
      </Button>
    </div>
  )
}
