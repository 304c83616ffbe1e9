import { type BlobStore, type Bytes, Refusal } from '../../service/ports.ts'

const keyOf = (name: Bytes): string => Array.from(name, (byte) => byte.toString(16).padStart(2, '0')).join('')

/** Blobs as objects of a bucket of R2. */
export const bucketBlobs = (bucket: R2Bucket): BlobStore => ({
  put: async (name, bytes) => {
    try {
      await bucket.put(keyOf(name), bytes)
    } catch {
      // R2 does not say why in a form to rely on; whatever it was, the same part can be sent again.
      throw new Refusal('service.busy')
    }
  },
  get: async (name) => {
    const object = await bucket.get(keyOf(name))
    return object && new Uint8Array(await object.arrayBuffer())
  },
  remove: (names) => bucket.delete(names.map(keyOf)),
})
