/** The views of the console, each at its own fragment: the address of the page itself never changes. */
export type Route =
  | { readonly view: 'inbox' | 'people' | 'keys' | 'open' }
  | { readonly view: 'found' | 'join'; readonly token: string }
  | { readonly view: 'case'; readonly address: string }

const plain = ['people', 'keys', 'open'] as const

/** Reads a fragment such as `#case/…` or `#join=…`. One that means nothing leads to the inbox. */
export const routeOf = (hash: string): Route => {
  const [, name = '', token] = /^#(found|join)=([\w-]{1,200})$/.exec(hash) ?? []
  if (token !== undefined) return { view: name === 'found' ? 'found' : 'join', token }
  const [, address] = /^#case\/([\w-]{43})$/.exec(hash) ?? []
  if (address !== undefined) return { view: 'case', address }
  return { view: plain.find((view) => hash === `#${view}`) ?? 'inbox' }
}

/** The fragment of a view that can be returned to. Links with a token cannot: they work once. */
export const hashOf = (route: Exclude<Route, { token: string }>): string =>
  route.view === 'case' ? `#case/${route.address}` : `#${route.view}`
