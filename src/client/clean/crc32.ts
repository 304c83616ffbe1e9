const TABLE = Uint32Array.from({ length: 256 }, (_, byte) => {
  let value = byte
  for (let bit = 0; bit < 8; bit += 1) value = value & 1 ? (value >>> 1) ^ 0xedb88320 : value >>> 1
  return value
})

/**
 * The check sum of PNG and ZIP (ISO 3309), as an unsigned number.
 * @param before the sum of what came before these bytes
 */
export const crc32 = (bytes: Uint8Array, before = 0): number => {
  let value = before ^ 0xffffffff
  for (const byte of bytes) value = (value >>> 8) ^ (TABLE[(value ^ byte) & 0xff] as number)
  return (value ^ 0xffffffff) >>> 0
}
