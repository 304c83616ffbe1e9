import sodium from 'libsodium-wrappers'

/** Resolves once libsodium can be called; everything beside `crypto/wire` needs it. Cheap to await again. */
export const ready = (): Promise<void> => sodium.ready
