import { type Role, roles } from '../../domain/roles.ts'

/** The views of the console, each at its own fragment: the address of the page itself never changes. */
export type Route =
  | { readonly view: 'inbox' | 'people' | 'mail' | 'keys' | 'open' }
  | { readonly view: 'found'; readonly token: string }
  | { readonly view: 'join'; readonly token: string; readonly role: Role }
  | { readonly view: 'rekey'; readonly token: string; readonly member: string }
  | { readonly view: 'case'; readonly address: string }

const plain = ['people', 'mail', 'keys', 'open'] as const

/** Reads a fragment such as `#case/…` or `#join=…`. One that means nothing leads to the inbox. */
export const routeOf = (hash: string): Route => {
  const [, founding] = /^#found=([\w-]{1,200})$/.exec(hash) ?? []
  if (founding !== undefined) return { view: 'found', token: founding }
  const [, invited, invitation] = /^#join=([a-z]+)\.([\w-]{1,200})$/.exec(hash) ?? []
  const role = roles.find((candidate) => candidate === invited)
  if (invitation !== undefined && role !== undefined) return { view: 'join', token: invitation, role }
  const [, member, rekeying] = /^#rekey=([\w-]{22})\.([\w-]{1,200})$/.exec(hash) ?? []
  if (member !== undefined && rekeying !== undefined) return { view: 'rekey', token: rekeying, member }
  const [, address] = /^#case\/([\w-]{43})$/.exec(hash) ?? []
  if (address !== undefined) return { view: 'case', address }
  return { view: plain.find((view) => hash === `#${view}`) ?? 'inbox' }
}

/** The fragment of a view that can be returned to. Links with a token cannot: they work once. */
export const hashOf = (route: Exclude<Route, { token: string }>): string =>
  route.view === 'case' ? `#case/${route.address}` : `#${route.view}`

/** The link that an invited person opens. The fragment is never sent to a server. */
export const invitationLink = (
  origin: string,
  language: string,
  { token, role, member }: { token: string; role: Role; member: string | null },
): string => `${origin}/${language}/office/#${member === null ? `join=${role}` : `rekey=${member}`}.${token}`
