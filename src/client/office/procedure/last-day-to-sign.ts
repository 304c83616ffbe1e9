import type { Day } from '../../../domain/days.ts'
import { known } from '../../../domain/pack/rules.ts'
import type { ProcedureStep, Setting } from '../../../domain/procedure/step.ts'
import { endOf } from '../../../domain/spans.ts'

/** The last day on which the office can sign a proposal before the substitute may. */
export const lastDayToSign = ({ rules }: Setting, { day }: ProcedureStep): Day =>
  endOf(known(rules.clocks, 'second-signature'), day, rules.calendar)
