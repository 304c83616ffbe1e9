import type { ReporterTranslate } from '../../i18n/translate.ts'
import { one, show } from '../../ui/dom.ts'
import { canRecord, type Recording, recordingName, startRecording } from './recorder.ts'

/** Wires the button that records a voice: pressed once it begins, pressed again it ends and the recording is a file. */
export const wireRecorder = (
  t: ReporterTranslate,
  root: HTMLElement,
  add: (name: string, recording: Blob) => void,
): void => {
  const button = one<HTMLButtonElement>('[data-record]', root)
  const status = one('[data-recording]', root)
  if (!canRecord()) return
  show(one('.voice', root))
  let running: Recording | undefined
  let count = 0
  const begin = async (): Promise<void> => {
    running = await startRecording()
    button.textContent = t('files.record.stop')
    status.textContent = t('files.record.running')
  }
  const end = async (recording: Recording): Promise<void> => {
    running = undefined
    const blob = await recording.stop()
    count += 1
    add(recordingName(t('files.record.name'), count, blob.type), blob)
    button.textContent = t('files.record')
    status.textContent = ''
  }
  button.addEventListener('click', () => {
    void (running === undefined ? begin() : end(running)).catch(() => {
      status.textContent = t('files.record.refused')
    })
  })
  // Whoever leaves must not be recorded any longer.
  addEventListener('pagehide', () => running?.drop())
}
