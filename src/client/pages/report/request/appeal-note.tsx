import type { VNode } from 'preact'
import type { PageContext } from '../../page.ts'
import { confirmedLimits } from '../../parts/appeal.tsx'
import { Note } from '../../parts/sheet.tsx'

/** The notice on the limits of an appeal, in short, beside the steps between its first and its last full showing. */
export const AppealNote = ({ context }: { context: PageContext }): VNode => (
  <Note title={context.t('appeal.title')}>
    <p>{context.t('appeal.text')}</p>
    {confirmedLimits(context).length === 0 && <p>{context.t('appeal.unknown')}</p>}
  </Note>
)
