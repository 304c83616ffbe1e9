import { inStanding } from '../../../crypto/wire/member.ts'
import { delivery } from '../../domain/delivery.ts'
import type { CurrentOffice } from '../current-office.ts'
import type { LetterRow, Mailer } from '../ports.ts'
import { minutesNow, type World } from '../world.ts'
import { letterTo } from './letter.ts'
import { slotOf } from './tell.ts'

/**
 * Sends the mails whose time has come, at least once each: whoever is killed between sending and writing that down leaves
 * a mail that is sent again. Does nothing where no mail is set up.
 */
export async function sendDue(world: World, office: CurrentOffice): Promise<void> {
  const { mailer } = world
  if (!mailer) return
  for (const letter of await world.store.outbox.due(minutesNow(world), delivery.mailsInOneRun)) {
    // With nobody to hand mail to, the others wait for the next run without having failed.
    if ((await sendOne(world, office, mailer, letter)) === 'down') return
  }
}

async function sendOne(world: World, office: CurrentOffice, mailer: Mailer, letter: LetterRow) {
  const { outbox } = world.store
  if (!(await outbox.claim(letter, minutesNow(world) + delivery.claim))) return 'later'
  const outcome = await mailer.send(letterTo(world, mailer.from, letter.address, letter.slot))
  const wait = delivery.backOff[letter.attempts]
  if (outcome === 'accepted') await outbox.sent(letter)
  else if (outcome === 'refused' || wait === undefined) await giveUp(world, office, letter, outcome === 'refused')
  else await outbox.later(letter, minutesNow(world) + wait)
  return outcome
}

/** Somebody else hears instead, at the next full hour: a silence of the mail must not become one of the office. */
async function giveUp(world: World, office: CurrentOffice, letter: LetterRow, refused: boolean): Promise<void> {
  const chiefs = inStanding(office.directory.members).filter(({ role }) => role === 'chief')
  await world.store.outbox.giveUp(
    letter,
    refused ? 'refused' : 'unreachable',
    chiefs.map(({ id }) => id),
    slotOf(world, office, true),
  )
}
