/** Names longer than this are cut in their middle, in characters. */
const LENGTH = 100

/** An ending tells what a file is; longer ones are part of the name. */
const ENDING = /\.[\p{L}\p{N}]{1,10}$/u

/**
 * A file's name as it may be shown and saved: no folders, no control signs, none that turn the direction of writing (a
 * name must not look as if it ended otherwise than it does), none that mean something to a file system, and not longer
 * than a line. A name of nothing else becomes `file`.
 */
export function safeFileName(name: string): string {
  const last = name.split(/[/\\]/).at(-1) ?? ''
  const plain = last
    .normalize('NFC')
    .replaceAll(/[\p{C}\u2028\u2029]/gu, '')
    .replaceAll(/[<>:"|?*]/g, '_')
    .replaceAll(/\s+/g, ' ')
    .replace(/^[\s.]+|[\s.]+$/g, '')
  const signs = [...plain]
  if (signs.length === 0) return 'file'
  if (signs.length <= LENGTH) return reserved(plain)
  const ending = [...(ENDING.exec(plain)?.[0] ?? '')]
  return [...signs.slice(0, LENGTH - ending.length - 1), '…', ...ending].join('')
}

/** Devices of old systems: a file of such a name cannot be opened there. */
const reserved = (name: string): string => (/^(con|prn|aux|nul|com\d|lpt\d)(\.|$)/i.test(name) ? `_${name}` : name)
