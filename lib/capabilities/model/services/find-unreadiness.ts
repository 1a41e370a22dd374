import { db } from '@/lib/platform/db/client'
import { explainNoAnswer } from '../domain/explain-no-answer'
import type { TaskName } from '../domain/task'
import { findCandidates } from './find-candidates'

/** Why a question of this task would not be asked now, as a sentence for people; null when it would. Reads settings only and calls nobody. */
export async function findUnreadiness(task: TaskName): Promise<string | null> {
  const [settings, candidates] = await Promise.all([db.modelSettings.findFirst(), findCandidates(task)])
  const say = (why: Parameters<typeof explainNoAnswer>[0]) => `Not now: ${explainNoAnswer(why)}.`
  if (settings?.stoppedAt) return say('stopped')
  if (candidates.length === 0) return say('not-configured')
  return candidates.some(({ price }) => price !== null) ? null : say('no-price')
}
