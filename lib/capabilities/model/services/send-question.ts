import { setTimeout as sleep } from 'node:timers/promises'
import type { CompletionOutcome, CompletionRequest, ModelPort } from '@/lib/integrations/llm/port'
import { waitBeforeRetryMs } from '../domain/retry-pace'
import { watchStopSwitch } from './watch-stop-switch'

export interface SendQuestionOutcome {
  reply: CompletionOutcome
  /** The stop switch was turned meanwhile. */
  isStopped: boolean
}

/**
 * Sends a question that is paid for, again where the provider said “not now”, and never again where an answer may have been made. Ends at
 * once when the stop switch is turned or the asker gives up.
 */
export async function sendQuestion(
  port: ModelPort,
  request: CompletionRequest,
  options: { callId: string; endsAtMs: number; signal?: AbortSignal },
): Promise<SendQuestionOutcome> {
  const stop = watchStopSwitch()
  const signal = options.signal ? AbortSignal.any([stop.signal, options.signal]) : stop.signal
  try {
    for (let retries = 0; ; retries += 1) {
      const timeLeftMs = Math.max(1, options.endsAtMs - Date.now())
      const timeoutMs = Math.min(request.timeoutMs, timeLeftMs)
      const reply = await port.complete({ ...request, timeoutMs }, { signal, callId: options.callId })
      const waitMs = waitBeforeRetryMs(reply, retries, Math.random(), options.endsAtMs - Date.now())
      if (waitMs === null || signal.aborted) return { reply: { ...reply, retries }, isStopped: stop.signal.aborted }
      await sleep(waitMs, undefined, { signal }).catch(() => undefined)
      if (signal.aborted) return { reply: { ...reply, retries }, isStopped: stop.signal.aborted }
    }
  } finally {
    stop.end()
  }
}
