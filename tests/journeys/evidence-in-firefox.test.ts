import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Browser, ElementHandle, Page } from 'puppeteer-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { fromBase64url } from '../../crypto/wire/base64url.ts'
import { filesIn } from '../../src/domain/files.ts'
import { launchFirefox } from '../support/browsers.ts'
import { letter, pdf, people } from '../support/evidence/documents.ts'
import { known } from '../support/evidence/exif.ts'
import { photograph } from '../support/evidence/pictures.ts'
import { expectNothingReached } from '../support/lent-reader.ts'
import { foundOffice, type Office } from '../support/office.ts'
import { inFirefox, type PersonsPage, sendFromReaders, writeToEvidence } from '../support/reporter-page.ts'
import { open } from '../support/reporters.ts'
import { type Server, startNode } from '../support/servers.ts'

let server: Server
let office: Office
let browser: Browser
let raw: Page
let page: PersonsPage
const folder = mkdtempSync(join(tmpdir(), 'goodfaith-'))

beforeAll(async () => {
  server = await startNode()
  office = await foundOffice(server)
  browser = await launchFirefox({ safer: true })
  raw = await browser.newPage()
  page = inFirefox(raw)
})

afterAll(async () => {
  await browser?.close()
  await server?.stop()
  rmSync(folder, { recursive: true })
})

const onDisk = (name: string, bytes: Uint8Array): string => {
  writeFileSync(join(folder, name), bytes)
  return join(folder, name)
}

describe('somebody with Tor Browser at its level "Safer", who has a photograph and a letter', () => {
  let words: string[]

  test('has both cleaned in the page and sends them, without WebAssembly', async () => {
    await page.open(`${server.origin}/en/report/`)
    expect(await raw.evaluate(() => typeof WebAssembly)).toBe('undefined')
    await writeToEvidence(page, 'The contract was split in three.')
    const input = (await raw.$('#files-input')) as ElementHandle<HTMLInputElement>
    await input.uploadFile(onDisk('photo.jpg', photograph()), onDisk('letter.docx', await letter()))
    await page.sees('#file-1 ul')
    await page.sees('#file-2 ul')
    const told = (await page.texts('#files > ul > li')).join('\n')
    for (const secret of [known.place, known.serial, people.creator]) expect(told).toContain(secret)
    await page.click('#file-2-send')
    for (const step of ['evidence', 'contact']) await page.click(`#step-${step} [data-act=next]`)
    words = await sendFromReaders(page)
  })

  test('has them named in the sealed report, with what was taken out by its kind alone', async () => {
    const [line] = (await office.chief.client.call('listCases')).cases
    const { entries } = await open(office.chief, fromBase64url(line?.case ?? ''))
    const files = filesIn(entries[0]?.body ?? {})
    expect(files.map(({ name }) => name)).toEqual(['photo.jpg', 'letter.docx'])
    expect(files[0]?.cleaned).toMatch(/^cleaned removed:.*place/)
    expect(files[1]?.cleaned).toContain('remains:history')
    expect(JSON.stringify(entries[0]?.body)).not.toContain(known.serial)
  })

  test('can fetch and check them again from the page of the case', async () => {
    await page.open(`${server.origin}/en/case/`)
    await page.type('#key', words.join(' '))
    await page.click('#enter-form button')
    await page.sees('#case-history ul button')
    await page.click('#case-history ul button')
    await raw.waitForFunction(() => /whole/.test(document.querySelector('#case-status')?.textContent ?? ''), {
      timeout: 30_000,
    })
  })
})

describe('the frame in which officers look at files, in Firefox', () => {
  const shown = [
    { what: 'a picture', kind: 'picture', type: 'image/jpeg', bytes: [...photograph()], says: 'shown' },
    { what: 'a PDF', kind: 'pdf', type: '', bytes: [...pdf(true)], says: 'shown' },
    {
      what: 'nothing of a damaged PDF',
      kind: 'pdf',
      type: '',
      bytes: [...Buffer.from('%PDF-1.7 cut off')],
      says: 'failed',
    },
  ]
  test.each(shown)('shows $what and has no origin, no network and no way to its page', async (file) => {
    await page.open(`${server.origin}/en/office/`)
    const seen = await raw.evaluate(async ({ kind, type, bytes }) => {
      const frame = document.createElement('iframe')
      frame.setAttribute('sandbox', 'allow-scripts allow-same-origin')
      frame.src = document.documentElement.dataset.preview ?? ''
      const heard: unknown[] = []
      const done = new Promise<void>((resolve) => {
        addEventListener('message', ({ data, origin }) => {
          heard.push(origin, data.says)
          const says = { language: 'en', unread: '', empty: '' }
          const asked = { kind, type, bytes: Uint8Array.from(bytes), says }
          if (data.says === 'ready') frame.contentWindow?.postMessage(asked, '*')
          if (data.says === 'failed' || (data.says === 'shown' && data.height > 20)) resolve()
        })
      })
      document.body.append(frame)
      await Promise.race([done, new Promise((late) => setTimeout(late, 10_000))])
      return { heard, reachable: frame.contentDocument !== null }
    }, file)
    expect(new Set(seen.heard)).toEqual(new Set(['null', 'ready', file.says]))
    expect(seen.reachable).toBe(false)
  })

  test('has nothing reached by a file that takes over the thread that other browsers lend it', async () => {
    await expectNothingReached(server.origin, async (address, attack) => {
      const own = await browser.newPage()
      await own.goto(address)
      return own.evaluate(attack)
    })
  })
})
