import { z } from 'zod'

const verbs: Record<string, string> = {
  'set-column-hashed': 'hash',
  'set-column-enabled': 'switch',
  'set-column-key': 'change the key of',
  'set-table-enabled': 'switch',
  'set-schema-enabled': 'switch',
  'set-sync-mode': 'change the sync mode of',
  'resync-table': 'resync',
  'accept-changes': 'accept',
  'confirm-rename': 'rename',
  'add-check': 'check',
  'retire-check': 'stop checking',
  'move-baseline': 'move the drift baseline of',
}
const kindsSchema = z.array(z.string())

/** The kinds of action as stored in a row. */
export function parseKinds(stored: unknown): string[] {
  return kindsSchema.parse(stored)
}

/** What is not proposed, in one sentence: “Does not propose to hash columns like `email_*` in postgres”. */
export function describeExclusion(exclusion: {
  pattern: string | null
  schema: string | null
  table: string | null
  column: string | null
  service: string
  connectionName: string | null
  actionKinds: unknown
}): string {
  const what = [...new Set(parseKinds(exclusion.actionKinds).map((kind) => verbs[kind] ?? 'change'))].join(' and ')
  if (exclusion.pattern !== null)
    return `Not proposed: to ${what} names like \`${exclusion.pattern}\` in ${exclusion.service}`
  const path = [exclusion.schema, exclusion.table, exclusion.column].filter((part) => part !== null).join('.')
  const place = exclusion.connectionName === null ? '' : ` in \`${exclusion.connectionName}\``
  return `Not proposed: to ${what} ${path ? `\`${path}\`` : 'the connection'}${place}`
}
