import type { VNode } from 'preact'
import { useState } from 'preact/hooks'
import type { Paper } from '../letters/paper.ts'
import { PaperView } from '../letters/paper-view.tsx'
import { Papers } from '../letters/papers.tsx'
import type { RequestFile } from '../letters/request-file.ts'
import { ConflictView } from './conflict-view.tsx'
import { gateOf } from './gate.ts'

interface GateProps {
  readonly of: RequestFile
  /** The case itself, around the ways to its papers. */
  readonly children: (papers: VNode) => VNode
}

/** A request behind its question about conflicts, and then either the case or one of its papers. */
export const RequestGate = ({ of, children }: GateProps): VNode => {
  const [paper, setPaper] = useState<Paper | null>(null)
  const gate = gateOf(of.progress, of.me.id)
  if (gate !== null) return <ConflictView of={of} gate={gate} />
  if (paper !== null) return <PaperView of={of} paper={paper} onPaper={setPaper} />
  return children(<Papers progress={of.progress} onOpen={setPaper} />)
}
