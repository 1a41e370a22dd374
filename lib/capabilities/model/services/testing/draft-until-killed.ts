import { db } from '@/lib/platform/db/client'
import { draftForColumn } from './draft-for-column'

/** A worker's stand-in: drafts for the columns named on the command line, one after another, and says how many are done. Killed by the test. */
async function main([connectionId = '', ...columns]: string[]): Promise<void> {
  const connection = await db.connection.findUniqueOrThrow({ where: { id: connectionId } })
  process.stdout.write('ready\n')
  for (const [at, column] of columns.entries()) {
    const { drafting } = await draftForColumn(connection, column)
    process.stdout.write(`${at + 1} ${drafting?.model ? 'drafted' : 'alone'}\n`)
  }
  process.stdout.write('over\n')
}

await main(process.argv.slice(2))
process.exit(0)
