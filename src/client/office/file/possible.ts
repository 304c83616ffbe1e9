import { officeMoves, type State } from '../../../domain/states.ts'
import type { Story } from '../../../domain/story.ts'
import type { OpenedFile } from '../vault/types.ts'
import type { Purpose } from './purpose.ts'

/** Why a step cannot be taken now. */
export type Not = 'there' | 'done' | 'withdrawn' | 'closed' | 'second'

/** A step of the case as a button. `purpose` is what is then written; null where a question is asked instead. */
export interface NextStep {
  readonly name: 'acknowledge' | 'assessment' | 'inquiry' | 'waiting' | 'answered' | 'close' | 'agree'
  readonly purpose: Purpose | null
  readonly not: Not | null
}

const moves = ['assessment', 'inquiry', 'waiting', 'answered'] as const

/** Every step of a case in its usual order, the forbidden ones with the reason. */
export const stepsOf = (file: OpenedFile, story: Story, me: string): readonly NextStep[] => {
  const acknowledged = story.owed.every(({ what, kept }) => what !== 'acknowledgement' || kept !== null)
  const acknowledge: NextStep = {
    name: 'acknowledge',
    purpose: { audience: 'reporter', as: 'acknowledgement' },
    not: ended(story) ?? (acknowledged ? 'done' : null),
  }
  const proposer = closeProposer(file)
  const close: NextStep = {
    name: proposer === null ? 'close' : 'agree',
    purpose: null,
    not: story.state === 'closed' ? 'closed' : proposer === me ? 'second' : null,
  }
  return [acknowledge, ...moves.map((to) => moveTo(to, story)), close]
}

const moveTo = (to: (typeof moves)[number], story: Story): NextStep => ({
  name: to,
  purpose: { audience: 'reporter', as: 'state', to },
  not: officeMoves[story.state].includes(to) ? null : (ended(story) ?? 'there'),
})

const ended = (story: Story): Not | null => {
  const why: Readonly<Partial<Record<State, Not>>> = { withdrawn: 'withdrawn', closed: 'closed' }
  return why[story.state] ?? null
}

/** Who has signed the closing, if the newest entry of the shared lane is a first one: the second must follow it directly. */
const closeProposer = (file: OpenedFile): string | null => {
  const last = file.entries.filter(({ lane, rule }) => lane === 'shared' && rule === null).at(-1)
  return !file.closed && last?.kind === 'close' ? last.author : null
}
