import { z } from 'zod'
import { checkedActionSchema } from '@/lib/control-loop/proposal/contract'
import { actionSchema } from '@/lib/control-loop/proposal/domain/action'
import { type Db, db, type Tx } from '@/lib/platform/db/client'
import type { PastCase } from '../domain/back-test'
import { deriveFacts } from '../domain/derive-facts'
import { effectOf } from '../domain/effect'
import { findTakenBack } from '../domain/find-taken-back'
import type { Ending } from '../domain/track-record'
import { authorKinds, riskSchema, verdictSchema } from '../domain/verdict'

export interface HistoryCase extends PastCase {
  /** Name path of what it is about, and its connection. */
  path: string
  connectionName: string
}

export interface History {
  cases: HistoryCase[]
  /** Of what rules drafted: automation is earned by them alone. */
  endings: Ending[]
}

const rowSchema = z.object({
  id: z.string(),
  number: z.number(),
  state: z.string(),
  author_kind: z.enum(authorKinds),
  created_at: z.date(),
  updated_at: z.date(),
  connection_id: z.string(),
  schema_name: z.string(),
  service: z.string(),
  owner_id: z.string().nullable(),
  path: z.string(),
  actions: actionSchema.array(),
  risk: riskSchema,
  verdict: verdictSchema,
  feasibility: checkedActionSchema.array(),
  change_kinds: z.array(z.string()),
  edited: z.boolean(),
  by_policy: z.boolean(),
  rejected_at: z.date().nullable(),
  verified_at: z.date().nullable(),
  failed_at: z.date().nullable(),
})
type Row = z.infer<typeof rowSchema>

/**
 * The last proposals as first drafted, and what became of each: bounded, latest first in the database and oldest first in the answer. A run that failed or
 * did not hold stays an error whatever came after, so errors are read from the audit; one that a person stopped is none.
 */
export async function loadHistory(limit: number, from: Db | Tx = db): Promise<History> {
  const found = await from.$queryRaw<unknown[]>`
    SELECT p.id, p.number, p.state::text, p.author_kind, p.created_at, p.updated_at, p.connection_id, c.schema_name, c.service, c.owner_id,
      concat_ws('.', p.schema, p."table", p."column") AS path, r.actions, r.risk, r.verdict, r.feasibility,
      ARRAY(SELECT DISTINCT g.kind FROM proposal_change l JOIN change g ON g.id = l.change_id WHERE l.proposal_id = p.id) AS change_kinds,
      EXISTS (SELECT FROM proposal_revision e WHERE e.proposal_id = p.id AND e.editor_user_id IS NOT NULL AND e.revision > 1) AS edited,
      EXISTS (SELECT FROM apply_run a WHERE a.proposal_id = p.id AND a.state IN ('applied', 'verified') AND a.started_by = 'policy') AS by_policy,
      (SELECT max(v.created_at) FROM review v WHERE v.proposal_id = p.id AND v.decision = 'reject') AS rejected_at,
      (SELECT max(a.finished_at) FROM apply_run a WHERE a.proposal_id = p.id AND a.state = 'verified') AS verified_at,
      (SELECT min(e.at) FROM apply_run a JOIN audit_event e ON e.object_type = 'apply-run' AND e.object_id = a.id::text
        WHERE a.proposal_id = p.id AND NOT a.stop_requested AND e.action IN ('apply-run.failed', 'apply-run.not-verified')) AS failed_at
    FROM proposal p
    JOIN connection c ON c.id = p.connection_id
    JOIN proposal_revision r ON r.proposal_id = p.id AND r.revision = 1
    ORDER BY p.number DESC LIMIT ${limit}`
  const rows = rowSchema.array().parse(found).reverse()
  const takenBack = findTakenBack(rows.flatMap(appliedOf))
  return {
    cases: rows.map((row) => ({ ...caseOf(row), ending: endingsOf(row, takenBack).at(-1)?.ending ?? null })),
    endings: rows.filter((row) => row.author_kind === 'rule').flatMap((row) => endingsOf(row, takenBack)),
  }
}

function appliedOf(row: Row) {
  if (row.state !== 'verified' && row.state !== 'applied') return []
  return [
    {
      number: row.number,
      connectionId: row.connection_id,
      at: row.verified_at ?? row.updated_at,
      actions: row.actions,
    },
  ]
}

function endingsOf(row: Row, takenBack: ReadonlyMap<number, Date>): Ending[] {
  const end = (ending: Ending['ending'], at: Date): Ending => ({
    number: row.number,
    service: row.service,
    effects: row.actions.map(effectOf),
    at,
    ending,
  })
  const taken = takenBack.get(row.number)
  const later = taken ? [end('taken-back', taken)] : []
  if (row.failed_at) return [end('failed', row.failed_at), ...later]
  if (row.state === 'failed') return [end('failed', row.updated_at), ...later]
  if (row.state === 'rejected') return [end('rejected', row.rejected_at ?? row.updated_at)]
  if (row.state !== 'verified') return later
  const at = row.verified_at ?? row.updated_at
  if (row.edited) return [end('edited', at), ...later]
  // Nobody looked at what policy applied: it can only lose a record, not make one.
  return row.by_policy ? later : [end('agreed', at), ...later]
}

function caseOf(row: Row): Omit<HistoryCase, 'ending'> {
  const facts =
    row.verdict.facts ??
    deriveFacts({
      actions: row.actions,
      risk: row.risk,
      authorKind: row.author_kind,
      signalsComplete: row.verdict.ruleId !== 'signal-missing',
      infeasible: row.feasibility.filter(({ feasible }) => !feasible).length,
      surroundings: {
        connectionId: row.connection_id,
        service: row.service,
        ownerId: row.owner_id,
        changeKinds: row.change_kinds,
        dataClasses: [],
      },
    })
  return {
    id: row.id,
    number: row.number,
    draftedAt: row.created_at,
    facts,
    path: row.path,
    connectionName: row.schema_name,
  }
}
