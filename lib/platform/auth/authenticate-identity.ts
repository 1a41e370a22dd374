import { z } from 'zod'
import type { User } from '@/generated/prisma/client'
import { recordAuditEvent } from '../audit/record-audit-event'
import { systemContext } from '../context'
import { createCorrelationId } from '../correlation-id'
import { db, transact } from '../db/client'
import type { Role } from './roles-and-permissions'

/** The claims we read. `sub` is who it is; the rest is only shown. */
const claimsSchema = z.object({
  sub: z.string().min(1),
  name: z.string().optional(),
  email: z.string().optional(),
  email_verified: z.boolean().optional(),
})

export interface IdentityPolicy {
  issuer: string
  /** Given to people the issuer vouches for and we do not know; undefined: they are refused. */
  defaultRole: Role | undefined
}

/**
 * The person an issuer's claims speak of, by issuer and subject and nothing else: an address can be typed by anybody
 * at some issuer. An unknown person is made only when a default role is set, the address is verified and nobody has it.
 */
export async function authenticateIdentity(claims: unknown, policy: IdentityPolicy): Promise<User | null> {
  const profile = claimsSchema.safeParse(claims).data
  if (!profile) return null
  const known = await db.identity.findUnique({
    where: { issuer_subject: { issuer: policy.issuer, subject: profile.sub } },
    include: { user: true },
  })
  if (known) {
    if (!known.user.disabledAt) return known.user
    await recordRefusal(known.user, 'disabled')
    return null
  }
  const email = z.email().safeParse(profile.email?.toLowerCase()).data
  const isFree = email !== undefined && (await db.user.count({ where: { email } })) === 0
  if (!policy.defaultRole || !email || !profile.email_verified || !isFree) {
    await recordRefusal(null, 'not invited')
    return null
  }
  return createPersonOf(policy.issuer, profile.sub, email, profile.name ?? email, policy.defaultRole)
}

function createPersonOf(issuer: string, subject: string, email: string, name: string, role: Role): Promise<User> {
  return transact(async (tx) => {
    const user = await tx.user.create({ data: { email, name, role, identities: { create: { issuer, subject } } } })
    await recordAuditEvent(tx, systemContext('web', createCorrelationId()), {
      action: 'person.created',
      objectType: 'person',
      objectId: user.id,
      objectLabel: user.name,
      detail: { role, by: 'single sign-on', issuer },
    })
    return user
  })
}

function recordRefusal(user: User | null, reason: string): Promise<void> {
  return transact((tx) =>
    recordAuditEvent(tx, systemContext('web', createCorrelationId()), {
      action: 'sign-in.refused',
      objectType: 'person',
      objectId: user?.id ?? null,
      objectLabel: user?.name ?? 'an unknown account',
      detail: { method: 'single sign-on', reason },
    }),
  )
}
