import type { VNode } from 'preact'
import { useId, useRef } from 'preact/hooks'
import { contentOf } from '../../files/chosen.ts'
import { useWords } from '../words.ts'
import { AttachLine } from './attach-line.tsx'
import { sizeWords } from './size-words.ts'
import type { Attached } from './use-attached.ts'

/** Files that go with what is being written; first those that were sent before what they belong to was taken back. */
export const Attach = ({ of: { files, add, remove, sent, drop } }: { of: Attached }): VNode => {
  const t = useWords()
  const id = useId()
  const input = useRef<HTMLInputElement>(null)
  const addAll = (list: Iterable<File>): void => {
    for (const file of list) add(file)
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
            <AttachLine key={chosen.id} file={chosen.name} onRemove={() => remove(chosen)}>
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
