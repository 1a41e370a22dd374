import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod'
import { classifyColumn } from '@/lib/capabilities/catalog/domain/classify-column'
import { isSensitive } from '@/lib/capabilities/catalog/domain/data-class'
import { recogniseValue, type ValueForm } from '@/lib/capabilities/catalog/domain/recognise-value'
import { readJsonLines } from './read-json-lines'

/**
 * Scores data classes on the labelled samples: columns with their names and tables, then columns and single values without any name. With
 * `--predictions <folder>` the predictions are also written for the samples' own scorers; with `--list` each wrong call is named.
 */
const list = process.argv.includes('--list')
const at = process.argv.indexOf('--predictions')
const folder = at === -1 ? undefined : process.argv[at + 1]

const labelSchema = z.object({
  connector: z.string(),
  table: z.string(),
  column: z.string(),
  pii: z.boolean().nullable(),
  entity: z.string().nullable(),
  samples: z.array(z.string()),
})
const labels = readJsonLines(['fivetran-shaped', 'pii-labels.jsonl'], labelSchema)
const named = labels.map((row) => ({ row, found: classifyColumn({ ...row, type: null }) }))
report(
  'columns by name, table and samples',
  named
    .filter(({ row }) => row.pii !== null)
    .map(({ row, found }) => ({
      id: `${row.connector}.${row.table}.${row.column}`,
      truth: row.pii === true,
      said: found.class !== null && isSensitive(found.class),
    })),
)
write(
  'pii.jsonl',
  named.map(({ row: { connector, table, column }, found }) => {
    const pii = found.class !== null && isSensitive(found.class)
    return {
      connector,
      table,
      column,
      pii,
      entity: pii ? found.class : null,
      confidence: pii ? found.confidence : 1 - found.confidence,
    }
  }),
)

const columnSchema = z.object({
  id: z.string(),
  values: z.array(z.string().nullable()),
  entity: z.string().nullable(),
  nearMiss: z.string().nullable(),
})
const columns = readJsonLines(['pii-values', 'columns.jsonl'], columnSchema).map((row) => {
  const samples = row.values.filter((value) => value !== null)
  return { row, found: classifyColumn({ table: 'table', column: 'field', type: null, samples }) }
})
report(
  'columns by values alone',
  columns.map(({ row, found }) => ({ id: row.id, truth: row.entity !== null, said: found.class !== null })),
)
write(
  'columns.jsonl',
  columns.map(({ row, found }) => ({ id: row.id, entity: entityOf(found.form), confidence: found.confidence })),
)

const valueSchema = z.object({
  id: z.string(),
  value: z.string(),
  entity: z.string().nullable(),
  nearMiss: z.string().nullable(),
})
const values = readJsonLines(['pii-values', 'values.jsonl'], valueSchema).map((row) => ({
  row,
  form: recogniseValue(row.value)?.form ?? null,
}))
report(
  'single values',
  values.map(({ row, form }) => ({ id: `${row.id} ${row.value}`, truth: row.entity !== null, said: form !== null })),
)
const nearMisses = values.filter(({ row }) => row.nearMiss !== null)
console.log(
  'near misses taken for the real thing',
  `${nearMisses.filter(({ form }) => form !== null).length} of ${nearMisses.length}`,
)
write(
  'values.jsonl',
  values.map(({ row, form }) => ({ id: row.id, entity: entityOf(form) })),
)

function report(title: string, calls: { id: string; truth: boolean; said: boolean }[]): void {
  const count = (truth: boolean, said: boolean) =>
    calls.filter((call) => call.truth === truth && call.said === said).length
  const [right, wrong, missed] = [count(true, true), count(false, true), count(true, false)]
  const precision = right / Math.max(1, right + wrong)
  const recall = right / Math.max(1, right + missed)
  const f1 = (2 * right) / Math.max(1, 2 * right + wrong + missed)
  console.log(title, {
    right,
    wrong,
    missed,
    precision: precision.toFixed(3),
    recall: recall.toFixed(3),
    f1: f1.toFixed(3),
  })
  if (!list) return
  for (const call of calls) if (call.truth !== call.said) console.log(call.truth ? '  missed' : '  false ', call.id)
}

function entityOf(form: ValueForm['form'] | null): string | null {
  const entities: Record<ValueForm['form'], string> = {
    email: 'EMAIL',
    iban: 'IBAN',
    card: 'CREDIT_CARD',
    ip: 'IP',
    mac: 'MAC',
    'us-ssn': 'NATIONAL_ID',
    phone: 'PHONE',
    wallet: 'CRYPTO',
    token: 'CREDENTIAL',
    coordinates: 'GEO',
    'us-zip4': 'POSTCODE',
    postcode: 'POSTCODE',
    'national-number': 'NATIONAL_ID',
    'tax-number': 'TAX_ID',
    'company-number': 'ORG_ID',
    'health-number': 'HEALTH_ID',
    'routing-number': 'BANK_ACCOUNT',
    'driver-license': 'DRIVER_LICENSE',
  }
  return form === null ? null : entities[form]
}

function write(name: string, rows: object[]): void {
  if (folder !== undefined) writeFileSync(join(folder, name), `${rows.map((row) => JSON.stringify(row)).join('\n')}\n`)
}
