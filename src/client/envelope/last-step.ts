import type { Bytes } from '../../../crypto/wire/bytes.ts'
import { entryCore } from '../../../crypto/wire/entry.ts'
import { decodeEnvelope } from '../../../crypto/wire/envelope.ts'
import { sha256 } from '../../../crypto/wire/hash.ts'
import { limits } from '../../../crypto/wire/limits.ts'
import { addDays } from '../../domain/days.ts'
import { receiptCode } from '../../domain/receipt-code.ts'
import type { Chosen } from '../files/chosen.ts'
import type { ReporterTranslate } from '../i18n/translate.ts'
import { clearProblems, showProblems } from '../reporter/errors.ts'
import { faultWords } from '../reporter/evidence/fault-words.ts'
import { keyOnce, wanting } from '../reporter/key-once.ts'
import type { LastStep } from '../reporter/last-step.ts'
import type { Way } from '../reporter/lead-steps.ts'
import { onceOn } from '../reporter/once.ts'
import type { Readers } from '../reporter/readers.ts'
import { saveBytes } from '../reporter/save.ts'
import { submissionOf } from '../reporter/sending.ts'
import { sendingWords } from '../reporter/sending-words.ts'
import { byId, h } from '../ui/dom.ts'
import type { VerifiedOffice } from './directory-file.ts'
import { painted } from './painted.ts'
import { newKey, sealFile } from './seal.ts'

const ERRORS = 'key-errors'

/** Says nothing of what it is: the name stays in a list of downloads. */
const FILE = 'file.bin'

interface LastStepNeeds extends Pick<Way, 'said' | 'done'> {
  readonly office: VerifiedOffice
  readonly readers: Readers
  /** The files that go along. */
  readonly files: () => readonly Chosen[]
}

/** The last step: the key is shown and proven, and only then everything is locked and saved. */
export const lastStep = (t: ReporterTranslate, { office, readers, files, said, done }: LastStepNeeds): LastStep => {
  const known = { office, readers }
  const shownKey = keyOnce(t, { newKey }, { known: () => known, refresh: async () => ({ ...known, changed: false }) })
  let sealed: { readonly what: string; readonly report: string; readonly file: Bytes } | undefined
  /** For which words somebody was told already that a second file stands in the way of the first. */
  let warned = ''
  const written = (): string => JSON.stringify([said().report, files().map(({ id }) => id)])
  const say = (sentence: string): void => {
    byId('sending').textContent = sentence
  }
  /**
   * The same answers stay the same file, so that a second copy of it is nothing new to the service. Of two with other
   * answers it takes the first that arrives: whoever makes a second one is told, and null stands for the file.
   */
  const fileOf = async (): Promise<Bytes | null> => {
    const submission = submissionOf((await shownKey()).key, said(), known, [])
    const going = files()
    const named = going.map(({ id }) => id)
    const what = JSON.stringify([submission.body, submission.excluded.map(({ label }) => label), named])
    if (sealed?.what === what) return sealed.file
    if (sealed && warned !== what) {
      warned = what
      return null
    }
    sealed = { what, report: written(), file: await sealFile(submission, office.directory, going) }
    return sealed.file
  }
  const save = async (): Promise<void> => {
    const problems = wanting(t, said(), await shownKey())
    if (problems.length > 0) return showProblems(ERRORS, t('report.error.title', { count: problems.length }), problems)
    clearProblems(ERRORS)
    say(t('report.sending.lock'))
    // Locking holds the page up.
    await painted()
    const file = await fileOf()
    say('')
    if (file === null) return showProblems(ERRORS, t('envelope.second'), [])
    await showDone(t, office, file)
    saveBytes(FILE, file)
    done()
  }
  const fail = (cause: unknown): void => {
    say('')
    showProblems(ERRORS, faultWords(t, cause) ?? sendingWords(t, cause), [])
  }
  onceOn(byId('send'), 'click', () => save().catch(fail))
  return { open: () => void shownKey().catch(fail), sent: () => sealed?.report === written() }
}

const showDone = async (t: ReporterTranslate, { day }: VerifiedOffice, file: Bytes): Promise<void> => {
  const { entries } = await decodeEnvelope(file)
  const [{ header, ciphertext, seals }] = entries
  const code = receiptCode(await sha256(await entryCore(header, ciphertext, seals)))
  byId('done-until').textContent = t('envelope.done.until', { day: addDays(day, limits.envelopeDays) })
  byId('done-code').replaceChildren(h('dt', {}, t('report.receipt.code')), h('dd', { class: 'num' }, t.isolate(code)))
  byId('done-again').onclick = () => saveBytes(FILE, file)
}
