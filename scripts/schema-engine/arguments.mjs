const FLAGS_WITH_IGNORED_VALUE = new Set(['--enabled-preview-features', '--extension-types'])

/**
 * Reads the command line the Prisma CLI gives its schema engine.
 * @param {string[]} argv
 * @returns {{ version: boolean, datamodels: string[], datasource?: object, command?: string }} `command` is set for
 *   the one-shot form `cli <command>`; without it the engine is to serve JSON-RPC.
 */
export function parseEngineArguments(argv) {
  const call = { version: argv.includes('--version'), datamodels: [], datasource: undefined, command: undefined }
  const words = []
  for (let index = 0; index < argv.length; index++) {
    const word = argv[index]
    if (word === '--datamodels') call.datamodels.push(argv[++index])
    else if (word === '--datasource') call.datasource = JSON.parse(argv[++index])
    else if (FLAGS_WITH_IGNORED_VALUE.has(word)) index++
    else words.push(word)
  }
  if (words[0] === 'cli') call.command = words[1]
  return call
}
