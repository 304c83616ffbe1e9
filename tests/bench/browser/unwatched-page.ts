import { once } from 'node:events'
import type { Browser } from 'playwright-core'

/** A page of the browser that nothing watches. */
export interface UnwatchedPage {
  /** What an expression comes to, after it has been waited for. */
  evaluate(expression: string): Promise<unknown>
  /** Puts a file input with this file into the page, as the global `chosen`. */
  choose(file: string): Promise<void>
}

interface Reply {
  readonly id?: number
  readonly method?: string
  readonly result?: {
    readonly result?: { readonly value?: unknown; readonly objectId?: string }
    readonly exceptionDetails?: { readonly text: string; readonly exception?: { readonly description?: string } }
  }
  readonly error?: { readonly message: string }
}

const input = `(() => {
  globalThis.chosen = document.createElement('input')
  chosen.type = 'file'
  document.body.append(chosen)
  return chosen
})()`

/**
 * Opens an address in a page that Playwright does not know. In its own pages it has the browser record every request and
 * pass on its body, which for a part of a file costs more time and memory than sealing and sending it.
 */
export async function unwatchedPage(browser: Browser, url: string): Promise<UnwatchedPage> {
  const session = await browser.newBrowserCDPSession()
  const { browserContextId } = await session.send('Target.createBrowserContext')
  const { targetId } = await session.send('Target.createTarget', { url: 'about:blank', browserContextId })
  const { sessionId } = await session.send('Target.attachToTarget', { targetId, flatten: false })
  const replies = new EventTarget()
  session.on('Target.receivedMessageFromTarget', ({ message }) => {
    const reply = JSON.parse(message) as Reply
    const name = reply.id === undefined ? reply.method : `reply ${reply.id}`
    replies.dispatchEvent(new CustomEvent(`${name}`, { detail: reply }))
  })
  let last = 0
  const ask = async (method: string, params: object): Promise<Reply['result']> => {
    last += 1
    const replied = once(replies, `reply ${last}`) as Promise<[CustomEvent<Reply>]>
    await session.send('Target.sendMessageToTarget', {
      sessionId,
      message: JSON.stringify({ id: last, method, params }),
    })
    const [{ detail }] = await replied
    if (detail.error) throw new Error(detail.error.message)
    return detail.result
  }
  await ask('Page.enable', {})
  const loaded = once(replies, 'Page.loadEventFired')
  await ask('Page.navigate', { url })
  await loaded
  const evaluated = async (expression: string, returnByValue: boolean) => {
    const answer = await ask('Runtime.evaluate', { expression, awaitPromise: true, returnByValue })
    const thrown = answer?.exceptionDetails
    if (thrown) throw new Error(thrown.exception?.description ?? thrown.text)
    return answer?.result
  }
  return {
    evaluate: async (expression) => (await evaluated(expression, true))?.value,
    choose: async (file) => {
      const objectId = (await evaluated(input, false))?.objectId
      await ask('DOM.setFileInputFiles', { files: [file], objectId })
    },
  }
}
