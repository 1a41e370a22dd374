import { createInterface } from 'node:readline'
import { createDatabase } from './connection-target.mjs'
import { createSqlAdapter } from './sql-adapter.mjs'
import { createEngine } from './wasm-engine.mjs'

const ENGINE_ERROR = 4466 // the JSON-RPC code by which the Prisma CLI knows an engine's error

const log = (line) => {
  if (process.env.DEBUG) process.stderr.write(`${line}\n`)
}
const send = (message) => process.stdout.write(`${JSON.stringify({ jsonrpc: '2.0', ...message })}\n`)

/** Serves JSON-RPC, one request a line and one after the other, until stdin closes; then ends the process. */
export function serveRpc(target, datamodels) {
  const { factory, closeAll } = createSqlAdapter(target)
  let engine
  const getEngine = () => {
    engine ??= createEngine(datamodels, factory, log)
    return engine
  }

  let tail = Promise.resolve()
  createInterface({ input: process.stdin, crlfDelay: Number.POSITIVE_INFINITY })
    .on('line', (line) => {
      const request = line.trim() && JSON.parse(line)
      if (!request?.method) return // blank, or the CLI's answer to our `print`
      tail = tail.then(() => answer(request, getEngine, target))
    })
    .on('close', () => tail.then(closeAll).then(() => process.exit(0)))
}

async function answer({ id, method, params }, getEngine, target) {
  try {
    send({ id, result: await call(method, params, getEngine, target) })
  } catch (error) {
    log(String(error?.stack ?? error))
    send({ id, error: asRpcError(error) })
  }
}

async function call(method, params, getEngine, target) {
  if (method === 'createDatabase') {
    await createDatabase(target, target.database)
    return { databaseName: target.database }
  }
  const engine = await getEngine()
  if (method === 'getDatabaseVersion') return engine.version(params ?? null)
  if (method === 'diff') return diff(engine, params)
  return (await engine[method](params)) ?? {}
}

// The native engine prints a diff by calling back; the WebAssembly one returns it.
let prints = 0
async function diff(engine, params) {
  const { stdout, exitCode } = await engine.diff(params)
  if (stdout) send({ id: `print-${++prints}`, method: 'print', params: { content: stdout } })
  return { exitCode, stdout: null }
}

function asRpcError(error) {
  return {
    code: ENGINE_ERROR,
    message: 'An error happened. Check the data field for details.',
    data: {
      is_panic: false,
      message: error?.message ?? String(error),
      error_code: error?.code ?? null,
      meta: error?.meta ?? null,
    },
  }
}
