import type { IncidentView } from '@/lib/capabilities/drift/contract'

type Finding = IncidentView['findings'][number]

const kindWords = { column: 'moved', 'row-count': 'unusual number of rows', freshness: 'later than usual' } as const

/** What a finding is about, as path segments. */
export function pathOf({ schema, table, column }: Finding): string[] {
  return [schema, table, column].filter((part) => part !== '')
}

/** An incident in one line: its strongest finding and how many more there are. */
export function titleOf({ findings, connectionName }: IncidentView): { path: string[]; rest: string } {
  const [first] = findings
  if (first === undefined) return { path: [connectionName], rest: '' }
  const more = findings.length - 1
  const others = more === 0 ? '' : more === 1 ? ' and 1 more' : ` and ${more} more`
  return { path: pathOf(first), rest: `${kindWords[first.kind]}${others}` }
}

/** How an incident stands, for a person. */
export function standOf({ state, acknowledgedBy, closedBy, findings }: IncidentView): string {
  if (state === 'closed') return `Closed by ${closedBy}`
  if (state === 'acknowledged') return `${acknowledgedBy} looks after it`
  const standing = findings.filter(({ clearedAt }) => clearedAt === null).length
  return `Open, ${standing} of ${findings.length} ${findings.length === 1 ? 'finding stands' : 'findings stand'}`
}
