import { randomBytes } from 'node:crypto'
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { z } from 'zod'
import { createPerson } from '@/lib/platform/auth/services/create-person'
import type { ServiceContext } from '@/lib/platform/context'
import { db } from '@/lib/platform/db/client'

const peopleSchema = z.array(
  z.object({
    role: z.enum(['viewer', 'engineer', 'steward', 'admin']),
    name: z.string(),
    email: z.string(),
    password: z.string(),
  }),
)
type SeededPerson = z.infer<typeof peopleSchema>[number]

const cast: Omit<SeededPerson, 'password'>[] = [
  { role: 'engineer', name: 'Tomás Herrera', email: 'tomas@demo.example' },
  { role: 'steward', name: 'Ada Lindqvist', email: 'ada@demo.example' },
  { role: 'admin', name: 'Samuel Okafor', email: 'samuel@demo.example' },
]

/** Creates the three people of the demo with random passwords, kept in the file named by PEOPLE_FILE so that a later start prints the same ones. */
export async function seedPeople(ctx: ServiceContext): Promise<void> {
  const file = process.env.PEOPLE_FILE
  if (!file) throw new Error('PEOPLE_FILE must name the file that keeps the demo sign-ins')
  const kept = existsSync(file) ? peopleSchema.parse(JSON.parse(readFileSync(file, 'utf8'))) : []
  const people = cast.map((person): SeededPerson => {
    const known = kept.find(({ email }) => email === person.email)
    return known ?? { ...person, password: `demo-${randomBytes(9).toString('base64url')}` }
  })
  writeFileSync(file, `${JSON.stringify(people, null, 2)}\n`, { mode: 0o600 })
  for (const { email, name, role, password } of people) {
    if (await db.user.findUnique({ where: { email } })) continue
    await createPerson(ctx, { email, name, role, password })
  }
}
