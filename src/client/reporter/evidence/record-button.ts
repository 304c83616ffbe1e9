import type { ReporterTranslate } from '../../i18n/translate.ts'
import { one } from '../../ui/dom.ts'
import type { Looked } from '../../worker/cleaner.ts'
import { hush } from './player.ts'
import { type Recording, recordingName, startRecording } from './recorder.ts'

/** A recording that may be under way. */
export interface Recorder {
  /** What the button does: pressed once it begins, pressed again it ends and the recording is a file. */
  readonly press: () => Promise<void>
  /** Also while the browser asks for the microphone, and until the recording is a file. */
  readonly running: () => boolean
  /** Begins one, as a press of the button does, and puts the reader there. */
  readonly begin: () => void
  /** Ends it without a file, and lets the microphone go. */
  readonly drop: () => void
}

/** What takes a recording in: it is looked at as any file is, since browsers sign what they write. */
export interface RecordingTaker {
  readonly look: (recording: Blob) => Promise<Looked | null>
  readonly add: (name: string, recording: Blob, looked: Looked | null) => void
}

/** What the button does that records a voice. Where the microphone is refused it says so. */
export const recorderOf = (t: ReporterTranslate, root: HTMLElement, { look, add }: RecordingTaker): Recorder => {
  const button = one<HTMLButtonElement>('[data-record]', root)
  const status = one('[data-recording]', root)
  let running: Recording | undefined
  // While the browser asks for the microphone or ends a recording, a second press must not begin another.
  let turning = false
  let count = 0
  const begin = async (): Promise<void> => {
    hush()
    const recording = await startRecording()
    // Dropped while the browser asked.
    if (!turning) return recording.drop()
    running = recording
    button.textContent = t('files.record.stop')
    status.textContent = t('files.record.running')
  }
  const end = async (recording: Recording): Promise<void> => {
    const blob = await recording.stop()
    status.textContent = t('files.look.wait')
    const looked = await look(blob)
    if (running !== recording) return
    running = undefined
    count += 1
    add(recordingName(t('files.record.name'), count, blob.type), blob, looked)
    rest()
  }
  const rest = (): void => {
    button.textContent = t('files.record')
    status.textContent = ''
  }
  const drop = (): void => {
    running?.drop()
    running = undefined
    turning = false
    rest()
  }
  const press = async (): Promise<void> => {
    if (turning) return
    turning = true
    try {
      await (running === undefined ? begin() : end(running))
    } catch {
      drop()
      status.textContent = t('files.record.refused')
    } finally {
      turning = false
    }
  }
  // Whoever leaves must not be recorded any longer.
  addEventListener('pagehide', drop)
  const anew = (): void => {
    button.focus()
    if (running === undefined) void press()
  }
  return { press, running: () => turning || running !== undefined, begin: anew, drop }
}
