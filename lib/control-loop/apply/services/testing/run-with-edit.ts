import { execFileSync } from 'node:child_process'
import { once } from 'node:events'
import { readFileSync } from 'node:fs'
import { draftByPerson } from '@/lib/control-loop/proposal/services/draft-by-person'
import { apply, approve, approvedRun } from '@/lib/testing/apply-in-loop'
import type { RunningProcess } from '@/lib/testing/start-process'
import { refreshTrialConnection } from './prepare-trial'
import { type Trials, trialConnection } from './start-trials'

/** When the edit comes: before the worker has the run, or while it stands at a named point of the first of two steps. */
export const editMoments = [
  'approved',
  'started',
  'after-claim',
  'after-live-read',
  'after-intent',
  'after-look',
  'after-call',
  'between-steps',
] as const
export type EditMoment = (typeof editMoments)[number]
/** The edit came before the live state was compared with the reviewed one. */
export const cameFirst: ReadonlySet<EditMoment> = new Set(['approved', 'started', 'after-claim'])

const settings = `/v1/connections/${trialConnection}/schemas`
const edits = { plan: 'block-all', outside: 'allow-columns' } as const

/** Makes the connection as it was before a trial: running, and taking everything new. */
async function reset({ loop }: Trials) {
  await loop.sandbox.command('/edit', { path: `/v1/connections/${trialConnection}`, body: { paused: false } })
  await edit(loop, 'ALLOW_ALL')
  return (await refreshTrialConnection(loop)).fresh
}
const edit = (loop: Trials['loop'], handling: string) =>
  loop.sandbox.command('/edit', { path: settings, body: { schema_change_handling: handling } })

/** Whether the process is stopped by a signal. A bare Linux has no `ps`, but says it in `/proc`, after the name in brackets (proc_pid_stat(5)). */
function isFrozen({ child }: RunningProcess): boolean {
  const state =
    process.platform === 'linux'
      ? readFileSync(`/proc/${child.pid}/stat`, 'utf8').split(') ').at(-1)
      : execFileSync('ps', ['-o', 'stat=', '-p', String(child.pid)], { encoding: 'utf8' })
  return state?.startsWith('T') === true
}

/** Runs pause + new setting, with somebody else changing that setting at the moment; says what the sandbox saw of us after the edit, and how the run ended. */
export async function runWithEdit(trials: Trials, worker: RunningProcess, moment: EditMoment) {
  const { loop } = trials
  const connection = await reset(trials)
  const actions = [
    { kind: 'pause-connection' as const },
    { kind: 'set-change-handling' as const, changeHandling: edits.plan },
  ]
  const outside = async () => {
    await edit(loop, 'ALLOW_COLUMNS')
    return (await loop.sandbox.effects()).length
  }
  let after = -1
  let runId: string
  if (moment === 'approved') {
    const drafted = await draftByPerson(loop.as('engineer'), {
      connectionId: connection.id,
      actions,
      rationale: 'For the trial.',
      changeIds: [],
    })
    const first = await approve(loop, drafted.id)
    if (first.approvals < first.approvalsNeeded) await approve(loop, drafted.id, 'second')
    after = await outside()
    runId = (await apply(loop, drafted.id)).id
  } else runId = (await approvedRun(loop, trialConnection, actions)).runId
  if (moment === 'started') after = await outside()
  const isEarly = after >= 0
  const state = { isOver: false }
  const over = once(worker.child, 'message').then(() => {
    state.isOver = true
  })
  worker.child.send({ runId, crashAt: isEarly ? null : `${moment}:freeze` })
  while (!state.isOver && !isEarly) {
    if (isFrozen(worker)) {
      // It comes by the same point once more in the second step: the edit is made at the first.
      if (after < 0) after = await outside()
      worker.child.kill('SIGCONT')
    }
    await Promise.race([over, new Promise((resolve) => setTimeout(resolve, 20))])
  }
  await over
  const run = await loop.db.applyRun.findUniqueOrThrow({ where: { id: runId } })
  const ours = (await loop.sandbox.effects()).slice(after).filter(({ effect }) => effect.length > 0)
  return {
    stepsAfterEdit: after < 0 ? -1 : ours.length,
    state: run.state,
    named: /new things|another value/.test(`${run.problem} ${JSON.stringify(run.difference)}`),
    said: `${run.problem} ${JSON.stringify(run.difference)}`,
  }
}

/** Two approved changes of one setting to different values, both started, and every worker offered both. Says how the two ended and what the sandbox saw. */
export async function runPair(trials: Trials, workers: readonly RunningProcess[]) {
  const { loop } = trials
  await reset(trials)
  const runIds: string[] = []
  for (const changeHandling of [edits.plan, edits.outside]) {
    runIds.push((await approvedRun(loop, trialConnection, [{ kind: 'set-change-handling', changeHandling }])).runId)
  }
  const from = (await loop.sandbox.effects()).length
  const offer = async (worker: RunningProcess, order: readonly string[]) => {
    for (const runId of order) {
      const over = once(worker.child, 'message')
      worker.child.send({ runId, crashAt: null })
      await over
    }
  }
  const both = [runIds, [...runIds].reverse()]
  const ended = async () =>
    loop.db.applyRun.findMany({
      where: { id: { in: runIds }, state: { in: ['verified', 'stale', 'failed', 'cancelled'] } },
    })
  // The one that found the connection held waits for its turn, as in the queue.
  for (let turn = 0; turn < 20 && (await ended()).length < 2; turn++) {
    await Promise.all(workers.map((worker, index) => offer(worker, both[(turn + index) % 2] ?? runIds)))
  }
  const states = (await ended()).map(({ state }) => state).sort()
  const effects = (await loop.sandbox.effects()).slice(from).filter(({ effect }) => effect.length > 0).length
  return { states, effects }
}
