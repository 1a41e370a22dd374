import { z } from 'zod'
import { classifyColumn } from '@/lib/capabilities/catalog/domain/classify-column'
import { isSensitive } from '@/lib/capabilities/catalog/domain/data-class'
import { draftMapping } from '@/lib/capabilities/model/tasks/draft-mapping/draft-mapping'
import { draftMappingVersion } from '@/lib/capabilities/model/tasks/draft-mapping/prompt'
import { describeChange } from '@/lib/control-loop/diff/domain/describe-change'
import { type Action, actionSchema } from '@/lib/control-loop/proposal/domain/action'
import { checkDraft, modelActionKinds } from '@/lib/control-loop/proposal/domain/check-draft'
import type { Classification } from '@/lib/control-loop/proposal/domain/draft'
import { draftProposals } from '@/lib/control-loop/proposal/domain/draft-proposals'
import { settingKey, settingOfAction } from '@/lib/control-loop/proposal/domain/setting-of-action'
import {
  type ColumnState,
  formatPath,
  logicalTypeSchema,
  type SchemaTree,
  type TableState,
} from '@/lib/control-loop/snapshot/domain/schema-tree'
import { asEvaluator } from './task-evaluator'

const caseSchema = z.object({
  id: z.string(),
  connector: z.string(),
  schema: z.string(),
  table: z.string(),
  /** The table is new; else the columns marked so are. */
  isTableAdded: z.boolean(),
  synced: z.boolean(),
  columns: z.array(
    z.object({
      name: z.string(),
      type: logicalTypeSchema.nullable(),
      key: z.boolean(),
      synced: z.boolean(),
      added: z.boolean(),
    }),
  ),
  /** Actions on the table as people would take them, without the schema and table. */
  truth: z.array(z.record(z.string(), z.unknown())),
})
type MappingCase = z.infer<typeof caseSchema>

/** What rules and a model would propose for a new table or column, against what people would. Bookkeeping is not scored. */
export const draftMappingEvaluator = asEvaluator<MappingCase, Action[]>({
  case: caseSchema,
  version: draftMappingVersion,
  byRules: (one) => draftByRules(one).actions,
  byModel: async (one, asker) => {
    const { tree, classes, changes, rationale, actions } = draftByRules(one)
    const { connector, schema, table } = one
    const reach = { about: changes.map(({ change }) => change.path), kinds: modelActionKinds, tree }
    const answer = await draftMapping(
      {
        connector,
        schema,
        table,
        synced: one.synced,
        syncMode: 'soft-delete',
        columns: one.columns.map(({ name, type, key, synced }) => ({
          name,
          type,
          nullable: true,
          key,
          synced,
          hashed: false,
          class: classes.get(formatPath({ schema, table, column: name }))?.class ?? null,
        })),
        changes: changes.map(({ change }) => ({
          kind: change.kind,
          column: 'column' in change.path ? change.path.column : null,
          sentence: describeChange(change).sentence,
        })),
        samples: {},
        rules: { rationale, actions },
        kinds: [...modelActionKinds],
      },
      asker,
      one.columns.map(({ name }) => name),
      (raw) => checkDraft(raw, reach).dropped.map(({ what, reason }) => `${what}: ${reason}`),
    )
    if (answer.outcome === 'none') return answer
    return { ...answer, output: checkDraft(answer.output.actions, reach).kept }
  },
  score: ({ schema, table, truth }, answer) => {
    const told = truth.map((action) => actionSchema.parse({ schema, table, ...action }))
    return { choices: [], facts: [{ truth: told.map(factOf), said: (answer ?? []).flatMap(toFact) }] }
  },
})

const factOf = (action: Action) => `${settingKey(action)} ${settingOfAction(action)?.value ?? ''}`
const toFact = (action: Action) => (settingOfAction(action) === null ? [] : [factOf(action)])

function draftByRules(one: MappingCase) {
  const { connector, schema, table, isTableAdded } = one
  const state: TableState = {
    destinationName: table,
    enabled: one.synced,
    syncMode: 'soft-delete',
    lock: null,
    supportsColumns: true,
    columnsComplete: true,
    columns: Object.fromEntries(one.columns.map((column) => [column.name, stateOf(column)])),
  }
  const tree: SchemaTree = {
    changeHandling: 'allow-all',
    typeLocked: null,
    schemas: { [schema]: { destinationName: schema, enabled: true, tables: { [table]: state } } },
  }
  const classes = new Map(
    one.columns.map(({ name, type }): [string, Classification] => {
      const found = classifyColumn({ connector, table, column: name, type })
      const sensitive = found.class !== null && isSensitive(found.class)
      return [formatPath({ schema, table, column: name }), { class: found.class, sensitive, evidence: found.evidence }]
    }),
  )
  const severity = 'safe' as const
  const origin = 'source' as const
  const changes = isTableAdded
    ? [
        {
          id: 't',
          severity,
          origin,
          change: { kind: 'table-added' as const, path: { schema, table }, revision: state },
        },
      ]
    : one.columns
        .filter(({ added }) => added)
        .map((column) => ({
          id: column.name,
          severity,
          origin,
          change: {
            kind: 'column-added' as const,
            path: { schema, table, column: column.name },
            revision: stateOf(column),
          },
        }))
  const drafts = draftProposals({ changes, baseline: tree, tree, renames: [], classifications: classes })
  return {
    tree,
    classes,
    changes,
    rationale: drafts.map((draft) => draft.rationale).join(' '),
    actions: drafts.flatMap((draft) => draft.actions),
  }
}

function stateOf({ name, type, key, synced }: MappingCase['columns'][number]): ColumnState {
  const fixed = { hashed: false, nullable: true, lock: null, touched: false, inSource: true, typeSpelling: null }
  return { destinationName: name, enabled: synced, primaryKey: key, type, ...fixed }
}
