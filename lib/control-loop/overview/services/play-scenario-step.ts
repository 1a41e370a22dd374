import { workerEnv } from '@/lib/platform/config/env'
import type { ServiceContext } from '@/lib/platform/context'
import { NotFoundError, UnavailableError } from '@/lib/platform/http/app-error'

const timeoutMs = 30_000

/**
 * Lets the demo's sandbox play the next step of its scenario: the source changes as it would by itself, and Headgate finds out as it always does.
 * Worker only; rejects when there is no sandbox or it does not answer.
 */
export async function playScenarioStep(_ctx: ServiceContext): Promise<void> {
  const sandboxUrl = workerEnv().SANDBOX_URL
  if (!sandboxUrl) throw new NotFoundError('There is no sandbox in this installation.')
  const response = await fetch(new URL('/sandbox/scenario/step', sandboxUrl), {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: '{}',
    signal: AbortSignal.timeout(timeoutMs),
  })
  await response.body?.cancel()
  if (!response.ok) throw new UnavailableError(`The sandbox refused to play a step: ${response.status}.`)
}
