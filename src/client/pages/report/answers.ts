import type { PageContext } from '../page.ts'
import type { Option } from '../parts/fields.tsx'

/** "I do not know" and "I prefer not to say": two answers that every question takes. */
export const openAnswers = ({ t }: PageContext): Option[] => [
  { value: 'unknown', label: t('answer.unknown') },
  { value: 'unsaid', label: t('answer.unsaid') },
]

/** Yes, no, and the two open answers; what opens under yes, where a yes invites more words. */
export const yesNo = (context: PageContext, more?: Option['more']): Option[] => [
  { value: 'yes', label: context.t('answer.yes'), more },
  { value: 'no', label: context.t('answer.no') },
  ...openAnswers(context),
]
