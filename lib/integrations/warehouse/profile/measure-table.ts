import { sketchBits } from '@/lib/capabilities/quality/domain/profile/estimate-distinct'
import {
  type ProfileRequest,
  profileDefaults,
  TOP_VALUES_MAX,
} from '@/lib/capabilities/quality/domain/profile/profile-request'
import type { TableProfile } from '@/lib/capabilities/quality/domain/profile/table-profile'
import { type ValueKind, valueKindOf } from '@/lib/capabilities/quality/domain/profile/value-kind'
import { parseTypeSpelling } from '@/lib/control-loop/snapshot/domain/logical-type'
import type { SqlDialect } from '../dialects/sql-dialect'
import type { ProfileProgress, WarehouseTable } from '../port'
import { assembleProfile } from './assemble-profile'
import { type CatalogueColumn, chooseColumns, DELETED_COLUMN, SYNCED_COLUMN } from './choose-columns'
import { measureAggregates } from './measure-aggregates'
import { measureHistograms, measureQuantiles } from './measure-distribution'
import { measureExactDistinct, measureTopValues, scoutColumns } from './measure-values'
import { type MeasuredColumn, sourceOf } from './measured-column'
import { draftOf, type Measurement, measureInParts, type RunStatement, readNumber, requireDraft } from './measurement'
import { hasQuantiles, keyDuplicatesSql, masksSql } from './statements'

/** Rows a first look needs to tell columns that repeat from those that do not, and rows whose forms are read. */
const SCOUT_ROWS = 4_000
/** A little beyond the sample it costs less to take all. */
const WHOLE_FACTOR = 2
const STEPS = 8

export interface TableToMeasure {
  dialect: SqlDialect
  table: WarehouseTable
  columns: readonly CatalogueColumn[]
  request: ProfileRequest
  run: RunStatement
  onProgress?: (progress: ProfileProgress) => void
}

/**
 * The profile of one table by statements of the dialect: a look at a few rows, a sample for what must be sorted, one pass over all rows for
 * what must not. Columns that cannot be measured become faults; rejects only with what concerns the whole table.
 */
export async function measureTable({
  dialect,
  table,
  columns,
  request,
  run,
  onProgress,
}: TableToMeasure): Promise<TableProfile> {
  const { precision, sampleRows, seed } = { ...profileDefaults, ...request }
  const chosen = chooseColumns(dialect, columns, request)
  const quoted = (name: string, kind: ValueKind) => {
    const found = columns.find(({ column, isReadable }) => column === name && isReadable)
    const isOfKind = found && valueKindOf(parseTypeSpelling(dialect.engine, found.typeSpelling)) === kind
    return isOfKind ? dialect.quote(name) : null
  }
  const syncedAfter = request.syncedAfter ?? null
  const from = (rows: number | null, all: number) =>
    sourceOf(
      dialect,
      dialect.table(table),
      { syncedColumn: SYNCED_COLUMN, syncedAfter },
      rows === null || all === 0 ? null : { percent: Math.min(100, (rows / all) * 100), seed },
    )
  const all = from(null, 0)
  const [counted] = await run(`SELECT COUNT(*) AS ${dialect.quote('rows')} FROM ${all}`)
  const rows = readNumber(counted?.rows) ?? 0
  const isWhole = rows <= sampleRows * WHOLE_FACTOR
  // A percentage is of the table, so a filter on the rows makes the sample smaller in proportion and no less random.
  const total =
    syncedAfter === null
      ? rows
      : (readNumber((await run(`SELECT COUNT(*) AS ${dialect.quote('rows')} FROM ${dialect.table(table)}`))[0]?.rows) ??
        rows)
  const scale = rows === 0 ? 1 : total / rows
  let done = 0
  const measurement: Measurement = {
    dialect,
    run,
    rows,
    sources: {
      all,
      sample: isWhole ? all : from(sampleRows * scale, total),
      scout: isWhole ? all : from(SCOUT_ROWS * scale, total),
      masks: rows <= SCOUT_ROWS ? all : from(SCOUT_ROWS * scale, total),
    },
    isWhole,
    isExact: precision === 'exact',
    bits: sketchBits(rows),
    drafts: new Map(chosen.columns.map((column) => [column.position, draftOf(column)])),
    faults: [...chosen.faults],
    facts: { newestSyncedAt: null, deletedRows: null },
    advance: (step) => {
      onProgress?.({ step, done: Math.min(done, STEPS), planned: STEPS })
      done += 1
    },
  }
  const quantileColumns = chosen.columns.filter(hasQuantiles)
  await Promise.all([
    scoutColumns(measurement).then(() => measureTopValues(measurement)),
    measureQuantiles(measurement, quantileColumns),
  ])
  await measureAggregates(measurement, {
    syncedColumn: quoted(SYNCED_COLUMN, 'moment'),
    deletedColumn: quoted(DELETED_COLUMN, 'flag'),
  })
  // NaN and infinity sort above all numbers: what was found before they were known is taken again.
  await measureQuantiles(
    measurement,
    [...measurement.drafts.values()].flatMap(({ column }) => (column.isGuarded ? [column] : [])),
  )
  const [, , , key] = await Promise.all([
    measureHistograms(measurement, request.edges ?? new Map()),
    measureMasks(measurement),
    measurement.isExact ? measureExactDistinct(measurement) : null,
    measureKey(measurement, request.keyColumns ?? [], chosen.columns),
  ])
  onProgress?.({ step: 'done', done: STEPS, planned: STEPS })
  return assembleProfile(measurement, { table, syncedAfter, sampleRows, seed, key })
}

async function measureMasks(measurement: Measurement): Promise<void> {
  const columns = [...measurement.drafts.values()].flatMap(({ column }) => (column.kind === 'text' ? [column] : []))
  if (columns.length > 0) measurement.advance('masks')
  await measureInParts(measurement, columns, 50, async (part) => {
    for (const row of await measurement.run(
      masksSql(measurement.dialect, part, measurement.sources.masks, TOP_VALUES_MAX),
    )) {
      const draft = requireDraft(measurement, Number(row.position))
      draft.masks ??= { masks: [], outOf: Number(row.out_of) }
      draft.masks.masks.push({ mask: String(row.mask), rows: Number(row.rows) })
    }
    for (const { position } of part)
      requireDraft(measurement, position).masks?.masks.sort((one, other) => other.rows - one.rows)
  })
}

async function measureKey(
  measurement: Measurement,
  names: readonly string[],
  columns: readonly MeasuredColumn[],
): Promise<TableProfile['key']> {
  const key = names.flatMap((name) => columns.filter((column) => column.name === name))
  if (names.length === 0 || key.length < names.length) return null
  measurement.advance('key')
  const { dialect, isExact, isWhole, sources } = measurement
  const bits = isExact || isWhole || dialect.keySlice === null ? 0 : measurement.bits
  let duplicates: number | null = null
  await measureInParts(measurement, key.slice(0, 1), 1, async () => {
    const [row] = await measurement.run(keyDuplicatesSql(dialect, key, sources.all, bits))
    duplicates = readNumber(row?.duplicates)
  })
  return duplicates === null
    ? null
    : { columns: [...names], duplicateRows: duplicates * 2 ** bits, shareOfKeys: 1 / 2 ** bits }
}
