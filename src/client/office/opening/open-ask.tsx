import type { VNode } from 'preact'
import { useDesk } from '../desk/desk.ts'
import { refresh } from '../desk/refresh.ts'
import { digestOf } from '../found/description.ts'
import { Button } from '../parts/button.tsx'
import { Dialog } from '../parts/dialog.tsx'
import { Problem } from '../parts/problem.tsx'
import { PageProblem } from '../problem.ts'
import { useAct } from '../use-act.ts'
import { useWords } from '../words.ts'

/** The last question before the office opens: it says what is wiped. The signature names the texts that were confirmed. */
export const OpenAsk = ({ onClose, onDone }: { onClose: () => void; onDone: (applied: boolean) => void }): VNode => {
  const t = useWords()
  const desk = useDesk()
  const open = useAct(async () => {
    const day = desk.office.value?.day
    const description = desk.book.value?.description
    if (day === undefined || !description) throw new PageProblem('page.failed')
    const statement = await desk.vault.state({ kind: 'open', texts: await digestOf(description) }, day)
    const { applied } = await desk.call('openOffice', { body: statement })
    onDone(applied)
    desk.inbox.clear()
    await refresh(desk)
  })
  return (
    <Dialog title={t('opening.ask')} onClose={onClose}>
      <p>{t('opening.ask.text')}</p>
      <Problem of={open.problem} />
      <div class="acts">
        <Button busy={open.busy} onClick={open.run}>
          {t('opening.sign')}
        </Button>
        <Button two onClick={onClose}>
          {t('opening.not')}
        </Button>
      </div>
    </Dialog>
  )
}
