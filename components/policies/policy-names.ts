import { dataClassLabels } from '@/lib/capabilities/catalog/domain/data-class'
import type { Policies } from '@/lib/control-loop/policy/contract'
import { type Names, plainNames } from '@/lib/control-loop/policy/domain/describe-rule'

/** The labels of data classes, and of nothing personal. */
export const classLabels: Record<string, string> = { none: 'nothing personal', ...dataClassLabels }

/** Names for sentences, from what the page was told. Connection names stay between backticks: a sentence sets them in mono. */
export function namesOf(choices: Policies['choices']): Names {
  return {
    connection: (id) => `\`${choices.connections.find((one) => one.id === id)?.name ?? id}\``,
    person: (id) => choices.owners.find((one) => one.id === id)?.name ?? plainNames.person(id),
    dataClass: (id) => classLabels[id] ?? plainNames.dataClass(id),
  }
}
