import type { ReporterTranslate } from '../i18n/translate.ts'
import { all, byId, one, show, svg } from '../ui/dom.ts'
import { stepsLine } from '../ui/draw/steps.ts'

/**
 * Says on a step where one is on the path that the answers have chosen, and shows what is only for this kind of case.
 * @returns the number of the step; one more than the last for what comes after the path
 */
export const showProgress = (
  t: ReporterTranslate,
  step: string,
  path: readonly string[],
  kind: string | undefined,
): number => {
  const section = byId(`step-${step}`)
  for (const part of all('[data-kind]', section)) show(part, part.dataset.kind === kind)
  const number = path.indexOf(step) + 1
  if (number === 0) return path.length + 1
  one('.steps svg', section).replaceWith(svg(stepsLine(number, path.length)))
  one('.steps b', section).textContent = t('report.step', { number, of: path.length })
  return number
}
