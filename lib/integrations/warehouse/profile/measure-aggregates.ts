import { distinctFromSketch, quietResidue } from '@/lib/capabilities/quality/domain/profile/estimate-distinct'
import { isMeasurable } from '@/lib/capabilities/quality/domain/profile/value-kind'
import type { Row } from '../dialects/sql-dialect'
import { WarehouseValueError } from '../errors'
import { aggregatesSql, presentSql, type RowFacts } from './aggregates-sql'
import type { MeasuredColumn } from './measured-column'
import { addFault, type ColumnDraft, type Measurement, measureInParts, readNumber, requireDraft } from './measurement'

/** The pass over all rows, with the distinct sketch of the columns still open. A column with NaN or infinity is taken again, guarded. */
export async function measureAggregates(measurement: Measurement, facts: RowFacts): Promise<void> {
  measurement.advance('aggregates')
  const columns = [...measurement.drafts.values()].map(({ column }) => column)
  await pass(measurement, columns, facts)
  const unguarded = [...measurement.drafts.values()].filter((draft) => !draft.column.isGuarded && isNotFinite(draft))
  for (const draft of unguarded) draft.column = { ...draft.column, isGuarded: true }
  await pass(
    measurement,
    unguarded.map(({ column }) => column),
    { syncedColumn: null, deletedColumn: null },
  )
}

async function pass(measurement: Measurement, columns: readonly MeasuredColumn[], facts: RowFacts): Promise<void> {
  const { dialect, sources } = measurement
  await measureInParts(
    measurement,
    columns,
    120,
    async (part) => {
      const sliceOf = (column: MeasuredColumn) => sketchSlice(measurement, requireDraft(measurement, column.position))
      const [row = {}] = await measurement.run(aggregatesSql(dialect, part, sources.all, facts, sliceOf))
      readFacts(measurement, row, facts)
      for (const { position } of part) readAggregates(measurement, requireDraft(measurement, position), row)
    },
    async (column, error) => {
      const draft = requireDraft(measurement, column.position)
      if (error instanceof WarehouseValueError && isMeasurable(column.kind) && !column.isGuarded) {
        // Some engines refuse a deviation over NaN or infinity outright; of finite values it may still be had.
        draft.column = { ...column, isGuarded: true }
        await pass(measurement, [draft.column], { syncedColumn: null, deletedColumn: null })
        return
      }
      addFault(measurement, column, error)
      // How many values there are is still worth knowing.
      await measureInParts(measurement, [column], 1, async () => {
        const [row] = await measurement.run(presentSql(dialect, column, sources.all))
        draft.present = readNumber(row?.[`c${column.position}_present`])
      })
    },
  )
}

/** Which hashes to keep of a column; null for a column that needs no sketch. */
function sketchSlice({ bits, isExact, isWhole }: Measurement, draft: ColumnDraft) {
  if (isExact || isWhole || draft.scout === null || draft.distinct !== null) return null
  return { bits, residue: quietResidue(bits, draft.hotEndings) }
}

function readFacts({ facts }: Measurement, row: Row, { syncedColumn, deletedColumn }: RowFacts): void {
  const synced = readNumber(row.synced)
  if (syncedColumn !== null && synced !== null && Number.isFinite(synced))
    facts.newestSyncedAt = new Date(synced * 1_000).toISOString()
  if (deletedColumn !== null) facts.deletedRows = readNumber(row.deleted)
}

function readAggregates(measurement: Measurement, draft: ColumnDraft, row: Row): void {
  const { position, isGuarded } = draft.column
  const at = (part: string) => row[`c${position}_${part}`]
  const text = (part: string) => (at(part) === null || at(part) === undefined ? null : String(at(part)))
  draft.present = readNumber(at('present'))
  draft.min = text('min')
  draft.max = text('max')
  draft.mean = readNumber(at('mean'))
  draft.deviation = readNumber(at('deviation'))
  const [min, max, mean] = ['shortest', 'longest', 'length'].map((part) => readNumber(at(part)))
  if (min != null && max != null && mean != null) draft.length = { min, max, mean }
  if (isGuarded) {
    draft.notFinite = {
      nan: readNumber(at('nan')) ?? 0,
      positiveInfinity: readNumber(at('above')) ?? 0,
      negativeInfinity: readNumber(at('below')) ?? 0,
    }
  }
  const kept = readNumber(at('kept'))
  if (kept === null) return
  const { distinctMethod } = measurement.dialect
  draft.distinct =
    distinctMethod.method === 'engine'
      ? { count: kept, ...distinctMethod }
      : distinctFromSketch({ kept, bits: measurement.bits, hotValues: draft.hotValues, present: draft.present ?? kept })
}

function isNotFinite({ column, min, max, mean }: ColumnDraft): boolean {
  const isWord = (text: string | null) => text !== null && /^-?(nan|inf)/i.test(text)
  return isMeasurable(column.kind) && (isWord(min) || isWord(max) || (mean !== null && !Number.isFinite(mean)))
}
