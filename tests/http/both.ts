import { afterAll, beforeAll, describe, expect } from 'vitest'
import { type Office, staffedOffice } from '../support/office.ts'
import { runtimes, type Server } from '../support/servers.ts'

/** What every suite gets: the service as it runs on this runtime, and a staffed office in rehearsal. */
export interface Stage {
  readonly server: Server
  readonly office: Office
}

/** Plays the same scenes on Node and on workerd. */
export function onBoth(title: string, scenes: (stage: Stage) => void): void {
  describe.each(runtimes)(`${title}, on %s:`, (_, start) => {
    const stage: { -readonly [Key in keyof Stage]?: Stage[Key] } = {}
    beforeAll(async () => {
      stage.server = await start()
      stage.office = await staffedOffice(stage.server)
    })
    afterAll(() => stage.server?.stop())
    scenes(stage as Stage)
  })
}

/** Expects a refusal with this code and status, after which everything that is stored is as it was. */
export async function expectRefusal(
  server: Server,
  code: string,
  status: number,
  ask: () => Promise<{ readonly status: number; readonly code: string | null }>,
): Promise<void> {
  const before = await server.dump()
  const { status: got, code: said } = await ask()
  expect({ code: said, status: got }).toEqual({ code, status })
  expect(await server.dump()).toBe(before)
}
