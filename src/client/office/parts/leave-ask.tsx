import type { VNode } from 'preact'
import { useWords } from '../words.ts'
import { Button } from './button.tsx'
import { Dialog } from './dialog.tsx'

/** Asks before a desk with unsent words is locked by hand: locking forgets them. */
export const LeaveAsk = (props: { onStay: () => void; onLeave: () => void }): VNode => {
  const t = useWords()
  return (
    <Dialog title={t('leave.title')} onClose={props.onStay}>
      <p>{t('leave.text')}</p>
      <div class="acts">
        <Button onClick={props.onStay}>{t('leave.stay')}</Button>
        <Button two onClick={props.onLeave}>
          {t('leave.lose')}
        </Button>
      </div>
    </Dialog>
  )
}
