import { createHash } from 'node:crypto'
import { draftMapping } from '@/lib/capabilities/model/tasks/draft-mapping/draft-mapping'
import { shownChangesMax, shownColumnsMax } from '@/lib/capabilities/model/tasks/draft-mapping/limits'
import type { DraftMappingInput } from '@/lib/capabilities/model/tasks/draft-mapping/prompt'
import { readSamples } from '@/lib/capabilities/model/tasks/read-samples'
import { describeChange } from '@/lib/control-loop/diff/domain/describe-change'
import type {
  ModelDrafter,
  ModelDraftOutcome,
  ModelDraftRequest,
} from '@/lib/control-loop/proposal/services/model-drafter'
import { findTable } from '@/lib/control-loop/snapshot/domain/find-in-tree'
import { formatPath } from '@/lib/control-loop/snapshot/domain/schema-tree'
import { isSystemColumn } from '@/lib/control-loop/snapshot/domain/system-columns'
import { linkCallToProposal } from './link-call-to-proposal'

/** The gate as the spine's drafter: the worker hands it in, so that the spine never imports a capability. */
export function createModelDrafter(): ModelDrafter {
  return {
    draft: draftOne,
    recordFed: (tx, callId, proposalId) => linkCallToProposal(tx, callId, proposalId),
  }
}

async function draftOne(request: ModelDraftRequest): Promise<ModelDraftOutcome> {
  const found = await toInput(request)
  if (found === null) {
    return { outcome: 'none', why: 'out-of-scope', reason: 'the table is not in the latest snapshot' }
  }
  const { input, columns } = found
  const answer = await draftMapping(
    input,
    {
      correlationId: request.correlationId,
      requestedBy: { kind: 'job', name: 'draft-proposals' },
      connectionId: request.connectionId,
      subject: request.draft.path,
      key: keyOf(request, input),
    },
    columns,
    request.check,
  )
  if (answer.outcome === 'none') return { outcome: 'none', why: answer.why, reason: answer.sentence }
  const { model, promptVersion, callId, output } = answer
  return { outcome: 'drafted', model, promptVersion, callId, ...output }
}

/** The same work across tries of its job, and other work as soon as the facts or the rules' draft are others. */
function keyOf(request: ModelDraftRequest, { samples: _samples, ...facts }: DraftMappingInput): string {
  // Rows may move between two tries of one job; what is asked about has not.
  const work = JSON.stringify([request.connectionId, request.draft.changeIds, facts])
  return `draft:${createHash('sha256').update(work).digest('hex')}`
}

/** What a model may be told of the table the draft is about: names, types, settings, classes. null when the snapshot does not have it. */
async function toInput(request: ModelDraftRequest): Promise<{ input: DraftMappingInput; columns: string[] } | null> {
  const paths = request.changes.map(({ change }) => change.path)
  const [first] = paths
  if (first === undefined || !('table' in first) || first.table === undefined || first.schema === undefined) return null
  const { schema, table } = first
  const state = findTable(request.tree, { schema, table })
  if (state === undefined) return null
  const moved = new Set(paths.flatMap((path) => ('column' in path && path.column !== undefined ? [path.column] : [])))
  const columns = Object.keys(state.columns).filter((name) => !isSystemColumn(name))
  const shown = [...columns].sort((one, other) => Number(moved.has(other)) - Number(moved.has(one)))
  return {
    columns,
    input: {
      connector: request.connector,
      schema,
      table,
      synced: state.enabled && request.tree.schemas[schema]?.enabled === true,
      syncMode: state.syncMode,
      columns: shown.slice(0, shownColumnsMax).flatMap((name) => {
        const column = state.columns[name]
        if (column === undefined) return []
        return [
          {
            name,
            type: column.type,
            nullable: column.nullable,
            key: column.primaryKey === true,
            synced: column.enabled,
            hashed: column.hashed,
            class: request.classifications.get(formatPath({ schema, table, column: name }))?.class ?? null,
          },
        ]
      }),
      changes: request.changes.slice(0, shownChangesMax).map(({ change }) => ({
        kind: change.kind,
        column: 'column' in change.path ? (change.path.column ?? null) : null,
        sentence: describeChange(change).sentence,
      })),
      samples: await readSamples({ connectionId: request.connectionId, schema, table }),
      rules: { rationale: request.draft.rationale, actions: request.draft.actions },
      kinds: [...request.kinds],
    },
  }
}
