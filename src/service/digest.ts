/** Where a runtime brings its own SHA-256 for all that is hashed. */
export { hashBy } from '../../crypto/wire/hash.ts'
