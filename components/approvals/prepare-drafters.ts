import type { Drafter } from '@/lib/control-loop/proposal/domain/evidence'

/** A model that drafted nothing leaves a note that begins so. */
const nothing = /^nothing\b/

/** True when a language model wrote any part of it. */
export function hasModelPart(drafters: readonly Drafter[]): boolean {
  return drafters.some((drafter) => drafter.source === 'model')
}

/** True when the rationale is a model's words, so that it is marked and folded. */
export function isModelRationale(drafters: readonly Drafter[]): boolean {
  const last = drafters.findLast((drafter) => drafter.source !== 'rule' && !nothing.test(drafter.part))
  return last?.source === 'model'
}

function nameOf(drafter: Drafter): string {
  if (drafter.source === 'rule') return `rule \`${drafter.name}\``
  return drafter.source === 'model' ? `✦ AI (${drafter.name})` : drafter.name
}

/** "rule `x` and ✦ AI (m), edited by Tomás": each name once, later people as editors. */
export function draftedBy(drafters: readonly Drafter[]): string {
  const wrote = drafters.filter((drafter) => !nothing.test(drafter.part))
  const isEdit = (drafter: Drafter) => drafter.source === 'person' && drafter.part.startsWith('revision ')
  const authors = [...new Set(wrote.filter((drafter) => !isEdit(drafter)).map(nameOf))]
  const editors = [...new Set(wrote.filter(isEdit).map(nameOf))]
  const by = authors.join(' and ') || 'Headgate'
  return editors.length === 0 ? by : `${by}, edited by ${editors.join(' and ')},`
}
