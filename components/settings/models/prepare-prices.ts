import type { ModelPrice } from '@/lib/capabilities/model/contract'
import { moneyText, parseMoney } from './parse-money'

/** One line of the price table as it is typed. `key` is the line's own, for lists. */
export type PriceLine = { key: string; model: string; input: string; output: string; isEmbedding: boolean }

export type PriceProblem = { key: string; field: 'model' | 'input' | 'output'; sentence: string }

/** Prices in, lines to type in out. */
export function linesOf(prices: readonly ModelPrice[]): PriceLine[] {
  return prices.map((price, index) => ({
    key: `line-${index}`,
    model: price.model,
    input: moneyText(price.inputMicrosPerMillion),
    output: price.isEmbedding ? '' : moneyText(price.outputMicrosPerMillion),
    isEmbedding: price.isEmbedding,
  }))
}

/** Lines in; the whole price table, or what is wrong with them, out. A model has one price; an empty line is left out. */
export function pricesOf(
  lines: readonly PriceLine[],
): { prices: ModelPrice[]; problems: [] } | { prices: null; problems: PriceProblem[] } {
  const filled = lines.filter(
    (line) => line.model.trim() !== '' || line.input.trim() !== '' || line.output.trim() !== '',
  )
  const problems: PriceProblem[] = []
  const seen = new Set<string>()
  const prices = filled.map((line) => {
    const model = line.model.trim()
    const input = parseMoney(line.input)
    const output = line.isEmbedding ? 0 : parseMoney(line.output)
    if (model === '') problems.push({ key: line.key, field: 'model', sentence: 'Give the model’s name.' })
    else if (seen.has(model)) problems.push({ key: line.key, field: 'model', sentence: 'Has a price above already.' })
    seen.add(model)
    if (input === null) problems.push({ key: line.key, field: 'input', sentence: 'Give dollars, for example 0.15.' })
    if (output === null) problems.push({ key: line.key, field: 'output', sentence: 'Give dollars, for example 0.60.' })
    return {
      model,
      inputMicrosPerMillion: input ?? 0,
      outputMicrosPerMillion: output ?? 0,
      isEmbedding: line.isEmbedding,
    }
  })
  return problems.length > 0 ? { prices: null, problems } : { prices, problems: [] }
}
