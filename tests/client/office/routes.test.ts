import { expect, test } from 'vitest'
import { hashOf, invitationLink, routeOf } from '../../../src/client/office/route.ts'

const address = 'A'.repeat(43)

test('an invitation link leads the invited person to the joining page, with the role they were invited to', () => {
  const link = new URL(
    invitationLink('https://office.example', 'fr', { token: 'abc-_1', role: 'alternate', member: null }),
  )
  expect(link.pathname).toBe('/fr/office/')
  expect(routeOf(link.hash)).toEqual({ view: 'join', token: 'abc-_1', role: 'alternate' })
})

test('a link for new keys leads to the page that makes them, and names the member', () => {
  const member = 'A'.repeat(22)
  const link = new URL(invitationLink('https://office.example', 'en', { token: 'abc', role: 'officer', member }))
  expect(routeOf(link.hash)).toEqual({ view: 'rekey', token: 'abc', member })
})

test('a founding link leads to the founding page', () => {
  expect(routeOf('#found=t0ken')).toEqual({ view: 'found', token: 't0ken' })
})

test('every view that has an address of its own is found under it', () => {
  for (const route of [
    { view: 'inbox' },
    { view: 'people' },
    { view: 'mail' },
    { view: 'keys' },
    { view: 'open' },
    { view: 'case', address },
  ] as const) {
    expect(routeOf(hashOf(route))).toEqual(route)
  }
})

test('a fragment that means nothing leads to the inbox', () => {
  for (const hash of [
    '',
    '#',
    '#found=',
    '#join=abc',
    '#join=king.abc',
    '#rekey=short.abc',
    '#case/short',
    `#case/${address}/more`,
    '#found=a b',
  ]) {
    expect(routeOf(hash)).toEqual({ view: 'inbox' })
  }
})
