import { toBase64url } from '../../../crypto/wire/index.ts'
import { fileFields } from '../../domain/files.ts'
import type { Step } from '../../domain/steps.ts'
import type { ReporterTranslate } from '../i18n/translate.ts'
import { all, byId, one, show } from '../ui/dom.ts'
import { caseWriter, type Otherwise } from './append.ts'
import { wireForms } from './case-forms.ts'
import { caseText } from './case-text.ts'
import { offerCorrections } from './correction-choices.ts'
import type { CheckKey } from './cover.ts'
import { type FilesField, filesField } from './evidence/files-field.ts'
import { saveOwn } from './evidence/own-files.ts'
import { keyCheck } from './key-check.ts'
import { lostWords } from './lost-words.ts'
import { newKeys } from './new-key.ts'
import { hashOf } from './office.ts'
import type { CaseReader, OpenedCase } from './opened-case.ts'
import type { Send } from './procedure/procedure.ts'
import { saveText } from './save.ts'
import { showCase } from './show-case.ts'
import type { EndKey } from './show-keys.ts'
import type { Addition, CaseVault } from './vault.ts'
import { showVisits } from './visit.ts'

/** What a reporter can do with an open case. */
interface CaseActs {
  /** Shows the case and puts the reader at its heading. */
  readonly open: (found: OpenedCase) => Promise<void>
  /** What to do before somebody leaves: forget. */
  readonly leave: () => void
  /** Checks a typed key against the one that opened the case; null while none is open. */
  readonly keyed: () => CheckKey | null
}

/** Wires reply, withdrawal, new key, and the ways to take the whole case along. */
export const caseActs = (t: ReporterTranslate, vault: CaseVault, read: CaseReader): CaseActs => {
  const append = caseWriter(vault, read)
  let opened: OpenedCase | undefined
  const present = async (found: OpenedCase): Promise<void> => {
    opened = found
    await showCase(t, found, { send: add, actFiles, end, save: (file) => void saveOwn(t, vault, found.key, file, say) })
    allow(t, found)
    offerCorrections(t, found)
    show(byId('opened'))
  }
  const files = filesField(t, 'reply-files', vault.call)
  const actFiles = filesField(t, 'act-files', vault.call)
  /** The files that go with a step; they are sent before it. */
  const brought = async ({ key }: OpenedCase, from: FilesField): Promise<Otherwise | undefined> => {
    if (from.going().length === 0) return undefined
    const root = byId(from.id)
    const tell = (sentence: string): void => {
      one('[data-total]', root).textContent = sentence
    }
    // How much would be sent stands there again where it could not be.
    const sent = await from.send(key, one('.acts', root.closest('form') ?? root), tell).finally(from.draw)
    const seal: Otherwise['seal'] = (addition) =>
      vault.sealEntry({ ...addition, body: { ...addition.body, ...fileFields(sent) }, files: sent })
    return { seal, key, files: sent }
  }
  const add: Send = async (step, from) => {
    if (opened === undefined) return
    const bringing = from && (await brought(opened, from))
    await present(await append(opened, step, bringing ?? otherwise(vault, opened, step)))
    from?.clear()
    say(t('case.write.sent', { day: opened.office.day }))
  }
  wireForms(t, files, add)
  const end: EndKey = async (key) => {
    if (opened === undefined) return
    const sealed = { seal: (addition: Addition) => vault.sealKeyEnd(key, addition), key: opened.key, about: key.id }
    await present(await append(opened, { type: 'key-ended' }, sealed))
    say(t('case.helpers.ended'))
  }
  const make = newKeys(t, vault)
  const added = async (purpose: 'replace' | 'represent', step: Step, by: (of: OpenedCase) => Otherwise) => {
    if (opened === undefined) return
    await present(await append(opened, step, by(opened)))
    say(t(`case.${purpose}.done`))
  }
  one('[data-open=replace]').addEventListener('click', () => {
    void make({
      ...{ purpose: 'replace', instead: 'opened', cutOf: () => hashOf(opened?.file.address ?? new Uint8Array()) },
      use: ({ key }) =>
        added('replace', { type: 'key-replaced' }, () => ({
          seal: (addition) => vault.sealNewKey(key, addition),
          key,
          about: toBase64url(key),
        })),
    })
  })
  one('[data-open=represent]').addEventListener('click', () => {
    const name = one<HTMLInputElement>('#new-key-name')
    void make({
      ...{ purpose: 'represent', instead: 'opened', cutOf: () => hashOf(opened?.file.address ?? new Uint8Array()) },
      fresh: () => {
        name.value = ''
      },
      problems: () => (name.value.trim() === '' ? [{ words: [t('case.represent.nameless')], input: name.id }] : []),
      use: ({ key }) =>
        added('represent', { type: 'represented', name: name.value.normalize('NFC').trim() }, (of) => ({
          ...{ seal: (addition) => vault.sealRepresentative(key, addition), key: of.key, about: toBase64url(key) },
        })),
    })
  })
  lostWords(t, vault, make)
  byId('case-save').addEventListener('click', () => opened && saveText('file.txt', caseText(t, opened)))
  byId('case-print').addEventListener('click', printAll)
  byId('case-close').addEventListener('click', () => {
    vault.forget()
    location.reload()
  })
  const unsaved = (event: BeforeUnloadEvent): void => {
    if (
      all<HTMLTextAreaElement>('.act textarea').some(({ value }) => value !== '') ||
      files.count() + actFiles.count() > 0
    )
      event.preventDefault()
  }
  addEventListener('beforeunload', unsaved)
  return {
    open: async (found) => {
      await present(found)
      showVisits(t, found.visits)
      byId('case-title').focus()
    },
    leave: () => {
      files.clear()
      actFiles.clear()
      removeEventListener('beforeunload', unsaved)
      vault.forget()
    },
    keyed: () => {
      const key = opened?.key
      return key === undefined ? null : keyCheck(t, vault, key)
    },
  }
}

/**
 * Steps that are more than words: to let the substitutes in is to seal the keys to them, and to exclude somebody who reads
 * the case is to shut them out by a new key; whoever does not read it is only named.
 */
const otherwise = (vault: CaseVault, { key, file }: OpenedCase, step: Step): Otherwise | undefined => {
  if (step.type === 'released') return { seal: vault.sealRelease, key }
  if (step.type !== 'procedure' || step.transition !== 'exclude-person') return undefined
  const reader = file.readers.find(({ id }) => toBase64url(id) === step.facts?.person)
  return reader && { seal: (addition) => vault.sealRemoval([reader.id], addition), key }
}

/** Offers what the case and the key allow now; a request has forms of its own to withdraw. In a broken case nothing new is written. */
const allow = (t: ReporterTranslate, { story, office, file, procedure }: OpenedCase): void => {
  const withdrawn = story.state === 'withdrawn'
  const undoable = withdrawn && story.withdrawal !== null && office.day <= story.withdrawal.undoUntil
  const whole = file.broken === null
  show(one('[data-open=write]'), whole)
  const first = whole && file.me === null
  const speaks = whole && file.me?.standing !== 'representative' && procedure === null
  show(one('[data-open=withdraw]'), speaks && !withdrawn && story.state !== 'closed')
  show(one('[data-open=undo]'), speaks && undoable)
  show(one('[data-open=release]'), first && file.held.length > 0 && story.state !== 'closed')
  byId('release-names').textContent = t.list(file.held.map(({ label }) => label))
  show(one('[data-open=replace]'), first)
  show(one('[data-open=represent]'), first)
  show(byId('case-helping'), file.me?.standing !== 'representative')
}

const say = (sentence: string): void => {
  const status = byId('case-status')
  status.textContent = sentence
  status.focus()
}

/** Prints with everything unfolded that can be read. */
const printAll = (): void => {
  for (const details of all<HTMLDetailsElement>('#opened details:not(.step)')) details.open = true
  print()
}
