import type { Action } from '@/lib/control-loop/proposal/domain/action'
import { draftConnection } from '@/lib/control-loop/proposal/services/draft-connection'
import { captureSnapshot } from '@/lib/control-loop/snapshot/services/capture-snapshot'
import { loadTree } from '@/lib/control-loop/snapshot/services/load-tree'
import { systemContext } from '@/lib/platform/context'
import { createCorrelationId } from '@/lib/platform/correlation-id'
import { apply, approve, approvedRun } from '@/lib/testing/apply-in-loop'
import type { Loop } from '@/lib/testing/start-loop'
import type { Trial } from './draw-trial'
import { trialConnection } from './start-trials'

export interface PreparedTrial {
  trial: Trial
  runId: string
  proposalId: string
  /** Log entries that were there before. */
  from: number
  /** The steps that send something, as the log would show them, and how the run must end. */
  wanted: { effects: number; state: 'verified' | 'stale' | 'failed' }
}

const at = { schema: 'public', table: 'table_00001' }
const pathOf = (column: string) =>
  `/v1/connections/${trialConnection}/schemas/${at.schema}/tables/${at.table}/columns/${column}`

/** Reads the connection as it is now, so that what is drafted next starts from the truth, whatever the trial before left. */
export async function refreshTrialConnection(loop: Loop) {
  const connection = await loop.db.connection.findFirstOrThrow({ where: { externalId: trialConnection } })
  await captureSnapshot(systemContext('worker', createCorrelationId()), {
    connectionId: connection.id,
    trigger: 'person',
  })
  const fresh = await loop.db.connection.findUniqueOrThrow({ where: { id: connection.id } })
  const tree = await loadTree(fresh.latestSnapshotId ?? '')
  const table = tree.schemas[at.schema]?.tables[at.table]
  if (!table) throw new Error('The table of the trials is gone')
  return { fresh, columns: table.columns }
}

/** Brings one trial to the point where its run waits for a worker: drafted, approved, started, and what is to go wrong dialled in. */
export async function prepareTrial(loop: Loop, trial: Trial): Promise<PreparedTrial> {
  const { fresh, columns } = await refreshTrialConnection(loop)
  const names = ['column_001', 'column_002', 'column_003']
  const column = names[trial.pick(names.length)] ?? 'column_001'
  const isSynced = columns[column]?.enabled === true
  const before = async () => (await loop.sandbox.effects()).length
  if (trial.kind === 'create') return prepareCreate(loop, trial)
  const actions: Action[] =
    trial.kind === 'catalog'
      ? [{ kind: 'add-check', ...at, check: rowCount(trial.number) }]
      : [
          { kind: 'set-column-enabled', ...at, column, enabled: !isSynced },
          { kind: fresh.paused ? 'resume-connection' : 'pause-connection' },
        ]
  const { runId, proposalId } = await approvedRun(loop, trialConnection, actions)
  if (trial.kind === 'moved') {
    // Another field of the same object: the step's own look sees nothing of it, the comparison with what was reviewed does.
    const body = { enabled: true, hashed: columns[column]?.hashed !== true }
    await loop.sandbox.command('/edit', { path: pathOf(column), body })
  }
  const fault = { route: `PATCH /v1/connections/${trialConnection}`, times: 1 }
  if (trial.kind === 'limited')
    await loop.sandbox.command('/faults', { ...fault, kind: 'retry-after', retryAfterSeconds: 1 })
  // The second time for the worker that goes on: it looks, finds nothing done, and asks again.
  if (trial.kind === 'refused')
    await loop.sandbox.command('/faults', { ...fault, times: 2, kind: 'status', status: 400 })
  if (trial.kind === 'ignored') await loop.sandbox.command('/faults', { ...fault, kind: 'ignore-setting' })
  return { trial, runId, proposalId, from: await before(), wanted: wantedOf(trial) }
}

function wantedOf({ kind }: Trial): PreparedTrial['wanted'] {
  if (kind === 'moved') return { effects: 0, state: 'stale' }
  if (kind === 'refused' || kind === 'ignored') return { effects: 0, state: 'failed' }
  if (kind === 'stopped') return { effects: 1, state: 'failed' }
  return { effects: kind === 'catalog' ? 0 : 2, state: 'verified' }
}

async function prepareCreate(loop: Loop, trial: Trial): Promise<PreparedTrial> {
  const destination = await loop.db.destination.findFirstOrThrow()
  const drafted = await draftConnection(loop.as('engineer'), {
    destinationId: destination.id,
    connection: {
      service: 'postgres',
      name: `trial_${trial.number}_${trial.pick(1_000_000)}`,
      part: null,
      address: { host: 'db.example.com', port: 5432, database: 'shop' },
    },
    presets: [],
    rationale: 'For the trial.',
    evidence: [],
    classes: new Map(),
  })
  const first = await approve(loop, drafted.id)
  if (first.approvals < first.approvalsNeeded) await approve(loop, drafted.id, 'second')
  const from = (await loop.sandbox.effects()).length
  const { id: runId } = await apply(loop, drafted.id)
  return { trial, runId, proposalId: drafted.id, from, wanted: { effects: 1, state: 'verified' } }
}

/** A promise that no trial made before. */
function rowCount(number: number) {
  return {
    promise: { kind: 'row-count' as const, min: 0, max: 1_000_000 + number },
    severity: 'warn' as const,
    blocking: false,
    runs: 'daily' as const,
  }
}
