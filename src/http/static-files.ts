import { preferredLanguage } from './languages.ts'
import { failure } from './respond.ts'
import type { FileKind } from './security-headers.ts'

/** The built site: the bytes of a file by its path below the public folder, without a slash in front. */
export interface Assets {
  read(path: string): Promise<Uint8Array<ArrayBuffer> | ReadableStream | null>
}

const types: Readonly<Record<string, string>> = {
  html: 'text/html; charset=utf-8',
  css: 'text/css; charset=utf-8',
  js: 'text/javascript; charset=utf-8',
  json: 'application/json; charset=utf-8',
  svg: 'image/svg+xml',
  txt: 'text/plain; charset=utf-8',
}

/** What the build writes beside each file, best first. */
const encodings = [
  { name: 'br', suffix: '.br' },
  { name: 'gzip', suffix: '.gz' },
] as const

const isFile = (path: string): boolean => /\.[a-z]+$/.test(path)

/** Pages that may do more than others, by their address below the language. */
const PAGES: ReadonlyMap<string, FileKind> = new Map([
  ['report', 'reporting'],
  ['request', 'reporting'],
  ['case', 'reporting'],
  ['office', 'office'],
  ['hand-in', 'handing'],
])

/** What a browser may do with what stands at a path. */
export function fileKind(path: string): FileKind {
  if (path.startsWith('/api/')) return 'other'
  if (/^\/assets\/(crypto-worker-js|clean-worker)-/.test(path)) return 'plain-worker'
  if (path.startsWith('/assets/crypto-worker-')) return 'worker'
  if (path.startsWith('/assets/reader-worker-')) return 'reader'
  if (isFile(path)) return 'other'
  const preview = /^\/preview\/([\w-]{43})\/$/.exec(path)?.[1]
  if (preview !== undefined) return { preview }
  return PAGES.get(path.split('/')[2] ?? '') ?? 'page'
}

/** A page or another file of the site; the page that says so, in its language, where there is none. */
export async function serveFile(assets: Assets, path: string, headers: Headers): Promise<Response> {
  const language = preferredLanguage(path, headers.get('accept-language') ?? '')
  if (path === '/') return redirect(`/${language}/`)
  const wanted = isFile(path) ? path.slice(1) : `${path.slice(1)}${path.endsWith('/') ? '' : '/'}index.html`
  const found = await read(assets, wanted, 200, headers)
  if (found) return isFile(path) || path.endsWith('/') ? found : redirect(`${path}/`)
  return (await read(assets, `${language}/404/index.html`, 404, headers)) ?? failure('request.not_found')
}

const redirect = (location: string): Response => new Response(null, { status: 302, headers: { location } })

async function read(assets: Assets, path: string, status: number, headers: Headers): Promise<Response | null> {
  const type = types[path.split('.').at(-1) ?? '']
  if (!type) return null
  const accepted = (headers.get('accept-encoding') ?? '').split(',').map((part) => part.trim().split(';')[0])
  const vary = { 'content-type': type, vary: 'accept-encoding' }
  for (const { name, suffix } of encodings.filter((encoding) => accepted.includes(encoding.name))) {
    const compressed = await assets.read(path + suffix)
    // Workers would compress again what says that it is compressed; both other runtimes ignore the option.
    const init = { status, headers: { ...vary, 'content-encoding': name }, encodeBody: 'manual' as const }
    if (compressed) return new Response(compressed, init)
  }
  const plain = await assets.read(path)
  return plain && new Response(plain, { status, headers: vary })
}
