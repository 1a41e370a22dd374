import { promiseKey } from '@/lib/control-loop/proposal/domain/check-promise'
import { describeBound, describePromise } from '@/lib/control-loop/proposal/domain/describe-promise'
import { toDbState } from '@/lib/control-loop/proposal/domain/proposal-state'
import { parseRevision } from '@/lib/control-loop/proposal/services/parse-revision'
import { openProposalStates } from '@/lib/control-loop/stages'
import { db } from '@/lib/platform/db/client'
import type { TableChecks } from '../contract'
import { suggestChecks } from '../domain/check/suggest-checks'
import { loadChecks } from './check-views'
import { loadProfiles } from './load-profiles'

/** Measurements a suggestion is tested on. */
const HISTORY_MAX = 60

/** What a table is held to, what waits for a decision, and what its measurements suggest beside both. */
export async function readTableChecks(path: {
  connectionId: string
  schema: string
  table: string
}): Promise<TableChecks> {
  const { connectionId, schema, table } = path
  const [checks, waiting, history] = await Promise.all([
    loadChecks({ connectionId, schema, table }),
    findWaiting(path),
    loadProfiles(path, HISTORY_MAX),
  ])
  const taken = new Set([...checks.map(({ terms }) => promiseKey(terms.promise)), ...waiting.map(({ key }) => key)])
  return {
    checks,
    waiting: waiting.map(({ key: _key, ...proposal }) => proposal),
    measurements: history.length,
    suggestions: suggestChecks(history, taken).map((suggestion) => ({
      ...suggestion,
      title: describePromise(suggestion.terms.promise),
      bound: describeBound(suggestion.terms.promise),
    })),
  }
}

/** Checks that open proposals would put on the table or take from it. */
async function findWaiting(path: { connectionId: string; schema: string; table: string }) {
  const { connectionId, schema, table } = path
  const open = await db.proposal.findMany({
    where: { connectionId, schema, table, state: { in: openProposalStates.map(toDbState) } },
    include: { revisions: { orderBy: { revision: 'desc' }, take: 1 } },
    orderBy: { number: 'asc' },
  })
  return open.flatMap(({ id, number, revisions: [latest] }) =>
    (latest ? parseRevision(latest).actions : []).flatMap((action) =>
      action.kind === 'add-check' || action.kind === 'retire-check'
        ? [
            {
              key: promiseKey(action.check.promise),
              proposalId: id,
              number,
              isRetired: action.kind === 'retire-check',
              title: describePromise(action.check.promise),
            },
          ]
        : [],
    ),
  )
}
