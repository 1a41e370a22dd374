/** What a model costs, in micro-dollars a million tokens. */
export interface Price {
  inputMicrosPerMillion: number
  outputMicrosPerMillion: number
}

export interface Tokens {
  inputTokens: number
  outputTokens: number
}

const MILLION = 1_000_000

/** What so many tokens cost, in whole micro-dollars, rounded up: a thousand small calls must not be free. */
export function costMicros({ inputTokens, outputTokens }: Tokens, price: Price): number {
  return Math.ceil((inputTokens * price.inputMicrosPerMillion + outputTokens * price.outputMicrosPerMillion) / MILLION)
}

/**
 * As many tokens as a text can have at most: a tokeniser that knows every byte spends one token a byte at worst. A few more frame each
 * message. What is reserved from this is never less than what is paid.
 */
export function tokensAtMost(body: string): number {
  return Buffer.byteLength(body, 'utf8') + 64
}

/** As many as a text of names and JSON likely has: three bytes a token. For limits and for people, not for money. */
export function tokensLikely(body: string): number {
  return Math.ceil(Buffer.byteLength(body, 'utf8') / 3)
}

/** Reported tokens beyond this multiple of what was asked for are charged and said. */
const SURPRISE_FACTOR = 2

export interface Charge {
  costMicros: number
  /** What is odd about the charge, for people; null when nothing is. */
  note: string | null
}

/**
 * What a call is charged. Nothing when the provider cannot bill it; what the provider reports when it reports; otherwise the worst case,
 * since a bill will come. A report beyond what was asked for is charged as it stands: it is what will be billed.
 */
export function chargeOf(call: { mayBeBilled: boolean; usage: Tokens | null; price: Price; worst: Tokens }): Charge {
  if (call.usage) {
    const { usage, worst } = call
    const isSurprising =
      usage.outputTokens > worst.outputTokens * SURPRISE_FACTOR || usage.inputTokens > worst.inputTokens
    return {
      costMicros: costMicros(usage, call.price),
      note: isSurprising
        ? `The provider reports ${usage.inputTokens} tokens in and ${usage.outputTokens} out, where ${worst.inputTokens} and ${worst.outputTokens} were the most asked for.`
        : null,
    }
  }
  if (!call.mayBeBilled) return { costMicros: 0, note: null }
  return {
    costMicros: costMicros(call.worst, call.price),
    note: 'The provider reported no tokens: charged at the most it can be.',
  }
}
