#!/usr/bin/env node
// Stand-in for Prisma's native `schema-engine` program, made only of npm packages (@prisma/schema-engine-wasm and pg).
// prisma.config.ts selects it. It speaks both protocols of the Prisma CLI: JSON-RPC on stdio, and `cli <command>`.
import { parseEngineArguments } from './schema-engine/arguments.mjs'
import { connectionTarget } from './schema-engine/connection-target.mjs'
import { runOneShot } from './schema-engine/one-shot.mjs'
import { serveRpc } from './schema-engine/rpc.mjs'
import { engineVersion } from './schema-engine/wasm-engine.mjs'

const call = parseEngineArguments(process.argv.slice(2))
if (call.version) {
  console.log(`schema-engine-cli ${engineVersion()}`)
} else {
  const target = connectionTarget(call.datasource)
  if (call.command) process.exit(await runOneShot(call.command, target))
  serveRpc(target, call.datamodels)
}
