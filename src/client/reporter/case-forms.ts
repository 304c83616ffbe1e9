import type { Step } from '../../domain/steps.ts'
import type { ReporterTranslate } from '../i18n/translate.ts'
import { all, byId, one, show } from '../ui/dom.ts'
import { chosenCorrection } from './correction-choices.ts'
import { clearProblems, showProblems } from './errors.ts'
import type { FilesField } from './evidence/files-field.ts'
import { sentWithFiles } from './evidence/sent-with-files.ts'
import { onceOn } from './once.ts'
import type { Send } from './procedure/procedure.ts'

/** The forms of an open case, by id: what each adds when it is sent. */
const FORMS: Readonly<Record<string, (t: ReporterTranslate) => Step | null>> = {
  write: (t) => textStep(t),
  withdraw: () => {
    const text = typed('withdraw-text')
    return text === '' ? { type: 'withdrawal' } : { type: 'withdrawal', text }
  },
  undo: () => ({ type: 'withdrawal-undone' }),
  release: () => ({ type: 'released', by: 'reporter' }),
}

const typed = (id: string): string => one<HTMLTextAreaElement>(`#${id}`).value.normalize('NFC').trim()

const textStep = (t: ReporterTranslate): Step | null => {
  const text = typed('write-text')
  const corrects = chosenCorrection()
  return text === '' ? null : { type: 'message', text, language: t.language.tag, ...(corrects && { corrects }) }
}

/** Wires the forms: each opens alone, keeps what was typed when sending fails, and empties when it was sent. */
export const wireForms = (t: ReporterTranslate, files: FilesField, add: Send): void => {
  for (const [id, stepOf] of Object.entries(FORMS)) wireForm(t, { id, stepOf, ...(id === 'write' && { files }) }, add)
}

interface Wired {
  readonly id: string
  readonly stepOf: (t: ReporterTranslate) => Step | null
  /** What goes with it, and may have to be put right first. */
  readonly files?: FilesField
}

const wireForm = (t: ReporterTranslate, { id, stepOf, files }: Wired, add: Send): void => {
  const form = byId(id)
  const opener = one(`[data-open=${id}]`)
  const box = `${id}-errors`
  opener.addEventListener('click', () => {
    for (const other of all('form.act')) show(other, other === form)
    one('textarea, button', form).focus()
  })
  one('[data-act=cancel]', form).addEventListener('click', () => {
    show(form, false)
    opener.focus()
  })
  onceOn(form, 'submit', async () => {
    clearProblems(box)
    const step = stepOf(t)
    if (step === null)
      return showProblems(box, t('report.error.title', { count: 1 }), [
        { words: [t('case.write.empty')], input: 'write-text' },
      ])
    await sentWithFiles(t, box, files, async () => {
      await add(step, files)
      for (const area of all<HTMLTextAreaElement>('textarea', form)) area.value = ''
      show(form, false)
    })
  })
}
