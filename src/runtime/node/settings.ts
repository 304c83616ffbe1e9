import { existsSync, statSync } from 'node:fs'
import { isMailAddress } from '../../contract/mail-address.ts'
import { isOnionOrigin } from '../../contract/onion-origin.ts'

/** How this installation runs. */
export interface Settings {
  readonly port: number
  readonly host: string
  readonly dataDir: string
  /** `null`: localhost, at the port that is listened on. */
  readonly origin: string | null
  /** The same service for Tor Browser; `null` where there is no onion service. */
  readonly onion: string | null
  /** Base64url of 32 bytes; `null` to keep one in the data folder. */
  readonly serviceSecret: string | null
  /** `null`: no mail is sent. */
  readonly mail: MailSettings | null
}

export interface MailSettings {
  /** `smtp://` or `smtps://`, with a user and password if the server asks for them. */
  readonly url: string
  /** The address that mails come from. */
  readonly from: string
}

interface Setting {
  readonly name: string
  readonly meaning: string
  readonly fallback: string
  /** What is wrong with a value, as the end of a sentence; `null` if nothing is. */
  readonly wrong: (value: string) => string | null
}

const when = (holds: boolean, problem: string): string | null => (holds ? problem : null)

/** Every setting there is. `--help` is made from this list. */
const list: readonly Setting[] = [
  {
    name: 'PORT',
    meaning: 'port to listen on; 0 takes a free one',
    fallback: '8080',
    wrong: (value) => when(!/^\d{1,5}$/.test(value) || Number(value) > 65_535, 'must be a number from 0 to 65535'),
  },
  {
    name: 'HOST',
    meaning: 'address to listen on',
    fallback: 'localhost',
    wrong: (value) => when(!/^[\w.:-]+$/.test(value), 'must be a host name or an address'),
  },
  {
    name: 'DATA_DIR',
    meaning: 'folder for the database, sealed files and the service secret',
    fallback: 'data',
    wrong: (value) =>
      when(existsSync(value) && !statSync(value).isDirectory(), 'must be a folder, and a file is there'),
  },
  {
    name: 'ORIGIN',
    meaning: 'address that people open, such as https://speak.example.org',
    fallback: 'http://localhost:PORT',
    wrong: (value) => when(!isOrigin(value), 'must be scheme and host alone, https:// or http://localhost'),
  },
  {
    name: 'ONION_ORIGIN',
    meaning: 'address of the onion service that leads here, such as http://….onion; Tor Browser is told of it',
    fallback: '',
    wrong: (value) => when(!isOnionOrigin(value), 'must be http:// and the 56 letters of an onion address with .onion'),
  },
  {
    name: 'SERVICE_SECRET',
    meaning: '32 random bytes in base64url; kept in the data folder otherwise',
    fallback: '',
    wrong: (value) =>
      when(!/^[\w-]{42}[AEIMQUYcgkosw048]$/.test(value), 'must be 32 bytes in base64url, 43 characters'),
  },
  {
    name: 'SMTP_URL',
    meaning: 'mail server, such as smtps://user:password@mail.example.org; without it no mail is sent',
    fallback: '',
    wrong: (value) => when(!isMailServer(value), 'must be smtp:// or smtps:// with a host'),
  },
  {
    name: 'MAIL_FROM',
    meaning: 'address that mails come from; needed with SMTP_URL',
    fallback: '',
    wrong: (value) => when(!isMailAddress(value), 'must be a mail address'),
  },
]

function isMailServer(value: string): boolean {
  const url = URL.canParse(value) ? new URL(value) : null
  return (url?.protocol === 'smtp:' || url?.protocol === 'smtps:') && url.hostname !== ''
}

/** Browsers give passkeys and encryption only to pages that came over TLS, or from the same machine. */
function isOrigin(value: string): boolean {
  const url = URL.canParse(value) ? new URL(value) : null
  const trustworthy = url?.protocol === 'https:' || (url?.protocol === 'http:' && url.hostname === 'localhost')
  return trustworthy && url?.origin === value
}

/** The settings of an environment, or the one sentence that says what is wrong. */
export function readSettings(environment: Readonly<Record<string, string | undefined>>): Settings | string {
  const given = new Map(list.map(({ name }) => [name, environment[name]]))
  for (const { name, wrong } of list) {
    const value = given.get(name)
    const problem = value === undefined ? null : wrong(value)
    if (problem) return `${name} ${problem}.`
  }
  const [url, from] = [given.get('SMTP_URL'), given.get('MAIL_FROM')]
  if (url !== undefined && from === undefined) return 'MAIL_FROM must be set where SMTP_URL is.'
  const textOf = (setting: string) => given.get(setting) ?? list.find(({ name }) => name === setting)?.fallback ?? ''
  return {
    port: Number(textOf('PORT')),
    host: textOf('HOST'),
    dataDir: textOf('DATA_DIR'),
    origin: given.get('ORIGIN') ?? null,
    onion: given.get('ONION_ORIGIN') ?? null,
    serviceSecret: given.get('SERVICE_SECRET') ?? null,
    mail: url !== undefined && from !== undefined ? { url, from } : null,
  }
}

/** What `--help` prints. */
export const help = [
  'Goodfaith: people report wrongdoing, sealed end to end in the browser.',
  '',
  'Usage: npm start [-- --help]',
  '',
  'Settings, from the environment:',
  ...list.map(({ name, meaning, fallback }) => `  ${name.padEnd(15)} ${meaning}${fallback ? ` [${fallback}]` : ''}`),
].join('\n')
