import type { VNode } from 'preact'
import type { PageContext } from '../page.ts'

/** Whom to call when somebody is in danger: by region, and what the office says of itself. */
export const DangerNumbers = ({ context: { t } }: { context: PageContext }): VNode => (
  <>
    <p>{t('help.danger.text')}</p>
    <ul class="dashed">
      {(['europe', 'america', 'other'] as const).map((where) => (
        <li key={where}>{t.rich(`help.danger.${where}`, { b: (words) => <b>{words}</b> })}</li>
      ))}
    </ul>
    <p class="lines" data-office="emergency" hidden />
  </>
)
