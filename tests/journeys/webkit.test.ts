import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { fromBase64url } from '../../crypto/wire/base64url.ts'
import { filesIn } from '../../src/domain/files.ts'
import { known } from '../support/evidence/exif.ts'
import { pdfWith } from '../support/evidence/pdfs.ts'
import { photograph } from '../support/evidence/pictures.ts'
import { webkitIsPossible } from '../support/find-browser.ts'
import { foundOffice, type Office } from '../support/office.ts'
import { sendFromReaders, writeToEvidence } from '../support/reporter-page.ts'
import { act, open } from '../support/reporters.ts'
import { type Server, startNode } from '../support/servers.ts'
import { launchWebKit, type WebKitPage } from '../support/webkit.ts'

const STORY = 'The contract was split in three.'
const MODES = [
  ['as it is', false],
  ['in Lockdown Mode', true],
] as const

const folder = mkdtempSync(join(tmpdir(), 'goodfaith-'))
afterAll(() => rmSync(folder, { recursive: true }))

describe.skipIf(!webkitIsPossible).each(MODES)('somebody with an iPhone %s', (_, lockdown) => {
  let server: Server
  let office: Office
  let page: WebKitPage
  let words: string[]

  beforeAll(async () => {
    server = await startNode()
    office = await foundOffice(server)
    page = await launchWebKit({ lockdown })
  })
  afterAll(async () => {
    await page?.close()
    await server?.stop()
  })

  const theCase = async () => fromBase64url((await office.chief.client.call('listCases')).cases[0]?.case ?? '')

  test('reports with a photograph, which is cleaned in the page', async () => {
    await page.open(`${server.origin}/en/report/`)
    expect(await page.say('return typeof WebAssembly')).toBe(lockdown ? 'undefined' : 'object')
    await writeToEvidence(page, STORY)
    writeFileSync(join(folder, 'photo.jpg'), photograph())
    await page.upload('#files-input', join(folder, 'photo.jpg'))
    await page.sees('#file-1 ul')
    expect((await page.texts('#file-1')).join()).toContain(known.place)
    for (const step of ['evidence', 'contact']) await page.click(`#step-${step} [data-act=next]`)
    words = await sendFromReaders(page)
    const { entries } = await open(office.chief, await theCase())
    expect(entries[0]?.body).toMatchObject({ story: STORY })
    expect(filesIn(entries[0]?.body ?? {}).map(({ cleaned }) => cleaned)).toEqual([expect.stringMatching(/^cleaned/)])
  })

  test('comes back with the words, reads the answer and fetches the photograph again', async () => {
    const body = { type: 'acknowledgement', text: 'Thank you.' }
    await act(office.chief, await theCase(), { act: 'say', lane: 'shared', body })
    await page.open(`${server.origin}/en/case/`)
    await page.type('#key', words.join(' '))
    await page.click('#enter-form button')
    await page.sees('#case-answer')
    expect(await page.texts('#case-answer .said p')).toEqual(['Thank you.'])
    await page.click('#case-history ul button')
    await expect.poll(() => page.texts('#case-status')).toEqual([expect.stringMatching(/whole/)])
  })

  test.each([
    ['sees a picture', { kind: 'picture', type: 'image/jpeg', bytes: [...photograph()] }, 'shown'],
    // There the frame may have no thread of its own, by which PDFs are read; nobody is left waiting for one.
    ['is told at once of a PDF that it cannot be shown', { kind: 'pdf', bytes: [...pdfWith({})] }, 'failed'],
  ])('%s in the frame without an origin, in which officers look at files', async (_, file, outcome) => {
    await page.open(`${server.origin}/en/office/`)
    const heard = await page.say<string[]>(PREVIEW, file)
    expect(heard.slice(0, 2)).toEqual(['null', 'ready'])
    expect(heard.slice(-2)).toEqual(['null', outcome])
  })
})

/** Shows a file in the frame, and says all that came from there. */
const PREVIEW = `
  const [file] = arguments
  const frame = document.createElement('iframe')
  frame.setAttribute('sandbox', 'allow-scripts allow-same-origin')
  frame.src = document.documentElement.dataset.preview
  return new Promise((resolve) => {
    const heard = []
    addEventListener('message', ({ data, origin }) => {
      heard.push(origin, data.says)
      const says = { language: 'en', unread: '', empty: '' }
      const asked = { ...file, bytes: Uint8Array.from(file.bytes), says }
      if (data.says === 'ready') frame.contentWindow.postMessage(asked, '*')
      if (data.says === 'failed' || (data.says === 'shown' && data.height > 20)) resolve(heard)
    })
    document.body.append(frame)
  })`
