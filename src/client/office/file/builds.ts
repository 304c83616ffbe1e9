import { fieldsOf, type Step } from '../../../domain/steps.ts'
import { summarise } from '../../../domain/summary.ts'
import type { Desk } from '../desk/desk.ts'
import { fromBase64, toBase64 } from '../net/base64.ts'
import { PageProblem } from '../problem.ts'
import type { OpenedFile } from '../vault/types.ts'
import type { Build } from './append.ts'
import { scheduleAfter } from './schedule.ts'
import { after, settingOf, standingOf, titleOf } from './told.ts'

/**
 * What an officer says in the shared lane; the reporter reads it. It moves the schedule to what is owed then. A step of the
 * procedure that the rules forbid by now, because somebody else wrote first, is not sealed at all.
 */
export const said =
  (
    desk: Desk,
    act: 'tell' | 'grant' | 'remove' | 'open-identity' | 'close',
    step: Step,
    members: readonly string[] = [],
  ): Build =>
  (file, day) => {
    const joins = act === 'grant' ? { joins: members } : {}
    const next = after(file, { day, author: desk.me.value?.id ?? null, step, ...joins }, desk.book.value)
    if (next === null) throw new PageProblem('case.cannot_seal')
    if (next.broken !== null) throw new PageProblem('case.step_forbidden')
    const schedule = scheduleAfter(next.standing, settingOf(file, desk.book.value), day)
    return { act, members, body: fieldsOf(step), summary: next.summary, schedule }
  }

/** What the first key is told by the rules with the second signature, and the language that it is written in. */
export interface ReadmissionTold {
  readonly text: string
  readonly language: string
}

/**
 * A signature for somebody who lost their words, by the line that they handed over (PROTOCOL 15.3). It lets them in if a
 * colleague signed for the same line before.
 */
export const readmitting =
  (desk: Desk, line: string, how: string, told: ReadmissionTold | null): Build =>
  (file, day) => {
    const letIn = letsIn(file, line, desk.me.value?.id)
    const step = { type: 'readmitted', how, ...(letIn && told) } as const
    const key = { id: signingKeyIn(line), letIn }
    const next = after(file, { day, author: desk.me.value?.id ?? null, step, key }, desk.book.value)
    if (next === null) throw new PageProblem('case.cannot_seal')
    if (next.broken !== null) throw new PageProblem('case.step_forbidden')
    return { act: 'readmit', members: [], line, body: fieldsOf(step), summary: next.summary, schedule: null }
  }

/** Whether this person's signature would be the second for this line. */
export const letsIn = ({ readmission }: OpenedFile, line: string, me: string | undefined): boolean =>
  readmission?.line === line && readmission.officer !== me

/** The public signing key at the front of a line, 32 bytes. */
const signingKeyIn = (line: string): string => toBase64(fromBase64(line).slice(0, 32))

/** A message, an acknowledgement or a new state. */
export const telling = (desk: Desk, step: Step): Build => said(desk, 'tell', step)

/** Others who shall read the case from now on, its whole history included. */
export const granting = (desk: Desk, members: readonly string[], text: string): Build =>
  said(desk, 'grant', { type: 'granted', text }, members)

/** Somebody who shall read nothing that comes after. */
export const removing = (desk: Desk, member: string, text: string): Build =>
  said(desk, 'remove', { type: 'removed', text }, [member])

/** The identity opened, with a reason that the reporter reads. */
export const openingIdentity = (desk: Desk, reason: string): Build =>
  said(desk, 'open-identity', { type: 'identity-opened', reason })

/** The case closed; it takes effect when a second officer says the same. */
export const closing = (desk: Desk, text: string): Build => said(desk, 'close', { type: 'closed', text })

/** A note that only the office's readers of the case can open; one `to` the reporter asks the office to pass it on. */
export const noting = (desk: Desk, text: string, to?: 'reporter'): Build =>
  keeping(desk, { type: 'note', text, ...(to && { to }) })

/**
 * What an officer says in the office lane. Its summary is that of the case as it is: if people have left the office, they
 * are taken out of the shared lane with it.
 */
export const keeping =
  (desk: Desk, step: Step): Build =>
  (file) => {
    const standing = standingOf(file, desk.book.value)
    if (standing === null) throw new PageProblem('case.cannot_seal')
    return {
      act: 'note',
      members: [],
      body: fieldsOf(step),
      summary: summarise(standing, titleOf(file)),
      schedule: null,
    }
  }
