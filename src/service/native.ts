/** Where a runtime brings its own primitives: SHA-256 for all that is hashed, Ed25519 for all that is verified. */
export { type Check, verifyBy } from '../../crypto/wire/ed25519.ts'
export { hashBy } from '../../crypto/wire/hash.ts'
