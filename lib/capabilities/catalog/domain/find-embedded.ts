import type { DataClass } from './data-class'
import { recogniseValue } from './recognise-value'

export interface EmbeddedFinding {
  dataClass: DataClass
  words: string
  count: number
}

/** Fewer than this many values prove no habit of writing such things there. */
const valuesMin = 2
const shareMin = 0.05
const sampleMin = 3
/** Forms that stay telling inside a sentence. */
const embeddedForms = new Set(['email', 'iban', 'card', 'us-ssn', 'phone', 'ip'])

/**
 * The class that most values hold inside longer text, as in notes with an e-mail address in them; null when too few do. Only words that pass
 * the whole form with its check digit count, so that a long number in a sentence is not taken for a card.
 */
export function findEmbedded(values: readonly string[]): EmbeddedFinding | null {
  if (values.length < sampleMin) return null
  const counts = new Map<string, EmbeddedFinding>()
  for (const value of values) {
    for (const found of findingsIn(value.slice(0, 4_000))) {
      const entry = counts.get(found.form) ?? { dataClass: found.dataClass, words: found.words, count: 0 }
      entry.count += 1
      counts.set(found.form, entry)
    }
  }
  const best = [...counts.values()].sort((one, other) => other.count - one.count)[0]
  return best !== undefined && best.count >= valuesMin && best.count / values.length >= shareMin ? best : null
}

/** Candidates: words with an at sign, and runs of digits with the separators numbers are written with. */
const candidates =
  /[^\s<>()"',;@]{1,64}@[^\s<>()"',;@]{1,190}|\+?\(?\d[\d ().-]{7,24}\d|\b[A-Z]{2}\d{2}[A-Z0-9]{11,30}\b/g

function findingsIn(text: string) {
  const found = new Map<string, { form: string; dataClass: DataClass; words: string }>()
  for (const [candidate] of text.matchAll(candidates)) {
    const form = recogniseValue(candidate.replace(/[.:]+$/, ''))
    // One bare number in ten passes a card's check digit by chance: only inside other text does it tell anything.
    const isChance = form?.form === 'card' && candidate.length === text.trim().length
    if (form !== null && !isChance && embeddedForms.has(form.form)) found.set(form.form, form)
  }
  return found.values()
}
