import type { Browser, Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { parseCaseKey, ready, reporterKeys } from '../../crypto/index.ts'
import { fingerprintDigits } from '../../crypto/wire/index.ts'
import { launchChromium } from '../support/browsers.ts'
import { createClient } from '../support/client.ts'
import { description, type Office, staffedOffice } from '../support/office.ts'
import { focusedIn, stepBack } from '../support/reporter-page.ts'
import { open } from '../support/reporters.ts'
import { type Server, startNode } from '../support/servers.ts'

let browser: Browser
let server: Server
let office: Office
let page: Page

beforeAll(async () => {
  await ready()
  server = await startNode()
  office = await staffedOffice(server)
  browser = await launchChromium()
})

afterAll(async () => {
  await browser?.close()
  await server?.stop()
})

beforeEach(async () => {
  page = await (await browser.newContext()).newPage()
})

afterEach(() => page.context().close())

const next = () => page.locator('[data-act=next]:visible').click()
const focused = () => focusedIn(page)

const writeSteps = async (): Promise<void> => {
  await next()
  await next()
  await page.fill('#story', 'The contract was split.')
}

const writeStory = async (): Promise<void> => {
  await page.goto(`${server.origin}/en/report/`)
  await writeSteps()
}

const toTheKey = async (): Promise<string[]> => {
  await page.locator('[data-act=skip]').click()
  await page.waitForSelector('#readers .choice')
  await next()
  await next()
  await page.waitForSelector('.words li')
  return page.locator('.words b').allTextContents()
}

describe('the steps of a report', () => {
  test('put the reader at the heading of each, and the browser’s Back goes one step back without loss', async () => {
    await writeStory()
    await next()
    expect(await focused()).toBe('heading of step-details')
    await stepBack(page)
    expect(await page.locator('h1:visible').textContent()).toBe('What happened?')
    expect(await focused()).toBe('heading of step-what')
    expect(await page.inputValue('#story')).toBe('The contract was split.')
  })

  test('leave one entry in the browser’s history, however many were taken, which names none of them', async () => {
    await page.goto(`${server.origin}/en/report/`)
    await page.waitForSelector('#step-need .rows')
    const before = await page.evaluate(() => history.length)
    await writeSteps()
    await toTheKey()
    expect(await page.evaluate(() => [history.length, history.state])).toEqual([before + 1, null])
    for (const title of ['review', 'exclude', 'what', 'how', 'need']) {
      await stepBack(page)
      expect(await focused()).toBe(`heading of step-${title}`)
    }
    expect(await page.evaluate(() => [history.length, history.state])).toEqual([before + 1, null])
  })

  test('are skipped to by keyboard from wherever the reader stands', async () => {
    await writeStory()
    await page.locator('.skip').focus()
    await page.keyboard.press('Enter')
    expect(await focused()).toBe('heading of step-what')
    expect(await page.inputValue('#story')).toBe('The contract was split.')
  })

  test('need one sentence, say so, and lead to where it is missing', async () => {
    await page.goto(`${server.origin}/en/report/`)
    await next()
    await next()
    await next()
    expect(await focused()).toBe('what-errors')
    await page.locator('#what-errors a').click()
    expect(await focused()).toBe('story')
    expect(await page.locator('#story').getAttribute('aria-invalid')).toBe('true')
  })

  test('are answered by keyboard: arrows move within a group and choose one', async () => {
    await page.goto(`${server.origin}/en/report/#n=3`)
    expect(await page.locator('#kind-advice').isChecked()).toBe(true)
    await page.locator('#kind-advice').focus()
    await page.keyboard.press('ArrowDown')
    expect(await focused()).toBe('kind-report')
    expect(await page.locator('[data-choices=kind] :checked').count()).toBe(1)
    await page.keyboard.press('ArrowUp')
    expect(await focused()).toBe('kind-advice')
  })

  test('lead back to the review from an answer that was changed there', async () => {
    await writeStory()
    await toTheKey()
    await page.locator('[data-act=back]:visible').click()
    await page.locator('#answers button').first().click()
    await page.locator('#kind-advice').check()
    await next()
    expect(await page.locator('#answers dd').first().textContent()).toBe('Request for advice')
  })

  test('point at a sentence that few people could have written', async () => {
    await writeStory()
    await page.fill('#story', 'The contract was split. Only I have the key to the archive.')
    await page.locator('[data-act=skip]').click()
    await page.waitForSelector('#readers .choice')
    await next()
    expect(await page.locator('#hints .serif').allTextContents()).toEqual(['Only I have the key to the archive.'])
    await page.locator('#hints button').click()
    expect(await focused()).toBe('story')
    expect(await page.evaluate(() => getSelection()?.toString())).toBe('Only I have the key to the archive.')
    await page.keyboard.type('There is one key.')
    await next()
    expect(await focused()).toBe('heading of step-review')
    expect(await page.locator('#hints *').count()).toBe(0)
  })

  test('point at one’s own name wherever it stands, and at nothing in a report that is open', async () => {
    await page.goto(`${server.origin}/en/report/`)
    await next()
    await page.locator('#mode-confidential').check()
    await page.fill('#sealed-name', 'Zoë Adeyemi')
    await page.fill('#sealed-reach', '+41 22 555 01 99')
    await next()
    await page.fill('#story', 'The contract was split.')
    await next()
    await page.fill('#persons', 'The head of section, and Zoe who signed.')
    while (!(await page.locator('#step-review').isVisible())) {
      await next()
      if (await page.locator('#step-evidence').isVisible()) {
        const file = { name: 'adeyemi notes.txt', mimeType: 'text/plain', buffer: Buffer.from('Split in three.') }
        await page.setInputFiles('#files-input', file)
        await page.getByText('A plain text').waitFor()
      }
      if (await page.locator('#step-exclude').isVisible()) await page.waitForSelector('#readers .choice')
    }
    expect(await page.locator('#hints .serif').allTextContents()).toEqual([
      'The head of section, and Zoe who signed.',
      'adeyemi notes.txt',
    ])
    await page.locator('#hints button').last().click()
    expect(await page.evaluate(() => document.activeElement?.getAttribute('aria-label'))).toBe(
      'Take out adeyemi notes.txt',
    )
    await next()
    await page.locator('#hints button').first().click()
    expect(await focused()).toBe('persons')
    await next()
    while (!(await page.locator('#step-how').isVisible())) await page.locator('[data-act=back]:visible').click()
    await page.locator('#mode-open').check()
    while (!(await page.locator('#step-review').isVisible())) await next()
    expect(await page.locator('#hints *').count()).toBe(0)
  })
})

/** Sends a report with the choice of what happens when the office is silent, and opens it with its key. */
const reportWithLimit = async (choice: 'on' | 'off') => {
  await writeStory()
  await page.locator('[data-act=skip]').click()
  await page.waitForSelector('#readers .choice')
  expect(await page.locator('#limit-on').isChecked()).toBe(true)
  await page.locator(`#limit-${choice}`).check()
  await next()
  const answers = await page.locator('#answers').innerText()
  await next()
  await page.waitForSelector('.words li')
  const read = parseCaseKey((await page.locator('.words b').allTextContents()).join(' '))
  if (!read.ok) throw new Error('the page showed no key')
  await page.locator('#no-return').check()
  await page.locator('#send').click()
  await page.waitForSelector('#receipt dd')
  const keys = await reporterKeys(read.key)
  const reporter = { client: createClient(server.origin), caseKey: read.key, keys, address: keys.address }
  return { answers, ...(await open(reporter, reporter.address)) }
}

describe('the limit of the office', () => {
  const substitutes = () => office.people.filter(({ role }) => role === 'substitute').map(({ memberId }) => memberId)

  test('holds a key back for the substitute, whom the reporter did not leave out', async () => {
    const { answers, held, state } = await reportWithLimit('on')
    expect(answers).toContain('Open the case to the substitute')
    expect(held).toEqual(substitutes())
    expect(state.excluded).toEqual([])
  })

  test('holds nothing back where the reporter wants nobody else in', async () => {
    const { answers, held, state, entries } = await reportWithLimit('off')
    expect(answers).toContain('Let nobody else in')
    expect(held).toEqual([])
    expect(state.excluded).toEqual(substitutes())
    expect(entries[0]?.body?.limit).toBe('off')
  })
})

/** Presses the way to what has a page of its own, and answers the browser's question whether what was typed may be lost. */
const goElsewhere = async (path: string, leave: boolean): Promise<string[]> => {
  const asked: string[] = []
  page.once('dialog', async (dialog) => {
    asked.push(dialog.type())
    await (leave ? dialog.accept() : dialog.dismiss())
  })
  await page.locator(`.step .rows a[href*='/en/${path}/']`).first().click()
  if (leave) await page.waitForURL(`${server.origin}/en/${path}/`)
  return asked
}

describe('a report that becomes a request for protection, or a request that becomes a report', () => {
  test('changes the page at once where nothing was typed, with the number of the poster', async () => {
    await page.goto(`${server.origin}/en/report/#fp=${'7'.repeat(40)}`)
    expect(await goElsewhere('request', true)).toEqual([])
    expect(await page.locator('h1:visible').textContent()).toBe('Who needs protection?')
    await page.locator('#step-whom [data-act=next]').click()
    await next()
    await page.fill('#story', 'They push me out.')
    await page.locator('[data-act=skip]').click()
    await page.waitForSelector('#exclude-errors:not([hidden])')
    expect(await page.locator('#exclude-errors').innerText()).toMatch(/not the number of this office/)
  })

  test('asks before what was typed is lost, and loses nothing where somebody stays', async () => {
    await writeStory()
    await stepBack(page)
    await stepBack(page)
    expect(await goElsewhere('request', false)).toEqual(['beforeunload'])
    expect(page.url()).toBe(`${server.origin}/en/report/`)
    expect(await page.inputValue('#story')).toBe('The contract was split.')
    expect(await goElsewhere('request', true)).toEqual(['beforeunload'])
    await page.waitForSelector('#step-whom')
    await next()
    await next()
    expect(await page.inputValue('#story')).toBe('')
    await page.fill('#story', 'They push me out.')
    await stepBack(page)
    await stepBack(page)
    expect(await goElsewhere('report', false)).toEqual(['beforeunload'])
    expect(await page.inputValue('#story')).toBe('They push me out.')
    expect(await goElsewhere('report', true)).toEqual(['beforeunload'])
    await page.waitForSelector('#step-need')
  })

  test('is offered where the kind of case is read back', async () => {
    await writeStory()
    await toTheKey()
    await page.locator('[data-act=back]:visible').click()
    await page.locator('#answers button').first().click()
    await page.waitForSelector('#step-need .rows')
    await next()
    expect(await focused()).toBe('heading of step-review')
  })
})

describe('the exit', () => {
  test('leaves by Escape three times in a row, and not by three with something between', async () => {
    await page.route('https://weather.example/', (route) => route.fulfill({ body: 'clouds' }))
    await writeStory()
    await page.waitForSelector('#fingerprint:not([hidden])', { state: 'attached' })
    for (const key of ['Escape', 'Escape', 'Tab', 'Escape']) await page.keyboard.press(key)
    expect(page.url()).toContain('/en/report/')
    await page.keyboard.press('Escape')
    await page.keyboard.press('Escape')
    await page.waitForURL(description.exitAddress)
    await page.goBack()
    expect(await page.content()).not.toContain('The contract was split.')
  })

  test('is one press for a mouse, and asks nothing', async () => {
    await page.route('https://weather.example/', (route) => route.fulfill({ body: 'clouds' }))
    await writeStory()
    await page.waitForSelector('#fingerprint:not([hidden])', { state: 'attached' })
    await page.locator('#exit').click()
    await page.waitForURL(description.exitAddress)
  })
})

describe('sending', () => {
  test('waits for the three words, or for a plain "I will not come back"', async () => {
    const sent: string[] = []
    page.on('request', (request) => request.url().endsWith('/api/reports') && sent.push(request.url()))
    await writeStory()
    await toTheKey()
    await page.locator('#send').click()
    expect(await page.locator('#key-errors li').count()).toBe(3)
    expect(sent).toEqual([])
    await page.locator('#no-return').check()
    await page.locator('#send').click()
    await page.waitForSelector('#receipt dd')
    expect(sent).toHaveLength(1)
  })

  test('loses and doubles nothing when the line breaks after the service has taken it', async () => {
    await writeStory()
    await toTheKey()
    await page.locator('#no-return').check()
    const bodies: (string | null)[] = []
    await page.route('**/api/reports', async (route) => {
      bodies.push(route.request().postData())
      if (bodies.length > 1) return route.continue()
      await route.fetch()
      return route.abort()
    })
    await page.locator('#send').click()
    await page.waitForSelector('#key-errors:not([hidden])')
    expect(await page.locator('#key-errors').innerText()).toMatch(/Nothing is lost or sent twice/)
    await page.locator('#send').click()
    await page.waitForSelector('#receipt dd')
    expect(bodies[1]).toBe(bodies[0])
  })

  test('leaves nothing but the receipt on the page, whichever way somebody goes back', async () => {
    await writeStory()
    const words = await toTheKey()
    await page.locator('#no-return').check()
    await page.locator('#send').click()
    await page.waitForSelector('#receipt dd')
    const receipt = await page.locator('#receipt').innerText()
    await page.goBack()
    expect(await page.locator('#receipt').innerText()).toBe(receipt)
    expect(await page.locator('section.step').count()).toBe(1)
    const left = await page.locator('body').evaluate((body) => body.outerHTML)
    for (const word of ['The contract was split.', ...words]) expect(left).not.toContain(`>${word}<`)
    expect(await page.locator('textarea, #report input').count()).toBe(0)
    await page.goBack()
    expect(page.url()).not.toContain('/report/')
  })

  test('sends what was said last, though everything was sealed ahead while the key was shown', async () => {
    await writeStory()
    const words = await toTheKey()
    while (!(await page.locator('#story').isVisible())) await page.locator('[data-act=back]:visible').click()
    await page.fill('#story', 'The contract was split, twice.')
    expect(await toTheKey()).toEqual(words)
    await page.locator('#no-return').check()
    await page.locator('#send').click()
    await page.waitForSelector('#receipt dd')
    const read = parseCaseKey(words.join(' '))
    if (!read.ok) throw new Error('The page showed no key')
    const keys = await reporterKeys(read.key)
    const reporter = { client: createClient(server.origin), caseKey: read.key, keys, address: keys.address }
    const [first] = (await open(reporter, reporter.address)).entries
    expect(first?.body).toMatchObject({ story: 'The contract was split, twice.' })
  })

  test('stops before anything is sent when somebody new would read it, and shows the list again', async () => {
    await writeStory()
    await toTheKey()
    await page.locator('#no-return').check()
    await page.route('**/api/directory', async (route) => {
      const response = await route.fetch()
      const answer = await response.json()
      // The list as it was before the last person was admitted: other keys than those that were shown.
      return route.fulfill({ json: { ...answer, statements: answer.statements.slice(0, 2) } })
    })
    await page.locator('#send').click()
    await page.waitForSelector('#exclude-errors:not([hidden])')
    expect(await page.locator('#exclude-errors').innerText()).toMatch(/The office has changed/)
    expect(await page.locator('#readers .choice').count()).toBe(1)
  })

  test('is refused with a sentence, and nothing is sent, where the crypto worker does not come', async () => {
    await page.route('**/assets/crypto-worker*', (route) => route.abort())
    await writeStory()
    await page.locator('[data-act=skip]').click()
    await page.waitForSelector('#exclude-errors:not([hidden])')
    expect(await page.locator('#exclude-errors').innerText()).toMatch(/cannot lock your words/)
    await next()
    expect(await page.locator('#step-exclude').isVisible()).toBe(true)
  })
})

describe('a poster’s number', () => {
  test('that is the office’s goes along to the report', async () => {
    const digits = fingerprintDigits((await office.directory()).fingerprint).join('')
    await page.goto(`${server.origin}/en/#fp=${digits}`)
    await page.waitForSelector('#fingerprint:not([hidden])')
    await page.locator('.rows a').first().click()
    await page.waitForURL('**/report/')
    await page.waitForSelector('#fingerprint:not([hidden])', { state: 'attached' })
    expect(page.url()).not.toContain('fp=')
  })

  test('that is another office’s stops everything', async () => {
    await page.goto(`${server.origin}/en/#fp=${'7'.repeat(40)}`)
    await page.waitForSelector('[role=alert].error')
    await page.goto(`${server.origin}/en/report/#fp=${'7'.repeat(40)}`)
    await next()
    await next()
    await page.fill('#story', 'The contract was split.')
    await page.locator('[data-act=skip]').click()
    await page.waitForSelector('#exclude-errors:not([hidden])')
    expect(await page.locator('#exclude-errors').innerText()).toMatch(/not the number of this office/)
  })
})

describe('before the office is open', () => {
  test('every page says that it is a rehearsal', async () => {
    for (const path of ['', 'report/', 'request/', 'case/', 'help/']) {
      await page.goto(`${server.origin}/en/${path}`)
      await page.waitForSelector('#rehearsal:not([hidden])')
    }
  })

  test('a button does not move away under a press when the page learns so', async () => {
    let letGo = (): void => undefined
    const pressed = new Promise<void>((resolve) => {
      letGo = resolve
    })
    await page.route('**/api/directory', async (route) => {
      await pressed
      await route.continue()
    })
    await page.goto(`${server.origin}/en/report/`)
    await page.locator('[data-act=resume]').hover()
    await page.mouse.down()
    letGo()
    // The readers are listed from the same answer, so by now the page knows.
    await page.waitForSelector('#readers .choice', { state: 'attached' })
    await page.mouse.up()
    await page.waitForSelector('#step-resume:not([hidden])')
    await page.waitForSelector('#rehearsal:not([hidden])')
  })
})

describe('without the script', () => {
  test('every page reads, says why nothing can be sent, and shows nothing to type into', async () => {
    const context = await browser.newContext({ javaScriptEnabled: false })
    const still = await context.newPage()
    for (const path of ['', 'report/', 'request/', 'case/', 'help/', 'privacy/', 'accessibility/']) {
      await still.goto(`${server.origin}/en/${path}`)
      expect(await still.locator('h1:visible').count(), path).toBe(1)
      expect(await still.locator('input:visible, textarea:visible, button:visible').count(), path).toBe(0)
    }
    await still.goto(`${server.origin}/en/report/`)
    expect(await still.locator('main').innerText()).toMatch(/needs its script to lock your words/)
    await context.close()
  })
})

describe('without a secure connection', () => {
  test.each(['report', 'request', 'case'])(
    'the page %s refuses with a sentence and shows nothing to type into',
    async (path) => {
      await page.route('http://plain.example/**', async (route) => {
        const response = await fetch(server.origin + new URL(route.request().url()).pathname)
        const headers = { 'content-type': response.headers.get('content-type') ?? '' }
        return route.fulfill({ headers, body: Buffer.from(await response.arrayBuffer()) })
      })
      await page.goto(`http://plain.example/en/${path}/`)
      await page.waitForSelector('#not-secure:not([hidden])')
      expect(await page.locator('#not-secure').innerText()).toMatch(/not opened over a secure connection/)
      expect(await page.locator('input:visible, textarea:visible, button:visible').count()).toBe(0)
    },
  )
})
