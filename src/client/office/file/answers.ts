import type { AnswerField } from '../../../domain/steps.ts'
import type { OfficeTranslate } from '../../i18n/translate.ts'

const capacities = ['staff', 'former', 'seconded', 'contractor', 'delegate', 'observer', 'other', 'unsaid'] as const
const categories = ['respect', 'money', 'favour', 'information', 'election', 'retaliation', 'other', 'unknown'] as const
const bases = ['saw', 'told', 'document', 'other'] as const
const general = ['unknown', 'unsaid'] as const

/** An answer in the words of the page. Codes become words; whatever else was typed stays as it was typed. */
export const answerWords = (t: OfficeTranslate, field: AnswerField, value: string): string => {
  const capacity = field === 'capacity' && capacities.find((code) => code === value)
  if (capacity) return t(`capacity.${capacity}`)
  const category = field === 'category' && categories.find((code) => code === value)
  if (category) return t(`category.${category}`)
  const basis = field === 'basis' && bases.find((code) => code === value)
  if (basis) return t(`basis.${basis}`)
  const answer = general.find((code) => code === value)
  return answer ? t(`answer.${answer}`) : value
}
