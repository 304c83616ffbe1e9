/** A recording that runs. */
export interface Recording {
  /** Ends it and gives what was said. */
  readonly stop: () => Promise<Blob>
  /** Ends it and keeps nothing. */
  readonly drop: () => void
}

/** What browsers can record, the smallest first; each of them says which it can. */
const FORMS = ['audio/webm;codecs=opus', 'audio/ogg;codecs=opus', 'audio/mp4']

/** Asks for the microphone and begins to record. @throws DOMException where it is refused or there is none */
export const startRecording = async (): Promise<Recording> => {
  const stream = await navigator.mediaDevices.getUserMedia({ audio: true })
  const form = FORMS.find((one) => MediaRecorder.isTypeSupported(one))
  const recorder = new MediaRecorder(stream, { audioBitsPerSecond: 32_000, ...(form && { mimeType: form }) })
  const parts: Blob[] = []
  recorder.addEventListener('dataavailable', ({ data }) => parts.push(data))
  const ended = new Promise<void>((resolve) => recorder.addEventListener('stop', () => resolve()))
  const end = async (): Promise<void> => {
    if (recorder.state !== 'inactive') recorder.stop()
    await ended
    // The browser shows that the microphone is on until its tracks end.
    for (const track of stream.getTracks()) track.stop()
  }
  recorder.start()
  return {
    stop: async () => {
      await end()
      return new Blob(parts, { type: recorder.mimeType.split(';')[0] ?? '' })
    },
    drop: () => void end(),
  }
}

/** The name of a recording: the ending tells players what it is. */
export const recordingName = (word: string, number: number, type: string): string =>
  `${word} ${number}.${type === 'audio/mp4' ? 'm4a' : (type.split('/')[1] ?? 'webm')}`
