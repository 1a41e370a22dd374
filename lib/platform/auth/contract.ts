import { z } from 'zod'
import { roles } from './roles-and-permissions'

/** REST shapes of the people who may use Headgate. */
const instant = z.iso.datetime()
export const roleSchema = z.enum(roles)

export const PASSWORD_LENGTH_MIN = 12
export const PASSWORD_LENGTH_MAX = 200
const passwordSchema = z
  .string()
  .min(PASSWORD_LENGTH_MIN, `A password has at least ${PASSWORD_LENGTH_MIN} characters.`)
  .max(PASSWORD_LENGTH_MAX)

export const personSchema = z.object({
  id: z.string(),
  email: z.string(),
  name: z.string(),
  role: roleSchema,
  /** How they may sign in. */
  hasPassword: z.boolean(),
  hasSingleSignOn: z.boolean(),
  disabledAt: instant.nullable(),
  lastSeenAt: instant.nullable(),
  createdAt: instant,
})
export type Person = z.infer<typeof personSchema>

export const personListSchema = z.object({ items: z.array(personSchema) })
export const personParamsSchema = z.object({ personId: z.uuid() })

export const createPersonRequestSchema = z
  .object({
    email: z.email().max(254).toLowerCase(),
    name: z.string().trim().min(1).max(100),
    role: roleSchema,
    password: passwordSchema.optional(),
    /** The person's subject at the single sign-on issuer; it cannot be guessed from the address. */
    ssoSubject: z.string().trim().min(1).max(255).optional(),
  })
  .strict()
  .refine((person) => person.password !== undefined || person.ssoSubject !== undefined, {
    message: 'Give a password or the subject at single sign-on: otherwise this person cannot sign in.',
    path: ['password'],
  })
export type CreatePersonRequest = z.input<typeof createPersonRequestSchema>

export const changeRoleRequestSchema = z.object({ role: roleSchema }).strict()
export type ChangeRoleRequest = z.input<typeof changeRoleRequestSchema>
