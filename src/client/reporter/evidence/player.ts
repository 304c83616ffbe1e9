import type { ReporterTranslate } from '../../i18n/translate.ts'
import { all, h } from '../../ui/dom.ts'

/**
 * Lets somebody hear their recording before it is sent: the browser's own player, which every keyboard and screen reader
 * knows, without its ways to save it on the device or to send it to another one.
 */
export const player = (t: ReporterTranslate, name: string, recording: Blob): HTMLAudioElement => {
  const audio = h('audio', {
    ...{ controls: true, src: URL.createObjectURL(recording), 'aria-label': t('files.listen', { name }) },
    ...{ controlslist: 'nodownload', disableremoteplayback: true },
    // Behind the cover of a page, or after going on to the next step, nobody expects to be heard.
    timeupdate: () => audio.offsetParent === null && audio.pause(),
  })
  return audio
}

/** Stops whatever plays on the page. */
export const hush = (): void => {
  for (const audio of all<HTMLAudioElement>('audio')) audio.pause()
}

/** Ends the players in a part of the page and lets go of what they play. */
export const dropPlayers = (inside: ParentNode): void => {
  for (const audio of all<HTMLAudioElement>('audio', inside)) {
    URL.revokeObjectURL(audio.src)
    // A player whose source only lost its address would go on with what it has read.
    audio.removeAttribute('src')
    audio.load()
  }
}
