import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import * as glue from '@prisma/schema-engine-wasm/schema_engine_bg'

const folder = dirname(createRequire(import.meta.url).resolve('@prisma/schema-engine-wasm/schema_engine_bg'))

/** The commit the engine was built from, as `schema-engine --version` prints it. */
export function engineVersion() {
  const { version } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'))
  return version.split('.').pop()
}

/**
 * Loads the WebAssembly module and creates an engine over `factory`'s connections.
 * @param {string[]} datamodels schema files, as text
 */
export async function createEngine(datamodels, factory, log) {
  const { instance } = await WebAssembly.instantiate(readFileSync(join(folder, 'schema_engine_bg.wasm')), {
    './schema_engine_bg.js': glue,
  })
  glue.__wbg_set_wasm(instance.exports)
  instance.exports.__wbindgen_start()
  const files = datamodels.map((text, index) => [`schema-${index}.prisma`, text])
  return glue.SchemaEngine.new({ datamodels: files.length > 0 ? files : undefined }, log, factory)
}
