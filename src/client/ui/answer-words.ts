import { protectedPersons, tracks } from '../../domain/steps.ts'
import { actsInWords, type Say } from './act-words.ts'
import { type Codes, codesInWords, type ReportAnswerKey, reportAnswer } from './report-answer.ts'

/** The keys of the words that an answer's code can have in a request for protection. */
type RequestAnswerKey = `whom.${(typeof protectedPersons)[number]}` | `track.${(typeof tracks)[number]}`

const OF_REQUEST: Readonly<Record<string, Codes<RequestAnswerKey>>> = {
  for_whom: { keys: Object.fromEntries(protectedPersons.map((code) => [code, `whom.${code}` as const])) },
  track: { keys: Object.fromEntries(tracks.map((code) => [code, `track.${code}` as const])) },
  measures: { keys: {}, before: 'interim-measures-' },
}

type Speak = Say<
  'answer.proven' | ReportAnswerKey | RequestAnswerKey | Parameters<Parameters<typeof actsInWords>[0]>[0]
>

/** An answer of a report or of a request for protection in words, as `reportAnswer` gives them. */
export const answerWords = (t: Speak, field: string, value: string): string => {
  if (field === 'acts') return actsInWords(t, value)
  if (field === 'activity_when') return t.day(value)
  // A signature, for machines to check.
  if (field === 'earlier') return t('answer.proven')
  return Object.hasOwn(OF_REQUEST, field) ? codesInWords(t, OF_REQUEST[field], value) : reportAnswer(t, field, value)
}
