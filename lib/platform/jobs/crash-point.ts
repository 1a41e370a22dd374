import { workerEnv } from '../config/env'

/** Named places at which a test kills the worker, as `kill -9` would. */
export const crashPoints = [
  'after-claim',
  'after-live-read',
  'after-intent',
  'after-call',
  'before-done',
  'between-steps',
  'before-applied',
] as const
export type CrashPoint = (typeof crashPoints)[number]

/** Ends the process at once when the test asked for a crash here; otherwise nothing. The environment refuses it in production. */
export function crashAt(point: CrashPoint): void {
  if (workerEnv().WORKER_CRASH_AT === point) process.kill(process.pid, 'SIGKILL')
}
