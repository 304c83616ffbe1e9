/** What one room may do. A room is a folder or a file; the longest path that fits a file is its room. */
export interface Room {
  readonly path: string
  /** Folders and files of the project that it may import from, besides itself. */
  readonly from: readonly string[]
  /** Packages with all their parts; 'node:' stands for Node's own modules, 'what it computes' for names that are not written. */
  readonly packages: readonly string[]
  /**
   * What it must not say: 'fetch' a name, 'Date.now' a member, 'new Date' a construction with or without arguments,
   * 'new Date()' one without, '.innerHTML' a property of anything.
   */
  readonly never: readonly string[]
}

/** The clock, dice and a voice of its own: what a room gets handed in instead. */
const AMBIENT = ['fetch', 'Date.now', 'new Date()', 'Math.random', 'console']

/** The protocol knows no page, and days as numbers only. */
const PROTOCOL = [...AMBIENT, 'new Date', 'document', 'window', 'navigator']

/** The ways to turn text into markup, which a page that shows strangers' words does not have. */
const MARKUP = [
  '.innerHTML',
  '.outerHTML',
  '.insertAdjacentHTML',
  '.setHTMLUnsafe',
  '.dangerouslySetInnerHTML',
  '.createContextualFragment',
  'document.write',
  'DOMParser',
  'eval',
]

/** The places where a browser keeps things after the page is gone. */
const STORAGE = ['localStorage', 'sessionStorage', 'indexedDB', 'caches', 'document.cookie', 'cookieStore']

const PAGE = [...MARKUP, ...STORAGE, 'console']

const CLIENT = [
  'src/contract',
  'src/domain',
  'src/client/ui',
  'src/client/i18n',
  'src/client/worker/proxy.ts',
  'src/client/worker/cleaner.ts',
  'src/client/worker/reader.ts',
  'src/client/preview/shown.ts',
]

/** The rooms of the house: the table of CONTRIBUTING.md. */
export const ROOMS: readonly Room[] = [
  { path: 'crypto', from: [], packages: ['@scure/bip39'], never: PROTOCOL },
  { path: 'crypto/wire', from: [], packages: [], never: PROTOCOL },
  { path: 'crypto/sodium', from: ['crypto/wire'], packages: ['libsodium-wrappers'], never: PROTOCOL },

  {
    path: 'db',
    from: ['src/domain', 'src/contract/errors.ts', 'src/service/ports.ts'],
    packages: ['kysely'],
    never: ['fetch', 'console'],
  },
  { path: 'db/sqlite.ts', from: ['db'], packages: ['kysely', 'better-sqlite3'], never: ['fetch', 'console'] },
  { path: 'db/migrate.ts', from: ['db'], packages: ['kysely', 'better-sqlite3', 'node:'], never: ['fetch', 'console'] },

  { path: 'src/domain', from: [], packages: [], never: AMBIENT },
  { path: 'src/contract', from: ['src/domain'], packages: ['valibot'], never: AMBIENT },
  {
    path: 'src/service',
    from: ['src/contract', 'src/domain', 'crypto/wire'],
    packages: [],
    never: AMBIENT,
  },
  {
    path: 'src/service/passkeys',
    from: ['src/service', 'src/contract', 'src/domain', 'crypto/wire'],
    packages: ['@simplewebauthn/server'],
    never: AMBIENT,
  },
  {
    path: 'src/http',
    from: ['src/contract', 'src/domain', 'src/service'],
    packages: ['hono'],
    never: ['fetch', 'Math.random', 'console'],
  },
  {
    path: 'src/runtime/node',
    from: ['db', 'src/contract', 'src/domain', 'src/http', 'src/service'],
    packages: ['node:', 'croner', 'nodemailer'],
    never: ['fetch', 'Math.random'],
  },
  {
    path: 'src/runtime/worker',
    from: ['db', 'src/contract', 'src/domain', 'src/http', 'src/service'],
    packages: ['cloudflare:email'],
    never: ['Math.random'],
  },

  {
    path: 'src/cli',
    from: [
      ...['crypto', 'src/contract', 'src/domain', 'src/service/json.ts', 'src/client/clean'],
      ...['errors', 'files'].map((name) => `src/client/i18n/messages/en/${name}.json`),
    ],
    packages: ['node:'],
    never: ['Math.random', 'console'],
  },

  { path: 'src/client/i18n', from: ['src/domain/languages'], packages: [], never: PAGE },
  { path: 'src/client/i18n/compile', from: ['src/client/i18n'], packages: ['messageformat'], never: AMBIENT },
  { path: 'src/client/ui', from: ['src/domain', 'src/client/i18n'], packages: [], never: PAGE },
  { path: 'src/client/ui/draw/qr.ts', from: ['src/client/ui'], packages: ['qr'], never: PAGE },
  { path: 'src/client/ui/draw/draw.tsx', from: ['src/client/ui'], packages: ['preact'], never: PAGE },
  {
    path: 'src/client/pages',
    from: ['src/contract', 'src/domain', 'src/client/ui', 'src/client/i18n'],
    packages: ['preact'],
    never: PAGE,
  },
  { path: 'src/client/reporter', from: [...CLIENT, 'src/client/files', 'crypto/wire'], packages: [], never: PAGE },
  {
    path: 'src/client/reporter/later.ts',
    from: ['src/client/reporter', 'src/client/ui'],
    packages: ['what it computes'],
    never: PAGE,
  },
  {
    path: 'src/client/letter',
    from: ['src/domain', 'src/client/ui', 'src/client/i18n', 'src/client/reporter', 'crypto'],
    packages: [],
    never: [...PAGE, 'fetch'],
  },
  {
    path: 'src/client/envelope',
    from: [...CLIENT, 'src/client/clean', 'src/client/files', 'src/client/reporter', 'crypto'],
    packages: [],
    never: [...PAGE, 'fetch'],
  },
  {
    path: 'src/client/office',
    from: [...CLIENT, 'src/client/files'],
    packages: ['preact', 'valibot', '@simplewebauthn/browser'],
    never: PAGE,
  },
  {
    path: 'src/client/files',
    from: [...CLIENT, 'src/client/clean', 'crypto/wire'],
    packages: [],
    never: PAGE,
  },
  { path: 'src/client/clean', from: ['crypto/wire', 'src/domain'], packages: [], never: [...PAGE, 'fetch'] },
  { path: 'src/client/preview', from: [], packages: ['pdfjs-dist'], never: [...PAGE, 'fetch'] },
  {
    path: 'src/client/worker',
    from: ['crypto', 'src/client/clean'],
    packages: [],
    never: [...PAGE, 'fetch'],
  },

  {
    path: 'src/build',
    from: ['src/client', 'src/contract', 'src/domain'],
    packages: ['node:', 'binaryen', 'esbuild', 'valibot', '@valibot/to-json-schema', 'what it computes'],
    never: [],
  },
]
