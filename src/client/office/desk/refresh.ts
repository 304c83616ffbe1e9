import type { Desk } from './desk.ts'

/** Reads what the service says of the office, and verifies its directory where there is one. */
export const readOffice = async (desk: Desk): Promise<void> => {
  const office = await desk.call('officeState')
  desk.office.set(office)
  if (office.founded) desk.book.set(await desk.vault.readBook(await desk.call('readDirectory')))
}

/**
 * Reads everything again that a change of the directory touches. Whoever changed it has seen its new head, and signs
 * that, so that reporters' pages do not warn of a directory that nobody looked at.
 */
export const refresh = async (desk: Desk): Promise<void> => {
  const before = desk.book.value?.head
  await readOffice(desk)
  const day = desk.office.value?.day
  if (day !== undefined && desk.book.value?.head !== before) {
    await desk.call('mark', { body: await desk.vault.mark(day) })
  }
  desk.session.set(await desk.call('readSession'))
}

/** Keeps the session alive, and notices that a day has begun or that a colleague has opened the office. */
export const lookAgain = async (desk: Desk): Promise<void> => {
  desk.session.set(await desk.call('readSession'))
  const { open, day } = await desk.call('officeState')
  if (open !== desk.office.value?.open || day !== desk.office.value?.day) await readOffice(desk)
}
