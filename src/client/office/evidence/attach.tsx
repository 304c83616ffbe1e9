import type { VNode } from 'preact'
import { useEffect, useId, useRef } from 'preact/hooks'
import { safeFileName } from '../../../domain/file-name.ts'
import { type Chosen, contentOf } from '../../files/chosen.ts'
import { type Cleaner, makeCleaner } from '../../worker/cleaner.ts'
import { useWords } from '../words.ts'
import { sizeWords } from './size-words.ts'

interface AttachProps {
  readonly files: readonly Chosen[]
  /** Turns the files as they stand into what they become. */
  readonly onChange: (change: (files: readonly Chosen[]) => readonly Chosen[]) => void
}

let last = 0

/** Files that go with what is being written. What can be taken out of them is taken out, as it is for a reporter. */
export const Attach = ({ files, onChange }: AttachProps): VNode => {
  const t = useWords()
  const id = useId()
  const input = useRef<HTMLInputElement>(null)
  const cleaner = useRef<Cleaner>(null)
  useEffect(() => () => cleaner.current?.end(), [])
  const add = async (file: File): Promise<void> => {
    last += 1
    const mine: Chosen = { id: last, name: file.name, file, looked: 'wait', asItIs: true }
    onChange((all) => [...all, mine])
    cleaner.current ??= makeCleaner()
    const looked = await cleaner.current.look(file)
    onChange((all) => all.map((one) => (one.id === mine.id ? { ...one, looked } : one)))
  }
  const addAll = (list: Iterable<File>): void => {
    for (const file of list) void add(file)
    if (input.current) input.current.value = ''
  }
  return (
    <div class="attach">
      {files.length > 0 && (
        <ul>
          {files.map((chosen) => {
            const name = safeFileName(chosen.name)
            return (
              <li key={chosen.id}>
                <bdi>{name}</bdi>{' '}
                <span class="quiet">
                  {chosen.looked === 'wait' ? t('files.look.wait') : sizeWords(t, contentOf(chosen).size)}
                </span>{' '}
                {chosen.looked === null && <span class="madder">{t('files.look.unreadable')}</span>}
                <button
                  type="button"
                  class="plain"
                  aria-label={t('files.remove.what', { name })}
                  onClick={() => onChange((all) => all.filter((one) => one.id !== chosen.id))}
                >
                  {t('files.remove')}
                </button>
              </li>
            )
          })}
        </ul>
      )}
      <input
        ref={input}
        class="vh"
        type="file"
        multiple
        id={id}
        onChange={(event) => addAll(event.currentTarget.files ?? [])}
      />
      <label class="btn two" for={id}>
        {t('files.add')}
      </label>
    </div>
  )
}
