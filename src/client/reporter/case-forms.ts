import type { Step } from '../../domain/steps.ts'
import type { ReporterTranslate } from '../i18n/translate.ts'
import { all, byId, one, show } from '../ui/dom.ts'
import { errorWords } from './error-words.ts'
import { clearProblems, showProblems } from './errors.ts'
import { onceOn } from './once.ts'

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
  return text === '' ? null : { type: 'message', text, language: t.language.tag }
}

/** Wires the forms: each opens alone, keeps what was typed when sending fails, and empties when it was sent. */
export const wireForms = (t: ReporterTranslate, add: (step: Step) => Promise<void>): void => {
  for (const [id, step] of Object.entries(FORMS)) wireForm(t, id, step, add)
}

const wireForm = (
  t: ReporterTranslate,
  id: string,
  stepOf: (t: ReporterTranslate) => Step | null,
  add: (step: Step) => Promise<void>,
): void => {
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
    try {
      await add(step)
      for (const area of all<HTMLTextAreaElement>('textarea', form)) area.value = ''
      show(form, false)
    } catch (cause) {
      showProblems(box, errorWords(t, cause), [])
    }
  })
}
