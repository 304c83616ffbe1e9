/** How many pixels a JPEG, PNG, GIF or WebP says it has; null where that cannot be read. */
export const pictureSize = (bytes: Uint8Array<ArrayBuffer>): number | null => {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  if (bytes.length < 30) return null
  if (bytes[0] === 0x89) return view.getUint32(16) * view.getUint32(20)
  if (bytes[0] === 0x47) return view.getUint16(6, true) * view.getUint16(8, true)
  return bytes[0] === 0xff ? jpegSize(bytes, view) : webpSize(bytes, view)
}

/** The first frame of a JPEG says its lines and columns. */
const jpegSize = (bytes: Uint8Array, view: DataView): number | null => {
  for (let at = 2; at + 9 < bytes.length && bytes[at] === 0xff; at += 2 + view.getUint16(at + 2)) {
    const marker = bytes[at + 1] ?? 0
    const isFrame = marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker)
    if (isFrame) return view.getUint16(at + 5) * view.getUint16(at + 7)
  }
  return null
}

const webpSize = (bytes: Uint8Array, view: DataView): number | null => {
  const kind = String.fromCharCode(...bytes.subarray(12, 16))
  const u24 = (at: number): number => view.getUint16(at, true) + ((bytes[at + 2] ?? 0) << 16)
  if (kind === 'VP8X') return (u24(24) + 1) * (u24(27) + 1)
  if (kind === 'VP8 ') return (view.getUint16(26, true) & 0x3fff) * (view.getUint16(28, true) & 0x3fff)
  if (kind !== 'VP8L') return null
  const bits = view.getUint32(21, true)
  return ((bits & 0x3fff) + 1) * (((bits >>> 14) & 0x3fff) + 1)
}
