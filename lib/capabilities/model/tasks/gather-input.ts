import { changeSchema, renameSuggestionSchema } from '@/lib/control-loop/diff/domain/change'
import { describeChange } from '@/lib/control-loop/diff/domain/describe-change'
import { formatPath } from '@/lib/control-loop/snapshot/domain/schema-tree'
import { db } from '@/lib/platform/db/client'
import type { AdviseSyncModeInput } from './advise-sync-mode/prompt'
import { classifiedColumnsMax } from './classify-columns/limits'
import type { ClassifyColumnsInput } from './classify-columns/prompt'
import { describedColumnsMax } from './describe-tables/limits'
import type { DescribeTablesInput } from './describe-tables/prompt'
import { explainedChangesMax } from './explain-changes/limits'
import type { ExplainChangesInput } from './explain-changes/prompt'
import type { JudgeRenameInput } from './judge-rename/prompt'
import { readSamples } from './read-samples'
import { readTableFacts, type TablePlace } from './read-table-facts'

/** Of one question about a table only the first columns fit; its keys come first. */
function firstColumns<Column extends { key: boolean }>(columns: readonly Column[], max: number): Column[] {
  return [...columns].sort((one, other) => Number(other.key) - Number(one.key)).slice(0, max)
}

/** What a model is told to classify the columns of a table; null when it is not in the latest snapshot. */
export async function gatherClassifyInput(place: TablePlace): Promise<ClassifyColumnsInput | null> {
  const facts = await readTableFacts(place)
  if (!facts || facts.columns.length === 0) return null
  const columns = firstColumns(facts.columns, classifiedColumnsMax).map(({ name, type }) => ({ name, type }))
  return { connector: facts.connector, table: place.table, columns, samples: await readSamples(place) }
}

/** What a model is told to describe a table; null when it is not in the latest snapshot. Headgate keeps no glossary of terms yet: none is given. */
export async function gatherDescribeInput(place: TablePlace): Promise<DescribeTablesInput | null> {
  const facts = await readTableFacts(place)
  if (!facts) return null
  const columns = firstColumns(facts.columns, describedColumnsMax).map(({ name, type, key, class: dataClass }) => ({
    name,
    type,
    key,
    class: dataClass,
  }))
  return { connector: facts.connector, tables: [{ name: place.table, columns }], glossary: [] }
}

/** What a model is told to advise on a sync mode; null when the table is not there, or its mode cannot be switched. */
export async function gatherAdviseInput(place: TablePlace): Promise<AdviseSyncModeInput | null> {
  const facts = await readTableFacts(place)
  if (!facts || facts.state.syncMode === null) return null
  const columns = firstColumns(facts.columns, classifiedColumnsMax).map(({ name, type, key }) => ({ name, type, key }))
  return { connector: facts.connector, table: place.table, columns, current: facts.state.syncMode }
}

export interface GatheredChanges {
  input: ExplainChangesInput
  /** Our short names back to the changes. */
  changeIds: ReadonlyMap<string, string>
}

/** What a model is told of a change set, worst changes first; null when there is none. */
export async function gatherExplainInput(changeSetId: string): Promise<GatheredChanges | null> {
  const set = await db.changeSet.findUnique({
    where: { id: changeSetId },
    include: { connection: { select: { service: true } }, changes: true },
  })
  if (!set || set.changes.length === 0) return null
  const rank = ['breaking', 'dangerous', 'safe']
  const sorted = set.changes.sort(
    (one, other) => rank.indexOf(one.severity) - rank.indexOf(other.severity) || (one.id < other.id ? -1 : 1),
  )
  const shown = sorted.slice(0, explainedChangesMax)
  return {
    changeIds: new Map(shown.map(({ id }, at) => [`c${at + 1}`, id])),
    input: {
      connector: set.connection.service,
      changes: shown.map((row, at) => {
        const change = changeSchema.parse(row.details)
        return {
          ref: `c${at + 1}`,
          kind: change.kind,
          path: formatPath(change.path),
          sentence: describeChange(change).sentence,
          severity: row.severity,
          severityReason: row.severityReason,
          origin: row.origin === 'outside' ? 'outside' : 'source',
        }
      }),
      more: sorted.length - shown.length,
    },
  }
}

export interface RenamePlace extends TablePlace {
  from: string
  to: string
}

/** What a model is told of a suspected rename, with what was measured when it was seen; null when either half is no known change. */
export async function gatherRenameInput(pair: RenamePlace): Promise<JudgeRenameInput | null> {
  const { connectionId, schema, table, from, to } = pair
  const facts = await readTableFacts(pair)
  const place = { connectionId, schema, table }
  const [goneRow, cameRow, sets] = await Promise.all([
    db.change.findFirst({ where: { ...place, kind: 'column-removed', column: from }, orderBy: { detectedAt: 'desc' } }),
    db.change.findFirst({ where: { ...place, kind: 'column-added', column: to }, orderBy: { detectedAt: 'desc' } }),
    db.changeSet.findMany({
      where: { connectionId },
      orderBy: { detectedAt: 'desc' },
      take: 20,
      select: { renames: true },
    }),
  ])
  const gone = goneRow && changeSchema.parse(goneRow.details)
  const came = cameRow && changeSchema.parse(cameRow.details)
  if (!facts || gone?.kind !== 'column-removed' || came?.kind !== 'column-added') return null
  const suggested = sets
    .flatMap(({ renames }) => renameSuggestionSchema.array().parse(renames))
    .find((said) => said.schema === schema && said.table === table && said.from === from && said.to === to)
  const half = (name: string, state: typeof gone.base) => ({
    name,
    type: state.type,
    nullable: state.nullable,
    key: state.primaryKey === true,
  })
  const others = facts.columns.map(({ name }) => name).filter((name) => name !== from && name !== to)
  return {
    connector: facts.connector,
    table,
    gone: half(from, gone.base),
    came: half(to, came.revision),
    others: others.slice(0, 40),
    evidence: suggested?.evidence ?? [],
  }
}
