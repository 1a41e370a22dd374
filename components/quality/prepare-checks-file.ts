import type { CheckRow } from '@/lib/capabilities/quality/contract'

const head = [
  'connection',
  'schema',
  'table',
  'check',
  'promised',
  'severity',
  'blocking',
  'state',
  'found',
  'failing',
  'rows',
  'since',
  'lastRunAt',
]

/** Checks as CSV (RFC 4180, CRLF). A cell that a spreadsheet would take for a formula begins with an apostrophe. */
export function checksToCsv(checks: readonly CheckRow[]): string {
  return [head, ...checks.map(cellsOf)].map((cells) => cells.map(quote).join(',')).join('\r\n')
}

/** The same rows as JSON, one object a check. */
export function checksToJson(checks: readonly CheckRow[]): string {
  return JSON.stringify(
    checks.map((check) => Object.fromEntries(cellsOf(check).map((cell, at) => [head[at] ?? '', cell]))),
    null,
    2,
  )
}

function cellsOf({ connection, schema, table, title, bound, terms, state, since, last }: CheckRow) {
  return [
    connection.name,
    schema,
    table,
    title.replaceAll('`', ''),
    bound,
    terms.severity,
    terms.blocking,
    state,
    last?.found ?? null,
    last?.failing ?? null,
    last?.rows ?? null,
    since,
    last?.at ?? null,
  ]
}

function quote(cell: string | number | boolean | null): string {
  if (cell === null) return ''
  const text = String(cell)
  const safe = typeof cell === 'string' && /^[=+\-@\t\r]/.test(text) ? `'${text}` : text
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe
}
