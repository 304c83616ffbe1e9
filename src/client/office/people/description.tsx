import type { VNode } from 'preact'
import { useState } from 'preact/hooks'
import { inLanguage } from '../../../contract/description.ts'
import { packHash } from '../../ui/pack.ts'
import { useCell } from '../cell.ts'
import { useDesk } from '../desk/desk.ts'
import { type DescriptionDraft, describe, draftOf } from '../found/description.ts'
import { DescriptionForm } from '../found/description-form.tsx'
import { Button } from '../parts/button.tsx'
import { Problem } from '../parts/problem.tsx'
import { useAct } from '../use-act.ts'
import { useWords } from '../words.ts'
import { changeDirectory } from './change.ts'

/** What the office says of itself, and its form when a chief changes it. */
export const Description = ({ onChanged }: { onChanged: (applied: boolean) => void }): VNode => {
  const t = useWords()
  const desk = useDesk()
  const description = useCell(desk.book)?.description ?? null
  const [editing, setEditing] = useState(false)
  const act = useAct(async (draft: DescriptionDraft) => {
    onChanged(await changeDirectory(desk, { kind: 'describe', description: describe(draft, packHash()) }))
    setEditing(false)
  })
  return (
    <section class="stack">
      <h2>{t('people.office')}</h2>
      <p>{description && inLanguage(description.name, t.language.tag)}</p>
      <Problem of={act.problem} />
      {editing ? (
        <DescriptionForm from={draftOf(description)} action={t('people.sign')} busy={act.busy} onDone={act.run} />
      ) : (
        <div class="acts">
          <Button two onClick={() => setEditing(true)}>
            {t('people.describe')}
          </Button>
        </div>
      )}
    </section>
  )
}
