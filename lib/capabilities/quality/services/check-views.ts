import type { CheckResult, Connection, DataCheck, User } from '@/generated/prisma/client'
import { checkTermsSchema } from '@/lib/control-loop/proposal/domain/check-promise'
import { describeBound, describePromise } from '@/lib/control-loop/proposal/domain/describe-promise'
import { db } from '@/lib/platform/db/client'
import type { CheckResultView, CheckRow } from '../contract'
import { stateOfCheck } from '../domain/check/state-of-check'

/** As many runs as a strip draws. */
const STRIP_RUNS = 20

type CheckWithParts = DataCheck & {
  connection: Pick<Connection, 'id' | 'schemaName' | 'service'> & { owner: Pick<User, 'id' | 'name'> | null }
  results: CheckResult[]
}

/** Checks with their last runs, one query for all. `where` narrows them; retired ones are left out unless it asks for them. */
export async function loadChecks(where: {
  id?: string
  connectionId?: string
  schema?: string
  table?: string
  isRetiredToo?: boolean
}): Promise<CheckRow[]> {
  const { isRetiredToo = false, ...rest } = where
  const checks = await db.dataCheck.findMany({
    where: { ...rest, connection: { removedAt: null }, ...(!isRetiredToo && { retiredAt: null }) },
    include: {
      connection: {
        select: { id: true, schemaName: true, service: true, owner: { select: { id: true, name: true } } },
      },
      results: { orderBy: { at: 'desc' }, take: STRIP_RUNS },
    },
    orderBy: [{ schema: 'asc' }, { table: 'asc' }, { promiseKey: 'asc' }],
  })
  return checks.map(toRow)
}

/** One result as it is shown. */
export function toResultView(result: CheckResult): CheckResultView {
  return {
    id: result.id,
    at: result.at.toISOString(),
    syncedAt: result.syncedAt?.toISOString() ?? null,
    outcome: outcomeOf(result.outcome),
    rows: result.rows === null ? null : Number(result.rows),
    failing: result.failing === null ? null : Number(result.failing),
    found: result.found,
    tookMs: result.tookMs,
  }
}

function toRow(check: CheckWithParts): CheckRow {
  const { promise, severity, blocking, runs } = check
  const terms = checkTermsSchema.parse({ promise, severity, blocking, runs })
  const results = check.results.map(toResultView)
  return {
    id: check.id,
    connection: { id: check.connection.id, name: check.connection.schemaName, service: check.connection.service },
    owner: check.connection.owner,
    schema: check.schema,
    table: check.table,
    title: describePromise(terms.promise),
    bound: describeBound(terms.promise),
    terms,
    acceptedAt: check.acceptedAt.toISOString(),
    acceptedBy: check.acceptedBy,
    proposalId: check.proposalId,
    retired: check.retiredAt && { at: check.retiredAt.toISOString(), by: check.retiredBy ?? 'policy' },
    ...stateOfCheck(results, terms.severity),
    last: results[0] ?? null,
    strip: results.map(({ outcome }) => outcome).reverse(),
  }
}

function outcomeOf(text: string): CheckResultView['outcome'] {
  return text === 'passed' || text === 'failed' ? text : 'not-run'
}
