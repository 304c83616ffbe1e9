import type { ComponentChildren, VNode } from 'preact'
import type { Act } from '../use-act.ts'
import { useWords } from '../words.ts'
import { Button } from './button.tsx'
import { Problem } from './problem.tsx'

interface SignOrLeaveProps {
  readonly act: Act<[]>
  /** What signing does; without it one can only leave. */
  readonly children?: ComponentChildren
  readonly onLeave: () => void
}

/** The end of a form that signs something: what went wrong, the signing, and the way out without it. */
export const SignOrLeave = ({ act, children, onLeave }: SignOrLeaveProps): VNode => {
  const t = useWords()
  return (
    <>
      <Problem of={act.problem} />
      <div class="acts">
        {children && (
          <Button submit busy={act.busy}>
            {children}
          </Button>
        )}
        <Button two onClick={onLeave}>
          {t('people.leave')}
        </Button>
      </div>
    </>
  )
}
