import { recordAuditEvent } from '@/lib/platform/audit/record-audit-event'
import { requirePermission } from '@/lib/platform/auth/require-permission'
import type { ServiceContext } from '@/lib/platform/context'
import { transact } from '@/lib/platform/db/client'
import { isUniqueViolation } from '@/lib/platform/db/is-unique-violation'
import { ConflictError } from '@/lib/platform/http/app-error'
import { enqueueJob } from '@/lib/platform/jobs/enqueue-job'
import { comparePolicies } from '../domain/compare-policies'
import { listDifferences } from '../domain/list-differences'
import type { Policy } from '../domain/policy'
import { reevaluateProposalsJob } from '../jobs'
import { readPolicy } from './read-policy'

/**
 * Writes the next version of the policy. Refuses when somebody wrote one since the version this one was made from, and when nothing is different. Proposals
 * that wait are judged again by the worker; until then every claim looks at the policy in force itself.
 */
export async function savePolicy(
  ctx: ServiceContext,
  input: { baseVersion: number; policy: Policy },
): Promise<{ version: number }> {
  requirePermission(ctx.actor, 'policy.write')
  try {
    return await transact(async (tx) => {
      const present = await readPolicy(tx)
      if (present.version !== input.baseVersion) throw overtaken(present.version)
      const differences = listDifferences(present.policy, input.policy)
      if (differences.length === 0)
        throw new ConflictError('Nothing is different from the policy in force.', {}, 'same')
      const version = present.version + 1
      await tx.policyVersion.create({
        data: { version, policy: input.policy, createdBy: ctx.actor.name, createdAt: ctx.now() },
      })
      await recordAuditEvent(tx, ctx, {
        action: 'policy.changed',
        objectType: 'policy',
        objectId: String(version),
        objectLabel: `the policy to version ${version}`,
        detail: { base: present.version, differences, compared: comparePolicies(present.policy, input.policy) },
      })
      await enqueueJob(tx, reevaluateProposalsJob, { version, correlationId: ctx.correlationId })
      return { version }
    })
  } catch (error) {
    if (isUniqueViolation(error)) throw overtaken(input.baseVersion + 1)
    throw error
  }
}

function overtaken(version: number): ConflictError {
  return new ConflictError(
    `Version ${version} was saved meanwhile. Your draft is kept; look at the difference and save again.`,
    { version },
    'another-version',
  )
}
