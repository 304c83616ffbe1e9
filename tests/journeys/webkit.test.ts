import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { fromBase64url } from '../../crypto/wire/base64url.ts'
import { filesIn } from '../../src/domain/files.ts'
import { known } from '../support/evidence/exif.ts'
import { drawn, pdfWith } from '../support/evidence/pdfs.ts'
import { photograph } from '../support/evidence/pictures.ts'
import { webkitIsPossible } from '../support/find-browser.ts'
import { expectNothingReached, serveStill, showing } from '../support/lent-reader.ts'
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

  describe('who is an officer', () => {
    let still: Awaited<ReturnType<typeof serveStill>>
    beforeAll(async () => {
      still = await serveStill(server.origin)
    })
    afterAll(() => still?.stop())

    const look = async (file: object): Promise<readonly unknown[]> => {
      await page.open(`${still.origin}/en/office/`)
      return page.say(SHOW, file)
    }

    test('sees a picture in the frame without an origin', async () => {
      const heard = await look({ kind: 'picture', type: 'image/jpeg', bytes: [...photograph()] })
      expect(heard.slice(-1)).toEqual([{ says: 'shown', height: 24 }])
    })

    test('sees a PDF there, which a thread of the console reads until nobody looks at it any more', async () => {
      const heard = await look({ kind: 'pdf', bytes: [...pdfWith({})] })
      expect(heard).toEqual([{ says: 'shown', height: expect.any(Number), pages: { all: 1, drawn: 1 } }])
      await expect
        .poll(() => page.sayInside<Seen>('iframe', SEEN))
        .toEqual({
          ...{ origin: 'null', words: drawn },
          dark: expect.toSatisfy((dark: number) => dark > 0.001 && dark < 0.1),
        })
      expect(await page.say('close(); return heard.slice(1)')).toEqual(['ended'])
    })

    test('is told of a damaged PDF, and the thread that could not read it ends', async () => {
      const heard = await look({ kind: 'pdf', bytes: [...Buffer.from('%PDF-1.7 cut off')] })
      expect(heard).toEqual(['ended', { says: 'failed' }])
    })

    test.each(['found=x', 'join=officer.x'])(
      'is told by a link with %s that no passkey is made here, and fills in nothing',
      async (link) => {
        await page.open(`${server.origin}/en/#`)
        await page.open(`${server.origin}/en/office/#${link}`)
        // What is shown while the page loads goes in between.
        await expect
          .poll(() => page.texts('main h1, main input, main textarea'))
          .toEqual([expect.stringMatching(/cannot make the passkey/)])
      },
    )

    test('has nothing reached by a file that takes the thread over', async () => {
      await expectNothingReached(server.origin, async (address, attack) => {
        await page.open(address)
        return page.say(`return ${attack}`)
      })
    })
  })
})

interface Seen {
  readonly origin: string
  readonly words: string
  /** The part of the drawing that is: one line of letters. */
  readonly dark: number
}

/** What is in the frame. */
const SEEN = `
  const canvas = document.querySelector('canvas')
  const { data } = canvas?.getContext('2d').getImageData(0, 0, canvas.width, canvas.height) ?? { data: [] }
  const dark = [...data].filter((value, place) => place % 4 === 0 && value < 64).length / (data.length / 4)
  return { origin, words: document.querySelector('section p').textContent, dark }`

/** Shows a file in a frame as the console does, and says all that it told until it is seen or not. */
const SHOW = `
  ${showing}
  const [file] = arguments
  const frame = document.createElement('iframe')
  frame.setAttribute('sandbox', 'allow-scripts allow-same-origin')
  frame.src = document.documentElement.dataset.preview
  window.heard = []
  const { terminate } = Worker.prototype
  Worker.prototype.terminate = function () {
    heard.push('ended')
    terminate.call(this)
  }
  const asked = { ...file, bytes: Uint8Array.from(file.bytes), says: { language: 'en', unread: '', empty: '' } }
  return new Promise((resolve) => {
    window.close = Console.showFile(() => frame.contentWindow, asked, (told) => {
      heard.push(told)
      if (told.says === 'failed' || told.height > 20) resolve(heard)
    })
    document.body.append(frame)
    frame.scrollIntoView()
  })`
