import { Fragment, type VNode } from 'preact'
import { useWords } from '../words.ts'
import { Button } from './button.tsx'
import { Dialog } from './dialog.tsx'

const rows = [
  { keys: ['J', 'K'], key: 'move' },
  { keys: ['Enter'], key: 'open' },
  { keys: ['/'], key: 'search' },
  { keys: ['I'], key: 'inbox' },
  { keys: ['R'], key: 'reply' },
  { keys: ['N'], key: 'note' },
  { keys: ['1', '9'], key: 'step' },
  { keys: ['Ctrl', 'Enter'], key: 'send' },
  { keys: ['Esc', 'Esc', 'Esc'], key: 'exit' },
  { keys: ['?'], key: 'help' },
] as const

/** Every key that does something. */
export const Shortcuts = ({ onClose }: { onClose: () => void }): VNode => {
  const t = useWords()
  return (
    <Dialog title={t('shortcuts.title')} onClose={onClose}>
      <dl class="facts">
        {rows.map(({ keys, key }) => (
          <Fragment key={key}>
            <dt>
              {keys.map((name) => (
                <kbd key={name}>{name}</kbd>
              ))}
            </dt>
            <dd>{t(`shortcuts.${key}`)}</dd>
          </Fragment>
        ))}
      </dl>
      <div class="acts">
        <Button onClick={onClose}>{t('shortcuts.close')}</Button>
      </div>
    </Dialog>
  )
}
