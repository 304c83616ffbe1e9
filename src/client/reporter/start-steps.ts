import type { ReporterTranslate } from '../i18n/translate.ts'
import { draftDoor } from './draft-door.ts'
import { endingDoor } from './ending-door.ts'
import { filesField } from './evidence/files-field.ts'
import { wireLinkHint } from './evidence/link-hint.ts'
import type { Form } from './form.ts'
import { leadSteps } from './lead-steps.ts'
import { keepOffice } from './report-office.ts'
import { sendingWords } from './sending-words.ts'
import { armForgetting, isWritten } from './unsaved.ts'
import type { ReportVault } from './vault.ts'

/**
 * Starts the steps of a page that sends. Nothing is stored anywhere: the answers are in the page, and the key in its
 * worker, until they are sealed.
 * @returns what to do before somebody leaves: forget
 */
export const startSteps = (
  t: ReporterTranslate,
  element: HTMLElement,
  form: Form,
  vault: ReportVault,
  poster: string | null,
): (() => void) => {
  const keeper = keepOffice(t, vault, poster)
  const files = filesField(t, 'files', vault.call, form.acts)
  wireLinkHint('evidence')
  let isKept = (): boolean => false
  const { sent } = leadSteps(t, element, form, {
    ...{ keeper, files },
    ending: ({ step, ...way }) => {
      const wrong = (cause: unknown): string => sendingWords(t, cause)
      return endingDoor(t, step, { ...way, vault, keeper, files, form: element, wrong })
    },
    acts: (steps) =>
      draftDoor(t, {
        ...{ page: form.page, form: element, steps, vault },
        kept: (isStill) => {
          isKept = isStill
        },
      }),
  })
  void keeper.refresh().catch(() => undefined)
  // A draft that was kept holds no files.
  const unsaved = (): boolean => ((isWritten(element) && !isKept()) || files.count() > 0) && !sent()
  return armForgetting(unsaved, () => {
    files.clear()
    vault.forget()
  })
}
