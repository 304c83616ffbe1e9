import type { Bytes } from '../../../crypto/wire/index.ts'
import type { Receipts, ReporterBatch } from '../../contract/entries.ts'
import { fieldsOf, type Step } from '../../domain/steps.ts'
import type { NamedEvidence } from '../files/named.ts'
import { AskError, ask } from './ask.ts'
import { checkReceipts } from './check-receipts.ts'
import { afterStep, type CaseReader, type OpenedCase } from './opened-case.ts'
import type { Addition, CaseVault } from './vault.ts'

/** How often a batch is sealed anew because something else was added first. */
const TRIES = 4

/** What a refusal asks for: to read the case again and seal once more on what is there now. */
const MOVED = ['case.head_moved', 'directory.head_moved', 'entry.wrong_day']

/** Adds a step to the open case and comes back with the case as it is then. */
export type Append = (opened: OpenedCase, step: Step, otherwise?: Otherwise) => Promise<OpenedCase>

/** A step that is sealed in a way of its own, and the key by which the case is read after it. */
export interface Otherwise {
  readonly seal: (addition: Addition) => Promise<ReporterBatch>
  readonly key: Bytes
  /** The key that it makes or ends, where the step does not name it: two such steps are not the same. */
  readonly about?: string
  /** Files that come with it, which are with the service already. */
  readonly files?: readonly NamedEvidence[]
}

/**
 * Makes the writer of a page. A batch that may have arrived before the line broke is sent again as it is, so that
 * nothing is written twice; it is kept until the case was read with it.
 */
export const caseWriter = (vault: CaseVault, read: CaseReader): Append => {
  let last: { readonly what: string; readonly batch: ReporterBatch } | undefined
  const attempt = async (opened: OpenedCase, step: Step, { seal, about, files }: Otherwise): Promise<void> => {
    const what = JSON.stringify([step, about, files])
    if (last?.what !== what) {
      last = {
        what,
        batch: await seal({ office: opened.office, body: fieldsOf(step), ...afterStep(opened, step) }),
      }
    }
    const { receipts } = await ask<Receipts>('/api/case/entries', last.batch)
    await checkReceipts(vault, receipts)
  }
  return async (opened, step, otherwise = { seal: vault.sealEntry, key: opened.key }) => {
    let current = opened
    for (let tries = 1; ; tries += 1) {
      try {
        await attempt(current, step, otherwise)
        const after = await again(read, otherwise.key)
        last = undefined
        return after
      } catch (cause) {
        if (!(cause instanceof AskError) || !MOVED.includes(cause.code) || tries === TRIES) throw cause
        last = undefined
        current = await again(read, opened.key)
      }
    }
  }
}

/** Reads the case once more. @throws AskError `case.not_found` if it has gone */
const again = async (read: CaseReader, key: Bytes): Promise<OpenedCase> => {
  const opened = await read(key)
  if (opened === null) throw new AskError('case.not_found')
  return opened
}
