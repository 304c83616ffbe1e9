import { fromBase64url } from '../../crypto/wire/index.ts'
import { Receipts } from '../contract/entries.ts'
import { limits } from '../contract/limits.ts'
import { parse } from '../contract/parse.ts'
import { receiptCode } from '../domain/receipt-code.ts'
import { bytesIn } from './files.ts'
import { ask, originOf } from './net.ts'
import { Problem } from './problem.ts'
import { refusals } from './refusals.ts'

/** Hands in a locked file, and gives what the receipt says. */
export async function handIn({ file, to }: { readonly file: string; readonly to: string }): Promise<string> {
  const origin = originOf(to)
  const body = await bytesIn(file)
  if (body.length > limits.envelope) throw new Problem('unfit', refusals['envelope.malformed'])
  const headers = { 'content-type': 'application/octet-stream', origin }
  const answer = await ask(origin, '/api/sealed-reports', { method: 'POST', headers, body })
  const value: unknown = await answer.json().catch(() => null)
  const receipts = parse(Receipts, value)
  const [receipt] = receipts.ok ? receipts.value.receipts : []
  if (!answer.ok || !receipt) throw new Problem('refused', sentenceFor(value))
  return `The office has it.
Received on  ${receipt.day}
Check code   ${receiptCode(fromBase64url(receipt.hash))}
Write both down. The twelve words open the case from now on, at ${origin}.`
}

function sentenceFor(value: unknown): string {
  const code = String((value as { error?: { code?: unknown } } | null)?.error?.code)
  const sentence = (refusals as Readonly<Record<string, string>>)[code]
  return sentence ?? `The file was not accepted. Tell the office this code: ${code}.`
}
