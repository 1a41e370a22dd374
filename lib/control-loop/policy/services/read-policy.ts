import { type Db, db, type Tx } from '@/lib/platform/db/client'
import { defaultPolicy, type Policy, policySchema } from '../domain/policy'

/** The policy in force and its version. Version 1 is the default pack; it is written when nobody wrote one. */
export async function readPolicy(from: Db | Tx = db): Promise<{ version: number; policy: Policy }> {
  const latest = await from.policyVersion.findFirst({ orderBy: { version: 'desc' } })
  if (latest) return { version: latest.version, policy: policySchema.parse(latest.policy) }
  await from.policyVersion.createMany({
    data: [{ version: 1, policy: defaultPolicy, createdBy: 'Headgate' }],
    skipDuplicates: true,
  })
  return { version: 1, policy: defaultPolicy }
}
