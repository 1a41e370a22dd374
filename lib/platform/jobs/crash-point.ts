import { workerEnv } from '../config/env'

/** Named places of an apply at which a test kills the worker, as `kill -9` would. `in-…` is inside a transaction that is not committed yet. */
export const crashPoints = [
  'in-claim',
  'after-claim',
  'after-live-read',
  'before-stale',
  'in-intent',
  'after-intent',
  'after-look',
  'before-call',
  'after-call',
  'after-called',
  'after-read-back',
  'before-done',
  'in-done',
  'in-adopt',
  'in-catalog',
  'between-steps',
  'before-give-back',
  'before-cancel',
  'before-failed',
  'before-applied',
  'in-applied',
  'before-verify',
  'after-verify-read',
  'in-verify',
] as const
export type CrashPoint = (typeof crashPoints)[number]

/**
 * Ends the process at once when the test asked for a crash here, or freezes it until it is woken for `point:freeze`; otherwise nothing. The environment
 * refuses it in production.
 */
export function crashAt(point: CrashPoint): void {
  const asked = workerEnv().WORKER_CRASH_AT
  if (asked === point) process.kill(process.pid, 'SIGKILL')
  if (asked === `${point}:freeze`) process.kill(process.pid, 'SIGSTOP')
}

/** The same around one call of a language model: what is paid and not yet written down. */
export const modelCrashPoints = ['before-model-call', 'after-model-reply', 'after-model-settled'] as const
export type ModelCrashPoint = (typeof modelCrashPoints)[number]

/** Ends the process at once when the test asked for a crash here; otherwise nothing. */
export function modelCrashAt(point: ModelCrashPoint): void {
  if (workerEnv().WORKER_CRASH_AT === point) process.kill(process.pid, 'SIGKILL')
}
