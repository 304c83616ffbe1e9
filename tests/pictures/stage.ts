import type { Browser } from 'playwright-core'
import { type Act, caseKeyWords, ready, sealAct } from '../../crypto/index.ts'
import { toBase64url } from '../../crypto/wire/base64url.ts'
import type { Bytes } from '../../crypto/wire/bytes.ts'
import { dayNumber } from '../../src/domain/days.ts'
import { fieldsOfStep } from '../../src/domain/procedure/fields.ts'
import { directoryOf, foundOffice, type Office } from '../support/office.ts'
import { random } from '../support/officers.ts'
import { batchJson, message, open, report, send } from '../support/reporters.ts'
import { request } from '../support/requests.ts'
import { type Server, startNode } from '../support/servers.ts'

/**
 * A service on one set day with an office, an answered report and two requests for protection, and a browser: the same
 * whenever pictures are taken.
 */
export interface Stage {
  readonly browser: Browser
  readonly server: Server
  readonly office: Office
  /** The case key of a report. */
  readonly words: readonly string[]
  /** The case key of a request for protection at which the chief has declared to have no conflict. */
  readonly requestWords: readonly string[]
}

const today = '2026-11-16'
const summary = {
  ...{ title: 'Stamps', kind: 'report', state: 'acknowledged', received: today },
  ...{ owed: { what: 'feedback', due: '2027-02-16' }, last: 'office' },
}

const asked = {
  ...{ title: 'Pushed out', kind: 'protection', state: 'received', received: today, place: 'submitted' },
  ...{ owed: { what: 'acknowledgement', due: '2026-11-18' }, last: 'reporter' },
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
  const directory = await directoryOf(chief.client)
  const by = { keys: chief.keys, directory, day: dayNumber(today), random }
  const say = async (at: Bytes, act: Act, told: object): Promise<void> => {
    const opened = await open(chief, at, null, false)
    await send(chief, at, batchJson(await sealAct(opened, act, told, by)))
  }
  await say(address, message('We look into it.'), summary)
  const title = { title: asked.title }
  const later = { ...asked, owed: { ...asked.owed, due: '2026-11-19' } }
  await request(office, { summary: later }, title)
  const requester = await request(office, { summary: asked }, title)
  const toChief = { ...asked, declared: toBase64url(chief.memberId).slice(0, 4) }
  const declared = fieldsOfStep({ transition: 'declare-no-conflict' })
  await say(requester.address, { act: 'say', lane: 'shared', body: declared }, toChief)
  const wordsOf = (key: Bytes): readonly string[] => caseKeyWords(key, 'english')
  return { browser, server, office, words: wordsOf(caseKey), requestWords: wordsOf(requester.caseKey) }
}
