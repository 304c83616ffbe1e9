import type { Bytes } from '../../../../crypto/wire/index.ts'
import type { Chosen } from '../../files/chosen.ts'
import type { NamedEvidence } from '../../files/named.ts'
import type { FileSender, Sending } from '../../files/send-files.ts'
import type { ReporterTranslate } from '../../i18n/translate.ts'
import { h } from '../../ui/dom.ts'

/** What is shown while files are on their way, and what it takes to stop them. */
interface UploadProgress {
  readonly tell: (sending: Sending) => void
  readonly signal: AbortSignal
  /** Takes it from the page. */
  readonly end: () => void
}

/**
 * Shows below an element how far the files have come, with a button that stops them.
 * @param say tells in words which file is under way, once for each: a bar that moves is not read aloud
 */
const uploadProgress = (t: ReporterTranslate, below: HTMLElement, say: (sentence: string) => void): UploadProgress => {
  const stopping = new AbortController()
  const bar = h('progress', { max: 1, 'aria-label': t('files.title') })
  const stop = h('button', { type: 'button', class: 'link', click: () => stopping.abort() }, t('files.stop'))
  const box = h('div', { class: 'uploading noprint' }, bar, stop)
  let told = 0
  below.after(box)
  return {
    tell: ({ number, count, part }) => {
      bar.value = part
      if (number !== told) say(t('files.sending', { number, count }))
      told = number
    },
    signal: stopping.signal,
    end: () => box.remove(),
  }
}

/** Sends files, shows below an element how far they have come, and lets them be stopped. */
export const sendShown = async (
  t: ReporterTranslate,
  below: HTMLElement,
  sender: FileSender,
  key: Bytes,
  going: readonly Chosen[],
  say: (sentence: string) => void,
): Promise<readonly NamedEvidence[]> => {
  if (going.length === 0) return []
  const progress = uploadProgress(t, below, say)
  try {
    return await sender.send(key, going, progress.tell, progress.signal)
  } finally {
    progress.end()
  }
}
