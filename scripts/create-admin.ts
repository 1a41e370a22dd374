// The first person of a production installation: npm run create-admin -- ines@example.com "Ines Duarte"
// Prints a first password once. Needs DATABASE_URL.
import { randomBytes } from 'node:crypto'
import { createPerson } from '@/lib/platform/auth/services/create-person'
import { systemContext } from '@/lib/platform/context'
import { createCorrelationId } from '@/lib/platform/correlation-id'
import { db } from '@/lib/platform/db/client'
import { AppError } from '@/lib/platform/http/app-error'

const [email, name] = process.argv.slice(2)
if (!email || !name) {
  console.error('Give an e-mail address and a name: npm run create-admin -- ines@example.com "Ines Duarte"')
  process.exit(1)
}
const password = randomBytes(15).toString('base64url')
try {
  await createPerson(systemContext('seed', createCorrelationId()), { email, name, role: 'admin', password })
  console.log(`${name} may sign in as ${email} with this first password:\n\n  ${password}\n`)
} catch (error) {
  if (!(error instanceof AppError)) throw error
  console.error(error.sentence)
  process.exitCode = 1
} finally {
  await db.$disconnect()
}
