import type { VNode } from 'preact'
import { officeCut } from '../../ui/draw/cut.ts'
import { Draw } from '../../ui/draw/draw.tsx'
import { fromBase64 } from '../net/base64.ts'
import type { Book } from '../vault/types.ts'

/** The office's fingerprint: forty digits in ten groups, and the cut that stands at the head of every reporter's page. */
export const Fingerprint = ({ book }: { book: Book }): VNode => (
  <div class="fingerprint">
    <Draw of={officeCut(fromBase64(book.fingerprint))} />
    <p class="digits num">
      <bdi>{book.digits.join(' ')}</bdi>
    </p>
  </div>
)
