/** What a file is to a browser, and so what it may do there. */
export type FileKind = 'page' | 'worker' | 'plain-worker' | 'other'

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

/** A worker follows the policy that it is served with, not its page's: it may compute and reach nothing. */
const workerPolicy = (script: string): string =>
  `default-src 'none'; script-src ${script}; require-trusted-types-for 'script'`

const policies: Readonly<Record<FileKind, string>> = {
  page: pagePolicy,
  worker: workerPolicy("'self' 'wasm-unsafe-eval'"),
  'plain-worker': workerPolicy("'self'"),
  other: "default-src 'none'; frame-ancestors 'none'",
}

/** What a page could ask a device for and never does; passkeys alone are ours. */
const permissions = [
  ...['accelerometer', 'autoplay', 'browsing-topics', 'camera', 'display-capture', 'encrypted-media'],
  ...['fullscreen', 'geolocation', 'gyroscope', 'hid', 'identity-credentials-get', 'idle-detection', 'local-fonts'],
  ...['magnetometer', 'microphone', 'midi', 'payment', 'picture-in-picture', 'screen-wake-lock', 'serial'],
  ...['storage-access', 'usb', 'window-management', 'xr-spatial-tracking'],
]
const permissionsPolicy = [
  ...permissions.map((feature) => `${feature}=()`),
  'publickey-credentials-create=(self)',
  'publickey-credentials-get=(self)',
].join(', ')

/** The headers of every answer, errors and files included. `secure`: browsers reach the service over TLS. */
export function securityHeaders(kind: FileKind, secure: boolean): readonly (readonly [name: string, value: string])[] {
  return [
    ['content-security-policy', policies[kind]],
    ['integrity-policy', 'blocked-destinations=(script)'],
    ['cross-origin-opener-policy', 'same-origin'],
    ['cross-origin-embedder-policy', 'require-corp'],
    ['cross-origin-resource-policy', 'same-origin'],
    ['permissions-policy', permissionsPolicy],
    ['referrer-policy', 'no-referrer'],
    ['x-content-type-options', 'nosniff'],
    ['x-frame-options', 'DENY'],
    // No proxy or platform may keep, compress or rewrite it: the length of an answer must not follow from its content.
    ['cache-control', 'no-store, no-transform'],
    ...(secure ? ([['strict-transport-security', 'max-age=63072000; includeSubDomains']] as const) : []),
  ]
}
