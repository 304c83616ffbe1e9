import { fromBase64url, toBase64url } from '../../crypto/wire/base64url.ts'
import { decodeSeals, encodeSeals } from '../../crypto/wire/seals-block.ts'
import type { FirstBatch } from '../../src/contract/entries.ts'
import { random } from '../support/officers.ts'
import { type Reporter, sealReport } from '../support/reporters.ts'
import { flipped, resigned } from '../support/tamper.ts'

type Spoil = (batch: FirstBatch, reporter: Reporter) => object | Promise<object>
type Shared = Parameters<typeof resigned>

/** The batch with its first entry changed and signed again by its author. */
const dishonest =
  (changes: Shared[2], parts: Shared[3] = {}): Spoil =>
  async ({ entries: [first, second], ...rest }, { keys }) => ({
    ...rest,
    entries: [first && (await resigned(first, keys, changes, parts)), second],
  })

const withFirst =
  (change: (entry: FirstBatch['entries'][number]) => object): Spoil =>
  ({ entries: [first, second], ...rest }) => ({ ...rest, entries: [first && { ...first, ...change(first) }, second] })

const somebodysKey = fromBase64url('SPAjHBAiEgGzb23G2D2g3_dXPCtZjx6nbSyKpJ7jhpY')

/** What a broken page or an attacker sends instead of a report: code and status that it gets. */
export const spoiltReports: readonly (readonly [what: string, code: string, status: number, spoil: Spoil])[] = [
  ['nothing at all', 'request.malformed', 400, () => ({})],
  ['a story in the clear', 'request.malformed', 400, () => ({ title: 'Stamps', story: 'Bought twice.' })],
  ['a story beside what is sealed', 'request.malformed', 400, (batch) => ({ ...batch, story: 'Bought twice.' })],
  ['a passkey’s secret', 'request.malformed', 400, (batch) => ({ ...batch, prf: { results: { first: 'AA' } } })],
  ['one entry alone', 'request.malformed', 400, (batch) => ({ ...batch, entries: batch.entries.slice(0, 1) })],
  ['no summary', 'request.malformed', 400, ({ summary: _, ...batch }) => batch],
  [
    'base64 with leftover bits',
    'request.malformed',
    400,
    withFirst(({ signature }) => ({ signature: `${signature.slice(0, -1)}_` })),
  ],
  [
    'a header that ends too soon',
    'entry.malformed',
    400,
    withFirst(({ header }) => ({ header: toBase64url(fromBase64url(header).slice(0, -3)) })),
  ],
  ['a ciphertext in the clear', 'entry.malformed', 400, withFirst(() => ({ ciphertext: toBase64url(random(500)) }))],
  ['seals that are none', 'seals.malformed', 400, withFirst(() => ({ seals: toBase64url(random(500)) }))],
  [
    'a turned bit in the header',
    'entry.bad_signature',
    400,
    withFirst(({ header }) => ({ header: flipped(header, 200) })),
  ],
  [
    'a turned bit in the ciphertext',
    'entry.bad_signature',
    400,
    withFirst(({ ciphertext }) => ({ ciphertext: flipped(ciphertext, 99) })),
  ],
  ['a turned bit in the seals', 'entry.bad_signature', 400, withFirst(({ seals }) => ({ seals: flipped(seals, 99) }))],
  [
    'a turned bit in the signature',
    'entry.bad_signature',
    400,
    withFirst(({ signature }) => ({ signature: flipped(signature, 40) })),
  ],
  [
    'a share that nobody signed',
    'share.bad',
    400,
    (batch) => ({ ...batch, serviceShare: flipped(batch.serviceShare) }),
  ],
  [
    'a summary that somebody changed',
    'summary.bad_signature',
    400,
    (batch) => ({ ...batch, summary: flipped(batch.summary, 300) }),
  ],
  [
    'a summary of something else',
    'summary.wrong_head',
    400,
    (batch) => ({ ...batch, summary: flipped(batch.summary, 5) }),
  ],
  [
    'the entries in the wrong order',
    'rule.first_batch',
    422,
    (batch) => ({ ...batch, entries: batch.entries.toReversed() }),
  ],
  ['somebody else’s case address', 'rule.unknown_author', 403, dishonest({ case: somebodysKey })],
  ['a day that is long over', 'entry.wrong_day', 409, dishonest({ day: 19_000 })],
  ['a schedule of its own', 'rule.schedule', 422, (_, reporter) => sealReport(reporter, { putOff: 1 })],
  ['an office that it does not know', 'directory.head_moved', 409, dishonest({ directory: new Uint8Array(32) })],
  [
    'one reader left out in silence',
    'rule.seals',
    422,
    async (batch, reporter) => {
      const block = decodeSeals(fromBase64url(batch.entries[0]?.seals ?? ''))
      const fewer = encodeSeals(block && { ...block, seals: block.seals.slice(1) })
      return dishonest({}, { seals: toBase64url(fewer) })(batch, reporter)
    },
  ],
  ['a key of small order', 'entry.bad_key', 400, dishonest({ author: new Uint8Array(32) })],
  [
    'an identity that follows another report',
    'chain.wrong_case_head',
    409,
    async ({ entries: [first, second], ...rest }, { keys }) => ({
      ...rest,
      entries: [first, second && (await resigned(second, keys, { caseHead: new Uint8Array(32) }))],
    }),
  ],
  ['a kind that this version reserves', 'rule.reserved_kind', 422, dishonest({ kind: 'destroy' })],
]
