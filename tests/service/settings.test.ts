import { expect, test } from 'vitest'
import { help, readSettings } from '../../src/runtime/node/settings.ts'

test('an operator who sets nothing gets a service on this machine', () => {
  expect(readSettings({})).toEqual({
    port: 8080,
    host: 'localhost',
    dataDir: 'data',
    origin: null,
    onion: null,
    serviceSecret: null,
    mail: null,
  })
})

const wrong: readonly (readonly [name: string, value: string])[] = [
  ['PORT', 'eighty'],
  ['PORT', '65536'],
  ['PORT', ''],
  ['HOST', 'a b'],
  ['DATA_DIR', 'package.json'],
  ['ORIGIN', 'http://speak.example.org'],
  ['ORIGIN', 'https://speak.example.org/path'],
  ['ORIGIN', 'speak.example.org'],
  ['ONION_ORIGIN', 'https://speak.example.org'],
  ['ONION_ORIGIN', 'http://short.onion'],
  ['ONION_ORIGIN', `http://${'a'.repeat(56)}.onion/path`],
  ['SERVICE_SECRET', 'too short'],
  ['SMTP_URL', 'mail.example.org'],
  ['SMTP_URL', 'https://mail.example.org'],
  ['SMTP_URL', ''],
  ['MAIL_FROM', 'Goodfaith <goodfaith@example.org>'],
  ['MAIL_FROM', 'goodfaith'],
]

test.each(wrong)('an operator who sets %s to "%s" reads in one sentence what is wrong', (name, value) => {
  const settings = readSettings({ [name]: value })
  expect(settings).toMatch(new RegExp(`^${name} must be [^.]+(\\.[^.]+)*\\.$`))
  expect(settings).not.toContain('too short')
})

test('an operator finds every setting in the help', () => {
  const names = ['PORT', 'HOST', 'DATA_DIR', 'ORIGIN', 'ONION_ORIGIN', 'SERVICE_SECRET', 'SMTP_URL', 'MAIL_FROM']
  for (const name of names) expect(help).toContain(`  ${name} `)
  expect(help).toContain('without it no mail is sent')
})

test('an operator behind a proxy names the address that people open', () => {
  const origin = 'https://speak.example.org'
  expect(readSettings({ ORIGIN: origin, PORT: '0' })).toMatchObject({ origin, port: 0 })
  expect(readSettings({ ORIGIN: 'http://localhost:3000' })).toMatchObject({ origin: 'http://localhost:3000' })
})

test('an operator who wants mail names a server and an address to send from', () => {
  const [url, from] = ['smtps://user:word@mail.example.org', 'goodfaith@example.org']
  expect(readSettings({ SMTP_URL: url, MAIL_FROM: from })).toMatchObject({ mail: { url, from } })
  expect(readSettings({ SMTP_URL: url })).toBe('MAIL_FROM must be set where SMTP_URL is.')
  expect(readSettings({ MAIL_FROM: from })).toMatchObject({ mail: null })
})
