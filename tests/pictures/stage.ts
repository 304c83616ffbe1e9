import type { Browser } from 'playwright-core'
import { caseKeyWords, ready, sealAct } from '../../crypto/index.ts'
import { dayNumber } from '../../src/domain/days.ts'
import { directoryOf, foundOffice, type Office } from '../support/office.ts'
import { random } from '../support/officers.ts'
import { batchJson, message, open, report, send } from '../support/reporters.ts'
import { type Server, startNode } from '../support/servers.ts'

/** A service on one set day with an office and one answered case, and a browser: the same whenever pictures are taken. */
export interface Stage {
  readonly browser: Browser
  readonly server: Server
  readonly office: Office
  /** The case key. */
  readonly words: readonly string[]
}

const today = '2026-11-16'
const summary = {
  ...{ title: 'Stamps', kind: 'report', state: 'acknowledged', received: today },
  ...{ owed: { what: 'feedback', due: '2027-02-16' }, last: 'office' },
}

/** Sets the stage. */
export async function setStage(browser: Browser): Promise<Stage> {
  await ready()
  const server = await startNode({ clock: () => Date.parse(`${today}T09:00:00Z`) })
  const office = await foundOffice(server)
  const { chief } = office
  const body = {
    type: 'report',
    kind: 'report',
    mode: 'anonymous',
    language: 'en',
    title: 'Stamps',
    story: 'Bought twice.',
  }
  const { address, caseKey } = await report(office, { body, summary })
  const opened = await open(chief, address, null, false)
  const directory = await directoryOf(chief.client)
  const by = { keys: chief.keys, directory, day: dayNumber(today), random }
  await send(chief, address, batchJson(await sealAct(opened, message('We look into it.'), summary, by)))
  return { browser, server, office, words: caseKeyWords(caseKey, 'english') }
}
