import type { VNode } from 'preact'
import { isErrorCode } from '../../../contract/errors.ts'
import type { OfficeTranslate } from '../../i18n/translate.ts'
import { Draw } from '../../ui/draw/draw.tsx'
import { icons } from '../../ui/draw/icons.ts'
import { codeOf } from '../problem.ts'
import { useWords } from '../words.ts'

/** The problems that arise in this page and not on the service. */
const own = [
  'line.lost',
  'line.garbled',
  'passkey.cancelled',
  'passkey.exists',
  'passkey.no_prf',
  'passkey.failed',
  'worker.unavailable',
  'vault.unknown_member',
  'case.cannot_seal',
  'case.step_forbidden',
  'kit.other',
  'files.unreadable',
  'rules.not_there',
  'rules.wrong_hash',
] as const

/** One sentence for whatever was thrown: the service's codes, the page's own, and a general one that names the code. */
export const sentenceOf = (t: OfficeTranslate, cause: unknown): string => {
  const code = codeOf(cause)
  if (isErrorCode(code)) return t(`error.${code}`)
  const mine = own.find((candidate) => candidate === code)
  return mine === undefined ? t('problem.other', { code }) : t(`problem.${mine}`)
}

/** What went wrong, said at once to those who cannot see it. Nothing where nothing did. */
export const Problem = ({ of, title }: { of: unknown; title?: string }): VNode | null => {
  const t = useWords()
  if (of === undefined || of === null) return null
  return (
    <div class="box error" role="alert">
      <h2>
        <Draw of={icons.alert} />
        <span>{title ?? t('problem.title')}</span>
      </h2>
      <p>{sentenceOf(t, of)}</p>
    </div>
  )
}
