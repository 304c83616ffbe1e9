import type { VNode } from 'preact'
import { type Act, type actDays, witnessAnswers } from '../../../../domain/acts.ts'
import type { PageContext } from '../../page.ts'
import { LinkButton } from '../../parts/buttons.tsx'
import { inTongue } from '../../parts/in-tongue.ts'

/**
 * One act in the list of acts. It stands in a template and is copied for each act, so that it has no ids: every label
 * encloses its input, and `data-part` says which part of the act an input gives.
 */
export const ActEntry = ({ context }: { context: PageContext }): VNode => {
  const { t, rules, language } = context
  return (
    <li>
      <fieldset>
        <legend>{t('act.number', { number: 1 })}</legend>
        <Choice
          part="type"
          label={t('report.acts.type')}
          none={t('report.acts.type.open')}
          options={rules.pack.detriments.map(({ id, label }) => [id, inTongue(label, language)])}
        />
        <p class="hint">{t('report.acts.days')}</p>
        <div class="fields">
          {DAYS.map((part) => (
            <DayOf key={part} part={part} label={t(`report.acts.${part}`)} />
          ))}
        </div>
        <p class="quiet" data-limit />
        <LineOf part="about" label={t('report.acts.about')} />
        <LineOf part="by" label={t('report.acts.by')} />
        <TextOf part="effect" label={t('report.acts.effect')} />
        <LineOf part="witness" label={t('report.acts.witness')} />
        <Choice
          part="witness_ask"
          label={t('act.witness_ask')}
          none={t('answer.unknown')}
          options={witnessAnswers.map((answer) => [answer, t(`act.ask.${answer}`)])}
        />
        <LineOf part="document" label={t('report.acts.document')} />
        <LinkButton data-act="remove">{t('report.acts.remove', { number: 1 })}</LinkButton>
      </fieldset>
    </li>
  )
}

/** The day of the act itself first: it is the one that most people know. */
const DAYS = ['taken', 'notified', 'known'] as const satisfies readonly (typeof actDays)[number][]

interface PartProps {
  readonly part: keyof Act
  readonly label: string
}

const DayOf = ({ part, label }: PartProps): VNode => (
  <label class="field">
    <span class="label">{label}</span>
    <input class="in w12" type="date" data-part={part} autocomplete="off" />
  </label>
)

const LineOf = ({ part, label }: PartProps): VNode => (
  <label class="field">
    <span class="label">{label}</span>
    <input class="in" type="text" data-part={part} autocomplete="off" dir="auto" />
  </label>
)

const TextOf = ({ part, label }: PartProps): VNode => (
  <label class="field">
    <span class="label">{label}</span>
    <textarea class="in" rows={3} data-part={part} autocomplete="off" dir="auto" />
  </label>
)

const Choice = (
  props: PartProps & { none: string; options: readonly (readonly [value: string, label: string])[] },
): VNode => (
  <label class="field">
    <span class="label">{props.label}</span>
    <select class="in" data-part={props.part} autocomplete="off">
      <option value="">{props.none}</option>
      {props.options.map(([value, label]) => (
        <option key={value} value={value}>
          {label}
        </option>
      ))}
    </select>
  </label>
)
