import { recordAuditEvent } from '@/lib/platform/audit/record-audit-event'
import { webEnv } from '@/lib/platform/config/env'
import type { ServiceContext } from '@/lib/platform/context'
import { transact } from '@/lib/platform/db/client'
import { isUniqueViolation } from '@/lib/platform/db/is-unique-violation'
import { ConflictError, InvalidInputError } from '@/lib/platform/http/app-error'
import { type CreatePersonRequest, createPersonRequestSchema, type Person } from '../contract'
import { hashPassword } from '../password'
import { requirePermission } from '../require-permission'
import { toPerson } from '../to-person'

/** Adds a person. Refuses an address or single sign-on subject that somebody has, and a subject when there is no issuer. */
export async function createPerson(ctx: ServiceContext, input: CreatePersonRequest): Promise<Person> {
  requirePermission(ctx.actor, 'people.write')
  const { password, ssoSubject, ...person } = createPersonRequestSchema.parse(input)
  const identities = ssoSubject === undefined ? [] : [{ issuer: requireIssuer(), subject: ssoSubject }]
  const passwordHash = password === undefined ? null : await hashPassword(password)
  try {
    return await transact(async (tx) => {
      const user = await tx.user.create({
        data: { ...person, passwordHash, identities: { create: identities } },
        include: { identities: true },
      })
      await recordAuditEvent(tx, ctx, {
        action: 'person.created',
        objectType: 'person',
        objectId: user.id,
        objectLabel: user.name,
        detail: {
          role: user.role,
          email: user.email,
          password: passwordHash !== null,
          singleSignOn: identities.length > 0,
        },
      })
      return toPerson(user)
    })
  } catch (error) {
    if (isUniqueViolation(error))
      throw new ConflictError('Somebody with this address or single sign-on subject is here already.')
    throw error
  }
}

function requireIssuer(): string {
  const issuer = webEnv().OIDC_ISSUER
  if (!issuer)
    throw new InvalidInputError('Single sign-on is not set up here.', [
      { path: 'ssoSubject', message: 'No issuer is configured.' },
    ])
  return issuer
}
