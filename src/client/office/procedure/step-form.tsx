import type { VNode } from 'preact'
import { useEffect, useMemo, useRef, useState } from 'preact/hooks'
import { inLanguage, inOrder } from '../../../domain/pack/words.ts'
import { annexesFor } from '../../../domain/procedure/annexes.ts'
import type { SealedStep } from '../../../domain/procedure/fields.ts'
import { noticesOf, noticeText } from '../../../domain/procedure/notices.ts'
import type { Progress, Setting } from '../../../domain/procedure/step.ts'
import { useCell } from '../cell.ts'
import { useDesk } from '../desk/desk.ts'
import { noDraft } from '../desk/drafts.ts'
import { TAKE_BACK_SECONDS } from '../desk/outbox.ts'
import { Attach } from '../evidence/attach.tsx'
import type { EvidenceRow } from '../evidence/rows.ts'
import { useAttached } from '../evidence/use-attached.ts'
import { Button } from '../parts/button.tsx'
import { Problem } from '../parts/problem.tsx'
import type { Book, OpenedFile } from '../vault/types.ts'
import { useWords } from '../words.ts'
import { About } from './about.tsx'
import { Annexes, openedOf, withOpened } from './annexes.tsx'
import { type Answers, answersFrom, type Fault, faultsIn, questionsOf, stepFrom } from './answers.ts'
import { FactField } from './fact-field.tsx'
import { addressedTo } from './naming.ts'
import { NoticeField } from './notice-field.tsx'
import type { Offered } from './offered.ts'
import { draftOf, submitStep } from './take.ts'

export interface FormProps {
  readonly file: OpenedFile
  /** The files of the case, by the names that they have in its list. */
  readonly rows: readonly EvidenceRow[]
  readonly setting: Setting
  readonly progress: Progress
  readonly book: Book | null
  readonly today: string
  readonly step: Offered
  readonly onClose: () => void
}

const noFaults: ReadonlyMap<string, Fault> = new Map()

/** The form of a step, made from its line in the rules: what it has to say, of what, and the notices that it owes. */
export const StepForm = ({ file, rows, setting, progress, book, today, step: { line }, onClose }: FormProps): VNode => {
  const t = useWords()
  const desk = useDesk()
  const form = useRef<HTMLFormElement>(null)
  const name = draftOf(file.address, line.id)
  const answers = answersFrom((useCell(desk.drafts.all).get(name) ?? noDraft).text)
  const [faults, setFaults] = useState(noFaults)
  const write = (change: Partial<Answers>): void =>
    desk.drafts.write(name, { text: JSON.stringify({ ...answersFrom(desk.drafts.read(name).text), ...change }) })
  const to = useMemo(() => addressedTo(file, setting, progress, book, today), [file, setting, progress, book, today])
  const me = useCell(desk.me)
  const author = { role: me?.role ?? 'officer', id: me?.id ?? '' } as const
  const annexes = annexesFor(setting.rules, progress.history, line.id, author)
  const opened = openedOf(annexes, useCell(desk.opened))
  const said = (words: string): SealedStep => withOpened(stepFrom(line, answers, words, to.language), opened)
  const bare = said('')
  const draft = noticeText(noticesOf(setting, progress, { ...bare, sequence: -1, day: today, author }, to))
  const text = answers.text ?? draft
  const attached = useAttached(file.address, name)
  const questions = questionsOf(setting.rules, progress, line)
  useEffect(() => form.current?.querySelector<HTMLElement>('h2')?.focus(), [line])
  const sign = (event: Event): void => {
    event.preventDefault()
    const found = faultsIn(line, questions, answers, text)
    setFaults(found)
    if (found.size > 0) {
      setTimeout(() => form.current?.querySelector<HTMLElement>('.wrong :is(input, textarea, select)')?.focus())
      return
    }
    attached.send.run((files) => {
      submitStep(desk, file.address, said(text), { answers, files })
      onClose()
    })
  }
  const leave = (): void => {
    desk.drafts.write(name, noDraft)
    onClose()
  }
  return (
    <form ref={form} class="write step noprint" onSubmit={sign}>
      <h2 tabIndex={-1}>{inLanguage(setting.rules.pack, line.label, t.language.tag)}</h2>
      {line.signers === 'two' && <p>{t('step.two.form')}</p>}
      <fieldset class="stack" disabled={attached.send.busy}>
        {annexes && <Annexes {...{ rows, opened }} hashes={annexes.files} />}
        {inOrder(setting.rules.pack, line.needs ?? {}).map(([fact, choices]) => (
          <FactField
            key={fact}
            {...{ file, setting, progress, book, line, fact, choices }}
            value={answers.facts[fact] ?? ''}
            fault={faults.get(fact)}
            onChange={(value) => write({ facts: { ...answers.facts, [fact]: value } })}
          />
        ))}
        <About
          {...{ file, setting, progress, book, line, questions, faults }}
          about={answers.about}
          onChange={(about) => write({ about })}
        />
        <NoticeField
          {...{ text, faults, language: to.language }}
          owed={line.notices.length > 0}
          edited={answers.text !== null}
          onInput={(value) => write({ text: value })}
          onAnew={() => write({ text: null })}
        />
        <Attach of={attached} />
      </fieldset>
      <Problem of={attached.send.problem} />
      <div class="acts">
        {attached.send.busy && <progress max={1} value={attached.part} aria-label={t('files.title')} />}
        <Button submit busy={attached.send.busy}>
          {t(line.signers === 'two' ? 'step.sign.first' : 'step.sign')}
        </Button>
        <Button two onClick={leave}>
          {t('people.leave')}
        </Button>
        <span class="quiet">{t('step.sign.note', { seconds: TAKE_BACK_SECONDS })}</span>
      </div>
    </form>
  )
}
