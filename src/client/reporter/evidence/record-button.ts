import type { ReporterTranslate } from '../../i18n/translate.ts'
import { one } from '../../ui/dom.ts'
import { hush } from './player.ts'
import { type Recording, recordingName, startRecording } from './recorder.ts'

/** A recording that may be under way. */
export interface Recorder {
  /** What the button does: pressed once it begins, pressed again it ends and the recording is a file. */
  readonly press: () => Promise<void>
  readonly running: () => boolean
  /** Begins one, as a press of the button does, and puts the reader there. */
  readonly begin: () => void
  /** Ends it without a file, and lets the microphone go. */
  readonly drop: () => void
}

/** What the button does that records a voice. Where the microphone is refused it says so. */
export const recorderOf = (
  t: ReporterTranslate,
  root: HTMLElement,
  add: (name: string, recording: Blob) => void,
): Recorder => {
  const button = one<HTMLButtonElement>('[data-record]', root)
  const status = one('[data-recording]', root)
  let running: Recording | undefined
  let asked = false
  let count = 0
  const begin = async (): Promise<void> => {
    // While the browser asks for the microphone, a second press must not begin a second recording.
    if (asked) return
    asked = true
    hush()
    running = await startRecording().finally(() => {
      asked = false
    })
    button.textContent = t('files.record.stop')
    status.textContent = t('files.record.running')
  }
  const end = async (recording: Recording): Promise<void> => {
    running = undefined
    const blob = await recording.stop()
    count += 1
    add(recordingName(t('files.record.name'), count, blob.type), blob)
    rest()
  }
  const rest = (): void => {
    button.textContent = t('files.record')
    status.textContent = ''
  }
  const drop = (): void => {
    running?.drop()
    running = undefined
    rest()
  }
  const press = (): Promise<void> =>
    (running === undefined ? begin() : end(running)).catch(() => {
      status.textContent = t('files.record.refused')
    })
  // Whoever leaves must not be recorded any longer.
  addEventListener('pagehide', drop)
  const anew = (): void => {
    button.focus()
    if (running === undefined) void press()
  }
  return { press, running: () => running !== undefined, begin: anew, drop }
}
