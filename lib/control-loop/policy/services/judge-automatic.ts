import { type Db, db, type Tx } from '@/lib/platform/db/client'
import { type AutomaticDecision, decideAutomatic } from '../domain/decide-automatic'
import { leavesHeadgate } from '../domain/effect'
import type { Policy } from '../domain/policy'
import type { Tally } from '../domain/track-record'
import type { Facts } from '../domain/verdict'
import type { AutomationStop } from './find-stop'
import { readTrackRecord } from './read-track-record'

export interface AutomaticQuestion {
  facts: Facts
  draftedAt: Date
  now: Date
  policy: Policy
  stop: AutomationStop | null
  /** Where many are judged at once; read when absent. */
  record?: ReadonlyMap<string, Tally>
}

/** Automatic changes that left Headgate within the hour before. */
export async function countStartedLastHour(now: Date, from: Db | Tx = db): Promise<number> {
  const since = new Date(now.getTime() - 3_600_000)
  const [found] = await from.$queryRaw<{ count: number }[]>`
    SELECT count(*)::int AS count FROM apply_run r WHERE r.started_by = 'policy' AND r.created_at > ${since} AND r.state <> 'cancelled'
      AND EXISTS (SELECT FROM apply_step s WHERE s.run_id = r.id AND s.step ->> 'applyPath' <> 'catalog')`
  return found?.count ?? 0
}

/** Asks whether something that policy allows may start now, reading only what the answer needs. */
export async function judgeAutomatic(question: AutomaticQuestion, from: Db | Tx = db): Promise<AutomaticDecision> {
  const { facts, draftedAt, now, policy, stop } = question
  const leaves = stop === null && facts.effects.some(leavesHeadgate)
  const record = question.record ?? (leaves ? await readTrackRecord(from) : new Map<string, Tally>())
  const startedLastHour = leaves ? await countStartedLastHour(now, from) : 0
  return decideAutomatic({ facts, record, draftedAt, now, startedLastHour, stoppedBy: stop?.by ?? null }, policy)
}
