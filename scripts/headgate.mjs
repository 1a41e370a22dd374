// The schema tools on the command line: npm run -s headgate -- <command> --help
import './setup/require-node.mjs'
import { register } from 'tsx/esm/api'

register()
// Whoever reads our output may stop reading: `headgate diff … | head`.
process.stdout.on('error', (error) => process.exit(error.code === 'EPIPE' ? 0 : 1))
const { runCli } = await import('../lib/cli/run-cli.ts')
process.exitCode = await runCli(process.argv.slice(2), process)
