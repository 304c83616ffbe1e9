/**
 * What a file is to a browser, and so what it may do there. `reporting` are the pages on which a voice can be recorded,
 * `handing` the one with a form that a browser sends by itself, `office` is the console, which alone frames the preview of files.
 */
export type FileKind =
  | 'page'
  | 'reporting'
  | 'handing'
  | 'office'
  | 'worker'
  | 'plain-worker'
  | 'reader'
  | 'other'
  | Preview

/** The page in which files are looked at, whose address names its one script by its hash, in base64url. */
interface Preview {
  readonly preview: string
}

/** Nothing but our own files, no inline script, no markup made of text: what is not named here is refused. */
const pagePolicy = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self' blob:",
  "connect-src 'self'",
  "worker-src 'self'",
  "form-action 'none'",
  "base-uri 'none'",
  "frame-ancestors 'none'",
  "require-trusted-types-for 'script'",
  'trusted-types crypto-worker',
].join('; ')

/**
 * The page in which strangers' files are decoded: without an origin, without a network, shown by our console alone. It has
 * no origin from which it could load a script, so its only one stands in it and is named by its hash.
 */
const previewPolicy = ({ preview }: Preview): string =>
  [
    'sandbox allow-scripts',
    "default-src 'none'",
    `script-src 'sha256-${preview.replaceAll('-', '+').replaceAll('_', '/')}=' 'wasm-unsafe-eval'`,
    'worker-src blob:',
    'img-src blob:',
    'media-src blob:',
    "form-action 'none'",
    "base-uri 'none'",
    "frame-ancestors 'self'",
    "require-trusted-types-for 'script'",
    'trusted-types pdf',
  ].join('; ')

/** A worker follows the policy that it is served with, not its page's: it may compute and reach nothing. */
const workerPolicy = (script: string): string =>
  `default-src 'none'; script-src ${script}; require-trusted-types-for 'script'`

const policies: Readonly<Record<Exclude<FileKind, Preview>, string>> = {
  page: pagePolicy,
  // Whoever recorded their voice can hear it before it is sent.
  reporting: `${pagePolicy}; media-src blob:`,
  handing: pagePolicy.replace("form-action 'none'", "form-action 'self'"),
  office: `${pagePolicy}; frame-src 'self'`,
  worker: workerPolicy("'self' 'wasm-unsafe-eval'"),
  'plain-worker': workerPolicy("'self'"),
  // It reads strangers' files: not even a script of ours is to be had from there.
  reader: workerPolicy("'wasm-unsafe-eval'"),
  other: "default-src 'none'; frame-ancestors 'none'",
}

/** What a page could ask a device for and never does; passkeys are ours, and where a report is written the microphone. */
const permissions = [
  ...['accelerometer', 'autoplay', 'browsing-topics', 'camera', 'display-capture', 'encrypted-media'],
  ...['fullscreen', 'geolocation', 'gyroscope', 'hid', 'identity-credentials-get', 'idle-detection', 'local-fonts'],
  ...['magnetometer', 'midi', 'payment', 'picture-in-picture', 'screen-wake-lock', 'serial'],
  ...['storage-access', 'usb', 'window-management', 'xr-spatial-tracking'],
]
const permissionsPolicy = (kind: FileKind): string =>
  [
    ...permissions.map((feature) => `${feature}=()`),
    `microphone=${kind === 'reporting' ? '(self)' : '()'}`,
    'publickey-credentials-create=(self)',
    'publickey-credentials-get=(self)',
  ].join(', ')

/** The headers of every answer, errors and files included. `secure`: browsers reach the service over TLS. */
export function securityHeaders(kind: FileKind, secure: boolean): readonly (readonly [name: string, value: string])[] {
  const isPreview = typeof kind === 'object'
  return [
    ['content-security-policy', isPreview ? previewPolicy(kind) : policies[kind]],
    ['integrity-policy', 'blocked-destinations=(script)'],
    ['cross-origin-opener-policy', 'same-origin'],
    ['cross-origin-embedder-policy', 'require-corp'],
    ['cross-origin-resource-policy', 'same-origin'],
    ['permissions-policy', permissionsPolicy(kind)],
    ['referrer-policy', 'no-referrer'],
    ['x-content-type-options', 'nosniff'],
    ['x-frame-options', isPreview ? 'SAMEORIGIN' : 'DENY'],
    // No proxy or platform may keep, compress or rewrite it: the length of an answer must not follow from its content.
    ['cache-control', 'no-store, no-transform'],
    ...(secure ? ([['strict-transport-security', 'max-age=63072000; includeSubDomains']] as const) : []),
  ]
}
