// The long lane of four eyes: ten thousand random command sequences against the reference model, on a database of its own.
// FOUR_EYES_SEQUENCES and FOUR_EYES_SEED choose how many and which; one seed repeats a sequence.
import { runFourEyes } from '@/lib/control-loop/review/services/testing/run-four-eyes'
import { withTestDatabase } from '@/lib/platform/db/test-database'

const sequences = Number(process.env.FOUR_EYES_SEQUENCES ?? 10_000)
const seed = Number(process.env.FOUR_EYES_SEED ?? 1)
const test = await withTestDatabase()
const begun = performance.now()
const report = await runFourEyes({ sequences, seed, lanes: 4 })
const seconds = Math.round((performance.now() - begun) / 1000)
await test.drop()
const { differences, ...figures } = report
console.log(JSON.stringify({ ...figures, differences: differences.length, seed, seconds }, null, 2))
for (const difference of differences.slice(0, 20)) console.log(difference)
process.exit(differences.length === 0 && report.appliesWithoutApprovals === 0 ? 0 : 1)
