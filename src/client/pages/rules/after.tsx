import type { VNode } from 'preact'
import type { PageContext } from '../page.ts'
import { inTongue } from '../parts/in-tongue.ts'
import { Line, Lines } from './line.tsx'
import { Part } from './part.tsx'
import { spanWords } from './words.ts'

/** What the office writes at the steps of a case; a word in braces stands for what the officer fills in. */
export const Notices = ({ context }: { context: PageContext }): VNode => {
  const { rules, language } = context
  return (
    <Part context={context} name="notices">
      <ul class="ruled">
        {rules.pack.notices.map((notice) => (
          <Line key={notice.id} context={context} kind="notices" line={notice}>
            <p class="serif">{inTongue(notice.body, language).replaceAll(/\{\w+\}/g, '…')}</p>
          </Line>
        ))}
      </ul>
    </Part>
  )
}

/** When the office asks how things are, and for how long an answer is awaited. */
export const CheckIns = ({ context }: { context: PageContext }): VNode => {
  const { t, rules } = context
  return (
    <Part context={context} name="check-ins">
      <ul class="ruled">
        {rules.pack['check-ins'].map((line) => (
          <Line key={line.id} context={context} kind="check-ins" line={line}>
            <p class="facts">
              {t('rules.check-ins.open', { span: spanWords(context, { unit: 'days', length: line.open_days }) })}
            </p>
          </Line>
        ))}
      </ul>
    </Part>
  )
}

/** What can be put right when retaliation is established. */
export const Remedies = ({ context }: { context: PageContext }): VNode => (
  <Part context={context} name="remedies">
    <Lines context={context} kind="remedies" of={context.rules.pack.remedies} />
  </Part>
)

/** Limits of bodies outside, which this procedure may not stop. */
export const OutsideLimits = ({ context }: { context: PageContext }): VNode => {
  const { t, rules } = context
  return (
    <Part context={context} name="outside-limits">
      <ul class="ruled">
        {rules.pack['outside-limits'].map((line) => (
          <Line key={line.id} context={context} kind="outside-limits" line={line}>
            <p class="facts">
              <b class="span">
                {line.length === null
                  ? t('rules.outside-limits.unknown')
                  : spanWords(context, { unit: line.unit, length: line.length })}
              </b>
            </p>
          </Line>
        ))}
      </ul>
    </Part>
  )
}
