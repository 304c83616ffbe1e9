import { isConflicted } from '../../../domain/procedure/history.ts'
import { joiningOf } from '../../../domain/procedure/newcomers.ts'
import type { Role } from '../../../domain/roles.ts'
import type { RequestFile } from '../letters/request-file.ts'
import type { Person } from '../vault/types.ts'

/** Who would go on with a request if one person left it. */
export interface Left {
  /** Others of the office who read it. */
  readonly others: readonly Person[]
  /** Substitutes who may step in: in standing, not excluded, in no conflict. */
  readonly substitutes: readonly Person[]
  /** Nobody else reads the case, of whatever role: whoever leaves has to hand it over first. */
  readonly alone: boolean
  /** To whom it is handed over then, if anybody may take it. */
  readonly heir: string | null
}

const office: readonly Role[] = ['chief', 'officer']

/** Who is left if this person goes. */
export const leftWithoutMe = ({ file, setting, progress, book, me, today }: RequestFile): Left => {
  const { history } = progress
  const able = (book?.people ?? []).filter(
    ({ id, standing }) => standing && id !== me.id && !file.excluded.includes(id) && !isConflicted(history, id),
  )
  const reads = ({ id }: Person): boolean => file.readers.includes(id)
  const substitutes = able.filter(({ role }) => role === 'substitute')
  const alone = !file.readers.some((id) => id !== me.id)
  const heir = substitutes.find(({ id }) => joiningOf(setting, progress, me, today, id).state === 'free')
  return {
    others: able.filter((person) => office.includes(person.role) && reads(person)),
    ...{ substitutes, alone },
    heir: alone ? (heir?.id ?? null) : null,
  }
}
