import { createDatabase, dropDatabase, runOnce } from './connection-target.mjs'

const PRISMA_CODES = {
  '3D000': 'P1003',
  '28P01': 'P1000',
  28000: 'P1000',
  ECONNREFUSED: 'P1001',
  ENOTFOUND: 'P1001',
  ETIMEDOUT: 'P1001',
}
const OTHER_ERROR = 'P1011'

/**
 * Runs `cli <command>`: can-connect-to-database, create-database or drop-database.
 * @returns {Promise<number>} the exit code; a failure is reported on stderr in the engine's own log format, which
 *   the Prisma CLI parses. Refuses a command it does not know rather than report success.
 */
export async function runOneShot(command, target) {
  try {
    if (command === 'can-connect-to-database') await runOnce(target, target.database)
    else if (command === 'create-database') await createDatabase(target, target.database)
    else if (command === 'drop-database') await dropDatabase(target, target.database)
    else throw new Error(`schema-engine.mjs does not know the command "${command}"`)
    return 0
  } catch (error) {
    process.stderr.write(`\n${JSON.stringify(logLine(error, target))}`)
    return 1
  }
}

function logLine(error, target) {
  const code = PRISMA_CODES[error.code] ?? OTHER_ERROR
  const message = {
    P1003: `Database \`${target.database}\` does not exist`,
    P1001: `Can't reach database server at \`${target.host}:${target.port}\``,
  }[code]
  return {
    timestamp: new Date().toISOString(),
    level: 'ERROR',
    target: 'schema_engine::logger',
    fields: { is_panic: false, error_code: code, message: message ?? (error.message || String(error)) },
  }
}
