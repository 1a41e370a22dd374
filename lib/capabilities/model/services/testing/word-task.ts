import { z } from 'zod'
import type { ModelAsk } from '@/lib/capabilities/model/domain/model-answer'
import { quoteUntrusted } from '@/lib/capabilities/model/domain/quote-untrusted'
import type { ModelTask } from '@/lib/capabilities/model/domain/task'

/** The smallest of tasks, for tests of the gate itself: asks for a word about a text. */
export const wordTask: ModelTask<{ text: string }, { word: string }> = {
  name: 'classify-columns',
  version: 'classify-columns.test',
  limits: { inputTokensMax: 2_000, outputTokensMax: 100, secondsMax: 20, turnsMax: 3, concurrencyMax: 50 },
  output: z.strictObject({ word: z.string() }),
  input: z.object({ text: z.string() }),
  prompt: ({ text }) => ({
    system: 'Answer with a word.',
    user: quoteUntrusted('text', text, { textLengthMax: 100_000 }),
  }),
}

export const wordAsk = (rest: Partial<ModelAsk<{ word: string }>> = {}): ModelAsk<{ word: string }> => ({
  correlationId: 'gate-test',
  requestedBy: { kind: 'job', name: 'test' },
  subject: 'crm.contact',
  ...rest,
})
