import type { Bytes } from '../../../../crypto/wire/index.ts'
import type { ReporterTranslate } from '../../i18n/translate.ts'
import { byId, one } from '../../ui/dom.ts'
import { clearProblems, type Problem, showProblems } from '../errors.ts'
import { keyProblems } from '../key-problems.ts'
import { onceOn } from '../once.ts'
import { saveBytes } from '../save.ts'
import type { Steps } from '../steps.ts'
import type { CaseKey, ReportVault } from '../vault.ts'
import { draftWords } from './draft-words.ts'
import { putSnapshot } from './put-snapshot.ts'
import { resumeSection, saveSection, showLost } from './sections.ts'
import { parseSnapshot, type Snapshot, takeSnapshot } from './snapshot.ts'

/** What the page lends to its drafts. */
export interface DraftNeeds {
  /** Which page it is: a draft of one does not fit the other. */
  readonly page: string
  readonly form: HTMLElement
  readonly steps: Steps
  readonly vault: Pick<ReportVault, 'newKey' | 'readKey' | 'sealDraft' | 'openDraft'>
  /** Told after each saving: whether all that stands there now is in the file. */
  readonly kept: (isStill: () => boolean) => void
}

/** The two acts, each a step of its own beside the others. */
export interface Drafts {
  readonly save: () => Promise<void>
  readonly resume: () => void
}

/**
 * Saves what was typed as a locked file that the reporter keeps, and brings it back. The draft has a key of its own; a
 * draft that was opened is saved again under its old one, so that one paper stays enough.
 */
export const makeDrafts = (t: ReporterTranslate, { page, form, steps, vault, kept }: DraftNeeds): Drafts => {
  let known: CaseKey | undefined
  let from = steps.current()
  const back = (): void => steps.open(from)
  const now = (): string => JSON.stringify({ page, step: from, ...takeSnapshot(form) } satisfies Snapshot)

  const save = async ({ key }: CaseKey): Promise<void> => {
    const text = now()
    saveBytes('file.bin', await vault.sealDraft(text, key))
    kept(() => now() === text)
    byId('save-status').textContent = t('draft.saved')
  }
  const showSaving = async (): Promise<void> => {
    known ??= await vault.newKey(t.language.tag)
    const key = known
    put(form, saveSection(t, key))
    onceOn(byId('save-file'), 'click', () => told('save', t, () => save(key)))
    byId('save-back').addEventListener('click', back)
    from = steps.current()
    steps.open('save')
  }

  const open = async (): Promise<void> => {
    const [file] = one<HTMLInputElement>('#draft-file').files ?? []
    const typed = await vault.readKey(one<HTMLTextAreaElement>('#draft-key').value)
    const problems: Problem[] = [
      ...(file === undefined ? [{ words: [t('draft.error.file')], input: 'draft-file' }] : []),
      ...(typed.ok ? [] : keyProblems(t, typed.problems, 'draft-key')),
    ]
    if (file === undefined || !typed.ok) return complain('resume', t, problems)
    const bytes = new Uint8Array(await file.arrayBuffer()) as Bytes
    const snapshot = parseSnapshot(await vault.openDraft(bytes, typed.key))
    if (snapshot === null) throw Object.assign(new Error('no snapshot'), { code: 'draft.foreign' })
    if (snapshot.page !== page) return complain('resume', t, [{ words: draftWords.elsewhere(t, snapshot.page) }])
    const lost = putSnapshot(form, snapshot)
    known = typed
    one<HTMLTextAreaElement>('#draft-key').value = ''
    from = snapshot.step
    if (lost.length > 0) showLost(t, lost, back)
    else back()
  }
  const showResuming = (): void => {
    put(form, resumeSection(t))
    onceOn(byId('draft-open'), 'click', () => told('resume', t, open))
    byId('resume-back').addEventListener('click', back)
    from = steps.current()
    steps.open('resume')
  }
  return { save: showSaving, resume: showResuming }
}

/** The section of this name, in the place of the one that was there before. */
const put = (form: HTMLElement, section: HTMLElement): void => {
  document.getElementById(section.id)?.remove()
  form.append(section)
}

const complain = (box: 'save' | 'resume', t: ReporterTranslate, problems: readonly Problem[]): void =>
  showProblems(`${box}-errors`, t('report.error.title', { count: problems.length }), problems)

const told = async (box: 'save' | 'resume', t: ReporterTranslate, act: () => Promise<void>): Promise<void> => {
  clearProblems(`${box}-errors`)
  try {
    await act()
  } catch (cause) {
    showProblems(`${box}-errors`, draftWords.failed(t, cause), [])
  }
}
