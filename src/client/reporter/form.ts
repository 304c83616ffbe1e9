import type { Bytes } from '../../../crypto/wire/index.ts'
import type { Step } from '../../domain/steps.ts'
import type { ToldAct } from './acts-form.ts'
import type { Answers } from './answers.ts'
import type { Problem } from './errors.ts'

/** What is sealed: the report for its readers, and the envelope of its own. */
export interface Said {
  readonly report: Extract<Step, { type: 'report' }>
  readonly identity: Extract<Step, { type: 'identity' | 'nothing' }>
  /** The key of an earlier case, 16 bytes: what is sealed proves with it who wrote that one. */
  readonly earlier?: Bytes | null
}

/** What the page of a report and that of a request for protection do each in their own way. */
export interface Form {
  /** The page's own path. */
  readonly page: 'report' | 'request'
  /** The answers as they stand. */
  readonly answers: () => Answers
  readonly said: (answers: Answers) => Said
  /** Resolves once everything that was typed has been read; at once in most forms. */
  readonly ready?: () => Promise<unknown>
  /** What has to be put right before a step is left; nothing in most forms. */
  readonly problems?: (step: string) => readonly Problem[]
  /** The acts to which a file can be tied; in most forms there are none. */
  readonly acts?: () => readonly ToldAct[]
  /** What to do besides when a step is opened. */
  readonly entered: Readonly<Record<string, () => void>>
}
