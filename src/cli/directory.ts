import { rehearsal } from './cautions.ts'
import { save } from './files.ts'
import { ask, originOf } from './net.ts'
import { officeIn } from './office.ts'
import { Problem } from './problem.ts'

/** Fetches and checks the directory of an office. Gives what is to be said. */
export async function directory({ from, out }: { readonly from: string; readonly out: string }): Promise<string> {
  const answer = await ask(originOf(from), '/api/directory')
  if (!answer.ok) throw new Problem('refused', `There is no office at ${from}.`)
  const json = await answer.text()
  const office = await officeIn(json)
  const { digits, directory: checked } = office
  await save(out, json)
  const people = checked.members.filter(({ standing }) => standing).length
  return `The directory is in ${out}: ${checked.sequence + 1} signed statements, ${people} people.
Its office has the number ${digits.join(' ')}.
Compare it with the poster, digit by digit, before you lock anything for it.
${rehearsal(office).join('\n')}`
}
