import type { RenameSuggestion } from '@/lib/control-loop/diff/domain/change'
import type { ColumnState } from '@/lib/control-loop/snapshot/domain/schema-tree'
import { isWidening } from '@/lib/control-loop/snapshot/domain/type-lattice'
import type { NameSimilarity } from './name-similarity'

export interface WeighedEvidence {
  /** Log-odds this adds for (or, negative, against) the two being one column. */
  weight: number
  evidence: RenameSuggestion['evidence'][number]
}

/**
 * The weights, as log-odds. Chosen by reasoning, not fitted: before looking, a dropped and an added column of one table are one column about
 * one time in twenty; an equal name settles it, a shared half of the name needs one more independent sign, a shared kind of value
 * (`…_id`) never suffices alone, and a contradiction outweighs any likeness of names.
 */
export const pairWeights = {
  prior: -3,
  nameSame: 6.5,
  nameNearlySame: 5,
  nameShared: 6,
  nameContained: 0.5,
  nameIsSynonym: 3.5,
  wordIsSynonym: 2.2,
  wordsOfTable: 2.2,
  unitAdded: 1,
  namesOpposed: -4,
  typeSameSpecific: 1,
  typeSameText: 0.6,
  typeUnrelated: -3,
  keyDiffers: -2,
  hashDiffers: -0.3,
  nullabilityDiffers: -0.5,
  onlyPairInTable: 1.4,
  rivalFitsAsWell: -1.5,
  nameSplits: -3,
  sameWordReplacedElsewhere: 2,
  referencedTableRenamed: 4,
  valuesEqual: 5,
  valuesMostlyEqual: 3,
  valuesDiffer: -4,
  nullOnsetCoincides: 2.5,
  nullOnsetApart: -1,
}

/** What the two names say. */
export function weighNames(similarity: NameSimilarity): WeighedEvidence[] {
  const { score, relation, sharedMeaning, opposed } = similarity
  const found: WeighedEvidence[] = []
  if (relation === 'same') {
    found.push(sign(pairWeights.nameSame, 'The names are the same once spelling and short forms are set aside'))
  } else if (relation === 'reordered' || relation === 'typo') {
    const text =
      relation === 'typo'
        ? 'The names differ by a short form or a slip of the pen'
        : 'The names have the same words in another order'
    found.push(sign(pairWeights.nameNearlySame, text))
  } else {
    const bonus = relation === 'contained' ? pairWeights.nameContained : 0
    const measure = `${Math.round(score * 100)} %`
    const text =
      sharedMeaning.length > 0
        ? `The names share ${sharedMeaning.map((word) => `\`${word}\``).join(', ')}`
        : score > 0
          ? 'The names share only a kind of value'
          : 'The names share no word'
    const weight = pairWeights.nameShared * score + bonus
    found.push({ weight, evidence: { verdict: sharedMeaning.length > 0 ? 'for' : 'neutral', text, measure } })
  }
  if (opposed !== null) {
    found.push(sign(pairWeights.namesOpposed, `\`${opposed[0]}\` and \`${opposed[1]}\` usually stand side by side`))
  }
  return found
}

/** What type, key, hashing and nullability say. What one side does not know says nothing; another unit explains another kind of number. */
export function weighStates(from: ColumnState, to: ColumnState, isOtherUnit = false): WeighedEvidence[] {
  const found: WeighedEvidence[] = []
  if (from.type !== null && to.type !== null) {
    if (from.type === to.type) {
      const weight = from.type === 'STRING' ? pairWeights.typeSameText : pairWeights.typeSameSpecific
      found.push(sign(weight, `Both are ${from.type}`))
    } else if (isWidening(from.type, to.type)) {
      found.push(sign(0, `${from.type} could have widened to ${to.type}`))
    } else if (isOtherUnit) {
      found.push(sign(0, `${from.type} became ${to.type} with the unit`))
    } else {
      found.push(sign(pairWeights.typeUnrelated, `${from.type} and ${to.type} are different types`))
    }
  }
  if (from.primaryKey !== null && to.primaryKey !== null && from.primaryKey !== to.primaryKey) {
    found.push(sign(pairWeights.keyDiffers, 'Only one of them is a key'))
  }
  if (from.nullable !== null && to.nullable !== null && from.nullable !== to.nullable) {
    found.push(sign(pairWeights.nullabilityDiffers, 'Only one of them may be empty'))
  }
  if (from.hashed !== to.hashed) found.push(sign(pairWeights.hashDiffers, 'Only one of them is hashed'))
  return found
}

/** Fewer compared rows than this prove nothing about the whole column. */
const comparedMin = 20

/** What the rows say. */
export function weighValues(values: { compared: number; equal: number } | undefined): WeighedEvidence[] {
  if (values === undefined || values.compared === 0) return []
  const { compared, equal } = values
  const measure = `${equal} of ${compared}`
  const text = 'Rows hold the same value in both'
  const share = equal / compared
  if (compared < comparedMin) return [{ weight: 0, evidence: { verdict: 'neutral', text, measure } }]
  if (share >= 0.95) return [{ weight: pairWeights.valuesEqual, evidence: { verdict: 'for', text, measure } }]
  if (share >= 0.8) return [{ weight: pairWeights.valuesMostlyEqual, evidence: { verdict: 'for', text, measure } }]
  if (share <= 0.3) return [{ weight: pairWeights.valuesDiffer, evidence: { verdict: 'against', text, measure } }]
  return [{ weight: 0, evidence: { verdict: 'neutral', text, measure } }]
}

/** One sign with the verdict its weight implies. */
export function sign(weight: number, text: string): WeighedEvidence {
  const verdict = weight > 0 ? 'for' : weight < 0 ? 'against' : 'neutral'
  return { weight, evidence: { verdict, text, measure: null } }
}

/** Log-odds as a probability. */
export function toConfidence(logOdds: number): number {
  return 1 / (1 + Math.exp(-logOdds))
}
