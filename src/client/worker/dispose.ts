import type { Bytes } from '../../../crypto/wire/index.ts'

let nowhere: MessagePort | undefined

/** One end of a channel whose other end is closed. */
function closedPort(): MessagePort {
  const { port1, port2 } = new MessageChannel()
  port2.close()
  return port1
}

/**
 * Gives the memory of a part back at once; it is empty from then on. Where megabytes follow one another, the garbage
 * collector would let hundreds of them gather first, and a browser that has read, hashed or sent bytes holds on to them
 * even if the script transfers them away: only what has been moved to another place leaves. So it is moved to none.
 */
export function dispose({ buffer }: Bytes): void {
  nowhere ??= closedPort()
  nowhere.postMessage(null, [buffer])
}
