import { changeSchema } from '@/lib/control-loop/diff/domain/change'
import type { Policies } from '@/lib/control-loop/policy/contract'
import { effects, effectWords } from '@/lib/control-loop/policy/domain/effect'
import type { Condition } from '@/lib/control-loop/policy/domain/policy'
import { authorKinds, risks } from '@/lib/control-loop/policy/domain/verdict'
import { classLabels } from './policy-names'

export type ListQuestion = Exclude<keyof Condition, 'objectsMin'>
export type Question = {
  of: ListQuestion
  label: string
  options: { id: string; label: string }[]
}

const sentenceCase = (text: string) => text.charAt(0).toUpperCase() + text.slice(1)
const authorLabels = { rule: 'A rule', model: 'A model', person: 'A person' } as const

/** The questions of a condition with everything that can be answered to each. */
export function listQuestions(choices: Policies['choices']): Question[] {
  const changeKinds = changeSchema.options.map(({ shape }) => shape.kind.value)
  return [
    { of: 'risks', label: 'Risk', options: risks.map((id) => ({ id, label: sentenceCase(id) })) },
    { of: 'effects', label: 'Action', options: effects.map((id) => ({ id, label: sentenceCase(effectWords[id]) })) },
    {
      of: 'changeKinds',
      label: 'After the change',
      options: changeKinds.map((id) => ({ id, label: sentenceCase(id.replaceAll('-', ' ')) })),
    },
    {
      of: 'dataClasses',
      label: 'Data',
      options: Object.entries(classLabels).map(([id, label]) => ({ id, label: sentenceCase(label) })),
    },
    {
      of: 'connectionIds',
      label: 'Connection',
      options: choices.connections.map(({ id, name }) => ({ id, label: name })),
    },
    { of: 'services', label: 'Connector type', options: choices.services.map((id) => ({ id, label: id })) },
    { of: 'ownerIds', label: 'Owner', options: choices.owners.map(({ id, name }) => ({ id, label: name })) },
    { of: 'authors', label: 'Written by', options: authorKinds.map((id) => ({ id, label: authorLabels[id] })) },
  ]
}

/** A condition with another answer to one question; answers keep the order of the options. */
export function answer(when: Condition, question: Question, chosen: ReadonlySet<string>): Condition {
  const ids = question.options.map(({ id }) => id).filter((id) => chosen.has(id))
  // Ids of things that are gone keep their place: a condition must not widen because a connection was removed.
  const kept = (when[question.of] as readonly string[]).filter(
    (id) => chosen.has(id) && !question.options.some((option) => option.id === id),
  )
  return { ...when, [question.of]: [...ids, ...kept] }
}
