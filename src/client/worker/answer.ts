import { ready } from '../../../crypto/index.ts'
import { codeOf } from './code-of.ts'
import type { Desk } from './desk.ts'
import type { Answer, Progress, Request } from './messages.ts'
import { movedBy } from './moved.ts'
import { Refusal } from './refusal.ts'

type AnyCall = (desk: Desk, args: never, report: (progress: Progress) => void) => unknown

/** What a worker does, by name. */
export type Made = Readonly<Record<string, AnyCall>>

function callNamed(calls: Made, name: string): AnyCall {
  const call = Object.hasOwn(calls, name) ? calls[name] : undefined
  if (!call) throw new Refusal('worker.unknown_call')
  return call
}

/** Sends an answer to the page; what is moved is no longer here. */
type Send = (answer: Answer, moved?: readonly ArrayBuffer[]) => void

/** Carries out one request and answers it, whatever happens. */
export async function answer(calls: Made, desk: Desk, { id, name, args }: Request, send: Send): Promise<void> {
  try {
    await ready()
    const value = await callNamed(calls, name)(desk, args as never, (progress) => send({ id, progress }))
    send({ id, value }, movedBy(name, value))
  } catch (error) {
    send({ id, code: codeOf(error) })
  }
}
