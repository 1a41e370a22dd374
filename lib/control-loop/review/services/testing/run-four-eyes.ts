// Long because: one command a door, and the judge beside them; apart from each other they could not be read as one law.
import { createHash, randomUUID } from 'node:crypto'
import { z } from 'zod'
import type { Connection, User } from '@/generated/prisma/client'
import { claimApplyRun } from '@/lib/control-loop/apply/services/claim-apply-run'
import { startApplyRun } from '@/lib/control-loop/apply/services/start-apply-run'
import {
  contextOf,
  seedConnection,
  seedDestination,
  seedPerson,
  seedSnapshot,
} from '@/lib/control-loop/connection/services/testing/seed-connection'
import { reviseProposal } from '@/lib/control-loop/proposal/services/revise-proposal'
import { submitReviewRequestSchema } from '@/lib/control-loop/review/contract'
import { FourEyesModel, type Seen } from '@/lib/control-loop/review/domain/testing/four-eyes-model'
import { delegateProposal } from '@/lib/control-loop/review/services/delegate-proposal'
import { snoozeProposal } from '@/lib/control-loop/review/services/snooze-proposal'
import { submitBatch } from '@/lib/control-loop/review/services/submit-batch'
import { submitReview } from '@/lib/control-loop/review/services/submit-review'
import { tendReviews } from '@/lib/control-loop/review/services/tend-reviews'
import { makeTable, makeTree } from '@/lib/control-loop/snapshot/domain/testing/make-tree'
import { overrideEnv } from '@/lib/platform/config/override-env'
import type { ServiceContext } from '@/lib/platform/context'
import { databaseUrl, db } from '@/lib/platform/db/client'
import { AppError, UnauthenticatedError } from '@/lib/platform/http/app-error'
import { createRoute } from '@/lib/platform/http/create-route'
import { seedInReview } from './seed-in-review'

const cast = { ada: 'steward', priya: 'steward', samuel: 'admin', tomas: 'engineer', vera: 'viewer' } as const
type Name = keyof typeof cast
const names = Object.keys(cast) as Name[]
const roles = ['viewer', 'engineer', 'steward', 'admin'] as const
const COMMANDS_MIN = 4
const COMMANDS_MAX = 10

export interface FourEyesReport {
  sequences: number
  commands: number
  /** Commands that changed something, by name. */
  counted: Record<string, number>
  applied: number
  /** Runs that were claimed while the model counts too few approvals. */
  appliesWithoutApprovals: number
  /** Where product and model said different things. */
  differences: string[]
}

/** A generator of numbers that one seed repeats (mulberry32). */
function seeded(seed: number): (below: number) => number {
  let state = seed >>> 0
  return (below) => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return Math.floor((((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296) * below)
  }
}

interface World {
  people: Record<Name, User>
  connection: Connection
}
interface Trial extends World {
  model: FourEyesModel
  proposals: string[]
  pick: (below: number) => number
}

async function makeWorld(lane: number): Promise<World> {
  const tag = randomUUID().slice(0, 8)
  const people = {} as Record<Name, User>
  for (const name of names) people[name] = await seedPerson(`${name}-${lane}-${tag}`, cast[name])
  const { destination } = await seedDestination()
  const connection = await seedConnection(destination, `lane_${lane}_${tag}`)
  const table = makeTable({ id: { primaryKey: true }, phone: {}, fax: {} })
  await seedSnapshot(contextOf(people.tomas, new Date()), connection, makeTree({ customer: table }))
  return { people, connection }
}

async function makeTrial(world: World, pick: (below: number) => number): Promise<Trial> {
  const model = new FourEyesModel()
  for (const name of names) {
    model.people.set(world.people[name].id, { role: cast[name], isDisabled: false })
    await db.user.update({ where: { id: world.people[name].id }, data: { role: cast[name], disabledAt: null } })
  }
  await db.proposal.updateMany({
    where: { connectionId: world.connection.id, state: { not: 'superseded' } },
    data: { state: 'superseded' },
  })
  const needed = 1 + pick(2)
  const author = [null, world.people.ada.id, world.people.tomas.id][pick(3)] ?? null
  const members = await seedInReview(world.connection, { count: 2, approvalsNeeded: needed, authorUserId: author })
  for (const { proposalId } of members) {
    const writers = new Set(author === null ? [] : [author])
    model.proposals.set(proposalId, { state: 'in-review', revision: 1, needed, writers, approvals: [] })
  }
  return { ...world, model, pick, proposals: members.map(({ proposalId }) => proposalId) }
}

/** A person as their session would be resolved now: somebody disabled has none. */
async function sessionOf(userId: string): Promise<ServiceContext> {
  const user = await db.user.findUniqueOrThrow({ where: { id: userId } })
  if (user.disabledAt) throw new UnauthenticatedError('Disabled.')
  return contextOf(user, new Date())
}

/** True when it went through, false when it was refused; a fault is neither. */
async function goesThrough(work: () => Promise<unknown>): Promise<boolean> {
  try {
    await work()
    return true
  } catch (error) {
    const text = error instanceof Error ? error.message : ''
    const isGuard = /approv|review|run has no ground|stays the run|person may not|does not come back/i.test(text)
    if (error instanceof AppError || error instanceof z.ZodError || isGuard) return false
    throw error
  }
}

const wrongHash = createHash('sha256').update('another plan').digest('hex')

async function see(trial: Trial, proposalId: string): Promise<Seen & { planHash: string; beforeHash: string }> {
  const known = trial.model.proposals.get(proposalId)
  const revision = known?.revision ?? 1
  const row = await db.proposalRevision.findUniqueOrThrow({
    where: { proposalId_revision: { proposalId, revision } },
    select: { planHash: true, beforeHash: true },
  })
  // One in six looks at an older revision, one in six at another plan.
  const slip = trial.pick(6)
  const isHashRight = slip !== 1
  return {
    revision: slip === 0 ? Math.max(1, revision - 1) : revision,
    isHashRight,
    planHash: isHashRight ? row.planHash : wrongHash,
    beforeHash: row.beforeHash,
  }
}

interface Outcome {
  did: boolean
  should: boolean
}
type Command = (trial: Trial, proposalId: string, personId: string) => Promise<Outcome>

const decide =
  (decision: 'approve' | 'reject' | 'request-changes'): Command =>
  async (trial, proposalId, personId) => {
    const seen = await see(trial, proposalId)
    const { revision, planHash } = seen
    const did = await goesThrough(async () => {
      const ctx = await sessionOf(personId)
      return submitReview(ctx, { proposalId, decision, revision, planHash, reason: 'Because.' })
    })
    const should =
      decision === 'approve'
        ? trial.model.approve(proposalId, personId, seen, 'service')
        : trial.model.reject(proposalId, personId, seen, decision === 'reject' ? 'rejected' : 'proposed')
    return { did, should }
  }

const commands: Record<string, Command> = {
  approve: decide('approve'),
  'approve again': decide('approve'),
  reject: decide('reject'),
  'request changes': decide('request-changes'),
  edit: async ({ model, pick }, proposalId, personId) => {
    const { revision } = await db.proposal.findUniqueOrThrow({ where: { id: proposalId } })
    const column = ['phone', 'fax'][pick(2)] ?? 'phone'
    const did = await goesThrough(async () =>
      reviseProposal(await sessionOf(personId), {
        proposalId,
        revision,
        actions: [{ kind: 'set-column-hashed', schema: 'public', table: 'customer', column, hashed: true }],
        rationale: 'Edited.',
      }),
    )
    const written = await db.proposalRevision.findFirstOrThrow({ where: { proposalId }, orderBy: { revision: 'desc' } })
    const { approvalsNeeded } = written.verdict as { approvalsNeeded: number }
    return { did, should: model.edit(proposalId, personId, Math.max(1, approvalsNeeded)) }
  },
  snooze: async (_trial, proposalId, personId) => {
    await goesThrough(async () =>
      snoozeProposal(await sessionOf(personId), { proposalId, wake: 'change', until: null }),
    )
    return { did: true, should: true }
  },
  delegate: async ({ people, pick }, proposalId, personId) => {
    const to = people[names[pick(names.length)] ?? 'ada'].id
    await goesThrough(async () => delegateProposal(await sessionOf(personId), { proposalId, toId: to }))
    return { did: true, should: true }
  },
  tend: async ({ people }) => {
    await tendReviews(contextOf(people.samuel, new Date()))
    return { did: true, should: true }
  },
  batch: async (trial, _proposalId, personId) => {
    const seen = await Promise.all(trial.proposals.map((id) => see(trial, id)))
    const members = trial.proposals.map((proposalId, index) => ({
      proposalId,
      revision: seen[index]?.revision ?? 1,
      planHash: seen[index]?.planHash ?? wrongHash,
    }))
    let isSound = true
    await goesThrough(async () => {
      const result = await submitBatch(await sessionOf(personId), { decision: 'approve', reason: null, members })
      for (const { proposalId, outcome } of result.outcomes) {
        const own = seen[trial.proposals.indexOf(proposalId)]
        // A batch may leave one out that is right alone; it never takes one that is not.
        if (outcome !== 'refused' && !(own && trial.model.approve(proposalId, personId, own, 'service')))
          isSound = false
      }
    })
    return { did: true, should: isSound }
  },
  'change a role': async ({ model, pick }, _proposalId, personId) => {
    const role = roles[pick(roles.length)] ?? 'viewer'
    await db.user.update({ where: { id: personId }, data: { role } })
    model.people.set(personId, { isDisabled: model.people.get(personId)?.isDisabled ?? false, role })
    return { did: true, should: true }
  },
  disable: async ({ model, pick }, _proposalId, personId) => {
    const isDisabled = pick(3) > 0
    await db.user.update({ where: { id: personId }, data: { disabledAt: isDisabled ? new Date() : null } })
    model.people.set(personId, { role: model.people.get(personId)?.role ?? 'viewer', isDisabled })
    return { did: true, should: true }
  },
  'old session': async ({ people, model }, proposalId, personId) => {
    // A request that began before a demotion: the role it carries is not the one of now.
    const known = Object.values(people).find(({ id }) => id === personId)
    const { revision } = model.proposals.get(proposalId) ?? { revision: 1 }
    const row = await db.proposalRevision.findUniqueOrThrow({
      where: { proposalId_revision: { proposalId, revision } },
    })
    const did = await goesThrough(async () => {
      if (!known) return
      const ctx = contextOf({ ...known, role: 'admin' }, new Date())
      await submitReview(ctx, { proposalId, decision: 'approve', revision, planHash: row.planHash, reason: null })
    })
    return { did, should: model.approve(proposalId, personId, { revision, isHashRight: true }, 'service') }
  },
  'insert an approval': async (trial, proposalId, personId) => {
    const seen = await see(trial, proposalId)
    const isInTime = trial.pick(4) > 0
    const expires = new Date(Date.now() + (isInTime ? 3_600_000 : -3_600_000))
    const did = await goesThrough(
      () => db.$executeRaw`
        INSERT INTO review (id, proposal_id, revision, user_id, decision, plan_hash, before_hash, policy_version, expires_at)
        VALUES (gen_random_uuid(), ${proposalId}::uuid, ${seen.revision}, ${personId}::uuid, 'approve', ${seen.planHash}, ${seen.beforeHash}, 1, ${expires})`,
    )
    return { did, should: trial.model.approve(proposalId, personId, seen, 'sql', isInTime) }
  },
  'rewrite an approval': async ({ people, pick }, proposalId) => {
    const to = people[names[pick(names.length)] ?? 'ada'].id
    const review = await db.review.findFirst({ where: { proposalId, decision: 'approve', userId: { not: to } } })
    if (!review) return { did: true, should: true }
    const did = await goesThrough(
      () => db.$executeRaw`UPDATE review SET user_id = ${to}::uuid WHERE id = ${review.id}::uuid`,
    )
    return { did, should: false }
  },
  'write approved': async ({ model }, proposalId) => {
    // The application may write a state; a state is no approval.
    const known = model.proposals.get(proposalId)
    const { count } = await db.proposal.updateMany({
      where: { id: proposalId, state: 'in_review' },
      data: { state: 'approved' },
    })
    if (count > 0 && known) known.state = 'approved'
    return { did: true, should: true }
  },
  'forged request': async ({ people }, proposalId, personId) => {
    const { revision, revisions } = await db.proposal.findUniqueOrThrow({
      where: { id: proposalId },
      include: { revisions: { select: { revision: true, planHash: true } } },
    })
    const planHash = revisions.find((row) => row.revision === revision)?.planHash
    const route = createRoute(
      { appOrigin: () => 'http://localhost', requireActor: async () => (await sessionOf(personId)).actor },
      { permission: 'proposals.read', body: submitReviewRequestSchema, response: z.object({}).loose() },
      ({ ctx, body }) => submitReview(ctx, { ...body, proposalId }),
    )
    const body = { decision: 'approve', revision, planHash, userId: people.priya.id, role: 'admin', force: true }
    const headers = { 'content-type': 'application/json', origin: 'http://localhost' }
    const response = await route(
      new Request('http://localhost/api', { method: 'POST', headers, body: JSON.stringify(body) }),
      { params: Promise.resolve({}) },
    )
    return { did: response.ok, should: false }
  },
}

/** Tries to have it applied through every door: the service, and a row of a run written past it; then the claim decides. */
async function tryToApply(trial: Trial, proposalId: string, report: FourEyesReport, note: (text: string) => void) {
  const { model, people, connection, pick } = trial
  const personId = people[names[pick(names.length)] ?? 'tomas'].id
  const row = await db.proposal.findUniqueOrThrow({ where: { id: proposalId }, include: { revisions: true } })
  const planHash = row.revisions.find(({ revision }) => revision === row.revision)?.planHash ?? ''
  const startedBy = ['person', 'policy', 'revert'][pick(3)] ?? 'person'
  const isPast = pick(3) === 0
  const runId = randomUUID()
  const should = isPast ? startedBy !== 'policy' && model.hasGround(proposalId) : model.mayApply(proposalId, personId)
  let started: string = runId
  const did = await goesThrough(async () => {
    if (isPast) {
      await db.$executeRaw`
        INSERT INTO apply_run (id, proposal_id, connection_id, revision, plan_hash, started_by, correlation_id)
        VALUES (${runId}::uuid, ${proposalId}::uuid, ${connection.id}::uuid, ${row.revision}, ${planHash}, ${startedBy}, 'forged-run')`
    } else {
      started = (await startApplyRun(await sessionOf(personId), { proposalId, planHash })).id
    }
  })
  if (did !== should) note(`${isPast ? `insert a run by ${startedBy}` : 'start'}: ${did}, the model says ${should}`)
  if (!did) return
  // Between the start and the claim somebody may lose the right that the approval rests on.
  if (pick(3) === 0) await commands['change a role']?.(trial, proposalId, people.ada.id)
  const ground = model.hasGround(proposalId)
  const claim = await claimApplyRun(contextOf(people.tomas, new Date()), { runId: started, workerId: 'w', leaseMs: 1 })
  if (claim.outcome !== 'claimed') {
    if (ground && model.proposals.get(proposalId)?.state === 'approved') note('a run with ground was not claimed')
    return
  }
  report.applied += 1
  if (!ground) {
    report.appliesWithoutApprovals += 1
    note('applied without valid approvals')
  }
}

async function runSequence(world: World, seed: number, report: FourEyesReport): Promise<void> {
  const pick = seeded(seed)
  const trial = await makeTrial(world, pick)
  const told: string[] = []
  const note = (text: string) => report.differences.push(`seed ${seed}: ${told.join(', ')} → ${text}`)
  const doors = Object.entries(commands)
  for (let left = COMMANDS_MIN + pick(COMMANDS_MAX - COMMANDS_MIN); left > 0; left -= 1) {
    // Approvals are half of all commands: what they lead to is what is to be found out.
    const [name, command] = (pick(2) === 0 ? doors[0] : doors[pick(doors.length)]) ?? ['', commands.approve]
    const proposalId = trial.proposals[pick(2)] ?? ''
    const who = names[pick(names.length)] ?? 'ada'
    told.push(`${name} by ${who}`)
    const outcome = await command?.(trial, proposalId, trial.people[who].id)
    report.commands += 1
    if (!outcome) continue
    if (outcome.did) report.counted[name] = (report.counted[name] ?? 0) + 1
    if (outcome.did !== outcome.should) note(`${outcome.did}, the model says ${outcome.should}`)
  }
  for (const proposalId of trial.proposals) await tryToApply(trial, proposalId, report, note)
  report.sequences += 1
}

/** Runs random command sequences through every door, in lanes side by side, and compares each answer with the model. One seed repeats a sequence. */
export async function runFourEyes(options: {
  sequences: number
  seed: number
  lanes: number
}): Promise<FourEyesReport> {
  const report: FourEyesReport = {
    sequences: 0,
    commands: 0,
    counted: {},
    applied: 0,
    appliesWithoutApprovals: 0,
    differences: [],
  }
  // A claim is a worker's: it asks for that process's settings, of which none matters here.
  const anyFile = import.meta.filename
  const restore = overrideEnv({
    DATABASE_URL: databaseUrl(),
    APP_ORIGIN: 'http://localhost',
    WEBHOOK_KEY_FILE: anyFile,
    SEAL_PRIVATE_KEY_FILE: anyFile,
  })
  let next = 0
  await Promise.all(
    Array.from({ length: options.lanes }, async (_, lane) => {
      const world = await makeWorld(lane)
      while (next < options.sequences) {
        const seed = options.seed + next
        next += 1
        await runSequence(world, seed, report)
      }
    }),
  )
  restore()
  return report
}
