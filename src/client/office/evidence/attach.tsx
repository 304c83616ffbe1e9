import type { VNode } from 'preact'
import { useEffect, useId, useRef } from 'preact/hooks'
import { type Chosen, contentOf } from '../../files/chosen.ts'
import { type Cleaner, makeCleaner } from '../../worker/cleaner.ts'
import { useWords } from '../words.ts'
import { AttachLine } from './attach-line.tsx'
import { sizeWords } from './size-words.ts'
import type { Attached } from './use-attached.ts'

let last = 0

/**
 * Files that go with what is being written. What can be taken out of them is taken out, as it is for a reporter. First
 * come those that were sent before what they belong to was taken back.
 */
export const Attach = ({ of: { files, change, sent, drop } }: { of: Attached }): VNode => {
  const t = useWords()
  const id = useId()
  const input = useRef<HTMLInputElement>(null)
  const cleaner = useRef<Cleaner>(null)
  useEffect(() => () => cleaner.current?.end(), [])
  const add = async (file: File): Promise<void> => {
    last += 1
    const mine: Chosen = { id: last, name: file.name, file, looked: 'wait', asItIs: true }
    change((all) => [...all, mine])
    cleaner.current ??= makeCleaner()
    const looked = await cleaner.current.look(file)
    change((all) => all.map((one) => (one.id === mine.id ? { ...one, looked } : one)))
  }
  const addAll = (list: Iterable<File>): void => {
    for (const file of list) void add(file)
    if (input.current) input.current.value = ''
  }
  return (
    <div class="attach">
      {files.length + sent.length > 0 && (
        <ul>
          {sent.map((one) => (
            <AttachLine key={one.hash} file={one.name} onRemove={() => drop(one)}>
              <span class="quiet">
                {sizeWords(t, one.size)}. {t('files.office.sent')}
              </span>
            </AttachLine>
          ))}
          {files.map((chosen) => (
            <AttachLine
              key={chosen.id}
              file={chosen.name}
              onRemove={() => change((all) => all.filter((one) => one.id !== chosen.id))}
            >
              <span class="quiet">
                {chosen.looked === 'wait' ? t('files.look.wait') : sizeWords(t, contentOf(chosen).size)}
              </span>
              {chosen.looked === null && <span class="madder"> {t('files.look.unreadable')}</span>}
            </AttachLine>
          ))}
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
