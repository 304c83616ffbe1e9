import { jointWith } from '../../../domain/joint.ts'
import type { Step } from '../../../domain/steps.ts'
import type { Desk } from '../desk/desk.ts'
import { openFile, sender } from '../file/append.ts'
import { keeping } from '../file/builds.ts'

type JointStep = Extract<Step, { type: 'linked' | 'unlinked' }>

/** Says it in one of the two cases, unless it stands there already: so a broken line is mended by trying again. */
const say = async (desk: Desk, here: string, step: JointStep): Promise<void> => {
  const { entries } = await openFile(desk, here)
  const stands = jointWith(entries).some(({ address }) => address === step.case)
  if (stands !== (step.type === 'linked')) await sender(desk, here, keeping(desk, step))()
}

/** Signs in both cases that they belong together, in the other one first: what this one shows stands in both. */
export const link = async (desk: Desk, here: string, there: string, text: string): Promise<void> => {
  await say(desk, there, { type: 'linked', case: here, text })
  await say(desk, here, { type: 'linked', case: there, text })
}

/** Takes that back in both cases, or in this one alone for somebody who does not read the other. */
export const unlink = async (
  desk: Desk,
  here: string,
  there: string,
  { text, both }: { readonly text: string; readonly both: boolean },
): Promise<void> => {
  if (both) await say(desk, there, { type: 'unlinked', case: here, text })
  await say(desk, here, { type: 'unlinked', case: there, text })
}
