import { requirePermission } from '@/lib/platform/auth/require-permission'
import type { ServiceContext } from '@/lib/platform/context'
import type { BackTestResponse } from '../contract'
import { backTest } from '../domain/back-test'
import { comparePolicies } from '../domain/compare-policies'
import { listDifferences } from '../domain/list-differences'
import type { Policy } from '../domain/policy'
import { loadHistory } from './load-history'
import { readPolicy } from './read-policy'
import { historyMax } from './read-track-record'

/** As many as a person reads; the rest is counted. */
const differencesMax = 50

/**
 * Replays the last real proposals under a draft and under the policy in force: what would have gone by itself, waited, been blocked, and what people or
 * events said of it later. Reads a bounded history once and changes nothing.
 */
export async function backTestPolicy(
  ctx: ServiceContext,
  input: { policy: Policy; casesMax: number },
): Promise<BackTestResponse> {
  requirePermission(ctx.actor, 'policy.write')
  const present = await readPolicy()
  // The record of then needs what came before the cases that are judged.
  const history = await loadHistory(historyMax)
  const cases = history.cases.slice(-input.casesMax)
  const tested = backTest(cases, history.endings, { present: present.policy, draft: input.policy })
  const known = new Map(cases.map((one) => [one.id, one]))
  return {
    cases: tested.cases,
    since: cases[0]?.draftedAt.toISOString() ?? null,
    present: tested.present,
    draft: tested.draft,
    differences: tested.differences.slice(0, differencesMax).map(({ past, present: before, draft, strictness }) => ({
      id: past.id,
      number: past.number,
      path: known.get(past.id)?.path ?? '',
      connectionName: known.get(past.id)?.connectionName ?? '',
      strictness,
      ending: past.ending,
      present: { outcome: before.outcome, reason: before.reason },
      draft: { outcome: draft.outcome, reason: draft.reason },
    })),
    differencesTotal: tested.differences.length,
    changed: listDifferences(present.policy, input.policy),
    compared: comparePolicies(present.policy, input.policy),
  }
}
