/** What a thread that reads a file needs of its globals: the language itself, and what pictures and packed streams are read by. */
const STAYS = new Set(
  [
    'globalThis self undefined NaN Infinity isFinite isNaN parseFloat parseInt',
    'decodeURI decodeURIComponent encodeURI encodeURIComponent escape unescape atob btoa',
    'Object Function Boolean Symbol Number BigInt Math Date String RegExp Intl JSON Promise Proxy Reflect Iterator',
    'Array Map Set WeakMap WeakSet WeakRef FinalizationRegistry ArrayBuffer DataView WebAssembly',
    // Two numbers, which Chromium does not let go.
    'TEMPORARY PERSISTENT',
    'Int8Array Int16Array Int32Array BigInt64Array Uint8Array Uint8ClampedArray Uint16Array Uint32Array BigUint64Array',
    'Float16Array Float32Array Float64Array',
    'Error AggregateError EvalError RangeError ReferenceError SyntaxError TypeError URIError DOMException',
    'addEventListener removeEventListener dispatchEvent Event EventTarget MessageEvent MessagePort',
    'AbortController AbortSignal setTimeout clearTimeout queueMicrotask structuredClone performance console crypto',
    'TextDecoder TextEncoder URL Blob Response ReadableStream CompressionStream DecompressionStream',
    'OffscreenCanvas OffscreenCanvasRenderingContext2D Path2D DOMMatrix ImageData ImageBitmap createImageBitmap ImageDecoder',
  ]
    .join(' ')
    .split(' '),
)

/**
 * Takes from a thread for good every global that is not named above: storage and lines to other pages, which no policy
 * forbids, and whatever browsers will add.
 * @throws Error where one of them cannot be taken away
 */
export const bare = (): void => {
  for (
    let holder: object = globalThis;
    holder !== Object.prototype && holder !== null;
    holder = Object.getPrototypeOf(holder)
  )
    for (const name of Object.getOwnPropertyNames(holder))
      if (!STAYS.has(name) && !Reflect.deleteProperty(holder, name)) throw new Error(`${name} stays`)
}
