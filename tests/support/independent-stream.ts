import { poly1305 } from '@noble/ciphers/_poly1305.js'
import { chacha20, hchacha } from '@noble/ciphers/chacha.js'

/**
 * Opens streams of files by PROTOCOL 14.3 on other people's primitives: libsodium's secretstream, written from its
 * description, with a header of 24 zero bytes.
 */
const words = (bytes: Uint8Array) => new Uint32Array(bytes.slice().buffer)
const little = (value: number, size: 4 | 8) => {
  const bytes = Buffer.alloc(8)
  bytes.writeBigUInt64LE(BigInt(value))
  return new Uint8Array(bytes.subarray(0, size))
}

/** The key of the stream and the first half of its nonces, from the file's key and the header. */
function beginning(key: Uint8Array): Uint8Array {
  const sigma = words(new TextEncoder().encode('expand 32-byte k'))
  const out = new Uint32Array(8)
  hchacha(sigma, words(key), new Uint32Array(4), out)
  return new Uint8Array(out.buffer)
}

/** The chunks of a stream in their order; throws for one that is not sealed as it should be, and unless the last alone says that it is. */
export function openStream(fileKey: Uint8Array, sealed: readonly Uint8Array[]): Uint8Array {
  const key = beginning(fileKey)
  const inner = new Uint8Array(8)
  const opened = sealed.map((chunk, place) => {
    const nonce = Buffer.concat([little(place + 1, 4), inner])
    const stream = (counter: number, bytes: Uint8Array) => chacha20(key, nonce, bytes, undefined, counter)
    const [first, body, mac] = [chunk.subarray(0, 1), chunk.subarray(1, -16), chunk.subarray(-16)]
    const block = stream(1, new Uint8Array(64))
    const tag = (block[0] as number) ^ (first[0] as number)
    block[0] = first[0] as number
    const lengths = [little(0, 8), little(64 + body.length, 8)]
    const right = poly1305(Buffer.concat([block, body, ...lengths]), stream(0, new Uint8Array(32)))
    if (!Buffer.from(right).equals(mac)) throw new Error('not sealed under this key, or not in this place')
    if (tag !== (place === sealed.length - 1 ? 3 : 0)) throw new Error('the last chunk alone says that it is')
    for (const [at, byte] of mac.subarray(0, 8).entries()) inner[at] = (inner[at] as number) ^ byte
    return stream(2, body)
  })
  return Buffer.concat(opened)
}
