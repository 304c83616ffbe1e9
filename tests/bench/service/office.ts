import { admit, join, type Office, openOffice, type Place, staffedOffice } from '../../support/office.ts'

/** How many people read a new report, besides its reporter. */
export const readers = 8

/** An open office whose chief and officers make up the readers, with everybody else that an office has. */
export async function officeOfReaders(service: Place): Promise<Office> {
  const office = await staffedOffice(service)
  const reading = office.people.filter(({ role }) => role === 'chief' || role === 'officer')
  for (let number = reading.length + 1; number <= readers; number++) {
    await admit(office, await join(office, 'officer', `Officer ${number}`))
  }
  await openOffice(office)
  return office
}
