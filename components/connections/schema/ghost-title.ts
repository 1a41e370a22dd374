import { formatPath } from '@/lib/control-loop/snapshot/domain/schema-tree'
import type { GhostProposal } from './schema-node'

/** A proposal's title without the path it ends in, where the words before stand by themselves: beside its object the path is known already. */
export function ghostTitle({ title, schema, table, column }: GhostProposal): string {
  const path = formatPath({ schema: schema ?? undefined, table: table ?? undefined, column: column ?? undefined })
  if (path === '' || !title.endsWith(` ${path}`)) return title
  const verb = title.slice(0, -path.length - 1)
  return /\b(?:of|to|for)$/.test(verb) ? title : verb
}
