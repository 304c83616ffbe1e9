import { randomBytes } from 'node:crypto'
import { type ReporterKeys, ready, reporterKeys, signRead } from '../../../crypto/index.ts'
import { fromBase64url, toBase64url } from '../../../crypto/wire/base64url.ts'
import { verifyByWebCrypto } from '../../../crypto/wire/ed25519.ts'
import type { Figure } from '../figure.ts'
import { type Client, connect, drive } from '../load/clients.ts'
import { sealReports } from '../load/sealed-reports.ts'
import { chanceToTell, median, quantile, spread } from '../statistics.ts'
import type { Bench } from './measure.ts'

const rounds = 7
const inOneRound = 200
const pairs = 1_000
const warmUp = 100

/** Asks once, as a page does: a challenge, then a signed question. Gives the milliseconds of the second call. */
async function check(client: Client, origin: string, keys: ReporterKeys): Promise<number> {
  const { bytes } = await client.post('/api/case/challenge', '{}')
  const { challenge } = JSON.parse(bytes.toString()) as { challenge: string }
  const { key, signature } = signRead(keys, origin, fromBase64url(challenge), 0)
  const question = { key: toBase64url(key), challenge, page: 0, signature: toBase64url(signature) }
  const body = JSON.stringify(question)
  const begun = performance.now()
  const answer = await client.post('/api/case/read', body)
  const took = performance.now() - begun
  if (answer.bytes.length !== 65_536) throw new Error('A status check was refused')
  return took
}

/** How many signatures WebCrypto verifies in a second, one after another: each check needs one. */
async function rawVerifications(origin: string, keys: ReporterKeys): Promise<number> {
  const { key, signature } = signRead(keys, origin, new Uint8Array(52), 0)
  const begun = performance.now()
  for (let index = 0; index < inOneRound; index++) await verifyByWebCrypto(key, new Uint8Array(150), signature)
  return (inOneRound / (performance.now() - begun)) * 1000
}

/** Status checks of reporters, and whether their time tells a key with a case from one without (promise 15). */
export async function statusChecks({ service, say }: Bench): Promise<Figure[]> {
  await ready()
  const { origin } = service
  const [known, unknown] = await twoReporters(origin)
  const runs = []
  for (let round = 0; round <= rounds; round++) {
    say(`checking the state of a case, round ${round} of ${rounds}`)
    const before = await service.cpu()
    const checks = Array.from({ length: inOneRound }, () => known)
    const took = await drive(origin, 16, checks, async (client, keys) => void (await check(client, origin, keys)))
    const cpu = ((await service.cpu()) - before) / inOneRound
    const perSecond = (inOneRound / took) * 1000
    if (round > 0) runs.push({ cpu, perSecond, ofRaw: perSecond / (await rawVerifications(origin, known)) })
  }
  return [
    { name: 'status checks, 16 clients', value: median(runs.map(({ perSecond }) => perSecond)), unit: 'per second' },
    { name: 'of bare verifications of signatures', value: median(runs.map(({ ofRaw }) => ofRaw)), unit: 'ratio' },
    { name: 'server CPU of a status check', value: median(runs.map(({ cpu }) => cpu)), unit: 'ms' },
    ...(await uniformity(origin, known, unknown, say)),
  ]
}

/** The keys of somebody whose report was accepted, and of somebody without one. */
async function twoReporters(origin: string): Promise<[ReporterKeys, ReporterKeys]> {
  const [report] = await sealReports(origin, 1)
  if (!report) throw new Error('Nothing was sealed')
  const client = connect(origin)
  await client.post('/api/reports', report.body)
  client.end()
  return [await reporterKeys(report.caseKey), await reporterKeys(new Uint8Array(randomBytes(16)))]
}

/** Both kinds of question in turns on one connection, in an order that changes, so that no habit of the machine sides with one. */
async function uniformity(
  origin: string,
  known: ReporterKeys,
  unknown: ReporterKeys,
  say: Bench['say'],
): Promise<Figure[]> {
  say(`asking ${2 * pairs} times for a known and an unknown key in turns`)
  const client = connect(origin)
  const times: Record<'known' | 'unknown', number[]> = { known: [], unknown: [] }
  const ask = {
    known: async () => times.known.push(await check(client, origin, known)),
    unknown: async () => times.unknown.push(await check(client, origin, unknown)),
  }
  for (let pair = 0; pair < warmUp + pairs; pair++) {
    if (pair === warmUp) times.known = []
    if (pair === warmUp) times.unknown = []
    const order = pair % 2 === 0 ? (['known', 'unknown'] as const) : (['unknown', 'known'] as const)
    for (const kind of order) await ask[kind]()
  }
  client.end()
  const difference = Math.abs(median(times.known) - median(times.unknown))
  const scatter = spread(times.unknown)
  return [
    { name: 'one answer for a known key', value: median(times.known), unit: 'ms', p95: quantile(times.known, 0.95) },
    {
      name: 'one answer for an unknown key',
      value: median(times.unknown),
      unit: 'ms',
      p95: quantile(times.unknown, 0.95),
    },
    { name: 'spread of the answers', value: scatter, unit: 'ms' },
    { name: 'difference, of the spread', value: difference / scatter, unit: 'ratio', goal: { most: 1 } },
    { name: 'chance to tell them apart by one answer', value: chanceToTell(times.known, times.unknown), unit: '' },
  ]
}
