import type { ComponentChildren, VNode } from 'preact'
import { safeFileName } from '../../../domain/file-name.ts'
import { useWords } from '../words.ts'

interface LineProps {
  readonly file: string
  /** What there is to know of it. */
  readonly children: ComponentChildren
  readonly onRemove: () => void
}

/** A file that goes with what is being written, and the way to take it out. */
export const AttachLine = ({ file, children, onRemove }: LineProps): VNode => {
  const t = useWords()
  const name = safeFileName(file)
  return (
    <li>
      <bdi>{name}</bdi> {children}{' '}
      <button type="button" class="plain" aria-label={t('files.remove.what', { name })} onClick={onRemove}>
        {t('files.remove')}
      </button>
    </li>
  )
}
