import { beforeAll, describe, expect, it } from 'vitest'
import { authorOf, proveAuthorship, ready, reporterSigning, verify, verifyBySodium } from '../../crypto/index.ts'
import { concat } from '../../crypto/wire/index.ts'
import { dice } from './support/dice.ts'
import { bitsOf, flip } from './support/flip.ts'

describe('the proof that somebody wrote an earlier case', () => {
  const roll = dice('authorship')
  const here = roll(32)
  beforeAll(ready)

  it('gives the key of that case, to every verifier alike', async () => {
    const signing = reporterSigning(roll(16))
    const proof = proveAuthorship({ signing }, here)
    expect(proof).toHaveLength(96)
    expect(await authorOf(proof, here, verify)).toEqual(signing.publicKey)
    expect(await authorOf(proof, here, async (...signed) => verifyBySodium(...signed))).toEqual(signing.publicKey)
  })

  it('holds for one case alone, and not with any bit changed, cut or added', async () => {
    const proof = proveAuthorship({ signing: reporterSigning(roll(16)) }, here)
    expect(await authorOf(proof, roll(32), verify)).toBeNull()
    expect(await authorOf(proof.slice(1), here, verify)).toBeNull()
    expect(await authorOf(concat(proof, roll(1)), here, verify)).toBeNull()
    expect(await authorOf(new Uint8Array(96), here, verify)).toBeNull()
    for (const bit of bitsOf(proof)) expect(await authorOf(flip(proof, bit), here, verify), `bit ${bit}`).toBeNull()
  })
})
