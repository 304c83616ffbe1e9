import type { VNode } from 'preact'
import { useState } from 'preact/hooks'
import { languages } from '../../i18n/languages.ts'
import { Button } from '../parts/button.tsx'
import { Field } from '../parts/field.tsx'
import { Select } from '../parts/select.tsx'
import { useWords } from '../words.ts'
import { type DescriptionDraft, mistakesIn, texts } from './description.ts'

interface FormProps {
  readonly from: DescriptionDraft
  readonly action: string
  readonly busy?: boolean
  readonly onDone: (draft: DescriptionDraft) => void
}

/** Every zone that the browser can list. UTC is a zone to be in, though none to be listed. */
const zones = ['UTC', ...Intl.supportedValuesOf('timeZone')].map((value) => ({
  value,
  label: value.replaceAll('_', ' '),
}))

/** What the office says of itself. Reporters read it on every page: asked for in this page's language, and welcome in each. */
export const DescriptionForm = ({ from, action, busy, onDone }: FormProps): VNode => {
  const t = useWords()
  const [draft, setDraft] = useState(from)
  const [mistakes, setMistakes] = useState<ReadonlySet<string>>(new Set())
  const change = (part: Partial<DescriptionDraft>): void => setDraft({ ...draft, ...part })
  const submit = (event: Event): void => {
    event.preventDefault()
    const found = mistakesIn(draft, t.language.tag)
    setMistakes(found)
    if (found.size === 0) onDone(draft)
  }
  const wrong = (field: string, words: string): string | undefined => (mistakes.has(field) ? words : undefined)
  const textsIn = ({ tag, name }: (typeof languages)[number]): VNode[] =>
    texts.map((field) => (
      <Field
        key={`${field}.${tag}`}
        label={t(`describe.${field}`, { language: name })}
        hint={field === 'name' ? undefined : t(`describe.${field}.hint`)}
        value={draft[field][tag] ?? ''}
        lang={tag}
        {...(field === 'name' ? {} : { rows: 3 })}
        error={wrong(`${field}.${tag}`, t('describe.missing'))}
        onInput={(value) => change({ [field]: { ...draft[field], [tag]: value } })}
      />
    ))
  const own = languages.filter(({ tag }) => tag === t.language.tag)
  const others = languages.filter(({ tag }) => tag !== t.language.tag)
  return (
    <form class="stack" onSubmit={submit} noValidate>
      {mistakes.size > 0 && (
        <p class="box error" role="alert">
          {t('describe.mistakes', { count: mistakes.size })}
        </p>
      )}
      {own.flatMap(textsIn)}
      <details class="other-languages" open={others.some(({ tag }) => from.name[tag])}>
        <summary>{t('describe.others')}</summary>
        <p class="hint">{t('describe.others.hint')}</p>
        {others.map((language) => (
          <fieldset key={language.tag}>
            <legend lang={language.tag}>{language.name}</legend>
            {textsIn(language)}
          </fieldset>
        ))}
      </details>
      <Select
        label={t('describe.zone')}
        hint={t('describe.zone.hint')}
        value={draft.timeZone}
        of={zones}
        onChange={(timeZone) => change({ timeZone })}
      />
      <Field
        label={t('describe.exit')}
        hint={t('describe.exit.hint')}
        value={draft.exitAddress}
        error={wrong('exitAddress', t('describe.exit.wrong'))}
        onInput={(exitAddress) => change({ exitAddress })}
      />
      <div class="acts">
        <Button submit busy={busy ?? false}>
          {action}
        </Button>
      </div>
    </form>
  )
}
