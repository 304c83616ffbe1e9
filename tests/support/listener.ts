import type { Page } from 'playwright-core'

/** One thing of a page as a screen reader has it. */
export interface Heard {
  readonly role: string
  readonly name: string
  readonly description: string
}

/** A page for somebody who only hears it: the tree of roles, names and states that the browser gives to a screen reader. */
export interface Listener {
  /** Where one is: what has the focus, the page itself included. */
  readonly place: () => Promise<Heard>
  /** What the regions say that are read out by themselves. */
  readonly announced: () => Promise<string>
  /** The names of everything of a role, in the order in which it is read. */
  readonly names: (role: string) => Promise<string[]>
  /** Everything that is read in the first thing of this role and name. */
  readonly read: (role: string, name: string) => Promise<string>
}

interface Node {
  readonly nodeId: string
  readonly ignored: boolean
  readonly role?: { readonly value?: string }
  readonly name?: { readonly value?: string }
  readonly description?: { readonly value?: string }
  readonly properties?: readonly { readonly name: string; readonly value: { readonly value?: unknown } }[]
  readonly childIds?: readonly string[]
}

const stateOf = ({ properties = [] }: Node, name: string): unknown =>
  properties.find((property) => property.name === name)?.value.value

const heard = ({ role, name, description }: Node): Heard => ({
  role: role?.value ?? '',
  name: name?.value ?? '',
  description: description?.value ?? '',
})

/** Listens to a page of Chromium. */
export async function listenTo(page: Page): Promise<Listener> {
  const session = await page.context().newCDPSession(page)
  const tree = async (): Promise<Node[]> => {
    const { nodes } = (await session.send('Accessibility.getFullAXTree')) as { nodes: Node[] }
    return nodes
  }
  const textOf = (nodes: readonly Node[], from: Node): string => {
    const byId = new Map(nodes.map((node) => [node.nodeId, node]))
    const walk = (node: Node): string[] =>
      node.role?.value === 'StaticText' && !node.ignored
        ? [node.name?.value ?? '']
        : (node.childIds ?? []).flatMap((id) => walk(byId.get(id) ?? { nodeId: '', ignored: true }))
    return walk(from).join(' ')
  }
  const shown = async () => (await tree()).filter(({ ignored }) => !ignored)
  return {
    place: async () => {
      const focused = (await shown()).findLast((node) => stateOf(node, 'focused') === true)
      return focused ? heard(focused) : { role: '', name: '', description: '' }
    },
    announced: async () => {
      const nodes = await tree()
      const live = nodes.filter(
        (node) => !node.ignored && ['polite', 'assertive'].includes(String(stateOf(node, 'live'))),
      )
      return live.map((node) => textOf(nodes, node)).join('\n')
    },
    names: async (role) =>
      (await shown()).flatMap((node) => (node.role?.value === role ? [node.name?.value ?? ''] : [])),
    read: async (role, name) => {
      const nodes = await tree()
      const node = nodes.find((each) => !each.ignored && each.role?.value === role && each.name?.value === name)
      return node ? textOf(nodes, node) : ''
    },
  }
}
