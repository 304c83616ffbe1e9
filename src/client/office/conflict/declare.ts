import type { SealedStep } from '../../../domain/procedure/fields.ts'
import type { Desk } from '../desk/desk.ts'
import { type Build, sender } from '../file/append.ts'
import { said } from '../file/builds.ts'

const step = (transition: string, facts: Readonly<Record<string, string>>): SealedStep => ({
  type: 'procedure',
  transition,
  facts,
})

/** Signs that one has no conflict; the case opens with it. */
export const declareNone = (desk: Desk, address: string): Promise<void> =>
  sender(desk, address, said(desk, 'tell', step('declare-no-conflict', {})))()

/**
 * Signs which conflict one has and leaves by the same entry; the next writer makes the new key. Whoever reads the case
 * alone hands it to the substitute first, since a case is never without a reader.
 */
export const leaveInConflict = async (
  desk: Desk,
  address: string,
  what: string,
  heir: string | null,
): Promise<void> => {
  const me = desk.me.value?.id ?? ''
  const handOver: Build | null =
    heir === null ? null : said(desk, 'grant', step('call-substitute', { person: heir }), [heir])
  if (handOver) await sender(desk, address, handOver)()
  await sender(desk, address, said(desk, 'remove', step('declare-conflict', { what }), [me]))()
}
