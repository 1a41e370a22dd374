import { parseArgs } from 'node:util'
import { requestAccountRefresh } from '@/lib/control-loop/connection/services/request-refresh'
import { type Loop, startLoop } from '@/lib/testing/start-loop'
import { until } from '@/lib/testing/start-process'
import { readPeakMemoryMb, readRequests } from './read-figures'

/**
 * What it costs to know an account: a first scan with a worker killed in the middle, a second one with nothing changed, and a round of
 * looks that no delivery asked for. Real worker processes against the sandbox over HTTP; the sandbox's counters are the judge.
 */
const { values } = parseArgs({
  options: {
    connections: { type: 'string', default: '300' },
    tables: { type: 'string', default: '500' },
    columns: { type: 'string', default: '60' },
    'kill-at': { type: 'string', default: '0.4' },
  },
})
const size = { connections: Number(values.connections), tables: Number(values.tables), columns: Number(values.columns) }
const scanWithinMs = 20 * 60_000

const flags = Object.entries(size).flatMap(([name, count]) => [`--${name}`, String(count)])
const loop = await startLoop({ sandboxFlags: flags })
try {
  const failures = await measure(loop)
  for (const failure of failures) console.error(`FAILED: ${failure}`)
  process.exitCode = failures.length > 0 ? 1 : 0
} finally {
  await loop.stop()
}

async function measure(loop: Loop): Promise<string[]> {
  console.log(`${size.tables * size.columns} columns in ${size.tables} tables of ${size.connections} connections`)
  const failures: string[] = []
  const started = performance.now()
  let worker = loop.startWorker()

  const killAt = Math.floor(size.tables * Number(values['kill-at']))
  const countReadings = () => loop.db.sourceReading.count()
  await waitFor('the middle of the first scan', async () => (await countReadings()) >= killAt)
  const peakBefore = readPeakMemoryMb(worker.child.pid) ?? 0
  worker.child.kill('SIGKILL')
  await worker.ended
  const kept = await loop.db.sourceReading.findMany({
    select: { connectionId: true, schema: true, table: true, askedAt: true },
  })
  worker = loop.startWorker()
  await requestAccountRefresh(loop.as('admin'))
  // What the dead worker held is found when its jobs' time is over; a person's refresh does not wait for that.
  const asking = setInterval(() => void requestAccountRefresh(loop.as('admin')), 20_000)
  await waitFor('a baseline of every connection', async () => {
    const open = await loop.db.connection.count({ where: { latestSnapshotId: null } })
    const known = await loop.db.connection.count()
    return open === 0 && known === size.connections
  })
  clearInterval(asking)
  const again = await loop.db.sourceReading.findMany({
    select: { connectionId: true, schema: true, table: true, askedAt: true },
  })
  const instants = new Map(
    again.map((row) => [JSON.stringify([row.connectionId, row.schema, row.table]), row.askedAt.getTime()]),
  )
  const lost = kept.filter(
    (row) => instants.get(JSON.stringify([row.connectionId, row.schema, row.table])) !== row.askedAt.getTime(),
  )
  const first = await readRequests(loop)
  const snapshots = await loop.db.snapshot.aggregate({ _sum: { tableCount: true, columnCount: true } })
  report('first scan, one worker killed', started, first, Math.max(peakBefore, readPeakMemoryMb(worker.child.pid) ?? 0))
  console.log(
    `  killed at ${kept.length} finished tables, ${lost.length} of them asked again; ${snapshots._sum.tableCount} tables and ${snapshots._sum.columnCount} columns known`,
  )
  if (lost.length > 0) failures.push('a finished table was asked again')
  if (snapshots._sum.columnCount !== size.tables * size.columns) failures.push('not every column is known')
  if (first.early > 0) failures.push('a call left before the time that was named')

  await quiet(loop)
  const beforeSecond = await readRequests(loop)
  const secondStarted = performance.now()
  await scanAgain(loop)
  const second = await readRequests(loop)
  const cost = second.total - beforeSecond.total
  report(
    'second scan, nothing changed',
    secondStarted,
    { ...second, total: cost, source: second.source - beforeSecond.source },
    readPeakMemoryMb(worker.child.pid),
  )
  console.log(`  ${((cost / first.total) * 100).toFixed(1)} % of the first one's requests`)
  if (cost > first.total * 0.05) failures.push('an unchanged scan costs more than 5 % of the first')

  await loop.db.connection.updateMany({ data: { refreshedAt: new Date(0) } })
  const roundStarted = performance.now()
  await scanAgain(loop)
  await waitFor('a look at every connection', async () => {
    return (await loop.db.connection.count({ where: { refreshedAt: { lt: new Date(Date.now() - 3_600_000) } } })) === 0
  })
  const round = await readRequests(loop)
  report(
    'round of looks without a delivery',
    roundStarted,
    { ...round, total: round.total - second.total, source: round.source - second.source },
    readPeakMemoryMb(worker.child.pid),
  )
  await worker.stop()
  return failures
}

async function scanAgain(loop: Loop): Promise<void> {
  const account = await loop.db.fivetranAccount.findFirstOrThrow()
  await requestAccountRefresh(loop.as('admin'))
  await waitFor('a listing', async () => {
    const now = await loop.db.fivetranAccount.findUniqueOrThrow({ where: { id: account.id } })
    return (now.refreshedAt?.getTime() ?? 0) > (account.refreshedAt?.getTime() ?? 0)
  })
  await quiet(loop)
}

/** Waits until two readings of the counter, a while apart, agree. */
async function quiet(loop: Loop): Promise<void> {
  let last = -1
  await waitFor('silence', async () => {
    const { total } = await readRequests(loop)
    const isQuiet = total === last
    last = total
    await new Promise((resolve) => setTimeout(resolve, 3_000))
    return isQuiet
  })
}

function waitFor(what: string, look: () => Promise<boolean>): Promise<boolean> {
  return until(what, look, { withinMs: scanWithinMs })
}

function report(
  what: string,
  startedAt: number,
  { total, source, quota }: { total: number; source: number; quota: string },
  peakMb: number | null,
): void {
  const seconds = ((performance.now() - startedAt) / 1000).toFixed(1)
  console.log(`${what}: ${total} requests (${source} at the source), ${seconds} s, peak memory ${peakMb ?? '?'} MB`)
  console.log(`  quota: ${quota}`)
}
