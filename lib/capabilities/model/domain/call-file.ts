/** One call of the ledger in a file: figures and names, no question and no answer. */
export interface CallFileRow {
  at: string
  task: string
  promptVersion: string
  subject: string
  provider: string | null
  model: string | null
  outcome: string
  turn: number
  cached: boolean
  inputTokens: number | null
  outputTokens: number | null
  costMicros: number
  tookMs: number | null
  retries: number
  requestedBy: string
  connection: string | null
  proposal: number | null
}

const columns = [
  'at',
  'task',
  'promptVersion',
  'subject',
  'provider',
  'model',
  'outcome',
  'turn',
  'cached',
  'inputTokens',
  'outputTokens',
  'costMicros',
  'tookMs',
  'retries',
  'requestedBy',
  'connection',
  'proposal',
] as const satisfies (keyof CallFileRow)[]

/** What a spreadsheet would read as a formula: names come from outside. */
const formulaStart = /^[=+\-@\t\r]/

/** The ledger as CSV (RFC 4180). A text that begins like a formula gets an apostrophe, so that no spreadsheet runs it. */
export function toCallCsv(rows: readonly CallFileRow[]): string {
  const lines = rows.map((row) => columns.map((column) => toCell(row[column])).join(','))
  return `${[columns.join(','), ...lines].join('\r\n')}\r\n`
}

function toCell(value: string | number | boolean | null): string {
  if (value === null) return ''
  if (typeof value !== 'string') return String(value)
  const safe = formulaStart.test(value) ? `'${value}` : value
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe
}
