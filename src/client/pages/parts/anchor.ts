import type { Kind } from '../../../domain/pack/kinds.ts'

/** Where a line of the rules stands on their page. Ids are unique within their kind alone. */
export const anchorOf = (kind: Kind, id: string): string => `${kind}-${id}`
