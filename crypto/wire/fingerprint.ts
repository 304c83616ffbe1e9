/** The office fingerprint as people read it: 40 decimal digits in ten groups of four (PROTOCOL 2.4). */
export function fingerprintDigits(fingerprint: Uint8Array): string[] {
  const number = fingerprint.subarray(0, 24).reduce((value, byte) => value * 256n + BigInt(byte), 0n)
  const digits = (number % 10n ** 40n).toString().padStart(40, '0')
  return Array.from({ length: 10 }, (_, group) => digits.slice(group * 4, group * 4 + 4))
}
