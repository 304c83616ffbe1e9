import type { ComponentChildren, VNode } from 'preact'
import { Draw } from '../../ui/draw/draw.tsx'
import { stepsLine } from '../../ui/draw/steps.ts'
import type { PageContext } from '../page.ts'
import { LinkButton, MainButton } from '../parts/buttons.tsx'
import { Margin } from '../parts/sheet.tsx'
import { type StepName, stepsOf } from './path.ts'

/**
 * One step: where one is, the question, its margin notes, the inputs and the way on and back. Hidden until the script
 * opens it, since without the script nothing could be sent from here.
 */
export const StepSection = (props: {
  context: PageContext
  step: StepName
  notes?: ComponentChildren
  /** On small screens the notes stand below the inputs, not before them. */
  notesLast?: boolean
  children: ComponentChildren
  /** Instead of Continue and Back. */
  acts?: ComponentChildren
  /** Below everything else. */
  below?: ComponentChildren
}): VNode => {
  const { t } = props.context
  const path = stepsOf(props.context.path)
  const number = path.indexOf(props.step) + 1
  const notes = props.notes && <Margin label={t('page.notes')}>{props.notes}</Margin>
  return (
    <section class="sheet step" id={`step-${props.step}`} hidden>
      <div class="body">
        <div class="steps">
          <Draw of={stepsLine(number, path.length)} />
          <span id={`${props.step}-place`}>
            <b>{t('report.step', { number, of: path.length })}</b> {t(`report.${props.step}.name`)}
          </span>
        </div>
        <h1 aria-describedby={`${props.step}-place`} tabIndex={-1}>
          {t(`report.${props.step}.title`)}
        </h1>
        <p class="lead noprint">{t(`report.${props.step}.lead`)}</p>
      </div>
      {!props.notesLast && notes}
      <div class="body">
        <div class="errors" id={`${props.step}-errors`} role="alert" tabIndex={-1} hidden />
        {props.children}
        {props.acts ?? <Onward context={props.context} first={number === 1} />}
        <p class="quiet noprint">{t('report.not-sent')}</p>
        {props.below}
      </div>
      {props.notesLast && notes}
    </section>
  )
}

/** Continue, Back, and the way to stop here and go on later; on the first step, to what was stopped. */
const Onward = ({ context, first }: { context: PageContext; first: boolean }): VNode => (
  <div class="acts">
    <MainButton data-act="next">{context.t('report.continue')}</MainButton>
    {!first && <LinkButton data-act="back">{context.t('report.back')}</LinkButton>}
    {!context.offline && (
      <LinkButton data-act={first ? 'resume' : 'save'}>{context.t(first ? 'draft.resume' : 'draft.save')}</LinkButton>
    )}
  </div>
)
