import { fromBase64url } from '../../../crypto/wire/index.ts'
import type { Receipt } from '../../contract/entries.ts'
import { receiptCode } from '../../domain/receipt-code.ts'
import type { ReporterTranslate } from '../i18n/translate.ts'
import { byId, h } from '../ui/dom.ts'
import { saveText } from './save.ts'

/** Shows the receipt of what was just sent, and lets it be printed and saved. It names neither office nor service. */
export const showReceipt = (
  t: ReporterTranslate,
  receipts: readonly Receipt[],
  files: readonly { readonly hash: string }[],
): void => {
  const [receipt] = receipts
  if (receipt === undefined) return
  const code = (hash: string): string => t.isolate(receiptCode(fromBase64url(hash)))
  const rows = [
    [t('report.receipt.day'), t.day(receipt.day, 'long')],
    [t('report.receipt.number'), t.number(receipt.sequence + 1)],
    [t('report.receipt.code'), code(receipt.hash)],
    // By their codes alone: a name would tell what was sent.
    ...files.map(({ hash }, index) => [t('report.receipt.file', { number: index + 1 }), code(hash)] as const),
  ] as const
  byId('receipt').replaceChildren(
    ...rows.flatMap(([what, value]) => [h('dt', {}, what), h('dd', { class: 'num' }, value)]),
  )
  byId('receipt-print').onclick = () => print()
  byId('receipt-save').onclick = () => saveText('slip.txt', receiptText(t, rows, receipts))
}

/** The file: the same lines, and below them the signed receipts in full, so that anybody can check them later. */
const receiptText = (
  t: ReporterTranslate,
  rows: readonly (readonly [string, string])[],
  receipts: readonly Receipt[],
): string =>
  `${rows.map(([what, value]) => t.labelled(what, value)).join('\n')}\n\n${JSON.stringify(receipts, null, 2)}\n`
