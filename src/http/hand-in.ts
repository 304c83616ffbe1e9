import type { Context, Hono } from 'hono'
import type { ErrorCode } from '../contract/errors.ts'
import { errorStatus } from '../contract/errors.ts'
import { limits } from '../contract/limits.ts'
import { handIn } from '../service/hand-in.ts'
import { type EventLog, Refusal } from '../service/ports.ts'
import type { World } from '../service/world.ts'
import type { Environment } from './app.ts'
import { toldCode } from './fault.ts'
import { formFile } from './form-file.ts'
import { acceptedPage, refusedPage } from './hand-in-page.ts'
import { isPageLanguage } from './languages.ts'
import { fromStream } from './read-body.ts'
import { failure } from './respond.ts'
import type { Assets } from './static-files.ts'

/** What a form puts around the file: two boundaries, a name that the service does not read, and a type. */
const aroundFile = 8_192

interface Parts {
  readonly world: World
  readonly assets: Assets
  readonly log: EventLog
}

/**
 * The plain form by which a report that was sealed without a connection is handed in, for browsers without script. The
 * answer is the same page with the receipt, or with what is wrong; nothing of the request is in it but a code.
 */
export function registerHandIn(app: Hono<Environment>, { world, assets, log }: Parts): void {
  app.post('/:language/hand-in/', async (context) => {
    context.set('route', '/:language/hand-in/')
    const language = context.req.param('language')
    if (!isPageLanguage(language)) return failure('request.not_found')
    const page = await assets.read(`${language}/hand-in/index.html`)
    if (!page) return failure('request.not_found')
    const html = await new Response(page).text()
    try {
      demandOwnPage(context, world)
      const { receipts, fresh } = await handIn(world, await fileOf(context))
      return answer(acceptedPage(html, language, receipts), fresh ? 201 : 200)
    } catch (error) {
      const code: ErrorCode = toldCode(error, log)
      return answer(refusedPage(html, code), errorStatus[code])
    }
  })
}

const answer = (html: string, status: number): Response =>
  new Response(html, { status, headers: { 'content-type': 'text/html; charset=utf-8' } })

/**
 * Our own pages send `null` for their origin, since they tell nobody where somebody comes from, and old browsers send
 * none: both are let in. What says that it comes from another site is not. More is not needed: the call goes without a
 * cookie, and whoever could make a stranger's browser hand in a file can hand it in themselves.
 */
function demandOwnPage({ req }: Context<Environment>, { origin, onion }: World): void {
  const from = req.header('origin') ?? 'null'
  const site = req.header('sec-fetch-site') ?? 'same-origin'
  const own = from === 'null' || from === origin || (onion !== null && from === onion)
  if (!own || (site !== 'same-origin' && site !== 'none')) throw new Refusal('request.wrong_origin')
}

/** The file of the form, and nothing beside it. Its name is not read. */
async function fileOf({ req, env }: Context<Environment>): Promise<Uint8Array<ArrayBuffer>> {
  const type = req.header('content-type') ?? ''
  if (!/^multipart\/form-data;/i.test(type)) throw new Refusal('request.malformed')
  const bytes = await (env?.readBytes ?? fromStream(req.raw))(limits.envelope + aroundFile)
  if (!bytes) throw new Refusal('request.too_large')
  const { buffer, byteOffset, byteLength } = bytes
  const file = formFile(new Uint8Array(buffer as ArrayBuffer, byteOffset, byteLength), type)
  if (!file) throw new Refusal('request.malformed')
  return file
}
