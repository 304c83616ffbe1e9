import { hex } from './bytes.ts'
import { sizes } from './limits.ts'

const modulus = 3329
const vectorLength = 1152

/** FIPS 203, 7.2: every coefficient of an ML-KEM key, 12 bits each, is below the modulus. */
function isReduced(vector: Uint8Array): boolean {
  for (let at = 0; at < vector.length; at += 3) {
    const [a, b, c] = [vector[at] as number, vector[at + 1] as number, vector[at + 2] as number]
    if ((a | ((b & 15) << 8)) >= modulus || ((b >> 4) | (c << 4)) >= modulus) return false
  }
  return true
}

// Points of X25519 that give everybody the same shared secret, top bit cleared.
const smallOrder = new Set([
  '0000000000000000000000000000000000000000000000000000000000000000',
  '0100000000000000000000000000000000000000000000000000000000000000',
  'e0eb7a7c3b41b8ae1656e3faf19fc46ada098deb9c32b1fd866205165f49b800',
  '5f9c95bca3508c24b1d0b1559c83ef5b04445cc4581c8e86d8224eddd09f1157',
  'ecffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f',
  'edffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f',
  'eeffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f',
])

/**
 * Whether an X-Wing public key is one that can be sealed to. libsodium refuses the others while sealing; they are refused
 * where they come in, so that nobody can make a case or an office that nobody can seal to (PROTOCOL 1.3).
 */
export function acceptableSealingKey(key: Uint8Array): boolean {
  if (key.length !== sizes.sealingKey) return false
  const point = key.slice(-32)
  point[31] = (point[31] as number) & 0x7f
  return isReduced(key.subarray(0, vectorLength)) && !smallOrder.has(hex(point))
}
