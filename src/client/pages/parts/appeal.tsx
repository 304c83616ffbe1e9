import type { VNode } from 'preact'
import type { ConfirmedLimit } from '../../../domain/appeal.ts'
import { Draw } from '../../ui/draw/draw.tsx'
import { icons } from '../../ui/draw/icons.ts'
import type { PageContext } from '../page.ts'
import { inTongue } from './in-tongue.ts'
import { RuleLink } from './rests-on.tsx'

/**
 * That this procedure may not stop the limits of an appeal elsewhere. It carries the limits that the rules have confirmed,
 * so that a script can name the last day of each act; while there is none, it says whom to ask today.
 */
export const Appeal = ({ context }: { context: PageContext }): VNode => {
  const { t } = context
  const limits = confirmedLimits(context)
  return (
    <div class="box warn" data-limits={JSON.stringify(limits)}>
      <h2>
        <Draw of={icons.alert} />
        {t('appeal.title')}
      </h2>
      <p>
        <b>{t('appeal.text')}</b>
      </p>
      {limits.length === 0 && <p>{t('appeal.unknown')}</p>}
      <p class="noprint">
        <RuleLink context={context} to="outside-limits" words={t('appeal.rules')} />
      </p>
    </div>
  )
}

/** The limits outside that the chief has confirmed: only their last days may be computed. */
export const confirmedLimits = ({ rules, language }: PageContext): readonly ConfirmedLimit[] =>
  rules.pack['outside-limits'].flatMap(({ label, unit, length, mark }) =>
    length === null || mark.confirmed_on === null ? [] : [{ label: inTongue(label, language), unit, length }],
  )
