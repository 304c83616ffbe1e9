import { isConflicted } from '../../../domain/procedure/history.ts'
import type { Progress } from '../../../domain/procedure/step.ts'
import type { Role } from '../../../domain/roles.ts'
import type { Book, OpenedFile, Person } from '../vault/types.ts'

/** Who would go on with a request if one person left it. */
export interface Left {
  /** Others of the office who read it. */
  readonly others: readonly Person[]
  /** Substitutes who may step in: in standing, not excluded, in no conflict. */
  readonly substitutes: readonly Person[]
  /** Nobody else reads the case, of whatever role: whoever leaves has to hand it over first. */
  readonly alone: boolean
}

const office: readonly Role[] = ['chief', 'officer']

export const leftWithout = (me: string, file: OpenedFile, { history }: Progress, book: Book | null): Left => {
  const able = (book?.people ?? []).filter(
    ({ id, standing }) => standing && id !== me && !file.excluded.includes(id) && !isConflicted(history, id),
  )
  const reads = ({ id }: Person): boolean => file.readers.includes(id)
  return {
    others: able.filter((person) => office.includes(person.role) && reads(person)),
    substitutes: able.filter(({ role }) => role === 'substitute'),
    alone: !file.readers.some((id) => id !== me),
  }
}
