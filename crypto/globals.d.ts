/**
 * What the protocol may take from the platform around it: random bytes, WebCrypto and UTF-8. Every place where it runs
 * (browser, web worker, Node, workerd) has these; nothing else of any of them is visible here.
 * The shapes are those of TypeScript's own `dom` library, so that code which passes here passes there.
 */

type BufferSource = ArrayBuffer | ArrayBufferView<ArrayBuffer>

type KeyFormat = 'raw' | 'pkcs8' | 'spki'

type KeyUsage = 'encrypt' | 'decrypt' | 'sign' | 'verify' | 'deriveKey' | 'deriveBits' | 'wrapKey' | 'unwrapKey'

interface CryptoKey {
  readonly extractable: boolean
  readonly type: 'private' | 'public' | 'secret'
}

interface CryptoKeyPair {
  readonly privateKey: CryptoKey
  readonly publicKey: CryptoKey
}

interface Algorithm {
  readonly name: string
}

interface HmacImportParams extends Algorithm {
  readonly hash: string
}

interface HkdfParams extends Algorithm {
  readonly hash: string
  readonly salt: BufferSource
  readonly info: BufferSource
}

interface AesGcmParams extends Algorithm {
  readonly iv: BufferSource
  readonly additionalData?: BufferSource
}

interface SubtleCrypto {
  digest(algorithm: string, data: BufferSource): Promise<ArrayBuffer>
  importKey(
    format: KeyFormat,
    keyData: BufferSource,
    algorithm: string | Algorithm | HmacImportParams,
    extractable: boolean,
    keyUsages: readonly KeyUsage[],
  ): Promise<CryptoKey>
  exportKey(format: KeyFormat, key: CryptoKey): Promise<ArrayBuffer>
  exportKey(format: 'jwk', key: CryptoKey): Promise<{ readonly x?: string }>
  sign(algorithm: string | Algorithm, key: CryptoKey, data: BufferSource): Promise<ArrayBuffer>
  verify(algorithm: string | Algorithm, key: CryptoKey, signature: BufferSource, data: BufferSource): Promise<boolean>
  deriveBits(algorithm: HkdfParams, baseKey: CryptoKey, length: number): Promise<ArrayBuffer>
  encrypt(algorithm: AesGcmParams, key: CryptoKey, data: BufferSource): Promise<ArrayBuffer>
  decrypt(algorithm: AesGcmParams, key: CryptoKey, data: BufferSource): Promise<ArrayBuffer>
}

declare const crypto: {
  readonly subtle: SubtleCrypto
  getRandomValues<T extends ArrayBufferView<ArrayBuffer>>(array: T): T
}

declare class TextEncoder {
  encode(input?: string): Uint8Array<ArrayBuffer>
}

declare class TextDecoder {
  constructor(label?: string, options?: { fatal?: boolean; ignoreBOM?: boolean })
  decode(input?: BufferSource): string
}
