import { randomUUID } from 'node:crypto'
import { bindMigrationAwareSqlAdapterFactory, DriverAdapterError } from '@prisma/driver-adapter-utils'
import pg from 'pg'
import { columnType, valueParsers } from './column-types.mjs'
import { createDatabase, dropDatabase } from './connection-target.mjs'

// Prisma's own @prisma/adapter-pg cannot serve its schema engine: it has no "char" columns, splits scripts on every
// semicolon (breaking functions and triggers), and its shadow database ignores the database name.
const ADAPTER = { provider: 'postgres', adapterName: 'schema-engine-pg' }

/**
 * The connections the WebAssembly engine works through.
 * @returns {{ factory: object, closeAll: () => Promise<void> }} `closeAll` ends what the engine left open.
 */
export function createSqlAdapter(target) {
  const open = new Set()
  const connect = async (database, onDispose) => {
    const connection = await openConnection(target, database, onDispose)
    open.add(connection)
    return connection
  }
  const factory = bindMigrationAwareSqlAdapterFactory({
    ...ADAPTER,
    connect: () => connect(target.database),
    connectToShadowDb: () => connectToShadowDatabase(target, connect),
  })
  return {
    factory,
    async closeAll() {
      for (const connection of open) await connection.dispose()
    },
  }
}

async function connectToShadowDatabase(target, connect) {
  if (!target.shadowDatabase) {
    const name = `prisma_migrate_shadow_db_${randomUUID()}`
    await createDatabase(target, name)
    return connect(name, () => dropDatabase(target, name, { force: true }))
  }
  if (target.shadowDatabase === target.database) throw new Error('shadowDatabaseUrl points at the main database')
  const connection = await connect(target.shadowDatabase)
  await connection.executeScript('DROP SCHEMA IF EXISTS public CASCADE; CREATE SCHEMA public')
  return connection
}

async function openConnection(target, database, onDispose) {
  const client = new pg.Client({ connectionString: target.urlOf(database) })
  client.on('error', () => {}) // a lost connection shows up in the next query
  try {
    await client.connect()
    await client.query("SET TIME ZONE 'UTC'")
  } catch (error) {
    throw asAdapterError(error, target)
  }
  return new Connection(client, target, onDispose)
}

class Queryable {
  provider = ADAPTER.provider
  adapterName = ADAPTER.adapterName

  constructor(client, target) {
    this.client = client
    this.target = target
  }

  async #run(query) {
    try {
      return await this.client.query(query)
    } catch (error) {
      throw asAdapterError(error, this.target)
    }
  }

  async queryRaw({ sql, args }) {
    const { fields, rows } = await this.#run({ text: sql, values: args, rowMode: 'array', types: valueParsers })
    return {
      columnNames: fields.map((field) => field.name),
      columnTypes: fields.map((field) => columnType(field.dataTypeID)),
      rows,
    }
  }

  async executeRaw({ sql, args }) {
    return (await this.#run({ text: sql, values: args })).rowCount ?? 0
  }

  async executeScript(script) {
    await this.#run(script)
  }

  getConnectionInfo() {
    return { schemaName: this.target.schema, supportsRelationJoins: true }
  }
}

class Connection extends Queryable {
  #onDispose

  constructor(client, target, onDispose) {
    super(client, target)
    this.#onDispose = onDispose
  }

  // With a phantom query the engine sends no COMMIT or ROLLBACK of its own: the two methods must.
  async startTransaction(isolationLevel) {
    await this.client.query(`BEGIN${isolationLevel ? ` ISOLATION LEVEL ${isolationLevel}` : ''}`)
    const transaction = new Queryable(this.client, this.target)
    transaction.options = { usePhantomQuery: true }
    transaction.commit = () => transaction.executeScript('COMMIT')
    transaction.rollback = () => transaction.executeScript('ROLLBACK')
    return transaction
  }

  async dispose() {
    await this.client.end().catch(() => {}) // already ended by the server
    const onDispose = this.#onDispose
    this.#onDispose = undefined
    await onDispose?.()
  }
}

function asAdapterError(error, target) {
  if (error?.code && error.severity) {
    const { code, severity, message, detail, column, hint } = error
    return new DriverAdapterError({
      kind: 'postgres',
      originalCode: code,
      originalMessage: message,
      ...{ code, severity, message, detail, column, hint },
    })
  }
  if (error?.code === 'ECONNREFUSED')
    return new DriverAdapterError({ kind: 'DatabaseNotReachable', host: target.host, port: target.port })
  return error
}
