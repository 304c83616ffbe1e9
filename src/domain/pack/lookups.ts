import type { Day } from '../days.ts'
import type { Line } from './line.ts'
import type { LineOf, Pack } from './pack.ts'
import { byId, known } from './rules.ts'

/** Whether a document was in force on a day. The version in force on the day of the conduct applies. */
export function inForce({ in_force_from, in_force_to }: LineOf<'documents'>, day: Day): boolean {
  return (in_force_from === null || in_force_from <= day) && (in_force_to === null || day <= in_force_to)
}

/** Everything that a line rests on, its main source first. */
export function sourcesOf({ source, also = [] }: Pick<Line, 'source' | 'also'>): readonly Line['source'][] {
  return [source, ...also]
}

/** Why an element is asked: the categories of breach that ask for it, each with its sources. */
export function askedFor(pack: Pack, element: string): readonly LineOf<'categories'>[] {
  return pack.categories.filter(({ elements }) => elements.includes(element))
}

/** The elements to ask about a category, those of the categories that it imports included. */
export function elementsOf(pack: Pack, category: string): readonly string[] {
  const categories = byId(pack.categories)
  const own = known(categories, category)
  return [...new Set([own, ...own.imports.map((id) => known(categories, id))].flatMap(({ elements }) => elements))]
}

/**
 * Who receives a matter of this category, when these parties are involved in it themselves: the first of its route;
 * if involved, the first of the other route; if involved too, that route's last resort.
 */
export function receiverOf(pack: Pack, category: string, involved: readonly string[]): string {
  const { route, route_if_involved } = known(byId(pack.categories), category)
  const routes = byId(pack.routes)
  const first = known(routes, route).first
  if (!involved.includes(first)) return first
  const other = known(routes, route_if_involved)
  return involved.includes(other.first) ? other.if_involved : other.first
}
