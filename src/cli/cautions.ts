import { limits } from '../../crypto/wire/index.ts'
import type { Day } from '../domain/days.ts'
import { ageOf } from '../domain/directory-age.ts'
import type { Office } from './office.ts'

/** Under the rehearsal of an office nothing is taken up. */
export const rehearsal = ({ directory }: Office): readonly string[] =>
  directory.open
    ? []
    : [
        'This is a rehearsal: the office is not open yet. What reaches it is wiped when it opens, and nobody acts on it.',
      ]

/** What an old directory may mean: nobody of its readers may be there any more, and then the office refuses the file. */
export function age({ day }: Office, today: Day): readonly string[] {
  const { age, days } = ageOf(day, today, limits.envelopeDays)
  if (age === 'fresh') return []
  const office = 'Somebody may have left the office since, or joined it.'
  const rest =
    age === 'old' ? office : `${office} If none of its readers is there any more, the office refuses the file.`
  return [`The directory is ${days} days old. ${rest} Fetch a newer one if you can.`]
}
