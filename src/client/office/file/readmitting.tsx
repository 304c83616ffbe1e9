import type { VNode } from 'preact'
import { useEffect, useState } from 'preact/hooks'
import { useCell } from '../cell.ts'
import { useDesk } from '../desk/desk.ts'
import { Code } from '../join/code.tsx'
import { Check } from '../parts/check.tsx'
import { Dialog } from '../parts/dialog.tsx'
import { Field } from '../parts/field.tsx'
import { SignOrLeave } from '../parts/sign-or-leave.tsx'
import { NoticeField } from '../procedure/notice-field.tsx'
import { useAct } from '../use-act.ts'
import type { OpenedFile } from '../vault/types.ts'
import { useWords } from '../words.ts'
import { sender } from './append.ts'
import { letsIn, readmitting } from './builds.ts'
import { readmissionTold } from './readmission-told.ts'

interface ReadmittingProps {
  readonly file: OpenedFile
  /** The line that a colleague signed for, where this is the second signature. */
  readonly waiting?: string | undefined
  readonly onClose: () => void
}

const noFaults = new Map()

/** Signs for somebody who lost their words: the line that they handed over, the eight words that they say, and how one knows them. */
export const Readmitting = ({ file, waiting, onClose }: ReadmittingProps): VNode => {
  const t = useWords()
  const desk = useDesk()
  const [typed, setTyped] = useState('')
  const [how, setHow] = useState('')
  const [compared, setCompared] = useState(false)
  const [missing, setMissing] = useState(false)
  const line = waiting ?? typed.replaceAll(/\s/g, '')
  const book = useCell(desk.book)
  const me = useCell(desk.me)
  const today = useCell(desk.office)?.day ?? ''
  const owed = letsIn(file, line, me?.id) ? readmissionTold(file, book, today, me) : null
  const [edited, setEdited] = useState<string | null>(null)
  const told = owed && { ...owed, text: edited ?? owed.text }
  const [code, setCode] = useState<readonly string[] | null>(null)
  useEffect(() => {
    setCode(null)
    let current = true
    const show = (words: readonly string[] | null): void => {
      if (current) setCode(words)
    }
    if (line !== '') desk.vault.readLine(line).then(show, () => show(null))
    return () => {
      current = false
    }
  }, [line])
  const act = useAct(async () => {
    await sender(desk, file.address, readmitting(desk, line, how.trim(), told))()
    onClose()
  })
  const submit = (event: Event): void => {
    event.preventDefault()
    const whole = Boolean(code) && compared && how.trim() !== ''
    setMissing(!whole)
    if (whole) act.run()
  }
  return (
    <Dialog title={t('file.readmit.title')} onClose={onClose}>
      <form class="stack" onSubmit={submit}>
        <p>{t('file.readmit.text')}</p>
        {waiting === undefined && (
          <Field
            label={t('file.readmit.line')}
            hint={t('file.readmit.line.hint')}
            rows={4}
            value={typed}
            onInput={setTyped}
            error={line !== '' && code === null ? t('file.readmit.bad') : undefined}
          />
        )}
        {code && (
          <>
            <p>{t('file.readmit.compare')}</p>
            <Code words={code} />
            <Check label={t('file.readmit.compared')} checked={compared} onChange={setCompared} />
          </>
        )}
        <Field
          label={t('file.readmit.how')}
          hint={t('file.ask.read')}
          rows={3}
          value={how}
          onInput={setHow}
          error={missing ? t('file.readmit.missing') : undefined}
        />
        {told && (
          <NoticeField
            {...told}
            owed
            edited={edited !== null}
            faults={noFaults}
            onInput={setEdited}
            onAnew={() => setEdited(null)}
          />
        )}
        <SignOrLeave act={act} onLeave={onClose}>
          {t('file.readmit.sign')}
        </SignOrLeave>
      </form>
    </Dialog>
  )
}
